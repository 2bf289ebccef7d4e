"""The last sheet of a workbook: every step in words and figures, how the figures were read, and the sources."""

from itertools import count
from typing import Final

from calculators.evaluation.records import Answer
from calculators.writers.workbook_cells import Cells, fit_row

WIDTHS: Final = (30, 44, 44, 18, 50)


def steps_sheet(answer: Answer, cells: Cells) -> None:
    """Write the sheet: a step in each row, and under them notes and sources."""
    words = cells.words
    sheet = cells.sheet(words["frame.how_computed"])
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    rows = count()
    cells.text(sheet, next(rows), 0, words["frame.how_computed"], bold=True, font_size=14)
    for step in answer.steps:
        row, note = next(rows), "\n".join(filter(None, (step.note, step.source)))
        texts = (step.label, step.formula, step.filled, step.written, note)
        for column, text in enumerate(texts):
            cells.text(sheet, row, column, text, text_wrap=True)
        fit_row(sheet, row, *zip(texts, WIDTHS, strict=True))
    next(rows)
    for told in (*answer.notices, *answer.notes, *(reading.message for reading in answer.readings)):
        cells.text(sheet, next(rows), 0, told)
    next(rows)
    cells.text(sheet, next(rows), 0, words["frame.sources"], bold=True)
    for source in answer.sources:
        cells.text(sheet, next(rows), 0, source.line)

"""The sheets of a workbook that hold tables: rows of values, and figures before and after."""

from collections.abc import Sequence
from typing import Any, Final

from calculators.core.quantities import Quantity
from calculators.evaluation.records import Comparison, Rows
from calculators.writers.workbook_cells import INDENTED, Cells, fit_row
from calculators.writers.workbook_formulas import quoted

# A workbook of more takes a browser too long; separated text holds them all.
MOST_ROWS: Final = 20_000
ROWS_MEASURED: Final = 200
NARROWEST, WIDEST = 10, 60
HEADING: Final = {"bold": True, "bottom": 1, "text_wrap": True}


def table_sheet(table: Rows, cells: Cells) -> None:
    """Write a table on a sheet of its own, its headings above every page; of very many rows the first."""
    sheet = cells.sheet(table.caption)
    top = head(sheet, table.caption, cells)
    if len(table.values) > MOST_ROWS:
        cells.text(sheet, 1, 0, table.told(1, MOST_ROWS), italic=True)
    widths = [_width(table, number) for number in range(len(table.columns))]
    # Figures stand at the right of their cell, so that a text beside them needs room.
    looks = [
        {"align": "right"} if column.is_figure else INDENTED if number else {}
        for number, column in enumerate(table.columns)
    ]
    for number, column in enumerate(table.columns):
        cells.text(sheet, top, number, column.label, **HEADING, **looks[number])
        sheet.set_column(number, number, widths[number])
    fit_row(sheet, top, *((column.label, width) for column, width in zip(table.columns, widths, strict=True)))
    for row, quantities in enumerate(table.quantities(MOST_ROWS), start=top + 1):
        for number, (column, quantity) in enumerate(zip(table.columns, quantities, strict=True)):
            if quantity is None:
                continue
            if quantity.value is None:
                cells.text(sheet, row, number, cells.words["undefined"], align="right")
            else:
                cells.figure(sheet, row, number, quantity, column.name, **looks[number])


def comparison_sheet(comparisons: Sequence[Comparison], cells: Cells) -> None:
    """Write the figures before and after, which follow those of the first sheet."""
    words = cells.words
    sheet = cells.sheet(words["frame.before_and_after"])
    top = head(sheet, words["frame.before_and_after"], cells)
    sheet.set_column(0, 0, WIDEST)
    sheet.set_column(1, 3, 2 * NARROWEST)
    for number, text in enumerate(("", *(words[f"frame.{name}"] for name in ("before", "after", "difference")))):
        cells.text(sheet, top, number, text, **HEADING, align="right")
    undefined = quoted(words["undefined"])
    for row, pair in enumerate(comparisons, start=top + 1):
        before, after = pair.before, pair.after
        cells.text(sheet, row, 0, pair.label)
        cells.formula(sheet, row, 1, f"={before.name}", before.quantity, before.name)
        cells.formula(sheet, row, 2, f"={after.name}", after.quantity, after.name)
        difference = f"=IFERROR({after.name}-{before.name},{undefined})"
        cells.formula(sheet, row, 3, difference, pair.difference or Quantity(None, before.quantity.unit), "")


def head(sheet: Any, caption: str, cells: Cells) -> int:
    """Write the caption; gives the row of the headings, which stay in view and stand on every page."""
    top = 2
    cells.text(sheet, 0, 0, caption, bold=True, font_size=14)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return top


def _width(table: Rows, number: int) -> int:
    """The width of a column in characters, by its heading and its first rows."""
    written = [row[number] for row in table.written(0, ROWS_MEASURED)]
    return min(max(NARROWEST, len(table.columns[number].label) // 2, *map(len, written)) + 2, WIDEST)

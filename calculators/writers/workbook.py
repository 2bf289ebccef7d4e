"""An answer as a workbook: figures to change, answers that follow by their formulas, tables, charts and steps."""

from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

from calculators.evaluation.records import Answer, Rows
from calculators.writers.workbook_answer import answer_sheet
from calculators.writers.workbook_cells import Cells
from calculators.writers.workbook_charts import chart_sheet
from calculators.writers.workbook_steps import steps_sheet
from calculators.writers.workbook_tables import comparison_sheet, table_sheet

TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(answer: Answer) -> bytes:
    """The file, in XLSX: what follows by a formula holds that formula, and the value that it has now.

    A table of very many rows is cut, and says so.
    """
    content = BytesIO()
    # A text that looks like a formula or an address stays a text.
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    cells = Cells(book, answer.words)
    for name, place in answer_sheet(answer, cells).items():
        book.define_name(name, f"={place}")
    if answer.comparisons:
        comparison_sheet(answer.comparisons, cells)
    for table in [*answer.inputs.values(), *answer.tables]:
        if isinstance(table, Rows) and table.values:
            table_sheet(table, cells)
    for picture in answer.pictures:
        chart_sheet(picture, cells)
    steps_sheet(answer, cells)
    book.close()
    return content.getvalue()

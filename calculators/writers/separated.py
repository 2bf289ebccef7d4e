"""A table as separated text (CSV), as the spreadsheets of a language open it."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

from calculators.core.fields import plain_text
from calculators.core.quantities import Quantity
from calculators.core.words import Words
from calculators.evaluation.records import Rows
from calculators.present.quantities import FORMULA_SIGNS, code_label

BYTE_ORDER_MARK: Final = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else
PART: Final = 100_000  # characters


def separated(table: Rows) -> Iterator[str]:
    """The text of the table in parts, a heading first: join them, or write them one by one.

    Semicolons where the language has a decimal comma, else commas. Figures are exact and not formatted: money in EUR,
    a share as a fraction of one, a day as `2024-05-31`. A text that a spreadsheet would take for a formula begins with
    an apostrophe.
    """
    mark = table.words["notation.decimal_mark"]
    content = StringIO()
    rows = csv.writer(content, delimiter=";" if mark == "," else ",", lineterminator="\r\n")
    content.write(BYTE_ORDER_MARK)
    rows.writerow([_harmless(column.label) for column in table.columns])
    for quantities in table.quantities():
        rows.writerow(
            _cell(quantity, column.name, table.words, mark)
            for column, quantity in zip(table.columns, quantities, strict=True)
        )
        if content.tell() > PART:
            yield content.getvalue()
            content.seek(0)
            content.truncate()
    yield content.getvalue()


def _cell(quantity: Quantity | None, name: str, words: Words, mark: str) -> str:
    """The value of a cell; nothing where there is none."""
    value = quantity.value if quantity else None
    if quantity is None or value is None:
        return ""
    if isinstance(value, str):
        return _harmless(code_label(name, value, words) if quantity.unit == "code" else value)
    return plain_text(value).replace(".", mark)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text

"""What ledgers and databases write in a cell, as a person would type it."""

import re
from typing import Final

from calculators.core.fields import NUMERIC, Field

# 2026-05-31T00:00:00, and 31-5-2026 0:00
_TIME: Final = re.compile(
    r"(?<=\d)[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm]|Z|[+-]\d{2}:\d{2})?\s*$", re.ASCII
)
# (100,00) and 100,00- are below zero; 100,- is a round amount.
_MINUS: Final = re.compile(r"\s*(?:\(([^()+-]*[0-9][^()+-]*)\)|([^()+-]*[0-9])\s?-)\s*")
# How a spreadsheet shows nothing in an amount of its format for accounts.
_NOTHING: Final = re.compile(r"\s*€\s*-\s*")


def as_typed(column: Field, cell: str) -> str:
    """The cell without the time of a day, with the minus of a number in front, and with a nought for `€ -`."""
    if column.kind == "day":
        return _TIME.sub("", cell)
    if column.kind in NUMERIC and (match := _MINUS.fullmatch(cell)):
        return f"-{(match[1] or match[2]).strip()}"
    return "0" if column.kind == "money" and _NOTHING.fullmatch(cell) else cell

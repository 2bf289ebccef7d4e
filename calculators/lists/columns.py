"""The cells of one column to values, fast: what nearly all cells look like is read by a pattern, the rest as typed.

`present.values.read_value` is the rule; each way around it gives the same value, and leaves the cell to it otherwise.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from calculators.core.fields import HUNDRED, Field, InputValue, bound_problem, plain_value
from calculators.core.money import to_cent
from calculators.core.problems import CalculatorError
from calculators.core.words import Lang, Words, shared_words
from calculators.lists.cells import as_typed
from calculators.lists.judging import DayOrder, Share
from calculators.present.values import LONGEST_TEXT, read_value

Reader = Callable[[str], InputValue]

# Cells that come back often are read once; names and most amounts do not come back.
MOST_REMEMBERED: Final = 5_000

_DIGITS: Final = r"[0-9]{1,15}"
# A grouping mark before three digits is left to the other pattern: it can stand for thousands.
_PLAIN: Final[dict[Lang, re.Pattern[str]]] = {
    "nl": re.compile(rf"-?{_DIGITS}(?:,[0-9]{{1,12}}|\.(?:[0-9]{{1,2}}|[0-9]{{4,12}}))?"),
    "en": re.compile(rf"-?{_DIGITS}(?:\.[0-9]{{1,12}}|,(?:[0-9]{{1,2}}|[0-9]{{4,12}}))?"),
}
_GROUPED: Final[dict[Lang, re.Pattern[str]]] = {
    "nl": re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,12})?"),
    "en": re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,12})?"),
}
_GROUP_MARK: Final[dict[Lang, str]] = {"nl": ".", "en": ","}
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ORDERED: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")


def reader_of(column: Field, notation: Lang, day_order: DayOrder = "day_first", share: Share = "percent") -> Reader:
    """The function that reads a cell of the column.

    It gives the value of the field, None for a blank cell of an optional one; a column with a default takes that. It
    raises a CalculatorError, with the problem of `read_value`, where the cell cannot be read or is out of bounds.
    """
    words = shared_words(notation)

    def slow(cell: str) -> InputValue:
        return _typed(column, words, day_order, share, cell)

    match column.kind:
        case "text":
            return _text_reader(slow)
        case "day":
            return _remembering(_day_reader(column, day_order, slow))
        case "choice" | "table":
            return _remembering(slow)
        case _:
            return _remembering(_number_reader(column, notation, share, slow))


def _typed(column: Field, words: Words, day_order: DayOrder, share: Share, cell: str) -> InputValue:
    """The cell as a person would have typed it into the field."""
    if column.default and not cell.strip():
        return plain_value(column, column.default)
    cell = as_typed(column, cell)
    if column.kind == "day" and day_order == "month_first":
        cell = _ORDERED.sub(r"\3-\1-\4", cell.strip())
    value = read_value(column, cell, words).value
    if share == "fraction" and isinstance(value, Decimal) and "%" not in cell:
        value *= HUNDRED
        if problem := bound_problem(column, value):
            raise CalculatorError(problem)
    return value


def _remembering(read: Reader) -> Reader:
    """The reader with a memory of cells that were read before; faults are not remembered."""
    known: dict[str, InputValue] = {}

    def remembered(cell: str) -> InputValue:
        if cell in known:
            return known[cell]
        value = read(cell)
        if len(known) < MOST_REMEMBERED:
            known[cell] = value
        return value

    return remembered


def _text_reader(slow: Reader) -> Reader:
    def read(cell: str) -> InputValue:
        body = cell.strip()
        return body if 0 < len(body) <= LONGEST_TEXT and body.isascii() else slow(cell)

    return read


def _day_reader(column: Field, day_order: DayOrder, slow: Reader) -> Reader:
    first, last = (None if bound is None else date.fromisoformat(bound) for bound in (column.minimum, column.maximum))

    def read(cell: str) -> InputValue:
        body = cell.strip()
        if match := _ISO.fullmatch(body):
            year, month, day = match.groups()
        elif match := _ORDERED.fullmatch(body):
            day, _, month, year = match.groups()
            if day_order == "month_first":
                day, month = month, day
        else:
            return slow(cell)
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            return slow(cell)
        return slow(cell) if (first and found < first) or (last and found > last) else found

    return read


def _number_reader(column: Field, notation: Lang, share: Share, slow: Reader) -> Reader:
    is_plain, is_grouped, group_mark = _PLAIN[notation].fullmatch, _GROUPED[notation].fullmatch, _GROUP_MARK[notation]
    scale = HUNDRED if share == "fraction" else Decimal(1)
    least, most = (None if bound is None else Decimal(bound) / scale for bound in (column.minimum, column.maximum))
    kind, is_money = column.kind, column.kind == "money"

    def read(cell: str) -> InputValue:
        body = cell.strip()
        if is_money and body[:1] == "€":
            body = body[1:].lstrip()
        if is_plain(body):
            value = Decimal(body.replace(",", "."))
        elif is_grouped(body):
            value = Decimal(body.replace(group_mark, "").replace(",", "."))
        else:
            return slow(cell)
        if is_money:
            value = to_cent(value)
        # Whatever is out of bounds has its problem from the rule.
        if (least is not None and value < least) or (most is not None and value > most):
            return slow(cell)
        if kind == "percent":
            return value if share == "fraction" else value / HUNDRED
        if kind == "whole":
            return int(value) if value == value.to_integral_value() else slow(cell)
        return value

    return read

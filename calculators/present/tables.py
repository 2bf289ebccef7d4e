"""Table fields as people type and paste them. Limits are checked before rows are read."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from calculators.core.fields import Field, InputValue
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity
from calculators.core.words import Words
from calculators.present.values import Reading, read_value

Rows = Sequence[Sequence[str]]
# Characters of a cell in the largest table that is read at all: a longer text is refused as a whole.
ROOM_FOR_A_CELL: Final = 60
LEAST_ROOM: Final = 20_000
BLANK_ROWS: Final = 1000

_CELL: Final = re.compile(r'"((?:[^"]|"")*)"|([^:\s"]*)')


def text_limit(field: Field) -> int:
    """The most characters that a table field takes as text."""
    return max(LEAST_ROOM, field.maximum_rows * len(field.columns) * ROOM_FOR_A_CELL)


def too_large(field: Field) -> CalculatorError:
    """The problem with a table beyond every limit."""
    return CalculatorError(Problem(field.name, "table_too_large", _limit(field)))


def rows_from_text(field: Field, text: str) -> list[list[str]]:
    """The cells of a table on one line: rows by blanks, cells by colons, quotes around a cell that holds either.

    Raises:
        CalculatorError: the text is beyond what the field takes.
    """
    if len(text) > text_limit(field):
        raise too_large(field)
    rows: list[list[str]] = []
    for row in re.findall(r'(?:"(?:[^"]|"")*"|[^\s"]|")+', text):
        cells, place = [], 0
        while place <= len(row):
            match = _CELL.match(row, place)
            end = match.end() if match else place
            if match is None or (end < len(row) and row[end] != ":"):
                cells, place = row.split(":"), len(row) + 1  # a lone quote is a sign like others
                continue
            cells.append(match[1].replace('""', '"') if match[1] is not None else match[2])
            place = end + 1
        rows.append(cells)
    return rows


def rows_from_csv(field: Field, text: str) -> tuple[list[list[str]], list[str]]:
    """The cells of a CSV text with semicolons, tabs or commas, and the heading that was left out, if any.

    A first row without any digit is a heading where others follow it.

    Raises:
        CalculatorError: the text, a cell or the number of rows is beyond what the field takes.
    """
    if len(text) > text_limit(field):
        raise too_large(field)
    lines = text.removeprefix("\ufeff").splitlines()
    separator = next((mark for mark in ";\t" if any(mark in line for line in lines)), ",")
    if len(field.columns) == 1:
        separator = "\t"
    try:
        rows = [[cell.strip() for cell in row] for row in _filled_rows(lines, separator, field.maximum_rows + 1)]
    except csv.Error:
        raise too_large(field) from None
    has_heading = len(rows) > 1 and not any(character.isdigit() for character in "".join(rows[0]))
    return (rows[1:], rows[0]) if has_heading else (rows, [])


def _filled_rows(lines: Sequence[str], separator: str, most: int) -> Iterator[list[str]]:
    """Rows with something in them, one more than `most` at most, so that too many are known as such."""
    filled = (row for row in csv.reader(lines, delimiter=separator) if any(cell.strip() for cell in row))
    return islice(filled, most + 1)


def read_table(field: Field, rows: Rows, words: Words) -> tuple[InputValue, list[Reading]]:
    """The records of a table field, and the readings that a person should see; blank rows are left out.

    Raises:
        CalculatorError: with every faulty cell, row and column counted from 0.
    """
    if len(rows) > field.maximum_rows + BLANK_ROWS:
        raise CalculatorError(Problem(field.name, "too_many_rows", _limit(field)))
    filled = [(index, row) for index, row in enumerate(rows) if any(cell.strip() for cell in row)]
    if len(filled) > field.maximum_rows:
        raise CalculatorError(Problem(field.name, "too_many_rows", _limit(field)))
    if not filled and not field.optional:
        raise CalculatorError(Problem(field.name, "no_rows"))
    problems: list[Problem] = []
    readings: list[Reading] = []
    records = []
    for index, row in filled:
        cells, found = _read_row(field, index, _with_optional(field, row), words)
        problems += found
        readings += [cell for cell in cells if cell.is_noted]
        if not found:
            records.append(_record(field, cells))
    if problems:
        raise CalculatorError(*problems)
    return tuple(records), readings


def _record(field: Field, cells: Sequence[Reading]) -> tuple[object, ...]:
    make = field.record
    if make is None:
        message = f"table {field.name} has no record"
        raise TypeError(message)
    return make(*(cell.value for cell in cells))


def _read_row(field: Field, index: int, row: Sequence[str], words: Words) -> tuple[list[Reading], list[Problem]]:
    """The cells of a row as they were read, and the problems with them."""
    if len(row) != len(field.columns):
        columns = {"columns": Quantity(len(field.columns), "number")}
        return [], [Problem(field.name, "row_incomplete", columns, row=index)]
    cells, problems = [], []
    for number, (column, cell) in enumerate(zip(field.columns, row, strict=True)):
        try:
            cells.append(read_value(column, cell, words).at(index, number))
        except CalculatorError as error:
            problems += [Problem(field.name, p.code, p.values, row=index, column=number) for p in error.problems]
    return cells, problems


def _limit(field: Field) -> dict[str, Quantity]:
    return {"limit": Quantity(field.maximum_rows, "number")}


def _with_optional(field: Field, row: Sequence[str]) -> Sequence[str]:
    """The row with blank cells for optional columns at its end that were left out, and without blank ones too many."""
    columns = len(field.columns)
    if len(row) > columns and not any(cell.strip() for cell in row[columns:]):
        return row[:columns]
    missing = field.columns[len(row) :]
    return [*row, *("" for _ in missing)] if all(column.optional for column in missing) else row

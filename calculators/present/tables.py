"""Table fields as people type and paste them. Limits are checked before rows are read."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from calculators.core.fields import Field, InputValue, plain_value
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity
from calculators.core.words import Words
from calculators.present.values import Reading, read_value

TypedRows = Sequence[Sequence[str]]
# Characters of a cell in the largest table that is read at all: a longer text is refused as a whole.
ROOM_FOR_A_CELL: Final = 60
LEAST_ROOM: Final = 20_000
BLANK_ROWS: Final = 1000
# Faults of one table that are told one by one.
MOST_TOLD: Final = 50

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


def read_table(field: Field, rows: TypedRows, words: Words) -> tuple[InputValue, list[Reading]]:
    """The records of a table field, and the readings that a person should see; blank rows are left out.

    Raises:
        CalculatorError: with the faulty cells, row and column counted from 0; of many, the first and how many more.
    """
    filled = [(index, row) for index, row in enumerate(rows) if any(cell.strip() for cell in row)]
    if len(filled) > field.maximum_rows or len(rows) > field.maximum_rows + BLANK_ROWS:
        raise CalculatorError(Problem(field.name, "too_many_rows", _limit(field)))
    if not filled and not field.optional:
        raise CalculatorError(Problem(field.name, "no_rows"))
    problems: list[Problem] = []
    readings: list[Reading] = []
    records = []
    for index, row in filled:
        cells, found = _read_row(field, index, _whole_row(field, row), words)
        problems += found
        readings += [cell.at(index, number) for number, cell in enumerate(cells) if cell.is_noted]
        if not found:
            try:
                records.append(_record(field, cells))
            except CalculatorError as error:
                problems += [replace(problem, row=index) for problem in error.problems]
    if len(problems) > MOST_TOLD:
        more = {"more": Quantity(len(problems) - MOST_TOLD, "number")}
        problems = [*problems[:MOST_TOLD], Problem(field.name, "more_faults", more)]
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
            cells.append(_read_cell(column, cell, words))
        except CalculatorError as error:
            problems += [Problem(field.name, p.code, p.values, row=index, column=number) for p in error.problems]
    return cells, problems


def _read_cell(column: Field, cell: str, words: Words) -> Reading:
    if column.default and not cell.strip():
        return Reading(plain_value(column, column.default))
    return read_value(column, cell, words)


def _limit(field: Field) -> dict[str, Quantity]:
    return {"limit": Quantity(field.maximum_rows, "number")}


def _whole_row(field: Field, row: Sequence[str]) -> Sequence[str]:
    """The row with blank cells for columns at its end that may be left out, and without blank ones too many."""
    columns = len(field.columns)
    if len(row) > columns and not any(cell.strip() for cell in row[columns:]):
        return row[:columns]
    missing = field.columns[len(row) :]
    return [*row, *("" for _ in missing)] if all(column.optional or column.default for column in missing) else row

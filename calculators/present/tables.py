"""Table fields as people type and paste them."""

import csv
from collections.abc import Sequence

from calculators.core.errors import CalculatorError, Problem
from calculators.core.fields import Field, TableValue
from calculators.core.results import Quantity
from calculators.core.text import Lang, Text
from calculators.present.values import Reading, read_value

ROW_INCOMPLETE = Text(
    "Geef elke rij {columns} waarden, in de volgorde van de kolommen.",
    "Give each row {columns} values, in the order of the columns.",
)
TOO_MANY_ROWS = Text("Houd het bij {limit} rijen of minder.", "Keep it to {limit} rows or fewer.")
NO_ROWS = Text("Vul ten minste één rij in.", "Fill in at least one row.")


def rows_from_text(text: str) -> list[list[str]]:
    """The cells of a table on one line: rows separated by blanks, cells by colons (`0:0 10000:5`)."""
    return [row.split(":") for row in text.split()]


def rows_from_csv(text: str, columns: int) -> list[list[str]]:
    """The cells of a CSV file with semicolons, tabs or commas; a first row without any digit is a heading."""
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    separator = next((mark for mark in ";\t" if any(mark in line for line in lines)), ",")
    if columns == 1:
        separator = "\t"
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator)]
    has_heading = bool(rows) and not any(character.isdigit() for character in "".join(rows[0]))
    return rows[1:] if has_heading else rows


def read_table(field: Field, rows: Sequence[Sequence[str]], lang: Lang) -> tuple[TableValue, list[Reading]]:
    """The values of a table field, and the readings that a person should see; blank rows are left out.

    Raises:
        CalculatorError: with every faulty cell, row and column counted from 0.
    """
    problems: list[Problem] = []
    readings: list[Reading] = []
    values = []
    filled = [
        (index, _with_optional(field, row)) for index, row in enumerate(rows) if any(cell.strip() for cell in row)
    ]
    if len(filled) > field.maximum_rows:
        limit = {"limit": Quantity(field.maximum_rows, "number")}
        raise CalculatorError(Problem(field.name, "too_many_rows", TOO_MANY_ROWS, limit))
    if not filled and not field.optional:
        raise CalculatorError(Problem(field.name, "required", NO_ROWS))
    for index, row in filled:
        if len(row) != len(field.columns):
            columns = {"columns": Quantity(len(field.columns), "number")}
            problems.append(Problem(field.name, "row_incomplete", ROW_INCOMPLETE, columns, row=index))
            continue
        cells = []
        for number, (column, cell) in enumerate(zip(field.columns, row, strict=True)):
            try:
                reading = read_value(column, cell, lang)
            except CalculatorError as error:
                problems += [
                    Problem(field.name, p.code, p.text, p.values, row=index, column=number) for p in error.problems
                ]
                continue
            cells.append(reading.value)
            if reading.read_as is not None:
                readings.append(
                    Reading(
                        reading.value,
                        reading.read_as,
                        reading.other_text,
                        index,
                        number,
                    )
                )
        values.append(tuple(cells))
    if problems:
        raise CalculatorError(*problems)
    return tuple(values), readings  # type: ignore[arg-type]  # a column is never itself a table


def _with_optional(field: Field, row: Sequence[str]) -> Sequence[str]:
    """The row with blank cells for optional columns at its end that were left out."""
    missing = field.columns[len(row) :]
    return [*row, *("" for _ in missing)] if all(column.optional for column in missing) else row

"""Rows of a table from a CSV text or from what a spreadsheet copies, with every cell as it was typed."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from calculators.core.fields import Field
from calculators.present.tables import BLANK_ROWS, text_limit, too_large

SEPARATORS: Final = ";\t,"
NUMERIC: Final = frozenset({"money", "percent", "number", "whole", "day"})
ROWS_TO_JUDGE_BY: Final = 20

# How a cell begins that a person meant as a figure or a day.
_FIGURE: Final = re.compile(r"[\s€%+\-\u2212\u2013]*[\d.,]")


class CsvRows(NamedTuple):
    """The rows of a text, in their places: a heading leaves a blank row, so that numbers are those of the text."""

    rows: list[list[str]]
    heading: list[str]


def rows_from_csv(field: Field, text: str) -> CsvRows:
    """The cells of a CSV text with semicolons, tabs or commas, and the heading that was left out, if any.

    The separator is the one that gives most rows as many cells as the field has columns. A first row is a heading
    where others follow it and none of its cells in a column of figures looks like a figure.

    Raises:
        CalculatorError: the text, a cell or the number of rows is beyond what the field takes.
    """
    if len(text) > text_limit(field):
        raise too_large(field)
    lines = text.removeprefix("\ufeff").splitlines()
    # What a spreadsheet writes for itself is no row, but keeps its place.
    lines[:1] = ["" if line.lower().startswith("sep=") else line for line in lines[:1]]
    separator = max(SEPARATORS, key=lambda mark: _fitting_rows(field, lines, mark)) if len(field.columns) > 1 else "\t"
    most = field.maximum_rows + BLANK_ROWS
    try:
        rows = [[cell.strip() for cell in row] for row in islice(_rows(lines, separator), most + 1)]
    except csv.Error:
        raise too_large(field) from None
    first = next((index for index, row in enumerate(rows) if any(row)), None)
    if first is None or not any(any(row) for row in rows[first + 1 :]) or not _is_heading(field, rows[first]):
        return CsvRows(rows, [])
    heading, rows[first] = rows[first], []
    return CsvRows(rows, heading)


def _rows(lines: Sequence[str], separator: str) -> Iterator[list[str]]:
    """The rows; a quote opens a quoted cell only where the text closes it again."""
    is_quoted = sum(line.count('"') for line in lines) % 2 == 0
    return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE)


def _fitting_rows(field: Field, lines: Sequence[str], separator: str) -> int:
    """How many of the first rows have a cell for each column that must be filled, and none too many."""
    least = sum(not column.optional and not column.default for column in field.columns)
    try:
        rows = list(islice(_rows(lines, separator), ROWS_TO_JUDGE_BY))
    except csv.Error:
        return 0
    return sum(max(least, 2) <= len(row) <= len(field.columns) for row in rows)


def _is_heading(field: Field, row: Sequence[str]) -> bool:
    figures = [cell for column, cell in zip(field.columns, row, strict=False) if column.kind in NUMERIC]
    return bool(figures) and not any(_FIGURE.match(cell) for cell in figures)

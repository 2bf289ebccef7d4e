"""What options take from files: rows of a table, and the answer that `--json` printed before."""

import json
import sys
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from calculators.core.declarations import Declaration
from calculators.core.fields import HUNDRED, Field
from calculators.core.money import plain
from calculators.core.problems import CalculatorError, Problem
from calculators.present.csv_rows import CsvRows, rows_from_csv
from calculators.present.tables import Rows, text_limit, too_large

BYTES_A_CHARACTER: Final = 4
STANDARD_INPUT: Final = "-"
# A printed answer holds more than its inputs.
LARGEST_ANSWER: Final = 50_000_000


def table_from_file(field: Field, path: str) -> CsvRows:
    """The rows of a CSV file in UTF-8 or, failing that, Windows-1252, and the heading that was left out, if any.

    Raises:
        CalculatorError: it cannot be read as text, or is beyond what the field takes; it is not read through then.
    """
    limit = text_limit(field) * BYTES_A_CHARACTER
    try:
        with Path(path).open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError):
        raise CalculatorError(Problem(field.name, "no_file")) from None
    if len(content) > limit:
        raise too_large(field)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise CalculatorError(Problem(field.name, "no_file"))
    return rows_from_csv(field, text)


def inputs_from_file(declared: Declaration, path: str) -> dict[str, str | Rows]:
    """The fields of an answer that `--json` printed, as a person types them in English.

    Raises:
        CalculatorError: there is no such answer of this calculator in the file.
    """
    try:
        with sys.stdin.buffer if path == STANDARD_INPUT else Path(path).open("rb") as file:
            content = file.read(LARGEST_ANSWER + 1)
    except (OSError, ValueError):
        raise CalculatorError(Problem("inputs", "no_file")) from None
    known = {field.name: field for field in declared.fields}
    try:
        answer = json.loads(content[:LARGEST_ANSWER].decode())
        if len(content) > LARGEST_ANSWER or answer["calculator"] != declared.name:
            raise CalculatorError(Problem("inputs", "no_inputs"))
        return {name: _typed(known[name], entry) for name, entry in answer["inputs"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation, RecursionError):
        raise CalculatorError(Problem("inputs", "no_inputs")) from None


def _typed(field: Field, entry: Mapping[str, Any]) -> str | Rows:
    value = entry["value"]
    if field.kind != "table":
        return _cell(field, value)
    return [[_cell(column, cell) for column, cell in zip(field.columns, row, strict=True)] for row in value]


def _cell(field: Field, value: Any) -> str:
    """A printed value as a person types it; shares are printed as fractions and typed in percent."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError(value)
    return str(plain(Decimal(value) * HUNDRED)) if field.kind == "percent" else value

"""What options take from files: rows of a table, and the answer that `--json` printed before."""

import json
import sys
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from calculators.core.declarations import Declaration
from calculators.core.fields import HUNDRED, Field, plain_text, plain_value
from calculators.core.money import plain
from calculators.core.problems import CalculatorError, Problem
from calculators.present.csv_rows import CsvRows, rows_from_csv
from calculators.present.tables import Rows, text_limit, too_large

BYTES_A_CHARACTER: Final = 4
STANDARD_INPUT: Final = "-"
# A printed answer holds more than its inputs.
LARGEST_ANSWER: Final = 50_000_000


def table_from_file(field: Field, path: str) -> tuple[CsvRows, bool]:
    """The rows of a CSV file, and whether it is in Windows-1252 instead of UTF-8.

    Raises:
        CalculatorError: it cannot be read as text, or is beyond what the field takes; it is not read through then.
    """
    limit = text_limit(field) * BYTES_A_CHARACTER
    content = _read(field.name, path, limit)
    if len(content) > limit:
        raise too_large(field)
    if b"\0" in content:
        raise CalculatorError(Problem(field.name, "not_text_file"))
    try:
        return rows_from_csv(field, content.decode("utf-8-sig")), False
    except UnicodeDecodeError:
        return rows_from_csv(field, content.decode("cp1252", errors="replace")), True


def inputs_from_file(declared: Declaration, path: str) -> dict[str, str | Rows]:
    """The fields of an answer that `--json` printed, as a person types them in English.

    Raises:
        CalculatorError: there is no such answer of this calculator in the file, or a value in it is none.
    """
    content = _read("inputs", path, LARGEST_ANSWER)
    try:
        answer = json.loads(content[:LARGEST_ANSWER].decode("utf-8-sig"), object_pairs_hook=_without_doubles)
        inputs = dict(answer["inputs"])
        is_answer = answer["calculator"] == declared.name and len(content) <= LARGEST_ANSWER
    except (ValueError, TypeError, KeyError, RecursionError):
        is_answer, inputs = False, {}
    if not is_answer:
        raise CalculatorError(Problem("inputs", "no_inputs"))
    known = {field.name: field for field in declared.fields}
    texts: dict[str, str | Rows] = {}
    problems = []
    for name, entry in inputs.items():
        try:
            texts[name] = _typed(known[name], entry)
        except (ValueError, TypeError, KeyError, InvalidOperation):
            problems.append(Problem(name, "no_input" if name in known else "unknown_field"))
    if problems:
        raise CalculatorError(*problems)
    return texts


def _read(field: str, path: str, limit: int) -> bytes:
    """The contents of a file or of standard input, one byte beyond the limit at most."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(limit + 1)
        with Path(path).open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError):
        raise CalculatorError(Problem(field, "no_file")) from None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


def _typed(field: Field, entry: Mapping[str, Any]) -> str | Rows:
    """A printed input as a person types it; TypeError or ValueError where it is not as it is printed."""
    value = entry["value"]
    if entry["unit"] != field.unit:
        raise ValueError(entry)
    if field.kind != "table":
        return _cell(field, value)
    return [[_cell(column, cell) for column, cell in zip(field.columns, row, strict=True)] for row in value]


def _cell(field: Field, value: Any) -> str:
    """A printed value as a person types it; shares are printed as fractions and typed in percent."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError(value)
    if field.kind == "percent":
        return plain_text(plain(Decimal(value) * HUNDRED))
    return plain_text(plain_value(field, value))

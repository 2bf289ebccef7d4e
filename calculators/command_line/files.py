"""What options take from files, rows of a table and the answer that `--json` printed before, and write to one."""

import sys
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from calculators.core.declarations import Declaration
from calculators.core.fields import Field
from calculators.core.problems import CalculatorError, Problem
from calculators.core.words import Lang
from calculators.evaluation import Answer
from calculators.evaluation.printed_answer import DOCUMENT, document_too_large, printed_texts
from calculators.present.csv_rows import CsvRows, rows_from_csv
from calculators.present.tables import TypedRows, text_limit, too_large

BYTES_A_CHARACTER: Final = 4
STANDARD_INPUT: Final = "-"
WORKBOOK_WRITER: Final = "xlsxwriter"
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


def inputs_from_file(
    declared: Declaration, path: str, lang: Lang, given: Collection[str]
) -> dict[str, str | TypedRows]:
    """The fields of an answer that `--json` printed, as a person types them in English, but for those that are `given`.

    Raises:
        CalculatorError: there is no such answer of this calculator in the file, it is too large, a value in it is none,
            or it had a list from a file.
    """
    content = _read(DOCUMENT, path, LARGEST_ANSWER)
    if len(content) > LARGEST_ANSWER:
        raise document_too_large(LARGEST_ANSWER)
    try:
        document = content.decode("utf-8")
    except UnicodeDecodeError:
        document = ""
    return printed_texts(declared, document, lang, given)


def workbook_problems(answer: Answer, path: str) -> list[Problem]:
    """Write the answer as a workbook, over a file that is there; gives what was wrong, nothing where all went well."""
    if find_spec(WORKBOOK_WRITER) is None:
        return [Problem("xlsx", "no_workbook_writer")]
    # Only a workbook needs its writer, which is an optional dependency.
    from calculators.writers.workbook import workbook  # noqa: PLC0415 (see above)

    content = workbook(answer)
    try:
        Path(path).write_bytes(content)
    except (OSError, ValueError):
        return [Problem("xlsx", "not_written")]
    return []


def _read(field: str, path: str, limit: int) -> bytes:
    """The contents of a file or of standard input, one byte beyond the limit at most."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(limit + 1)
        with Path(path).open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError):
        raise CalculatorError(Problem(field, "no_file")) from None

"""The golden tables: cases worked out by hand or published, for CPython and for Pyodide alike.

A table is `tests/golden/<calculator>.csv`, in UTF-8 with commas. Its columns:

- an input by name, as a person types it in English; a blank cell takes the default, `-` is a blank that was typed;
- `=answer`, the plain text that must come out, `undefined` for an answer without a value; blank is not compared;
- `=table`, its rows separated by blanks and its cells by colons, `-` for an empty cell, `none` for no rows;
- `refused`, `field:code` (or `field:code:row:column`, counted from 0) for each problem, separated by semicolons;
- `checked`, how a person came to the expected values. They never come from our own code.
"""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "golden"
TYPED_BLANK = "-"


@dataclass(frozen=True, slots=True)
class GoldenCase:
    """One row: the request for `calculators.door.respond`, and what must come of it."""

    name: str
    request: str
    expected: Mapping[str, str]
    refused: frozenset[str]
    checked: str


def cases() -> list[GoldenCase]:
    """Every row of every golden table."""
    return [case for path in sorted(FOLDER.glob("*.csv")) for case in cases_in(path)]


def cases_in(path: Path) -> list[GoldenCase]:
    """The rows of one golden table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    return [_case(path.stem, line, row) for line, row in enumerate(rows, start=2)]


def _case(calculator: str, line: int, row: dict[str, str]) -> GoldenCase:
    if None in row or None in row.values():
        message = (
            f"{calculator}.csv, line {line}: as many cells as columns, please (a comma needs quotes around its cell)"
        )
        raise ValueError(message)
    reserved = {"refused", "checked"}
    values = {
        name: "" if cell == TYPED_BLANK else cell
        for name, cell in row.items()
        if cell and not name.startswith("=") and name not in reserved
    }
    request = {"calculator": calculator, "lang": "en", "values": values, "writers": ["page", "contract"]}
    return GoldenCase(
        name=f"{calculator}-{line}",
        request=json.dumps(request, ensure_ascii=False),
        expected={name[1:]: cell for name, cell in row.items() if name.startswith("=") and cell},
        refused=frozenset(filter(None, (row.get("refused") or "").split(";"))),
        checked=row["checked"],
    )


def faults(case: GoldenCase, response: str) -> list[str]:
    """What is wrong with the response (JSON text) to the request of the case; nothing when it is right."""
    found: dict[str, Any] = json.loads(response)["contract"]
    if case.refused or "errors" in found:
        return _refusal_faults(case.refused, found.get("errors", []))
    wrong = []
    for name, expected in case.expected.items():
        actual = _table_text(found["tables"][name]) if name in found["tables"] else _answer_text(found["answers"][name])
        if actual != expected:
            wrong.append(f"{name}: expected {expected}, found {actual}")
    return wrong


def _refusal_faults(expected: frozenset[str], errors: list[dict[str, Any]]) -> list[str]:
    """Compares places only where the table names them."""
    found = set()
    for error in errors:
        short = f"{error['field']}:{error['code']}"
        full = f"{short}:{error.get('row')}:{error.get('column')}"
        found.add(full if full in expected else short)
    if found == expected:
        return []
    return [f"expected to be refused for {sorted(expected)}, found {sorted(found)}"]


def _answer_text(answer: dict[str, str | None]) -> str:
    return "undefined" if answer["value"] is None else answer["value"]


def _table_text(table: dict[str, list[list[str | None]]]) -> str:
    return " ".join(":".join("-" if cell is None else cell for cell in row) for row in table["rows"]) or "none"

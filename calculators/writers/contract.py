"""An answer as JSON for programs: values in plain text (`1234.56`, `0.125` for a share, `2024-05-31`), rows as rows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from calculators.core.fields import plain_text
from calculators.core.money import plain
from calculators.core.quantities import Quantity, Value
from calculators.evaluation.printed_answer import VERSION, printed_list
from calculators.evaluation.records import Answer, Explanation, Fault, Figure, Input, Note, OwnList, Refusal, Rows


def contract(found: Answer | Refusal) -> dict[str, Any]:
    """The object of an answer, or `{"errors": [...]}`."""
    if isinstance(found, Refusal):
        return {"errors": [error(fault) for fault in found.faults]}
    return {
        "version": VERSION,
        "calculator": found.calculator,
        "inputs": {name: _input(entry) for name, entry in found.inputs.items()},
        "answers": {figure.name: _answer(figure) for figure in found.figures},
        "tables": {table.name: {"columns": _columns(table), "rows": list(_rows(table))} for table in found.tables},
        "headline": found.headline,
        "talk": list(found.talk),
        "steps": [_step(step) for step in found.steps],
        "sources": [
            {"name": source.name, "title": source.title, "address": source.address, "checked": source.checked}
            for source in found.sources
        ],
        **({"letter": {"lang": answered.lang, "text": answered.text}} if (answered := found.letter) else {}),
        "notes": [_reading(note) for note in found.readings]
        + [{"field": None, "message": message} for message in (*found.notices, *found.notes)],
    }


def contract_text(found: Answer, faulty: Sequence[Fault] = ()) -> Iterator[str]:
    """The object of an answer as JSON text, piece by piece: a table of a million rows never stands in memory.

    `faulty` are the faults of rows of a list that do not count; they stand under `faults`.
    """
    whole = contract(replace(found, tables=[]))
    if faulty:
        whole["faults"] = [error(fault) for fault in faulty]
    for index, (name, value) in enumerate(whole.items()):
        yield f"{', ' if index else '{'}{_json(name)}: "
        if name == "tables":
            yield from _tables_text(found.tables)
        else:
            yield _json(value)
    yield "}"


def _tables_text(tables: Sequence[Rows]) -> Iterator[str]:
    yield "{"
    for index, table in enumerate(tables):
        yield f'{", " if index else ""}{_json(table.name)}: {{"columns": {_json(_columns(table))}, "rows": ['
        for number, row in enumerate(_rows(table)):
            yield f"{', ' if number else ''}{_json(row)}"
        yield "]}"
    yield "}"


def _columns(table: Rows) -> list[str]:
    return [column.name for column in table.columns]


def _rows(table: Rows) -> Iterator[list[str | None]]:
    """The rows of a table; a cell may be a quantity with a unit of its own."""
    return ([_cell(cell.value if isinstance(cell, Quantity) else cell) for cell in row] for row in table.values)


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)


def error(fault: Fault) -> dict[str, Any]:
    """What is wrong with a field, with its place in a table where it has one."""
    place = {"row": fault.row, "column": fault.column}
    found = {"field": fault.field, "code": fault.code, "message": fault.message}
    return found | {key: index for key, index in place.items() if index is not None}


def _input(entry: Input) -> dict[str, Any]:
    """The value of a field, without trailing zeros, or its rows, but never those of a file."""
    if isinstance(entry, OwnList):
        return {**printed_list()}
    if isinstance(entry, Rows):
        return {"value": [[_cell(_short(cell)) for cell in row] for row in entry.values], "unit": "table"}
    return {"value": _cell(_short(entry.quantity.value)), "unit": entry.quantity.unit}


def _answer(figure: Figure) -> dict[str, str | None]:
    quantity = figure.quantity
    # The value of percentage points is a fraction of one, as that of every share.
    unit = "fraction" if quantity.unit == "percentage_points" else quantity.unit
    return {"value": _cell(quantity.value), "unit": unit, "reason": figure.reason}


def _step(step: Explanation) -> Mapping[str, str]:
    return {
        "name": step.name,
        "label": step.label,
        "formula": step.formula,
        "filled": step.filled,
        "value": step.written,
        "note": step.note,
        "source": step.source,
    }


def _reading(note: Note) -> dict[str, Any]:
    return {
        "field": note.field,
        "message": note.message,
        "other": note.other,
        "row": note.row,
        "column": note.column,
    }


def _cell(value: Value | None) -> str | None:
    return None if value is None else plain_text(value)


def _short(value: Value | None) -> Value | None:
    return plain(value) if isinstance(value, Decimal) else value

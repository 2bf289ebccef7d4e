"""Text in, JSON out: what the command line, the site build and the browser all ask."""

import json
from typing import Any

from calculators.core.errors import Problem
from calculators.core.fields import Calculator, Field, InputValue, Output, plain_text
from calculators.core.money import plain
from calculators.core.results import Quantity, Source, Step, Value
from calculators.core.text import Lang, Text
from calculators.evaluation import Outcome, Texts, evaluate
from calculators.present.sentences import filled, sentence
from calculators.present.values import typed, written

READ_AS = Text("Gelezen als {read_as}.", "Read as {read_as}.")
NOT_USED = Text(
    "Niet gebruikt: dit telt alleen mee bij {other} = {choice}.",
    "Not used: this only counts with {other} = {choice}.",
)


def answer(request: str) -> str:
    """The answer, as JSON text, to a question as JSON text: `{"calculator", "lang", "values"}`.

    `values` holds text by field name as a person types it in `lang`; a table is text or rows of cells.
    The shape of the answer is the contract in CONTRIBUTING.md; problems come as `{"errors": [...]}`.

    Raises:
        KeyError: there is no calculator of that name.
    """
    asked = json.loads(request)
    lang: Lang = asked["lang"]
    return json.dumps(
        as_contract(evaluate(asked["calculator"], asked["values"], lang), lang),
        ensure_ascii=False,
    )


def as_contract(outcome: Outcome, lang: Lang) -> dict[str, Any]:
    """The outcome in the shape that programs read: values in plain text, sentences in `lang`."""
    if outcome.result is None:
        return {"errors": [error_message(problem, lang) for problem in outcome.problems]}
    result = outcome.result
    declared = outcome.calculator
    return {
        "calculator": declared.name,
        "inputs": {
            field.name: {
                "value": _plain_input(outcome.values[field.name]),
                "unit": field.unit,
            }
            for field in declared.fields
            if field.name in outcome.values
        },
        "answers": {output.name: _plain_answer(result.answers[output.name], lang) for output in declared.answers},
        "tables": {
            table.name: {
                "columns": [column.name for column in table.columns],
                "rows": [[_plain_cell(cell) for cell in row] for row in result.tables[table.name]],
            }
            for table in declared.tables
        },
        "headline": sentence(result.headline, outcome.quantities(), lang),
        "steps": [written_step(step, outcome, lang) for step in result.steps],
        "sources": [written_source(source, lang) for source in result.sources],
        "notes": reading_notes(outcome, lang) + [{"field": None, "message": note[lang]} for note in result.notes],
    }


def error_message(problem: Problem, lang: Lang) -> dict[str, Any]:
    """A problem as programs and forms read it."""
    message = {
        "field": problem.field,
        "code": problem.code,
        "message": sentence(problem.text, problem.values, lang),
    }
    place = {"row": problem.row, "column": problem.column}
    return message | {key: index for key, index in place.items() if index is not None}


def reading_notes(outcome: Outcome, lang: Lang) -> list[dict[str, Any]]:
    """What a person should know about how the input was read."""
    notes: list[dict[str, Any]] = [
        {
            "field": name,
            "message": filled(READ_AS[lang], {"read_as": reading.read_as or ""}.__getitem__),
            "other": reading.other_text,
            "row": reading.row,
            "column": reading.column,
        }
        for name, reading in outcome.readings
    ]
    by_name = {field.name: field for field in outcome.calculator.fields}
    for name in outcome.unused:
        other, code = by_name[name].only_when or ("", "")
        choices = {
            "other": by_name[other].label[lang],
            "choice": written(Quantity(code, "code"), lang, by_name[other].choices),
        }
        notes.append({"field": name, "message": filled(NOT_USED[lang], choices.__getitem__)})
    return notes


def retyped(outcome: Outcome, texts: Texts, lang: Lang) -> dict[str, str | list[list[str]]]:
    """The texts that could be read, as a person types them in `lang`; the others as they were."""
    again: dict[str, str | list[list[str]]] = {}
    faulty = {problem.field for problem in outcome.problems}
    for field in outcome.calculator.fields:
        if field.name not in texts or field.name not in outcome.values or field.name in faulty:
            continue
        value = outcome.values[field.name]
        if isinstance(value, tuple):
            again[field.name] = [
                [typed(column, cell, lang) for column, cell in zip(field.columns, row, strict=True)] for row in value
            ]
        else:
            again[field.name] = typed(field, value, lang)
    return again


def _plain_cell(value: Value | None) -> str | None:
    return None if value is None else plain_text(value)


def _plain_input(value: InputValue) -> str | None:
    if isinstance(value, tuple):
        return " ".join(":".join(_plain_cell(_short(cell)) or "" for cell in row) for row in value)
    return _plain_cell(_short(value))


def _short(value: Value | None) -> Value | None:
    """A number without trailing zeros or exponent."""
    return plain(value) if hasattr(value, "normalize") else value  # type: ignore[arg-type]  # only Decimal has it


def _plain_answer(quantity: Quantity, lang: Lang) -> dict[str, str | None]:
    reason = quantity.reason[lang] if quantity.reason else None
    return {
        "value": _plain_cell(quantity.value),
        "unit": quantity.unit,
        "reason": reason,
    }


def outputs_and_fields(declared: Calculator) -> dict[str, Output | Field]:
    """Everything of a calculator that has a label, by name."""
    named: dict[str, Output | Field] = {field.name: field for field in declared.fields}
    return named | {output.name: output for output in declared.answers}


def written_step(step: Step, outcome: Outcome, lang: Lang) -> dict[str, Any]:
    """A step in words, with the person's numbers, and its outcome."""
    named = outputs_and_fields(outcome.calculator)
    values = outcome.quantities()

    def number_of(name: str) -> str:
        return written(values[name], lang, named[name].choices)

    return {
        "name": step.name,
        "label": named[step.name].label[lang],
        "formula": filled(step.formula, lambda name: named[name].label[lang].lower()),
        "filled": filled(step.formula, number_of),
        "value": number_of(step.name),
        "note": filled(step.note[lang], number_of) if step.note else None,
        "source": step.source.title[lang] if step.source else None,
    }


def written_source(source: Source, lang: Lang) -> dict[str, Any]:
    """A source in `lang`."""
    return {
        "title": source.title[lang],
        "address": source.address,
        "checked": source.checked,
    }

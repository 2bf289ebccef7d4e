"""A question about a calculator, and the values that its texts stand for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from calculators.catalogue import words_of
from calculators.core.declarations import Declaration
from calculators.core.fields import Field, InputValue, as_quantity, plain_value
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity, Value
from calculators.core.words import Lang, Words
from calculators.present.tables import TypedRows, read_table, rows_from_text
from calculators.present.values import Reading, read_value

Texts = Mapping[str, str | TypedRows]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: texts by field as people type them, a table as text or as rows of cells.

    A field without a text takes its default. Texts are written in the language of the answer, `lang`, but for the
    fields that `written_in` names with another. `asked_on` is the day of asking, where it is known. `lists` gives the
    records of listed tables, to be walked as often as the formula is asked.
    """

    calculator: str
    texts: Texts = field(default_factory=dict)
    lang: Lang = "en"
    written_in: Mapping[str, Lang] = field(default_factory=dict)
    asked_on: date | None = None
    lists: Mapping[str, Iterable[Any]] = field(default_factory=dict)

    def language_of(self, name: str) -> Lang:
        """The language that a field is written in."""
        return self.written_in.get(name, self.lang)

    def words_for(self, name: str) -> Words:
        """The words to read a field with."""
        return words_of(self.calculator, self.language_of(name))


@dataclass(frozen=True, slots=True)
class Inputs:
    """The values that were read, of the fields that count, and the problems with the others.

    `values` has the default where a text could not be read, so that the formula can be tried all the same;
    `readings` are those that a person should see; `unused` names fields that were filled in but do not count with the
    choices made. `lists` stand in the place of the values of listed tables.
    """

    declared: Declaration
    values: Mapping[str, InputValue]
    lists: Mapping[str, Iterable[Any]]
    used: frozenset[str]
    readings: Sequence[tuple[str, Reading]]
    unused: Sequence[str]
    problems: Sequence[Problem]

    def computing(self) -> dict[str, Any]:
        """What the formula takes: the value or the list of every field but those that are noted or a gate."""
        values = {asked.name: self.values[asked.name] for asked in self.declared.fields if asked.is_taken}
        return {**values, **self.lists}

    def value_or_other(self, asked: Field) -> InputValue:
        """The value of a field, or that of the one whose value it takes where it is blank."""
        value = self.values[asked.name]
        return self.values[asked.otherwise] if value is None and asked.otherwise else value

    def quantities(self) -> dict[str, Quantity]:
        """The inputs that count and have a value, to write sentences and steps with."""
        return {
            asked.name: as_quantity(asked, value)
            for asked in self.declared.fields
            if asked.name in self.used and not isinstance(value := self.values[asked.name], tuple | None)
        }


def read_inputs(declared: Declaration, question: Question) -> Inputs:
    """The values of all fields, every faulty one with its problem."""
    values: dict[str, InputValue] = {}
    readings: list[tuple[str, Reading]] = []
    names = {asked.name for asked in declared.fields}
    problems = [Problem(unknown, "unknown_field") for unknown in question.texts if unknown not in names]
    for asked in declared.fields:
        if asked.name in question.lists:
            values[asked.name] = ()  # its records are walked, and not kept
            continue
        try:
            values[asked.name], found = _read(asked, question)
        except CalculatorError as error:
            problems += error.problems
            values[asked.name] = default_value(asked)
        else:
            readings += [(asked.name, reading) for reading in found]
    idle = {asked.name: asked for asked in declared.fields if not is_used(asked, values)}
    values |= {name: default_value(asked) for name, asked in idle.items()}
    return Inputs(
        declared,
        values,
        question.lists,
        frozenset(names - set(idle)),
        [(name, reading) for name, reading in readings if name not in idle],
        [name for name in idle if _is_filled(question.texts.get(name))],
        [problem for problem in problems if problem.field not in idle],
    )


def is_used(field: Field, values: Mapping[str, InputValue]) -> bool:
    """Whether the field counts with the choices that were made."""
    return field.only_when is None or values[field.only_when[0]] == field.only_when[1]


def in_typed_row(problem: Problem, declared: Declaration, question: Question) -> Problem:
    """The problem with its row counted as typed: a formula does not see the blank rows."""
    text = question.texts.get(problem.field)
    if problem.row is None or text is None:
        return problem
    rows = rows_from_text(declared.field(problem.field), text) if isinstance(text, str) else text
    filled = [index for index, row in enumerate(rows) if any(cell.strip() for cell in row)]
    return replace(problem, row=filled[problem.row])


def default_value(asked: Field) -> InputValue:
    """The value of a field that was not given."""
    if asked.kind == "table" and asked.record:
        return tuple(
            asked.record(*map(_default_cell, asked.columns, row)) for row in rows_from_text(asked, asked.default)
        )
    return _default_cell(asked, asked.default)


def _default_cell(asked: Field, text: str) -> Value | None:
    return plain_value(asked, text) if text else None


def _is_filled(text: str | TypedRows | None) -> bool:
    return bool(text.strip() if isinstance(text, str) else text)


def _read(field: Field, question: Question) -> tuple[InputValue, list[Reading]]:
    """The value of a field, and the readings of it that a person should see."""
    text, words = question.texts.get(field.name), question.words_for(field.name)
    if text is None:
        return default_value(field), []
    if field.kind == "table":
        return read_table(field, rows_from_text(field, text) if isinstance(text, str) else text, words)
    if not isinstance(text, str):
        text = " ".join(cell for row in text for cell in row)
    reading = read_value(field, text, words)
    return reading.value, [reading] if reading.is_noted else []

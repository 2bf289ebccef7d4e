"""A question answered: texts are read, checked and given to the calculator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from calculators.catalogue import calculator
from calculators.core.errors import CalculatorError, Problem
from calculators.core.fields import Calculator, Field, InputValue, as_quantity, plain_value
from calculators.core.results import Quantity, Result
from calculators.core.text import Lang, Text
from calculators.present.tables import read_table, rows_from_text
from calculators.present.values import Reading, read_value

Texts = Mapping[str, str | Sequence[Sequence[str]]]

UNKNOWN_FIELD = Text("Dit veld bestaat niet. Laat het weg.", "There is no such field. Leave it out.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question: the values that were read, and a result or problems.

    `readings` are those that a person should see because the text could be read in two ways;
    `unused` names fields that were filled in but do not count with the choices made.
    """

    calculator: Calculator
    values: Mapping[str, InputValue]
    readings: Sequence[tuple[str, Reading]]
    unused: Sequence[str]
    result: Result | None
    problems: Sequence[Problem]

    def quantities(self) -> dict[str, Quantity]:
        """Inputs and answers by name, to write sentences and steps with."""
        found = {
            field.name: as_quantity(field, value)
            for field in self.calculator.fields
            if not isinstance(value := self.values.get(field.name), tuple | None)
        }
        return found | dict(self.result.answers if self.result else {})


def evaluate(name: str, texts: Texts, written_in: Lang) -> Outcome:
    """The outcome of a calculator for texts as people type them in the language `written_in`.

    A field that is not among the texts takes its default. All faulty fields are reported together.

    Raises:
        KeyError: there is no calculator of that name.
    """
    declared = calculator(name)
    values: dict[str, InputValue] = {}
    readings: list[tuple[str, Reading]] = []
    problems = [
        Problem(unknown, "unknown_field", UNKNOWN_FIELD)
        for unknown in texts
        if unknown not in {field.name for field in declared.fields}
    ]
    for field in declared.fields:
        try:
            values[field.name], found = _read(field, texts.get(field.name), written_in)
        except CalculatorError as error:
            problems += error.problems
            values[field.name] = _default(field)
        else:
            readings += [(field.name, reading) for reading in found]
    idle = [field for field in declared.fields if not is_used(field, values)]
    for field in idle:
        problems = [problem for problem in problems if problem.field != field.name]
        values[field.name] = _default(field)
    faulty = {problem.field for problem in problems}
    result = None
    try:
        result = declared.calculate(**values)
    except CalculatorError as error:
        problems += [
            _in_typed_row(problem, texts.get(problem.field))
            for problem in error.problems
            if not faulty & {problem.field, *problem.depends_on}
        ]
    unused = [field.name for field in idle if _is_filled(texts.get(field.name))]
    used = {name: value for name, value in values.items() if name not in {field.name for field in idle}}
    return Outcome(declared, used, readings, unused, None if problems else result, problems)


def is_used(field: Field, values: Mapping[str, InputValue]) -> bool:
    """Whether the field counts with the choices that were made."""
    return field.only_when is None or values[field.only_when[0]] == field.only_when[1]


def _in_typed_row(problem: Problem, text: str | Sequence[Sequence[str]] | None) -> Problem:
    """The problem with its row counted as typed: a calculator does not see the blank rows."""
    if problem.row is None or text is None:
        return problem
    rows = rows_from_text(text) if isinstance(text, str) else text
    filled = [index for index, row in enumerate(rows) if any(cell.strip() for cell in row)]
    return replace(problem, row=filled[problem.row])


def _is_filled(text: str | Sequence[Sequence[str]] | None) -> bool:
    return bool(text.strip() if isinstance(text, str) else text)


def _read(field: Field, text: str | Sequence[Sequence[str]] | None, lang: Lang) -> tuple[InputValue, list[Reading]]:
    """The value of a field, and the readings of it that a person should see."""
    if text is None:
        return _default(field), []
    if field.kind == "table":
        return read_table(field, rows_from_text(text) if isinstance(text, str) else text, lang)
    if not isinstance(text, str):
        text = " ".join(cell for row in text for cell in row)
    reading = read_value(field, text, lang)
    return reading.value, [] if reading.read_as is None else [reading]


def _default(field: Field) -> InputValue:
    """The value of a field that was not given."""
    if field.kind == "table":
        return tuple(
            tuple(plain_value(column, cell) if cell else None for column, cell in zip(field.columns, row, strict=True))
            for row in rows_from_text(field.default)
        )
    return plain_value(field, field.default) if field.default else None

"""What a question says about its own fields, in words: faults, readings, texts as typed in another language, steps."""

from collections.abc import Sequence
from decimal import Decimal

from calculators.core.declarations import Declaration
from calculators.core.fields import Field, InputValue, as_quantity, bound_problem, plain_value, typed_number
from calculators.core.problems import Problem
from calculators.core.quantities import Quantity
from calculators.core.steps import Steps
from calculators.core.words import Words
from calculators.evaluation.question import Inputs, Question
from calculators.evaluation.records import Fault, Note, Tried
from calculators.present.quantities import code_label, written
from calculators.present.sentences import filled, inside_sentence, sentence
from calculators.present.tables import MOST_TOLD
from calculators.present.values import Reading, other_text, read_as, typed, typed_plain


def worded_fault(problem: Problem, declared: Declaration, words: Words) -> Fault:
    """A problem in words, with the label of its field and its place in a table."""
    field = next((field for field in declared.fields if field.name == problem.field), None)
    if field is None:
        return worded_problem(problem, words)
    message = sentence(words[f"problems.{problem.code}"], problem.values, words)
    return Fault(
        field.name,
        words[f"fields.{field.name}.label"],
        problem.code,
        message,
        _placed(problem, field, message, words),
        problem.row,
        problem.column,
        is_table=field.kind == "table",
    )


def worded_problem(problem: Problem, words: Words) -> Fault:
    """A problem in words that is not about a declared field."""
    message = sentence(words[f"problems.{problem.code}"], problem.values, words)
    return Fault(problem.field, problem.field, problem.code, message, message)


def _placed(problem: Problem, field: Field, message: str, words: Words) -> str:
    """The message with row and column in words, where it is about a row of a table."""
    if problem.row is None:
        return message
    parts = {"row": str(problem.row + 1), "message": message, "column": ""}
    if problem.column is None:
        return filled(words["frame.row"], parts.__getitem__)
    label = words[f"columns.{field.name}.{field.columns[problem.column].name}"]
    return filled(words["frame.cell"], {**parts, "column": inside_sentence(label)}.__getitem__)


def worded_heading(heading: Sequence[str], words: Words) -> str:
    """That the first row of a text was read as a heading; empty where none was."""
    cells = ", ".join(heading)
    return filled(words["readings.heading_left_out"], lambda _: cells) if cells else ""


def worded_readings(inputs: Inputs, words: Words) -> list[Note]:
    """What a person should know about how the input was read."""
    told, more = inputs.readings[:MOST_TOLD], inputs.readings[MOST_TOLD:]
    notes = [_worded_reading(inputs.declared.field(name), reading, words) for name, reading in told]
    if more:
        count = {"more": Quantity(len(more), "number")}
        notes.append(Note(more[0][0], sentence(words["readings.more"], count, words)))
    for name in inputs.unused:
        other, code = inputs.declared.field(name).only_when or ("", "")
        parts = {"other": words[f"fields.{other}.label"], "choice": code_label(other, code, words)}
        notes.append(Note(name, filled(words["readings.not_used"], parts.__getitem__)))
    return notes


def _worded_reading(field: Field, reading: Reading, words: Words) -> Note:
    read = field if reading.column is None else field.columns[reading.column]
    message = filled(words["readings.read_as"], lambda _: read_as(read, reading, words))
    return Note(field.name, message, other_text(reading, words), reading.row, reading.column)


def worded_again(inputs: Inputs, question: Question, words: Words) -> dict[str, str | list[list[str]]]:
    """The texts that were written in another language and could be read, as typed in the language of the answer."""
    again: dict[str, str | list[list[str]]] = {}
    faulty = {problem.field for problem in inputs.problems}
    for field in inputs.declared.fields:
        name = field.name
        is_foreign = name in question.texts and question.language_of(name) != question.lang
        if not is_foreign or name in faulty or name not in inputs.used:
            continue
        again[name] = typed_input(field, inputs.values[name], words)
    return again


def typed_input(field: Field, value: InputValue, words: Words) -> str | list[list[str]]:
    """The value of a field as a person types it: a text, or the rows of a table."""
    if isinstance(value, tuple):
        return [[typed(column, cell, words) for column, cell in zip(field.columns, row, strict=True)] for row in value]
    return typed(field, value, words)


def worded_steps(inputs: Inputs, words: Words) -> dict[str, Tried]:
    """Where the values that could be read stand among the steps of their fields."""
    unread = {problem.field for problem in inputs.problems}
    return {
        field.name: _tried(field, field.tried, value, words)
        for field in inputs.declared.fields
        if field.tried and field.name in inputs.used - unread
        if isinstance(value := inputs.value_or_other(field), Decimal | int)
    }


def _tried(field: Field, steps: Steps, value: Decimal | int, words: Words) -> Tried:
    number = typed_number(field, value)
    return Tried(
        typed(field, value, words),
        steps.nearest(number),
        _typed_step(field, steps.below(number), words),
        _typed_step(field, steps.above(number), words),
        written(as_quantity(field, value), words, field.name),
    )


def _typed_step(field: Field, number: Decimal, words: Words) -> str | None:
    """What is typed for a step; None beyond the bounds of the field."""
    text = f"{number:f}"
    return None if bound_problem(field, plain_value(field, text)) else typed_plain(field, text, words)

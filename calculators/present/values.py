"""The values of fields as people type them."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from calculators.core.fields import HUNDRED, Field, InputValue, as_quantity, bound_problem, plain_value
from calculators.core.money import plain, to_cent
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity, Unit, Value
from calculators.core.words import Words
from calculators.present.days import UnreadableDayError, read_day, typed_day
from calculators.present.numbers import LONGEST_NUMBER, UnreadableNumberError, read_number, written_number
from calculators.present.quantities import code_label, written

LONGEST_TEXT: Final = 200
LONGEST_TEXT_OF_LINES: Final = 2000


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a field as it was read.

    `is_noted` where a person should see how; `other` is the second number (as typed, in percent for a percentage) or
    day that the same text can mean, if any.
    """

    value: InputValue
    is_noted: bool = False
    other: Decimal | date | None = None
    row: int | None = None
    column: int | None = None

    def at(self, row: int, column: int) -> "Reading":
        """The same reading, of a cell of a table."""
        return replace(self, row=row, column=column)


def typed(field: Field, value: InputValue, words: Words) -> str:
    """The value as a person would type it into the field, exact, without unit; `""` for no value.

    `read_value` reads it back as the same value.
    """
    return "" if value is None or isinstance(value, tuple) else typed_value(value, field.unit, words)


def typed_value(value: Value, unit: Unit, words: Words) -> str:
    """A value as a person would type it, a share in percent."""
    if isinstance(value, date):
        return typed_day(value, words)
    if isinstance(value, Decimal | int):
        return written_number(plain(value * HUNDRED if unit == "fraction" else Decimal(value)), words)
    return value


def read_as(field: Field, reading: Reading, words: Words) -> str:
    """How a field, any kind but a table, was read, as a person reads it; `""` for a blank one."""
    value = reading.value
    if value is None or isinstance(value, tuple):
        return ""
    if field.kind == "percent":
        return f"{typed(field, value, words)}%"
    return written(as_quantity(field, value), words, field.name)


def other_text(reading: Reading, words: Words) -> str | None:
    """What a person types for the other reading, if there is one."""
    if isinstance(reading.other, date):
        return typed_day(reading.other, words)
    return None if reading.other is None else written_number(reading.other, words)


def typed_plain(field: Field, text: str, words: Words) -> str:
    """A default, a preset or a cell in plain text, as a person would type it; not for a table."""
    return typed(field, plain_value(field, text), words) if text else ""


def read_value(field: Field, text: str, words: Words) -> Reading:
    """The value that a person typed in a field, any kind but a table; None where an optional field is blank.

    Raises:
        CalculatorError: it cannot be read, or lies outside the bounds of the field.
    """
    body = text.strip()
    if not body:
        if field.optional:
            return Reading(None)
        raise CalculatorError(Problem(field.name, "required"))
    if not body.isascii() and any("\ud800" <= character <= "\udfff" for character in body):
        raise CalculatorError(Problem(field.name, "not_text"))
    match field.kind:
        case "choice":
            reading = Reading(_chosen(field, body, words))
        case "text":
            reading = _read_text(field, body)
        case "day":
            reading = _read_day(field, body, words)
        case _:
            reading = _read_number(field, body, words)
    if isinstance(reading.value, Decimal | int | date) and (problem := bound_problem(field, reading.value)):
        raise CalculatorError(problem)
    return reading


def _chosen(field: Field, body: str, words: Words) -> str:
    """The code of the choice that was named by code or by label."""
    for code in field.choices:
        if body.lower() in (code, code_label(field.name, code, words).lower()):
            return code
    named = ", ".join(f"{code} ({code_label(field.name, code, words)})" for code in field.choices)
    raise CalculatorError(Problem(field.name, "not_a_choice", {"choices": Quantity(named, "text")}))


def _read_text(field: Field, body: str) -> Reading:
    limit = LONGEST_TEXT if field.lines == 1 else LONGEST_TEXT_OF_LINES
    if len(body) > limit:
        raise CalculatorError(Problem(field.name, "too_long", {"limit": Quantity(limit, "number")}))
    return Reading(body)


def _read_day(field: Field, body: str, words: Words) -> Reading:
    try:
        reading = read_day(body, words)
    except UnreadableDayError:
        raise CalculatorError(Problem(field.name, "not_a_day")) from None
    return Reading(reading.value, is_noted=reading.other is not None, other=reading.other)


def _read_number(field: Field, body: str, words: Words) -> Reading:
    try:
        reading = read_number(body, words, euro=field.unit == "EUR", percent=field.kind == "percent")
    except UnreadableNumberError as error:
        limit = {"limit": Quantity(LONGEST_NUMBER, "number")} if error.code == "too_long" else {}
        raise CalculatorError(Problem(field.name, error.code, limit)) from None
    if field.kind == "whole" and not _is_whole(reading.value):
        raise CalculatorError(Problem(field.name, "not_whole"))
    value = _value_of(field, reading.value)
    other = reading.other
    if other is not None and (field.kind != "whole" or _is_whole(other)):
        return Reading(value, is_noted=True, other=other)
    return Reading(value, is_noted=field.kind == "money" and value != reading.value)


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _value_of(field: Field, number: Decimal) -> Decimal | int:
    """The number in the unit of the field; money is to the cent."""
    if field.kind == "whole":
        return int(number)
    if field.kind == "money":
        return to_cent(number)
    return number / HUNDRED if field.kind == "percent" else number

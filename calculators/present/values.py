"""Quantities as people read them, and the values of fields as people type them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from calculators.core.errors import CalculatorError, Problem
from calculators.core.fields import (
    HUNDRED,
    Choice,
    Field,
    InputValue,
    bound_problem,
    plain_value,
)
from calculators.core.money import plain, to_cent
from calculators.core.results import Quantity, Unit
from calculators.core.text import Lang, Text
from calculators.present.days import (
    NOT_A_DAY,
    UnreadableDayError,
    read_day,
    typed_day,
    written_day,
)
from calculators.present.numbers import (
    MINUS,
    NO_BREAK_SPACE,
    UnreadableNumberError,
    read_number,
    written_number,
)

COUNTED: Final[dict[Unit, tuple[Text, Text]]] = {
    "days": (Text("dag", "day"), Text("dagen", "days")),
    "hours": (Text("uur", "hour"), Text("uur", "hours")),
    "visits": (Text("bezoek", "visit"), Text("bezoeken", "visits")),
    "years": (Text("jaar", "year"), Text("jaar", "years")),
    "phases": (Text("fase", "phase"), Text("fasen", "phases")),
}
UNDEFINED: Final = Text("niet te bepalen", "cannot be determined")
DECIMALS_SHOWN: Final = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a field as it was read; `other_text` is what to type for the other reading, if any."""

    value: InputValue
    read_as: str | None = None
    other_text: str | None = None
    row: int | None = None
    column: int | None = None


def written_amount(amount: Decimal, lang: Lang, decimals: int | None = DECIMALS_SHOWN) -> str:
    """An amount in EUR: `€ 1.234,56`, `€1,234.56`, with the minus sign in front."""
    number = written_number(amount, lang, decimals)
    minus = MINUS if number.startswith(MINUS) else ""
    gap = NO_BREAK_SPACE if lang == "nl" else ""
    return f"{minus}€{gap}{number.removeprefix(MINUS)}"


def written_percentage(share: Decimal, lang: Lang) -> str:
    """A share as a percentage with at most two decimals: `12,5%`."""
    percentage = to_cent(share * HUNDRED)
    return f"{written_number(plain(percentage), lang)}%"


def written(quantity: Quantity, lang: Lang, choices: Sequence[Choice] = ()) -> str:
    """The quantity as a person reads it: with unit, rounded to what people use."""
    value = quantity.value
    if value is None:
        return UNDEFINED[lang]
    if isinstance(value, date):
        return written_day(value, lang)
    if isinstance(value, str):
        return next((choice.label[lang] for choice in choices if choice.code == value), value)
    if quantity.unit == "EUR":
        return written_amount(Decimal(value), lang)
    if quantity.unit == "fraction":
        return written_percentage(Decimal(value), lang)
    decimals = 0 if value == int(value) else DECIMALS_SHOWN
    number = written_number(value, lang, decimals)
    if quantity.unit in COUNTED:
        one, several = COUNTED[quantity.unit]
        return f"{number}{NO_BREAK_SPACE}{(one if value == 1 else several)[lang]}"
    return number


def typed(field: Field, value: InputValue, lang: Lang) -> str:
    """The value as a person would type it into the field, exact, without unit; `""` for no value.

    `read_value` reads it back as the same value.
    """
    if value is None:
        return ""
    if isinstance(value, date):
        return typed_day(value, lang)
    if isinstance(value, Decimal | int):
        return written_number(plain(value * HUNDRED if field.kind == "percent" else Decimal(value)), lang)
    return str(value)


def typed_default(field: Field, lang: Lang) -> str:
    """What stands in the field before anybody typed; not for a table."""
    return typed(field, plain_value(field, field.default), lang) if field.default else ""


def typed_rows(field: Field, lang: Lang) -> list[list[str]]:
    """The default rows of a table field, as a person would type them."""
    return [
        [typed_cell(column, cell, lang) for column, cell in zip(field.columns, row.split(":"), strict=True)]
        for row in field.default.split()
    ]


def typed_cell(column: Field, plain_cell: str, lang: Lang) -> str:
    """A cell of a table in plain text, as a person would type it."""
    return typed(column, plain_value(column, plain_cell), lang) if plain_cell else ""


REQUIRED = Text("Vul dit in.", "Fill this in.")
NOT_WHOLE = Text(
    "Vul een heel getal in, zonder decimalen.",
    "Enter a whole number, without decimals.",
)
NOT_A_CHOICE = Text("Kies een van deze: {choices}.", "Choose one of these: {choices}.")
TOO_LONG = Text("Houd het bij {limit} tekens of minder.", "Keep it to {limit} characters or fewer.")
LONGEST_TEXT: Final = 200


def _problem(field: Field, code: str, text: Text) -> CalculatorError:
    return CalculatorError(Problem(field.name, code, text))


def read_value(field: Field, text: str, lang: Lang) -> Reading:
    """The value that a person typed in a field, any kind but a table; None where an optional field is blank.

    Raises:
        CalculatorError: it cannot be read, or lies outside the bounds of the field.
    """
    body = text.strip()
    if not body:
        if field.optional:
            return Reading(None)
        raise _problem(field, "required", REQUIRED)
    match field.kind:
        case "choice":
            reading = Reading(_chosen(field, body))
        case "text":
            if len(body) > LONGEST_TEXT:
                limit = {"limit": Quantity(LONGEST_TEXT, "number")}
                raise CalculatorError(Problem(field.name, "too_long", TOO_LONG, limit))
            reading = Reading(body)
        case "day":
            reading = _read_day_field(field, body, lang)
        case _:
            reading = _read_number_field(field, body, lang)
    if isinstance(reading.value, Decimal | int | date) and (problem := bound_problem(field, reading.value)):
        raise CalculatorError(problem)
    return reading


def _chosen(field: Field, body: str) -> str:
    """The code of the choice that was named by code or by label."""
    for choice in field.choices:
        if body.lower() in (
            choice.code,
            choice.label.nl.lower(),
            choice.label.en.lower(),
        ):
            return choice.code
    codes = Quantity(", ".join(choice.code for choice in field.choices), "text")
    raise CalculatorError(Problem(field.name, "not_a_choice", NOT_A_CHOICE, {"choices": codes}))


def _read_day_field(field: Field, body: str, lang: Lang) -> Reading:
    try:
        reading = read_day(body, lang)
    except UnreadableDayError:
        raise _problem(field, "not_a_day", NOT_A_DAY) from None
    if reading.other is None:
        return Reading(reading.value)
    return Reading(reading.value, written_day(reading.value, lang), typed_day(reading.other, lang))


def _read_number_field(field: Field, body: str, lang: Lang) -> Reading:
    try:
        reading = read_number(body, lang, euro=field.unit == "EUR", percent=field.kind == "percent")
    except UnreadableNumberError as error:
        raise _problem(field, error.code, error.text) from None
    value: Decimal | int = reading.value
    if field.kind == "whole":
        if reading.value != reading.value.to_integral_value():
            raise _problem(field, "not_whole", NOT_WHOLE)
        value = int(reading.value)
    elif field.kind == "percent":
        value = reading.value / HUNDRED
    if reading.other is None or (field.kind == "whole" and reading.other != reading.other.to_integral_value()):
        return Reading(value)
    unit: Unit = "number" if field.kind == "percent" else field.unit
    read_as = written(Quantity(reading.value, unit), lang) + ("%" if field.kind == "percent" else "")
    return Reading(value, read_as, written_number(reading.other, lang))

"""How a calculator declares what it takes and what it answers, once, for everybody."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from calculators.core.errors import Problem
from calculators.core.money import plain
from calculators.core.results import Quantity, Result, Source, Tone, Unit, Value
from calculators.core.text import Text

Kind = Literal["money", "percent", "number", "whole", "day", "choice", "text", "table"]
TableValue = tuple[tuple[Value | None, ...], ...]
InputValue = Value | TableValue | None

HUNDRED = Decimal(100)
YES = "yes"
NO = "no"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the codes that a choice takes, with its name; `tone` marks a verdict beside the words."""

    code: str
    label: Text
    tone: Tone = "neutral"


YES_OR_NO = (Choice(YES, Text("ja", "yes")), Choice(NO, Text("nee", "no")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input: what it is, its bounds, its default and how it is named.

    `default`, `minimum` and `maximum` are plain text as the command line takes it in English:
    `1234.56`, a percentage in percent (`12.5`), a day as `2024-05-31`, a table as `0:0 10000:5`.
    Bounds are inclusive. An optional field has the default `""` and the value None.
    `only_when` names a choice field and the code with which this field is used.
    """

    name: str
    kind: Kind
    unit: Unit
    label: Text
    help: Text
    default: str
    minimum: str | None = None
    maximum: str | None = None
    optional: bool = False
    choices: tuple[Choice, ...] = ()
    columns: tuple["Field", ...] = ()
    maximum_rows: int = 20
    only_when: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """One answer, or one column of a table that is answered."""

    name: str
    unit: Unit
    label: Text
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is answered."""

    name: str
    label: Text
    columns: tuple[Output, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculator:
    """A calculator: its declaration and the function that computes it.

    `calculate` takes the values of `fields` by name and returns the `answers` and `tables` named here.
    `headline` names the answer that is shown first and large.
    """

    name: str
    title: Text
    purpose: Text
    fields: tuple[Field, ...]
    answers: tuple[Output, ...]
    headline: str
    calculate: Callable[..., Result]
    tables: tuple[Table, ...] = ()
    sources: tuple[Source, ...] = ()


def plain_value(field: Field, text: str) -> Value:
    """The typed value of plain text (see `Field`), for any kind but a table."""
    match field.kind:
        case "money" | "number":
            return Decimal(text)
        case "percent":
            return Decimal(text) / HUNDRED
        case "whole":
            return int(text)
        case "day":
            return date.fromisoformat(text)
        case _:
            return text


def plain_text(value: Value) -> str:
    """The value as programs read it: `1234.56`, `0.125` for a share, `2024-05-31`."""
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def as_quantity(field: Field, value: Value) -> Quantity:
    """The value of a field with its unit."""
    return Quantity(
        plain(value) if isinstance(value, Decimal) and field.unit != "EUR" else value,
        field.unit,
    )


def bound_problem(field: Field, value: Value) -> Problem | None:
    """The problem with a value outside the bounds of its field, or None."""
    for code, bound in (("too_small", field.minimum), ("too_large", field.maximum)):
        if bound is None:
            continue
        limit = plain_value(field, bound)
        beyond = value < limit if code == "too_small" else value > limit  # type: ignore[operator]  # both are of the field's kind
        if beyond:
            return Problem(
                field.name,
                code,
                BOUND_TEXTS[code],
                {"limit": as_quantity(field, limit)},
            )
    return None


BOUND_TEXTS = {
    "too_small": Text("Vul {limit} of meer in.", "Enter {limit} or more."),
    "too_large": Text("Vul {limit} of minder in.", "Enter {limit} or less."),
}

"""Inputs: what a field takes, and one constructor for each kind, so that a declaration reads as a table.

Defaults and bounds are plain text, as the command line takes it in English: `1234.56`, a percentage in percent
(`12.5`), a day as `2024-05-31`, a table as `0:0 10000:5`. Bounds are inclusive. An optional field has the default `""`
and the value None. Labels and help stand in the words, under `fields.<name>.label` and `.help`; a column's under
`columns.<table>.<column>`, a choice's under `codes.<field>.<code>`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, TypedDict, Unpack

from calculators.core.money import plain
from calculators.core.problems import Problem
from calculators.core.quantities import Quantity, Unit, Value
from calculators.core.steps import Steps

Kind = Literal["money", "percent", "number", "whole", "day", "choice", "text", "table"]
Fold = Literal["never", "open", "closed"]
InputValue = Value | tuple[Any, ...] | None

HUNDRED: Final = Decimal(100)
YES: Final = "yes"
NO: Final = "no"
MOST_MONEY: Final = "100000000000"
FIRST_DAY: Final = "1990-01-01"
LAST_DAY: Final = "2099-12-31"
NUMERIC: Final[frozenset[Kind]] = frozenset({"money", "percent", "number", "whole"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input, or one column of a table that is typed.

    `only_when` names a choice field and the code with which this field counts. `tried` are the values between which a
    person slides and steps; the field holds more. `weak` marks a default that has no build-up of its own, and
    `built_by` the calculator whose main answer can take its place. A blank field takes the value of the one that
    `otherwise` names. `record` is the named tuple that a row of a table becomes; a `listed` table comes from a file,
    and a row of it with a fault is told and left out while the rest counts. What is `noted` is kept and printed with
    the figures and computes nothing. A `gate` is a choice that decides which fields count, and is asked for that
    alone, by their `only_when`. What is `private` stays out of a link unless the reader puts it in. A text has `lines`.
    """

    name: str
    kind: Kind
    unit: Unit
    default: str = ""
    minimum: str | None = None
    maximum: str | None = None
    optional: bool = False
    choices: tuple[str, ...] = ()
    only_when: tuple[str, str] | None = None
    tried: Steps | None = None
    weak: bool = False
    built_by: str | None = None
    columns: tuple["Field", ...] = ()
    record: Callable[..., tuple[Any, ...]] | None = None
    maximum_rows: int = 0
    listed: bool = False
    otherwise: str | None = None
    noted: bool = False
    gate: bool = False
    private: bool = False
    lines: int = 1

    @property
    def is_taken(self) -> bool:
        """Whether the formula takes the value."""
        return not (self.noted or self.gate)


@dataclass(frozen=True, slots=True)
class Closer:
    """A calculator that looks closer at the figures of a group.

    `figures` names, for each of its fields that can be filled, the field or the answer here. What stands in a field
    here is handed back.
    """

    calculator: str
    figures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together; a closed group has defaults that do for most people, an open one can be folded."""

    name: str
    fields: tuple[Field, ...]
    fold: Fold = "never"
    closer: Closer | None = None


class More(TypedDict, total=False):
    """What a field of any kind may say of itself, see `Field`."""

    default: str
    optional: bool
    only_when: tuple[str, str]
    tried: Steps
    weak: bool
    built_by: str
    otherwise: str
    noted: bool
    gate: bool
    private: bool


def group(name: str, *fields: Field, fold: Fold = "never", closer: Closer | None = None) -> Group:
    """A group of fields; its label stands under `groups.<name>`."""
    return Group(name, fields, fold, closer)


def money(name: str, *, minimum: str = "0", maximum: str = MOST_MONEY, **more: Unpack[More]) -> Field:
    """An amount in EUR."""
    return Field(name=name, kind="money", unit="EUR", minimum=minimum, maximum=maximum, **more)


def percent(name: str, *, minimum: str = "0", maximum: str | None = "100", **more: Unpack[More]) -> Field:
    """A percentage, typed in percent; its value is a fraction."""
    return Field(name=name, kind="percent", unit="fraction", minimum=minimum, maximum=maximum, **more)


def number(name: str, unit: Unit = "number", *, minimum: str = "0", maximum: str, **more: Unpack[More]) -> Field:
    """A number with decimals."""
    return Field(name=name, kind="number", unit=unit, minimum=minimum, maximum=maximum, **more)


def whole(name: str, unit: Unit = "number", *, minimum: str = "0", maximum: str, **more: Unpack[More]) -> Field:
    """A whole number."""
    return Field(name=name, kind="whole", unit=unit, minimum=minimum, maximum=maximum, **more)


def day(name: str, **more: Unpack[More]) -> Field:
    """A day of the calendar."""
    return Field(name=name, kind="day", unit="date", minimum=FIRST_DAY, maximum=LAST_DAY, **more)


def choice(name: str, *codes: str, **more: Unpack[More]) -> Field:
    """One of a few codes."""
    return Field(name=name, kind="choice", unit="code", choices=codes, **more)


def yes_or_no(name: str, **more: Unpack[More]) -> Field:
    """A choice of yes and no."""
    return choice(name, YES, NO, **more)


def text(name: str, *, lines: int = 1, **more: Unpack[More]) -> Field:
    """A text, a short one where it has one line."""
    return Field(name=name, kind="text", unit="text", lines=lines, **more)


def noted_row(*cells: Value | None) -> tuple[Value | None, ...]:
    """The row of a table that is only noted."""
    return cells


def typed_table(
    name: str,
    record: Callable[..., tuple[Any, ...]],
    *columns: Field,
    maximum_rows: int = 20,
    listed: bool = False,
    **more: Unpack[More],
) -> Field:
    """Rows of columns; each row becomes a `record`, a named tuple with the columns by name.

    A blank cell takes the default of its column, where it has one.
    """
    return Field(
        name=name,
        kind="table",
        unit="table",
        record=record,
        columns=columns,
        maximum_rows=maximum_rows,
        listed=listed,
        **more,
    )


def plain_value(field: Field, text: str) -> Value:
    """The typed value of plain text, for any kind but a table."""
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


def typed_number(field: Field, value: Decimal | int) -> Decimal:
    """The number that stands for a value where it is typed: a share in percent."""
    return plain(value * HUNDRED if field.unit == "fraction" else Decimal(value))


def plain_text(value: Value) -> str:
    """The value as programs read it: `1234.56`, `0.125` for a share, `2024-05-31`."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def as_quantity(field: Field, value: Value) -> Quantity:
    """The value of a field with its unit."""
    return Quantity(plain(value) if isinstance(value, Decimal) and field.unit != "EUR" else value, field.unit)


def bound_problem(field: Field, value: Value) -> Problem | None:
    """The problem with a value outside the bounds of its field, or None."""
    below, above = ("too_early", "too_late") if field.kind == "day" else ("too_small", "too_large")
    if field.minimum is not None and value < (limit := plain_value(field, field.minimum)):  # type: ignore[operator]  # of one kind
        return Problem(field.name, below, {"limit": as_quantity(field, limit)})
    if field.maximum is not None and value > (limit := plain_value(field, field.maximum)):  # type: ignore[operator]  # of one kind
        return Problem(field.name, above, {"limit": as_quantity(field, limit)})
    return None

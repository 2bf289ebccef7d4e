"""What a calculation answers: quantities, tables, pictures, and the steps and sources behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from calculators.core.text import Text

Unit = Literal[
    "EUR",  # money, to the cent
    "fraction",  # a share of one, written as a percentage
    "number",
    "days",
    "hours",
    "visits",
    "years",
    "phases",
    "date",
    "code",  # one of a few declared choices
    "text",
    "table",
]
Value = Decimal | int | date | str
Cell = Value | None
Row = tuple[Cell, ...]
Tone = Literal["good", "caution", "bad", "neutral"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its unit; a value of None is undefined, for the reason given."""

    value: Value | None
    unit: Unit
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a formula, rate or figure comes from; `checked` is the ISO day a person last looked."""

    title: Text
    address: str
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """How the answer `name` was reached.

    `formula` holds the names of inputs and answers between braces, and the signs + − × / ( ) between
    them, so that it can be written in words, be filled with the person's numbers, and be tested. What
    the signs cannot say (a rounding, a bound, a choice) is said in `note`.
    """

    name: str
    formula: str
    note: Text | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Points of a picture: a `line` through them, `steps` between them, a `level` (y only) or a `point`."""

    label: Text
    kind: Literal["line", "steps", "level", "point"]
    points: tuple[tuple[Decimal, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as declared series; who draws it decides how it looks.

    `description` says in a sentence what can be seen, with names of inputs and answers between braces.
    """

    name: str
    title: Text
    description: Text
    x_label: Text
    x_unit: Unit
    y_label: Text
    y_unit: Unit
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that a calculation answers.

    `headline` is the answer in one sentence, with names of inputs and answers between braces;
    `tone` tells a screen how to mark it beside the words.
    """

    headline: Text
    tone: Tone
    answers: Mapping[str, Quantity]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Text, ...] = ()

"""Quantities: a value with its unit, or none with the reason."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from calculators.core.money import plain, to_cent, to_fraction

Unit = Literal[
    "EUR",  # money, to the cent
    "fraction",  # a share of one, written as a percentage
    "percentage_points",  # the difference of two shares, as a fraction of one
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


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its unit; a value of None is undefined, for the reason whose words stand under `reasons.<code>`."""

    value: Value | None
    unit: Unit
    reason: str | None = None


def euro(amount: Decimal) -> Quantity:
    """An amount in EUR, rounded to the cent."""
    return Quantity(to_cent(amount), "EUR")


def fraction(share: Decimal) -> Quantity:
    """A share of one, to ten decimals."""
    return Quantity(to_fraction(share), "fraction")


def percentage_points(difference: Decimal) -> Quantity:
    """The difference of two shares, to ten decimals."""
    return Quantity(to_fraction(difference), "percentage_points")


def number(value: Decimal, unit: Unit = "number") -> Quantity:
    """A number, or a count of something, to two decimals, which stay where it had to be rounded."""
    hundredths = to_cent(value)
    return Quantity(plain(value) if hundredths == value else hundredths, unit)


def undefined(unit: Unit, reason: str) -> Quantity:
    """An answer that has no meaning with this input, and the code of the reason."""
    return Quantity(None, unit, reason)

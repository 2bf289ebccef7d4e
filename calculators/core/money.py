"""Money and shares: how they are rounded, once, for everybody."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from calculators.core.results import Quantity, Unit
from calculators.core.text import Text

CENT: Final = Decimal("0.01")
FRACTION_STEP: Final = Decimal("0.0000000001")
WIDE: Final = Context(prec=200)  # digits; a nearly empty margin makes figures longer than the 28 that are usual


def rounded(value: Decimal, step: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value in whole steps, however long it is; nothing is never written as minus nothing."""
    steps = value.quantize(step, rounding, WIDE)
    return steps or steps.copy_abs()


def to_cent(amount: Decimal) -> Decimal:
    """The amount in EUR to the cent, half a cent up (away from zero)."""
    return rounded(amount, CENT)


def to_fraction(share: Decimal) -> Decimal:
    """The share to ten decimals, without trailing zeros."""
    return plain(rounded(share, FRACTION_STEP))


def plain(number: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    short = number.normalize(WIDE)
    return rounded(short, Decimal(1)) if short == short.to_integral_value() else short


def euro(amount: Decimal) -> Quantity:
    """An amount in EUR, rounded to the cent."""
    return Quantity(to_cent(amount), "EUR")


def fraction(share: Decimal) -> Quantity:
    """A share of one, to ten decimals."""
    return Quantity(to_fraction(share), "fraction")


def number(value: Decimal, unit: Unit = "number") -> Quantity:
    """A number, or a count of something, to two decimals."""
    return Quantity(plain(to_cent(value)), unit)


def undefined(unit: Unit, nl: str, en: str) -> Quantity:
    """An answer that has no meaning with this input, and why."""
    return Quantity(None, unit, Text(nl, en))


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts in EUR that were each rounded before."""
    return sum(amounts, Decimal("0.00"))

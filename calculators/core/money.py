"""Rounding of money and shares, once, for everybody."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

CENT: Final = Decimal("0.01")
FRACTION_STEP: Final = Decimal("0.0000000001")
WIDE: Final = Context(prec=200)  # digits; a nearly empty margin makes figures longer than the 28 that are usual


def rounded(value: Decimal, step: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value in whole steps, however long it is; nothing is never written as minus nothing."""
    steps = value.quantize(step, rounding, WIDE)
    return steps or steps.copy_abs()


def to_cent(amount: Decimal) -> Decimal:
    """The amount in EUR to the cent, half a cent up (away from zero)."""
    cents = amount.quantize(CENT, ROUND_HALF_UP, WIDE)  # as `rounded` does: this is what a list does most often
    return cents or cents.copy_abs()


def to_fraction(share: Decimal) -> Decimal:
    """The share to ten decimals, without trailing zeros."""
    return plain(rounded(share, FRACTION_STEP))


def plain(number: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    short = number.normalize(WIDE)
    return rounded(short, Decimal(1)) if short == short.to_integral_value() else short


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts in EUR that were each rounded before."""
    return sum(amounts, Decimal("0.00"))

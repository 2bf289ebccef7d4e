"""Quantities as people read them: with their unit, rounded to what people use."""

from datetime import date
from decimal import Decimal
from typing import Final

from calculators.core.fields import HUNDRED, NO, YES
from calculators.core.money import plain, rounded
from calculators.core.quantities import Quantity, Unit
from calculators.core.words import Words
from calculators.present.days import written_day
from calculators.present.numbers import MINUS, NO_BREAK_SPACE, written_number

COUNTED: Final[frozenset[Unit]] = frozenset({"days", "hours", "visits", "years", "phases"})
DECIMALS_SHOWN: Final = 2
# A number with more is a computed one: shares are held to ten decimals, eight of a percentage.
DECIMALS_TYPED: Final = 6
# What a spreadsheet takes for the beginning of a formula, where a text begins so.
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")


def written_amount(amount: Decimal, words: Words, decimals: int | None = DECIMALS_SHOWN) -> str:
    """An amount in EUR: `€ 1.234,56`, `€1,234.56`, with the minus sign in front."""
    number = written_number(amount, words, decimals)
    minus = MINUS if number.startswith(MINUS) else ""
    amount_words = words["notation.amount"].format(number=number.removeprefix(MINUS))
    return minus + amount_words.replace(" ", NO_BREAK_SPACE)


def written_percentage(share: Decimal, words: Words, decimals: int = DECIMALS_SHOWN) -> str:
    """A share as a percentage: `12,5%`, a computed one with at most so many decimals."""
    return f"{_hundredths(share, words, decimals)}%"


def written(quantity: Quantity, words: Words, name: str = "", decimals: int = DECIMALS_SHOWN) -> str:
    """The quantity as a person reads it; `name` is that of the field or answer, by which a code has its label.

    `decimals` is the most that a computed percentage shows.
    """
    value, unit = quantity.value, quantity.unit
    if value is None:
        return words["undefined"]
    if isinstance(value, date):
        return written_day(value, words)
    if isinstance(value, str):
        return code_label(name, value, words) if unit == "code" else value
    if unit == "EUR":
        return written_amount(Decimal(value), words)
    if unit == "fraction":
        return written_percentage(Decimal(value), words, decimals)
    if unit == "percentage_points":
        return _counted(_hundredths(Decimal(value), words, decimals), unit, words, is_one=value * HUNDRED == 1)
    number = written_number(value, words, _decimals_of(value))
    return _counted(number, unit, words, is_one=value == 1) if unit in COUNTED else number


def code_label(name: str, code: str, words: Words) -> str:
    """The label of a choice, by the name of its field, answer or column."""
    own = f"codes.{name}.{code}"
    return words[f"codes.yes_or_no.{code}" if code in (YES, NO) and own not in words else own]


def _hundredths(share: Decimal, words: Words, decimals: int) -> str:
    """The share in hundredths: whole where a person typed it so, with so many decimals where it was computed."""
    hundredths = plain(share * HUNDRED)
    is_short = -int(hundredths.as_tuple().exponent) <= DECIMALS_TYPED
    return written_number(hundredths if is_short else plain(rounded(hundredths, Decimal(1).scaleb(-decimals))), words)


def _decimals_of(value: Decimal | int) -> int:
    """How many decimals a number shows: those that it was typed with or rounded to, two where it was computed."""
    decimals = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    if decimals > DECIMALS_TYPED:
        return DECIMALS_SHOWN if value != int(value) else 0
    return max(decimals, 0)


def _counted(number: str, unit: Unit, words: Words, *, is_one: bool) -> str:
    return f"{number}{NO_BREAK_SPACE}{words[f'units.{unit}.{1 if is_one else 2}']}"

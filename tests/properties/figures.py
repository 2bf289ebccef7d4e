"""Figures as people have them, for the property tests."""

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from calculators.catalogue import declaration
from calculators.core.results import Result
from calculators.evaluation.question import default_value
from calculators.pricing.ladders import Ladder, LadderRow

CENT = Decimal("0.01")
TINY = Decimal("1e-9")


def amounts(least: str = "0", most: str = "10000000") -> st.SearchStrategy[Decimal]:
    """Amounts in EUR, to the cent."""
    return st.decimals(Decimal(least), Decimal(most), places=2)


def shares(least: str = "0", most: str = "1") -> st.SearchStrategy[Decimal]:
    """Fractions to four decimals: percentages as people type them."""
    return st.decimals(Decimal(least), Decimal(most), places=4)


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """Ladders of one to eight rows that start at 0, ascend, and never give less further up."""
    count = draw(st.integers(0, 7))
    starts = draw(st.lists(amounts("0.01", "1000000"), min_size=count, max_size=count, unique=True))
    discounts = draw(st.lists(shares("0", "0.95"), min_size=count + 1, max_size=count + 1))
    return tuple(map(LadderRow, [Decimal(0), *sorted(starts)], sorted(discounts)))


def half_up(exact: Fraction) -> Decimal:
    """An amount in EUR, not below 0, that was worked out exactly, to the cent."""
    return Decimal(math.floor(exact * 100 + Fraction(1, 2))) / 100


def result_of(name: str, **changed: Any) -> Result:
    """The result of a calculator with some typed values, and the defaults for the others."""
    declared = declaration(name)
    values = {field.name: default_value(field) for field in declared.fields if field.is_taken}
    return declared.formula(**{**values, **changed})


def value(result: Result, name: str) -> Any:
    """The value of an answer."""
    return result.answers[name].value

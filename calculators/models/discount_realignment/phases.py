"""The phases in which a discount comes down, and what they bring in the first year."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from calculators.core.money import plain, rounded, to_cent, to_fraction
from calculators.core.problems import Problem
from calculators.core.quantities import fraction

HALF_POINT: Final = Decimal("0.005")
HUNDREDTH_POINT: Final = Decimal("0.0001")  # the finest that a sentence shows of a discount
MONTHS_OF_A_YEAR: Final = 12


class PhaseDiscount(NamedTuple):
    """A row that a person typed: the discount after a phase, a fraction of the list price."""

    discount: Decimal


class Phase(NamedTuple):
    """A phase, counted from 1, compared with today.

    `discount` is what the customer has after it, `net_price_rise` how much more it then pays for the same goods (None
    where it pays nothing now), both fractions; `yearly_effect` is EUR a year. `months` are those that the phase is in
    force in the first year, and `first_year_effect` what it brings in them, in EUR.
    """

    phase: int
    discount: Decimal
    net_price_rise: Decimal | None
    yearly_effect: Decimal
    months: Decimal
    first_year_effect: Decimal


def rounded_discounts(current: Decimal, target: Decimal, count: int) -> list[Decimal]:
    """The discounts after each of at most `count` equal steps from `current` down to `target`, which is the last.

    All but the last are whole half percentage points. Steps that fall on the same half point are one, so that a small
    difference takes fewer phases.
    """
    grid = [_half_points(current - (current - target) * step / count) for step in range(count + 1)]
    between = [after for before, after in pairwise(grid[:-1]) if grid[-1] < after < before]
    return [*between, target]


def _half_points(share: Decimal) -> Decimal:
    return plain(rounded(share / HALF_POINT, Decimal(1)) * HALF_POINT)


def phase_problems(
    field: str, typed: Sequence[PhaseDiscount], current: Decimal, target: Decimal | None
) -> list[Problem]:
    """What is wrong with the discounts that a person typed in the table `field`.

    They fall, from below `current` to no lower than `target`, which is None where the ladder itself is wrong.
    """
    given = ("list_revenue", "current_discount", "ladder", "ladder_basis")
    if typed and target is not None and to_fraction(current - target) <= 0:
        return [Problem(field, "nothing_to_bring_down", depends_on=given)]
    problems = []
    for row, (before, after) in enumerate(pairwise([current, *(discount for (discount,) in typed)])):
        if target is not None and to_fraction(after) < to_fraction(target):
            least = fraction(rounded(target, HUNDREDTH_POINT, ROUND_CEILING))
            problems.append(Problem(field, "below_the_ladder", {"limit": least}, given, row, 0))
        elif after >= before:
            depends_on = () if row else ("current_discount",)
            problems.append(Problem(field, "phase_not_lower", {"limit": fraction(before)}, depends_on, row, 0))
    return problems


def part_of_first_year(phase: int, count: int, months: int, yearly_effect: Decimal) -> tuple[Decimal, Decimal]:
    """The months that a phase is in force in the first `months` months, and what it brings in them, in EUR to the cent.

    The `count` phases follow each other evenly over twelve months from the day of the first one: of four, one starts
    each quarter.
    """
    # In parts of a month, of which there are as many as phases: whole, so that the amount is divided only once.
    parts = min(MONTHS_OF_A_YEAR, max(0, count * months - MONTHS_OF_A_YEAR * (phase - 1)))
    return to_fraction(Decimal(parts) / count), to_cent(yearly_effect * parts / (MONTHS_OF_A_YEAR * count))

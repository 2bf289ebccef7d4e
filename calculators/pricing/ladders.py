"""Discount ladders (kortingsstaffels): what a ladder gives, in both of its readings, and where it bites.

A ladder is rows of (list revenue from, discount as a fraction); lower bounds are inclusive. Read for all units
("over het geheel") the discount of the row reached counts for the whole revenue; read incrementally ("per schijf")
each discount counts for the part of the revenue in its own slice. The ladder is measured on list revenue, or the
discount would depend on itself.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from calculators.core.fields import Field, choice, money, percent, typed_table
from calculators.core.money import CENT, rounded, to_cent
from calculators.core.problems import Problem


class LadderRow(NamedTuple):
    """A step of a ladder: the list revenue in EUR a year from which the discount, a fraction, counts."""

    start: Decimal
    discount: Decimal


class DeadZone(NamedTuple):
    """Where an all-units customer pays less by ordering up to a higher step; all three in EUR a year.

    Above `start` and below `until`, both list revenue, ordering up to `until` is cheaper; at `start` itself it costs
    the same. The largest saving is that of a customer just below a step in the zone.
    """

    start: Decimal
    until: Decimal
    largest_saving: Decimal


class LadderSlice(NamedTuple):
    """The `part` of a list revenue that lies from `start` until `until` in an incremental ladder, and its discount.

    All in EUR a year but `discount`, a fraction; `until` is None where the ladder has no end.
    """

    revenue: Decimal
    start: Decimal
    until: Decimal | None
    part: Decimal
    discount: Decimal
    amount: Decimal


Ladder = tuple[LadderRow, ...]
Basis = Literal["all_units", "incremental"]

ALL_UNITS: Final = "all_units"
INCREMENTAL: Final = "incremental"
ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)


def ladder_problems(field: str, ladder: Ladder) -> list[Problem]:
    """Everything that is wrong with the ladder in the table `field`, which has at least one row."""
    problems = []
    if ladder[0][0] != 0:
        problems.append(Problem(field, "not_from_zero", row=0, column=0))
    for row, (_, discount) in enumerate(ladder):
        if discount >= 1:
            problems.append(Problem(field, "discount_too_large", row=row, column=1))
    for row, ((lower, less), (start, discount)) in enumerate(pairwise(ladder), start=1):
        if start <= lower:
            problems.append(Problem(field, "not_ascending", row=row, column=0))
        if discount < less:
            problems.append(Problem(field, "discount_falls", row=row, column=1))
    return problems


def step_discount(ladder: Ladder, list_revenue: Decimal) -> Decimal:
    """The discount of the row that the list revenue has reached, as a fraction."""
    return next(discount for start, discount in reversed(ladder) if start <= list_revenue)


def discount_amount(ladder: Ladder, basis: Basis, list_revenue: Decimal) -> Decimal:
    """The discount in EUR that the ladder gives on the list revenue, not rounded."""
    if basis == ALL_UNITS:
        return list_revenue * step_discount(ladder, list_revenue)
    return sum((part * discount for _, _, part, discount in _parts(ladder, list_revenue)), ZERO)


def ladder_slices(ladder: Ladder, list_revenue: Decimal) -> list[LadderSlice]:
    """The slices that the list revenue reaches in an incremental ladder.

    Their amounts add up to `discount_amount`, rounded once, so that an amount may be a cent off its own part.
    """
    found, given = [], ZERO
    for start, until, part, discount in _parts(ladder, list_revenue):
        amount = to_cent(given + part * discount) - to_cent(given)
        given += part * discount
        found.append(
            LadderSlice(
                to_cent(list_revenue), to_cent(start), until and to_cent(until), to_cent(part), discount, amount
            )
        )
    return found


def _parts(ladder: Ladder, list_revenue: Decimal) -> Iterator[tuple[Decimal, Decimal | None, Decimal, Decimal]]:
    """The start, end, part and discount of each slice that the list revenue reaches."""
    for (start, discount), until in zip(ladder, _ends(ladder), strict=True):
        if start < list_revenue:
            yield start, until, (list_revenue if until is None else min(until, list_revenue)) - start, discount


def _ends(ladder: Ladder) -> list[Decimal | None]:
    return [*(start for start, _ in ladder[1:]), None]


def effective_discount(ladder: Ladder, basis: Basis, list_revenue: Decimal) -> Decimal:
    """The discount that the ladder gives, as a fraction of the whole list revenue; at 0 that of the first row."""
    if basis == ALL_UNITS or not list_revenue:
        return step_discount(ladder, list_revenue)
    return discount_amount(ladder, basis, list_revenue) / list_revenue


def revenue_needed_for(ladder: Ladder, basis: Basis, discount: Decimal) -> Decimal | None:
    """The lowest list revenue at which the effective discount is `discount` or more, up to the cent; None if none is.

    An incremental ladder only comes near its top rate, so that rate itself is out of reach unless it is also the first.
    """
    if discount <= ladder[0][1]:
        return ZERO
    if basis == ALL_UNITS:
        return next((start for start, step in ladder if step >= discount), None)
    for (start, step), end in zip(ladder, _ends(ladder), strict=True):
        if step > discount:
            short = step * start - discount_amount(ladder, INCREMENTAL, start)
            needed = rounded(short / (step - discount), CENT, ROUND_CEILING)
            if end is None or needed <= end:
                return needed
    return None


def dead_zones(ladder: Ladder) -> Iterator[DeadZone]:
    """The dead zones of an all-units ladder, ascending and not rounded; zones that touch are one."""
    pending: DeadZone | None = None
    for row, ((start, discount), (until, _)) in enumerate(pairwise(ladder), start=1):
        cheapest = min(step * (ONE - share) for step, share in ladder[row:])
        begin = cheapest / (ONE - discount)
        if begin >= until:
            continue
        saving = until * (ONE - discount) - cheapest
        if pending and pending.until == start and begin < start:
            pending = DeadZone(pending.start, until, max(pending.largest_saving, saving))
            continue
        if pending:
            yield pending
        pending = DeadZone(max(start, begin), until, saving)
    if pending:
        yield pending


def ladder_fields(*, optional: bool = False) -> tuple[Field, Field]:
    """The fields of a ladder, and of how it is read; an optional one starts empty."""
    start, discount = money("from"), percent("discount", maximum=None)
    default = "" if optional else "0:0 10000:5 25000:10"
    return (
        typed_table("ladder", LadderRow, start, discount, default=default, optional=optional),
        choice("ladder_basis", ALL_UNITS, INCREMENTAL, default=ALL_UNITS),
    )

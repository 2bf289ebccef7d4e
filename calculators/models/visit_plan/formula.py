"""The visits, hours, salespeople and costs of a visit programme, and what each segment can carry."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from typing import Final, NamedTuple

from calculators.core.money import plain, rounded, to_cent, to_fraction, total
from calculators.core.quantities import euro, number
from calculators.core.results import Result

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)

WITHIN: Final = "within"
TOO_MANY: Final = "too_many"
NOT_WITHOUT_VISITS: Final = "not_without_visits"
UNKNOWN: Final = "unknown"
SHORT: Final = {TOO_MANY, NOT_WITHOUT_VISITS}


class Segment(NamedTuple):
    """Customers that are visited alike; visits a year and gross profit, in EUR a year, are those of one customer."""

    name: str
    customers: int
    visits_per_year: Decimal
    hours_per_visit: Decimal
    gross_profit_per_customer: Decimal | None

    @property
    def visits(self) -> Decimal:
        """The visits of all its customers in a year."""
        return self.customers * self.visits_per_year

    @property
    def hours(self) -> Decimal:
        """The hours of all its visits in a year."""
        return self.visits * self.hours_per_visit


class SegmentPlan(NamedTuple):
    """What a segment takes in a year, beside what it was given, so that a person can multiply each row out.

    `visits_carried`, whole ones, and `room_for_visits`, in EUR a year, are those of one customer.
    """

    name: str
    verdict: str
    visits_carried: int | None
    customers: int
    visits_per_year: Decimal
    visits: Decimal
    hours_per_visit: Decimal
    hours: Decimal
    room_for_visits: Decimal | None
    cost_per_visit: Decimal
    costs: Decimal
    share: Decimal | None


def visit_plan(
    *,
    segments: Sequence[Segment],
    hours_per_rep: Decimal,
    cost_per_rep: Decimal,
    other_costs_per_customer: Decimal,
    target_contribution: Decimal,
) -> Result:
    """The visits, hours, salespeople and costs of a visit programme, and what each segment can carry.

    `hours_per_rep` are the selling hours of one salesperson a year, `cost_per_rep` is what that salesperson costs in
    EUR a year: an hour of a visit costs the one divided by the other, and both hours are above 0. Other costs, in EUR a
    year, and the target, a fraction of gross profit, come off what a customer has for visits, which is rounded to the
    cent. Costs are rounded to the cent for each segment, and the total adds them.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/visit-programme.
    """
    visits = sum((segment.visits for segment in segments), ZERO)
    hours = sum((segment.hours for segment in segments), ZERO)
    reps = hours / hours_per_rep
    rows = []
    for segment in segments:
        room = _room_for_visits(segment.gross_profit_per_customer, other_costs_per_customer, target_contribution)
        rows.append(_planned(segment, room, visits, hours_per_rep, cost_per_rep))
    verdicts = [row.verdict for row, segment in zip(rows, segments, strict=True) if segment.customers]
    return Result(
        headline=_headline(visits, verdicts),
        answers={
            "reps_needed": number(reps),
            "reps_needed_whole": number(rounded(reps, ONE, ROUND_CEILING)),
            "visits": number(visits, "visits"),
            "hours_needed": number(hours, "hours"),
            "cost_per_selling_hour": euro(cost_per_rep / hours_per_rep),
            "visit_costs": euro(total(row.costs for row in rows)),
            "segments_short": number(Decimal(sum(verdict in SHORT for verdict in verdicts))),
        },
        tables={"segments": rows},
    )


def _room_for_visits(gross_profit: Decimal | None, other_costs: Decimal, target: Decimal) -> Decimal | None:
    """What one customer has for visits, in EUR a year to the cent; below 0 where too little is left without visits."""
    if gross_profit is None:
        return None
    return to_cent(gross_profit - other_costs - max(ZERO, gross_profit) * target)


def _planned(
    segment: Segment, room: Decimal | None, all_visits: Decimal, hours_per_rep: Decimal, cost_per_rep: Decimal
) -> SegmentPlan:
    hours_times_cost = segment.hours_per_visit * cost_per_rep
    return SegmentPlan(
        name=segment.name,
        verdict=_verdict(segment.visits_per_year, room, hours_times_cost, hours_per_rep),
        visits_carried=_visits_carried(room, hours_times_cost, hours_per_rep),
        customers=segment.customers,
        visits_per_year=plain(segment.visits_per_year),
        visits=plain(to_cent(segment.visits)),
        hours_per_visit=plain(segment.hours_per_visit),
        hours=plain(to_cent(segment.hours)),
        room_for_visits=room,
        cost_per_visit=to_cent(hours_times_cost / hours_per_rep),
        costs=to_cent(segment.hours * cost_per_rep / hours_per_rep),
        share=to_fraction(segment.visits / all_visits) if all_visits else None,
    )


def _visits_carried(room: Decimal | None, hours_times_cost: Decimal, hours_per_rep: Decimal) -> int | None:
    """The whole visits that the room pays for, 0 at least; None where room is unknown or a visit costs nothing.

    A visit costs `hours_times_cost` / `hours_per_rep`; that is never rounded here, or one that just fits might not.
    """
    if room is None or not hours_times_cost:
        return None
    return max(0, int(room * hours_per_rep // hours_times_cost))


def _verdict(visits_per_year: Decimal, room: Decimal | None, hours_times_cost: Decimal, hours_per_rep: Decimal) -> str:
    """The code of the verdict, money against money: visits a year need not be whole, as the visits carried are."""
    if room is None:
        return UNKNOWN
    if room < 0:
        return NOT_WITHOUT_VISITS
    return TOO_MANY if visits_per_year * hours_times_cost > room * hours_per_rep else WITHIN


def _headline(visits: Decimal, verdicts: Sequence[str]) -> str:
    """The code of the first sentence, by the verdicts of the segments that have customers."""
    if not visits:
        return "no_visits"
    if SHORT.intersection(verdicts):
        return "short"
    return "counted" if UNKNOWN in verdicts else "fits"

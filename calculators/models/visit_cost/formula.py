"""What a customer contributes after the cost of the visits."""

from decimal import Decimal
from typing import Final

from calculators.core.data_files import json_file
from calculators.core.money import to_cent
from calculators.core.quantities import Quantity, euro, fraction, undefined
from calculators.core.results import Coordinates, Result, Span
from calculators.core.sources import Source

WEAK_COST: Final[str] = next(
    figure["from"] for figure in json_file("data", "visit_costs")["figures"] if figure["name"] == "source_article"
)
COST_OF_2019: Final = Source("cost_of_2019", checked="2026-11-23")
PICTURE_REACH: Final = 2  # the picture runs to twice today's visits, or twice the most that meets the target


def visit_cost(
    *,
    revenue: Decimal,
    gross_margin: Decimal,
    visits: int,
    cost_per_visit: Decimal,
    other_costs: Decimal,
    target_contribution: Decimal,
) -> Result:
    """What a customer contributes after the cost of the visits.

    Money in EUR a year, `gross_margin` and `target_contribution` as fractions of `revenue`. Gross profit is rounded
    to the cent; the target, `target_contribution` x `revenue`, never is, and is met by a contribution that equals it.
    Where not even 0 visits meet it, and where a visit costs nothing, there is no `maximum_visits`.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/visit-programme.
    """
    gross_profit = to_cent(revenue * gross_margin)
    visit_costs = to_cent(visits * cost_per_visit)
    contribution = gross_profit - visit_costs - other_costs
    target = target_contribution * revenue
    before_visits = gross_profit - other_costs
    room = before_visits - target
    no_maximum = _no_maximum(room, cost_per_visit)
    maximum = None if no_maximum else int(room // cost_per_visit)
    over = None if maximum is None else max(0, visits - maximum)
    return Result(
        headline=_headline(_verdict(contribution, target), contribution, room, maximum, visit_costs, other_costs),
        answers={
            "contribution": euro(contribution),
            "verdict": Quantity(_verdict(contribution, target), "code"),
            "maximum_visits": Quantity(maximum, "visits", no_maximum),
            "visits_over_maximum": Quantity(over, "visits", no_maximum),
            "visit_costs": euro(visit_costs),
            "visit_cost_share": _share(visit_costs, revenue),
            "gross_profit": euro(gross_profit),
            "contribution_share": _share(contribution, revenue),
            "break_even_revenue_per_visit": _break_even_per_visit(cost_per_visit, gross_margin),
            "break_even_revenue": _break_even(visit_costs + other_costs, gross_margin, target_contribution),
        },
        plots={
            "contribution_by_visits": _by_visits(visits, maximum, before_visits, cost_per_visit, target),
        },
        bars={"from_margin_to_contribution": _build_up(gross_profit, visit_costs, other_costs)},
        sources=(COST_OF_2019,) if cost_per_visit == Decimal(WEAK_COST) else (),
    )


def _verdict(contribution: Decimal, target: Decimal) -> str:
    """The code of the verdict; a contribution that meets the target exactly, at 0 or above, is profitable."""
    if contribution < 0:
        return "loss"
    return "profitable" if contribution >= target else "below_target"


def _headline(
    verdict: str, contribution: Decimal, room: Decimal, maximum: int | None, visit_costs: Decimal, other_costs: Decimal
) -> str:
    """The code of the first sentence: it says which costs were counted, and whether fewer visits can help."""
    if verdict != "profitable":
        if room < 0:
            return f"{verdict}_at_any_number"
        return verdict if maximum else f"{verdict}_with_any_visit"
    if not contribution:
        return "break_even"
    if other_costs:
        return "covers_all_costs" if visit_costs else "covers_other_costs"
    return "covers_visit_costs" if visit_costs else "no_costs_counted"


def _share(amount: Decimal, revenue: Decimal) -> Quantity:
    return fraction(amount / revenue) if revenue else undefined("fraction", "no_revenue")


def _no_maximum(room: Decimal, cost_per_visit: Decimal) -> str | None:
    """The code of the reason why no number of visits is the most that meets the target, or None where one is.

    A target that is missed without visits goes first: that they cost nothing does not help then.
    """
    if room < 0:
        return "missed_without_visits"
    return None if cost_per_visit else "visits_cost_nothing"


def _break_even_per_visit(cost_per_visit: Decimal, gross_margin: Decimal) -> Quantity:
    return euro(cost_per_visit / gross_margin) if gross_margin else undefined("EUR", "no_margin")


def _break_even(costs: Decimal, gross_margin: Decimal, target_contribution: Decimal) -> Quantity:
    if gross_margin <= target_contribution:
        return undefined("EUR", "margin_within_target")
    return euro(costs / (gross_margin - target_contribution))


def _by_visits(
    visits: int, maximum: int | None, before_visits: Decimal, cost_per_visit: Decimal, target: Decimal
) -> dict[str, Coordinates]:
    """Contribution against the number of visits, with today, the target and break-even."""
    if not cost_per_visit:
        return {}
    last = PICTURE_REACH * max(visits, maximum or 0, 1)
    break_even = before_visits / cost_per_visit
    return {
        "contribution": [(Decimal(count), before_visits - count * cost_per_visit) for count in (0, last)],
        "target": [(Decimal(0), target)] if target else [],
        "today": [(Decimal(visits), before_visits - visits * cost_per_visit)],
        "break_even": [(break_even, Decimal(0))] if 0 <= break_even <= last else [],
    }


def _build_up(gross_profit: Decimal, visit_costs: Decimal, other_costs: Decimal) -> dict[str, Span]:
    """Gross profit, and what each cost that was counted takes off it."""
    after_visits = gross_profit - visit_costs
    contribution = after_visits - other_costs
    counted = {"other_costs": (after_visits, contribution)} if other_costs else {}
    return {
        "gross_profit": (Decimal(0), gross_profit),
        "visit_costs": (gross_profit, after_visits),
        **counted,
        "contribution": (Decimal(0), contribution),
    }

"""What one field sales visit costs, built up by selling day or by selling hour."""

from decimal import Decimal
from typing import Any, Final, NamedTuple

from calculators.core.data_files import json_file
from calculators.core.money import to_cent
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity, Unit, euro, number, undefined
from calculators.core.results import Coordinates, Result, Span

DAYS: Final = "days"
HOURS: Final = "hours"
YEARLY_COSTS: Final = ("annual_pay", "employer_charges", "car_and_travel", "support_share")
PUBLISHED: Final[list[dict[str, Any]]] = json_file("data", "visit_costs")["figures"]
LOWEST: Final = min(Decimal(figure["from"]) for figure in PUBLISHED)
HIGHEST: Final = max(Decimal(figure["until"]) for figure in PUBLISHED)
# The curve runs from half to twice today's visits, in steps of a fortieth: it bends most at the start.
CURVE: Final = tuple(Decimal(fortieths) / 40 for fortieths in range(20, 81))
STEPS: Final = {
    DAYS: ("annual_cost", "visits_by_days", "cost_by_days"),
    HOURS: ("annual_cost", "selling_hours", "cost_per_selling_hour", "visits_by_hours", "cost_by_hours"),
}


class PublishedCost(NamedTuple):
    """A published cost of a visit, in EUR from `low` up to and including `high`, and how the person's compares."""

    figure: str
    low: Decimal
    high: Decimal
    certainty: str
    compared: str


def cost_per_visit(
    *,
    annual_pay: Decimal,
    employer_charges: Decimal,
    car_and_travel: Decimal,
    support_share: Decimal,
    method: str,
    selling_days: Decimal,
    visits_per_day: Decimal,
    working_hours: Decimal,
    travel_hours: Decimal,
    preparation_hours: Decimal,
    hours_per_visit: Decimal,
) -> Result:
    """The average cost of one visit of one salesperson.

    Money in EUR a year, hours and days a year. With the method `days` the cost is divided over all visits, with
    `hours` over the hours that are left for selling; the fields of the other method do not count. Working hours and
    hours per visit are above 0, and so are selling days and visits per day.

    Raises:
        CalculatorError: travel and preparation leave no hours for selling.

    Source: published cases in `calculators/data/visit_costs.json`.
    """
    annual_cost = annual_pay + employer_charges + car_and_travel + support_share
    selling_hours = working_hours - travel_hours - preparation_hours
    if method == HOURS and selling_hours <= 0:
        raise CalculatorError(_no_selling_hours(working_hours, travel_hours, preparation_hours))
    visits = selling_hours / hours_per_visit if method == HOURS else selling_days * visits_per_day
    exact_cost = annual_cost * hours_per_visit / selling_hours if method == HOURS else annual_cost / visits
    cost = to_cent(exact_cost)
    yearly = dict(zip(YEARLY_COSTS, (annual_pay, employer_charges, car_and_travel, support_share), strict=True))
    return Result(
        headline=_headline(cost),
        answers={
            "cost_per_visit": euro(cost),
            "annual_cost": euro(annual_cost),
            "visits_per_year": number(visits, "visits"),
            "selling_hours": number(selling_hours, "hours") if method == HOURS else _hours_only("hours"),
            "cost_per_selling_hour": euro(annual_cost / selling_hours) if method == HOURS else _hours_only("EUR"),
        },
        tables={"published": [_compared(figure, cost) for figure in PUBLISHED]},
        plots={"cost_by_visits": _by_visits(annual_cost, visits, cost)} if annual_cost else {},
        bars={"parts_of_a_visit": _parts(yearly, annual_cost, exact_cost)} if annual_cost else {},
        steps=STEPS[method],
    )


def _no_selling_hours(working_hours: Decimal, travel_hours: Decimal, preparation_hours: Decimal) -> Problem:
    """The problem, with the field that takes up most: there are hours in it that can be taken off."""
    return Problem(
        "travel_hours" if travel_hours >= preparation_hours else "preparation_hours",
        "no_selling_hours",
        {
            "working_hours": number(working_hours, "hours"),
            "travel_hours": number(travel_hours, "hours"),
            "preparation_hours": number(preparation_hours, "hours"),
        },
        depends_on=("working_hours", "travel_hours", "preparation_hours", "method"),
    )


def _hours_only(unit: Unit) -> Quantity:
    return undefined(unit, "by_hours_only")


def _headline(cost: Decimal) -> str:
    """The code of the first sentence: where the cost, to the cent, lies against everything that was published."""
    if cost < LOWEST:
        return "below"
    return "above" if cost > HIGHEST else "within"


def _compared(figure: dict[str, Any], cost: Decimal) -> PublishedCost:
    low, high = to_cent(Decimal(figure["from"])), to_cent(Decimal(figure["until"]))
    compared = "lower" if cost < low else "higher" if cost > high else "within"
    return PublishedCost(figure["name"], low, high, figure["certainty"], compared)


def _by_visits(annual_cost: Decimal, visits: Decimal, cost: Decimal) -> dict[str, Coordinates]:
    """The cost of a visit against the number of visits a year, with today's point and what was published."""
    return {
        "cost": [(visits * share, annual_cost / (visits * share)) for share in CURVE],
        "today": [(visits, cost)],
        "lowest": [(Decimal(0), LOWEST)],
        "highest": [(Decimal(0), HIGHEST)],
    }


def _parts(yearly: dict[str, Decimal], annual_cost: Decimal, cost: Decimal) -> dict[str, Span]:
    """What each cost of a year adds to a visit, to the cent and such that they add up to the cost of it."""
    spans: dict[str, Span] = {}
    start, counted = Decimal(0), Decimal(0)
    for name, amount in yearly.items():
        counted += amount
        end = to_cent(cost * (counted / annual_cost))
        if amount:
            spans[name] = (start, end)
        start = end
    return spans | {"cost_per_visit": (Decimal(0), to_cent(cost))}

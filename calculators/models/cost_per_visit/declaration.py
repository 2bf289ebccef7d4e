"""Cost per visit: what it takes and what it answers."""

from typing import Final

from calculators.core.data_files import json_file
from calculators.core.dated_series import source_from
from calculators.core.declarations import Declaration, answer, bars, column, plot, step, table
from calculators.core.fields import choice, group, money, number
from calculators.core.steps import steps
from calculators.models.cost_per_visit.formula import DAYS, HOURS, PUBLISHED, YEARLY_COSTS, cost_per_visit

MOST_COST: Final = "100000000"
MOST_HOURS: Final = "8784"  # those of a leap year
BY_DAYS: Final = ("method", DAYS)
BY_HOURS: Final = ("method", HOURS)
PUBLISHED_COSTS: Final = source_from(json_file("data", "visit_costs")["source"])

DECLARATION: Final = Declaration(
    formula=cost_per_visit,
    groups=(
        group(
            "yearly_costs",
            money("annual_pay", default="80000", maximum=MOST_COST),
            money("employer_charges", default="30000", maximum=MOST_COST),
            money("car_and_travel", default="20000", maximum=MOST_COST),
            money("support_share", default="0", maximum=MOST_COST),
        ),
        group(
            "visits",
            choice("method", HOURS, DAYS, default=HOURS),
            number(
                "selling_days",
                "days",
                default="200",
                minimum="1",
                maximum="366",
                tried=steps("100", "260", "5"),
                only_when=BY_DAYS,
            ),
            number(
                "visits_per_day",
                "visits",
                default="4",
                minimum="0.1",
                maximum="50",
                tried=steps("1", "12", "0.5"),
                only_when=BY_DAYS,
            ),
            number("working_hours", "hours", default="1890", minimum="1", maximum=MOST_HOURS, only_when=BY_HOURS),
            number(
                "travel_hours",
                "hours",
                default="1000",
                maximum=MOST_HOURS,
                tried=steps("0", "1800", "50"),
                only_when=BY_HOURS,
            ),
            number(
                "preparation_hours",
                "hours",
                default="200",
                maximum=MOST_HOURS,
                tried=steps("0", "1000", "50"),
                only_when=BY_HOURS,
            ),
            number(
                "hours_per_visit",
                "hours",
                default="1.5",
                minimum="0.1",
                maximum="24",
                tried=steps("0.25", "4", "0.25"),
                only_when=BY_HOURS,
            ),
        ),
    ),
    main="cost_per_visit",
    answers=(
        answer("cost_per_visit", "EUR"),
        answer("annual_cost", "EUR"),
        answer("visits_per_year", "visits"),
        answer("selling_hours", "hours"),
        answer("cost_per_selling_hour", "EUR"),
    ),
    headlines={"within": "neutral", "below": "caution", "above": "caution"},
    tables=(
        table(
            "published",
            column("figure", "code", *(figure["name"] for figure in PUBLISHED)),
            column("from", "EUR"),
            column("until", "EUR"),
            column("certainty", "code", "high", "medium", "low"),
            column("compared", "code", "lower", "within", "higher"),
        ),
    ),
    steps=(
        step("annual_cost", "{annual_pay} + {employer_charges} + {car_and_travel} + {support_share}"),
        step("selling_hours", "{working_hours} − {travel_hours} − {preparation_hours}"),
        step("cost_per_selling_hour", "{annual_cost} / {selling_hours}"),
        step("visits_per_year", "{selling_hours} / {hours_per_visit}", key="visits_by_hours"),
        step("visits_per_year", "{selling_days} × {visits_per_day}", key="visits_by_days"),
        step(
            "cost_per_visit",
            "{annual_cost} × {hours_per_visit} / {selling_hours}",
            source=PUBLISHED_COSTS,
            key="cost_by_hours",
        ),
        step(
            "cost_per_visit",
            "{annual_cost} / ({selling_days} × {visits_per_day})",
            source=PUBLISHED_COSTS,
            key="cost_by_days",
        ),
    ),
    pictures=(
        bars("parts_of_a_visit", "EUR", *YEARLY_COSTS, "cost_per_visit"),
        plot("cost_by_visits", x="number", y="EUR", cost="line", today="point", lowest="level", highest="level"),
    ),
    sources=(PUBLISHED_COSTS,),
)

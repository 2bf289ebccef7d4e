"""Visit plan: what it takes and what it answers."""

from typing import Final

from calculators.core.declarations import Declaration, answer, column, step, table
from calculators.core.fields import MOST_MONEY, group, money, number, percent, text, typed_table, whole
from calculators.core.sources import UNPROFITABLE_CUSTOMERS, Source
from calculators.core.steps import steps
from calculators.models.visit_plan.formula import (
    NOT_WITHOUT_VISITS,
    TOO_MANY,
    UNKNOWN,
    WITHIN,
    Segment,
    visit_plan,
)

WORKLOAD: Final = Source("workload_method", checked="2026-11-23")

DECLARATION: Final = Declaration(
    formula=visit_plan,
    groups=(
        group(
            "programme",
            typed_table(
                "segments",
                Segment,
                text("name"),
                whole("customers", maximum="1000000"),
                number("visits_per_year", "visits", maximum="366"),
                number("hours_per_visit", "hours", minimum="0.01", maximum="24"),
                money("gross_profit_per_customer", minimum=f"-{MOST_MONEY}", optional=True),
                default="A:20:24:1.5:12000 B:60:12:1:4000 C:150:4:0.75:700",
                maximum_rows=5000,
            ),
            number(
                "hours_per_rep", "hours", default="690", minimum="1", maximum="8784", tried=steps("300", "1200", "10")
            ),
            money("cost_per_rep", default="120000", maximum="100000000"),
        ),
        group(
            "what_must_be_left",
            money("other_costs_per_customer", default="0"),
            percent("target_contribution", default="0", tried=steps("0", "25")),
            fold="closed",
        ),
    ),
    main="reps_needed",
    answers=(
        answer("reps_needed", "number"),
        answer("reps_needed_whole", "number"),
        answer("visits", "visits"),
        answer("hours_needed", "hours"),
        answer("cost_per_selling_hour", "EUR"),
        answer("visit_costs", "EUR"),
        answer("segments_short", "number"),
    ),
    headlines={"fits": "good", "counted": "neutral", "short": "caution", "no_visits": "neutral"},
    tables=(
        table(
            "segments",
            column("name", "text"),
            column("verdict", "code", WITHIN, TOO_MANY, NOT_WITHOUT_VISITS, UNKNOWN),
            column("visits_carried", "visits"),
            column("customers", "number"),
            column("visits_per_year", "visits"),
            column("visits", "visits"),
            column("hours_per_visit", "hours"),
            column("hours", "hours"),
            column("room_for_visits", "EUR"),
            column("cost_per_visit", "EUR"),
            column("costs", "EUR"),
            column("share", "fraction"),
        ),
    ),
    steps=(
        step("visits", source=UNPROFITABLE_CUSTOMERS),
        step("hours_needed", source=WORKLOAD),
        step("reps_needed", "{hours_needed} / {hours_per_rep}", source=WORKLOAD),
        step("reps_needed_whole", "{hours_needed} / {hours_per_rep}", rounding="up"),
        step("cost_per_selling_hour", "{cost_per_rep} / {hours_per_rep}"),
        step("visit_costs"),
        step("segments_short"),
    ),
    sources=(UNPROFITABLE_CUSTOMERS, WORKLOAD),
)

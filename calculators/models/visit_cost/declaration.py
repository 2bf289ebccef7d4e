"""Visit cost versus revenue: what it takes and what it answers."""

from typing import Final

from calculators.core.declarations import Declaration, answer, bars, plot, step
from calculators.core.fields import group, money, percent, whole
from calculators.core.sources import UNPROFITABLE_CUSTOMERS
from calculators.core.steps import steps
from calculators.models.visit_cost.formula import WEAK_COST, visit_cost

DECLARATION: Final = Declaration(
    formula=visit_cost,
    groups=(
        group(
            "customer",
            money("revenue", default="60000"),
            percent("gross_margin", default="25", tried=steps("0", "60")),
            whole("visits", "visits", default="24", maximum="10000", tried=steps("0", "60")),
            money(
                "cost_per_visit",
                default=WEAK_COST,
                maximum="100000",
                tried=steps("50", "1000", "25"),
                weak=True,
                built_by="cost_per_visit",
            ),
            money("other_costs", default="0"),
            percent("target_contribution", default="0", tried=steps("0", "25")),
        ),
    ),
    main="contribution",
    answers=(
        answer("contribution", "EUR"),
        answer("verdict", "code", "profitable", "below_target", "loss"),
        answer("maximum_visits", "visits"),
        answer("visits_over_maximum", "visits"),
        answer("visit_costs", "EUR"),
        answer("visit_cost_share", "fraction"),
        answer("gross_profit", "EUR"),
        answer("contribution_share", "fraction"),
        answer("break_even_revenue_per_visit", "EUR"),
        answer("break_even_revenue", "EUR"),
    ),
    headlines={
        "covers_visit_costs": "good",
        "covers_all_costs": "good",
        "covers_other_costs": "good",
        "no_costs_counted": "neutral",
        "break_even": "caution",
        "below_target": "caution",
        "below_target_with_any_visit": "caution",
        "below_target_at_any_number": "caution",
        "loss": "bad",
        "loss_with_any_visit": "bad",
        "loss_at_any_number": "bad",
    },
    steps=(
        step("visit_costs", "{visits} × {cost_per_visit}"),
        step("visit_cost_share", "{visit_costs} / {revenue}"),
        step("gross_profit", "{revenue} × {gross_margin}"),
        step("contribution", "{gross_profit} − {visit_costs} − {other_costs}", source=UNPROFITABLE_CUSTOMERS),
        step("contribution_share", "{contribution} / {revenue}"),
        step("break_even_revenue_per_visit", "{cost_per_visit} / {gross_margin}"),
        step("break_even_revenue", "({visit_costs} + {other_costs}) / ({gross_margin} − {target_contribution})"),
        step(
            "maximum_visits",
            "({gross_profit} − {other_costs} − {target_contribution} × {revenue}) / {cost_per_visit}",
            rounding="down",
        ),
        step("visits_over_maximum", "{visits} − {maximum_visits}", at_least_zero=True),
    ),
    pictures=(
        bars("from_margin_to_contribution", "EUR", "gross_profit", "visit_costs", "other_costs", "contribution"),
        plot(
            "contribution_by_visits",
            x="number",
            y="EUR",
            contribution="line",
            target="level",
            today="point",
            break_even="point",
        ),
    ),
    sources=(UNPROFITABLE_CUSTOMERS,),
)

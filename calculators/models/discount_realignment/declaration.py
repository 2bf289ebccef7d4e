"""Bringing a discount back in line with revenue: what it takes and what it answers."""

from typing import Final

from calculators.core.declarations import Compared, Declaration, answer, column, plot, step, table
from calculators.core.fields import group, money, percent, typed_table, whole
from calculators.core.sources import UNPROFITABLE_CUSTOMERS, Source
from calculators.core.steps import steps
from calculators.models.discount_realignment.formula import discount_realignment
from calculators.models.discount_realignment.phases import MONTHS_OF_A_YEAR, PhaseDiscount
from calculators.pricing.ladders import ladder_fields

LADDER_READINGS: Final = Source("ladder_readings", checked="2026-11-23")
VOLUME_LOSS: Final = Source("volume_loss", checked="2026-11-23")
MOST_PHASES: Final = 8

DECLARATION: Final = Declaration(
    formula=discount_realignment,
    groups=(
        group(
            "customer",
            money("list_revenue", default="18000"),
            percent("current_discount", default="10", tried=steps("0", "40")),
        ),
        group("ladder", *ladder_fields(), money("revenue_when_granted", optional=True)),
        group(
            "plan",
            percent("gross_margin", default="25", tried=steps("0", "60")),
            whole(
                "phases",
                "phases",
                default="4",
                minimum="1",
                maximum=str(MOST_PHASES),
                tried=steps("1", str(MOST_PHASES)),
            ),
        ),
        group(
            "details",
            percent("expected_volume_loss", default="0", tried=steps("0", "50")),
            whole(
                "first_year_months",
                default="12",
                minimum="1",
                maximum=str(MONTHS_OF_A_YEAR),
                tried=steps("1", str(MONTHS_OF_A_YEAR)),
            ),
            typed_table("phase_discounts", PhaseDiscount, percent("discount"), optional=True, maximum_rows=MOST_PHASES),
            fold="closed",
        ),
    ),
    main="yearly_leak",
    answers=(
        answer("yearly_leak", "EUR"),
        answer("ladder_discount", "fraction"),
        answer("excess_discount", "percentage_points"),
        answer("current_discount_amount", "EUR"),
        answer("ladder_discount_amount", "EUR"),
        answer("revenue_needed", "EUR"),
        answer("revenue_gap", "EUR"),
        answer("ladder_discount_when_granted", "fraction"),
        answer("net_revenue_now", "EUR"),
        answer("net_revenue_after", "EUR"),
        answer("gross_profit_now", "EUR"),
        answer("gross_profit_after", "EUR"),
        answer("gross_profit_after_volume_loss", "EUR"),
        answer("net_price_rise", "fraction"),
        answer("tolerated_volume_loss", "fraction"),
        answer("number_of_phases", "phases"),
        answer("first_year_effect", "EUR"),
    ),
    tables=(
        table(
            "phases",
            column("phase", "number"),
            column("discount", "fraction"),
            column("net_price_rise", "fraction"),
            column("yearly_effect", "EUR"),
            column("months", "number"),
            column("first_year_effect", "EUR"),
        ),
        table(
            "ladder_slices",
            column("revenue", "EUR"),
            column("from", "EUR"),
            column("until", "EUR"),
            column("part", "EUR"),
            column("discount", "fraction"),
            column("amount", "EUR"),
        ),
        table("dead_zones", column("from", "EUR"), column("until", "EUR"), column("largest_saving", "EUR")),
    ),
    compared=(
        Compared("net_revenue", "net_revenue_now", "net_revenue_after"),
        Compared("gross_profit", "gross_profit_now", "gross_profit_after"),
    ),
    headlines={
        "too_much": "caution",
        "too_much_and_volume_goes": "bad",
        "less_than_a_cent": "neutral",
        "in_line": "good",
        "nearly_in_line": "good",
        "too_little": "neutral",
        "no_revenue": "neutral",
    },
    steps=(
        step("ladder_discount", source=LADDER_READINGS, key="ladder_discount_of_all_units"),
        step(
            "ladder_discount",
            "{ladder_discount_amount} / {list_revenue}",
            source=LADDER_READINGS,
            key="ladder_discount_of_incremental",
        ),
        step(
            "ladder_discount_amount",
            "{list_revenue} × {ladder_discount}",
            key="ladder_discount_amount_of_all_units",
        ),
        step("ladder_discount_amount", source=LADDER_READINGS, key="ladder_discount_amount_of_incremental"),
        step("excess_discount", "{current_discount} − {ladder_discount}", source=UNPROFITABLE_CUSTOMERS),
        step("current_discount_amount", "{list_revenue} × {current_discount}"),
        step("yearly_leak", "{current_discount_amount} − {ladder_discount_amount}", at_least_zero=True),
        step("revenue_needed", source=LADDER_READINGS, key="revenue_needed_of_all_units"),
        step("revenue_needed", source=LADDER_READINGS, key="revenue_needed_of_incremental"),
        step("revenue_gap", "{revenue_needed} − {list_revenue}", at_least_zero=True),
        step("ladder_discount_when_granted", source=LADDER_READINGS, key="ladder_discount_when_granted_of_all_units"),
        step("ladder_discount_when_granted", source=LADDER_READINGS, key="ladder_discount_when_granted_of_incremental"),
        step("net_revenue_now", "{list_revenue} − {current_discount_amount}"),
        step("net_revenue_after", "{list_revenue} − {ladder_discount_amount}"),
        step("gross_profit_now", "{net_revenue_now} × {gross_margin}", above_zero="net_revenue_now"),
        step("gross_profit_after", "{gross_profit_now} + {net_revenue_after} − {net_revenue_now}"),
        step("gross_profit_after_volume_loss", "{gross_profit_after} × (1 − {expected_volume_loss})"),
        step("net_price_rise", "(1 − {ladder_discount}) / (1 − {current_discount}) − 1"),
        step(
            "tolerated_volume_loss",
            "{net_price_rise} / ({gross_margin} + {net_price_rise})",
            source=VOLUME_LOSS,
        ),
        step("number_of_phases", key="number_of_phases_rounded"),
        step("number_of_phases", key="number_of_phases_typed"),
        step("number_of_phases", key="number_of_phases_none"),
        step("first_year_effect"),
        step("first_year_effect", key="first_year_effect_of_none"),
    ),
    pictures=(plot("ladder", x="EUR", y="fraction", all_units="steps", incremental="line", today="point"),),
    sources=(UNPROFITABLE_CUSTOMERS, LADDER_READINGS, VOLUME_LOSS),
)

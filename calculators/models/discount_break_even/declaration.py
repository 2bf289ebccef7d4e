"""What a discount costs: what it takes and what it answers."""

from typing import Final

from calculators.core.declarations import Declaration, answer, plot, step
from calculators.core.fields import choice, group, money, percent
from calculators.core.sources import DISCOUNT_SOLD_OUT, Source
from calculators.core.steps import steps
from calculators.models.discount_break_even.formula import DISCOUNT, RISE, discount_break_even

BREAK_EVEN_VOLUME: Final = Source("break_even_volume", checked="2026-11-23")

DECLARATION: Final = Declaration(
    formula=discount_break_even,
    groups=(
        group(
            "price",
            choice("direction", DISCOUNT, RISE, default=DISCOUNT),
            percent("price_change", default="10", minimum="-100", maximum="1000", tried=steps("0", "40")),
            percent("gross_margin", default="30", tried=steps("5", "80")),
            money("revenue", optional=True),
        ),
    ),
    main="profit_change_same_volume",
    answers=(
        answer("profit_change_same_volume", "fraction"),
        answer("profit_change_same_volume_amount", "EUR"),
        answer("profit_given_away", "EUR"),
        answer("other_sales_needed", "EUR"),
        answer("volume_change_needed", "fraction"),
        answer("size_of_change", "fraction"),
    ),
    headlines={
        "discount": "caution",
        "discount_in_euros": "caution",
        "margin_gone": "bad",
        "margin_gone_in_euros": "bad",
        "below_cost": "bad",
        "below_cost_in_euros": "bad",
        "rise": "neutral",
        "rise_in_euros": "neutral",
        "rise_from_nothing": "neutral",
        "rise_from_nothing_in_euros": "neutral",
        "hardly_changed": "neutral",
        "hardly_changed_in_euros": "neutral",
        "unchanged": "neutral",
    },
    steps=(
        step("size_of_change"),
        step(
            "profit_change_same_volume",
            "({gross_margin} − {size_of_change}) / {gross_margin} − 1",
            key="profit_change_of_discount",
        ),
        step(
            "profit_change_same_volume",
            "({gross_margin} + {size_of_change}) / {gross_margin} − 1",
            key="profit_change_of_rise",
        ),
        step(
            "profit_change_same_volume_amount",
            "{revenue} × (1 − {size_of_change}) − {revenue}",
            key="amount_of_discount",
        ),
        step(
            "profit_change_same_volume_amount",
            "{revenue} × (1 + {size_of_change}) − {revenue}",
            key="amount_of_rise",
        ),
        step("profit_given_away", "{revenue} × {size_of_change}", source=DISCOUNT_SOLD_OUT),
        step("other_sales_needed", "{profit_given_away} / {gross_margin}"),
        step(
            "volume_change_needed",
            "{gross_margin} / ({gross_margin} − {size_of_change}) − 1",
            source=BREAK_EVEN_VOLUME,
            key="volume_change_of_discount",
        ),
        step(
            "volume_change_needed",
            "{gross_margin} / ({gross_margin} + {size_of_change}) − 1",
            source=BREAK_EVEN_VOLUME,
            key="volume_change_of_rise",
        ),
    ),
    pictures=(plot("volume_by_price_change", x="fraction", y="fraction", same_profit="line", today="point"),),
    sources=(DISCOUNT_SOLD_OUT, BREAK_EVEN_VOLUME),
)

"""The whole account: what the review answers."""

from typing import Final, get_args

from calculators.accounts.contribution import BELOW_TARGET, LOSS, PROFITABLE, Contribution
from calculators.accounts.levers import NONE_ALONE, NOT_NEEDED, LeverName
from calculators.core.declarations import Declaration, answer, bars, column, step, table
from calculators.core.fields import NO, YES
from calculators.core.sources import UNPROFITABLE_CUSTOMERS
from calculators.models.account_review.formula import account_review
from calculators.models.account_review.inputs import GROUPS
from calculators.models.account_review.proposal import NOTHING_PROPOSED
from calculators.models.account_review.tables import AT_ONCE, IF_TIME_IS_USED, PAID_OUT, TIME

LEVERS: Final = get_args(LeverName)
COSTS: Final = (*TIME, *PAID_OUT)
LINES: Final = Contribution._fields
VERDICTS: Final = (PROFITABLE, BELOW_TARGET, LOSS)

DECLARATION: Final = Declaration(
    formula=account_review,
    groups=GROUPS,
    main="contribution",
    proposed="proposed_contribution",
    named_by="customer",
    answers=(
        answer("contribution", "EUR"),
        answer("verdict", "code", *VERDICTS),
        answer("contribution_share", "fraction"),
        answer("first_lever", "code", *LEVERS, NOT_NEEDED, NONE_ALONE),
        answer("discount_amount", "EUR"),
        answer("bonus_amount", "EUR"),
        answer("net_revenue", "EUR"),
        answer("gross_profit", "EUR"),
        answer("goods", "EUR"),
        answer("visit_costs", "EUR"),
        answer("call_costs", "EUR"),
        answer("order_costs", "EUR"),
        answer("invoice_costs", "EUR"),
        answer("shipping_costs", "EUR"),
        answer("interest_loss", "EUR"),
        answer("full_costs", "EUR"),
        answer("avoidable_costs", "EUR"),
        answer("effect_of_leaving", "EUR"),
        answer("proposed_contribution", "EUR"),
        answer("proposed_gain", "EUR"),
        answer("proposed_verdict", "code", *VERDICTS, NOTHING_PROPOSED),
    ),
    headlines={
        "profitable": "good",
        "break_even": "caution",
        "below_target_one_lever": "caution",
        "below_target_price_alone": "caution",
        "below_target_mix": "caution",
        "below_target_out_of_reach": "caution",
        "loss_one_lever": "bad",
        "loss_price_alone": "bad",
        "loss_mix": "bad",
        "loss_out_of_reach": "bad",
        "no_revenue": "neutral",
        "costs_without_revenue": "bad",
    },
    tables=(
        table(
            "levers",
            column("lever", "code", *LEVERS),
            column("now", "number"),
            column("at_target", "number"),
            column("gain", "EUR"),
            column("reachable", "code", YES, NO),
        ),
        table(
            "mix",
            column("lever", "code", *LEVERS),
            column("now", "number"),
            column("then", "number"),
            column("gain", "EUR"),
            column("contribution", "EUR"),
        ),
        table(
            "proposal",
            column("line", "code", *LINES),
            column("now", "EUR"),
            column("proposed", "EUR"),
            column("difference", "EUR"),
        ),
        table("waterfall", column("line", "code", *LINES), column("amount", "EUR")),
        table(
            "goodbye",
            column("line", "code", *COSTS),
            column("amount", "EUR"),
            column("disappears", "code", AT_ONCE, IF_TIME_IS_USED),
        ),
    ),
    steps=(
        step("discount_amount", "{list_revenue} × {discount}"),
        step("bonus_amount", "({list_revenue} − {discount_amount}) × {bonus}"),
        step("net_revenue", "{list_revenue} − {discount_amount} − {bonus_amount}"),
        step("gross_profit", "{net_revenue} × {gross_margin}"),
        step("goods", "{net_revenue} − {gross_profit}"),
        step("visit_costs", "{visits} × {cost_per_visit}"),
        step("visit_costs", "0", key="visits_left_out"),
        step("call_costs", "{calls} × {cost_per_call}"),
        step("call_costs", "0", key="calls_left_out"),
        step("order_costs", "{orders} × {cost_per_order}"),
        step("order_costs", "0", key="orders_left_out"),
        step("invoice_costs", "{invoices} × {cost_per_invoice}"),
        step("invoice_costs", "0", key="invoices_left_out"),
        step("shipping_costs", "{shipments} × {cost_per_shipment} − {freight_charged}"),
        step("shipping_costs", "0", key="shipments_left_out"),
        step(
            "interest_loss",
            "{net_revenue} × {financing_rate} × ({actual_days} − {agreed_days}) / 365",
            at_least_zero=True,
        ),
        step("interest_loss", "0", key="payment_left_out"),
        step("interest_loss", key="interest_loss_on_time"),
        step(
            "contribution",
            "{gross_profit} − {visit_costs} − {call_costs} − {order_costs} − {invoice_costs} − {shipping_costs}"
            " − {other_costs} − {interest_loss}",
            source=UNPROFITABLE_CUSTOMERS,
        ),
        step("contribution_share", "{contribution} / {net_revenue}"),
        step(
            "full_costs",
            "{visit_costs} + {call_costs} + {order_costs} + {invoice_costs} + {shipping_costs} + {other_costs}"
            " + {interest_loss}",
        ),
        step("avoidable_costs", "{shipping_costs} + {other_costs} + {interest_loss}"),
        step("effect_of_leaving", "{avoidable_costs} − {gross_profit}"),
        step("proposed_gain"),
        step("proposed_contribution", "{contribution} + {proposed_gain}"),
    ),
    pictures=(
        bars("waterfall", "EUR", *LINES),
        bars("lever_reach", "EUR", *LEVERS, table="levers"),
        bars("bridge", "EUR", "now", *LEVERS, "proposed", table="proposal"),
    ),
    sources=(UNPROFITABLE_CUSTOMERS,),
)

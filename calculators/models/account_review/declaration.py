"""The whole account: what the review takes and what it answers."""

from typing import Final, get_args

from calculators.accounts.contribution import Contribution
from calculators.accounts.levers import LeverName
from calculators.core.declarations import Declaration, answer, bars, column, step, table
from calculators.core.fields import (
    NO,
    YES,
    Closer,
    choice,
    day,
    group,
    money,
    noted_row,
    number,
    percent,
    text,
    typed_table,
    whole,
)
from calculators.core.sources import UNPROFITABLE_CUSTOMERS
from calculators.core.steps import steps
from calculators.models.account_review.formula import NONE_ALONE, NOT_NEEDED, PROFITABLE, account_review
from calculators.models.account_review.proposal import NOTHING_PROPOSED
from calculators.models.account_review.tables import AT_ONCE, IF_TIME_IS_USED, PAID_OUT, TIME
from calculators.pricing.ladders import ladder_fields

LEVERS: Final = get_args(LeverName)
COSTS: Final = (*TIME, *PAID_OUT)
LINES: Final = Contribution._fields
MOST: Final = "1000000"
KNOWN: Final = "known"
UNKNOWN: Final = "unknown"

DISCOUNT: Final = Closer(
    "discount_realignment",
    {
        "list_revenue": "list_revenue",
        "current_discount": "discount",
        "gross_margin": "gross_margin",
        "ladder": "ladder",
        "ladder_basis": "ladder_basis",
    },
)
VISITS: Final = Closer(
    "visit_cost",
    {
        "revenue": "net_revenue",
        "gross_margin": "gross_margin",
        "visits": "visits",
        "cost_per_visit": "cost_per_visit",
        "target_contribution": "target_contribution",
    },
)
PAYMENT: Final = Closer(
    "late_payment",
    {
        "revenue": "net_revenue",
        "agreed_days": "agreed_days",
        "actual_days": "actual_days",
        "financing_rate": "financing_rate",
        "gross_margin": "gross_margin",
    },
)
PROPOSAL: Final = (
    percent("proposed_discount", tried=steps("0", "40", "0.5"), optional=True, otherwise="discount"),
    whole(
        "proposed_orders",
        minimum="1",
        maximum=MOST,
        tried=steps("1", "120"),
        optional=True,
        otherwise="orders",
        only_when=("orders_known", KNOWN),
    ),
    number(
        "proposed_actual_days",
        "days",
        maximum="1000",
        tried=steps("0", "120"),
        optional=True,
        otherwise="actual_days",
        only_when=("payment_known", KNOWN),
    ),
    money(
        "proposed_order_charge",
        maximum="100000",
        default="0",
        tried=steps("0", "60", "0.5"),
        only_when=("orders_known", KNOWN),
    ),
    money(
        "proposed_freight_charged",
        tried=steps("0", "2500", "25"),
        optional=True,
        otherwise="freight_charged",
        only_when=("freight_known", KNOWN),
    ),
    whole(
        "proposed_visits",
        "visits",
        maximum=MOST,
        tried=steps("0", "60"),
        optional=True,
        otherwise="visits",
        only_when=("visits_known", KNOWN),
    ),
    percent("proposed_price_rise", default="0", tried=steps("0", "20", "0.25")),
)

DECLARATION: Final = Declaration(
    formula=account_review,
    groups=(
        group("customer", text("customer", optional=True, noted=True, private=True)),
        group(
            "revenue",
            money("list_revenue", default="60000"),
            percent("discount", default="0", tried=steps("0", "40")),
            percent("bonus", default="0", tried=steps("0", "10")),
            percent("gross_margin", default="25", tried=steps("0", "60")),
            fold="open",
            closer=DISCOUNT,
        ),
        group(
            "visits_and_calls",
            choice("visits_known", KNOWN, UNKNOWN, default=KNOWN, noted=True),
            whole("visits", "visits", maximum=MOST, optional=True, only_when=("visits_known", KNOWN)),
            money(
                "cost_per_visit",
                maximum="100000",
                optional=True,
                built_by="cost_per_visit",
                only_when=("visits_known", KNOWN),
            ),
            whole("calls", maximum=MOST, optional=True, only_when=("visits_known", KNOWN)),
            money("cost_per_call", maximum="100000", optional=True, only_when=("visits_known", KNOWN)),
            fold="open",
            closer=VISITS,
        ),
        group(
            "orders_and_invoices",
            choice("orders_known", KNOWN, UNKNOWN, default=KNOWN, noted=True),
            whole("orders", maximum=MOST, optional=True, only_when=("orders_known", KNOWN)),
            money("cost_per_order", maximum="100000", optional=True, only_when=("orders_known", KNOWN)),
            whole("invoices", maximum=MOST, optional=True, only_when=("orders_known", KNOWN)),
            money("cost_per_invoice", maximum="100000", optional=True, only_when=("orders_known", KNOWN)),
            fold="open",
        ),
        group(
            "freight",
            choice("freight_known", KNOWN, UNKNOWN, default=KNOWN, noted=True),
            whole("shipments", maximum=MOST, optional=True, only_when=("freight_known", KNOWN)),
            money("cost_per_shipment", maximum="100000", optional=True, only_when=("freight_known", KNOWN)),
            money("freight_charged", default="0"),
            fold="open",
        ),
        group(
            "payment",
            choice("payment_known", KNOWN, UNKNOWN, default=KNOWN, noted=True),
            number("agreed_days", "days", maximum="1000", optional=True, only_when=("payment_known", KNOWN)),
            number("actual_days", "days", maximum="1000", optional=True, only_when=("payment_known", KNOWN)),
            percent("financing_rate", default="8", only_when=("payment_known", KNOWN)),
            fold="open",
            closer=PAYMENT,
        ),
        group(
            "target",
            money("other_costs", default="0"),
            percent("target_contribution", default="0", tried=steps("0", "25")),
            fold="open",
        ),
        group("ladder", *ladder_fields(optional=True), fold="closed"),
        group("proposal", *PROPOSAL, fold="open"),
        group(
            "agreement",
            text("conclusion", lines=4, optional=True, noted=True, private=True),
            typed_table(
                "actions",
                noted_row,
                text("action"),
                text("owner", optional=True),
                day("until", optional=True),
                maximum_rows=8,
                optional=True,
                noted=True,
                private=True,
            ),
            fold="open",
        ),
    ),
    main="contribution",
    proposed="proposed_contribution",
    answers=(
        answer("contribution", "EUR"),
        answer("verdict", "code", PROFITABLE, "below_target", "loss"),
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
        answer("proposed_verdict", "code", PROFITABLE, "below_target", "loss", NOTHING_PROPOSED),
    ),
    headlines={
        "profitable": "good",
        "break_even": "caution",
        "below_target_one_lever": "caution",
        "below_target_mix": "caution",
        "below_target_out_of_reach": "caution",
        "loss_one_lever": "bad",
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
        step("shipping_costs", "0 − {freight_charged}", key="shipments_left_out"),
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

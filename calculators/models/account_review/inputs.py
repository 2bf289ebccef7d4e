"""The figures that a review takes, in their groups."""

from typing import Final

from calculators.core.fields import (
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
from calculators.core.steps import steps
from calculators.pricing.ladders import ladder_fields

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

GROUPS: Final = (
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
        choice("visits_known", KNOWN, UNKNOWN, default=KNOWN, gate=True),
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
        choice("orders_known", KNOWN, UNKNOWN, default=KNOWN, gate=True),
        whole("orders", maximum=MOST, optional=True, only_when=("orders_known", KNOWN)),
        money("cost_per_order", maximum="100000", optional=True, only_when=("orders_known", KNOWN)),
        whole("invoices", maximum=MOST, optional=True, only_when=("orders_known", KNOWN)),
        money("cost_per_invoice", maximum="100000", optional=True, only_when=("orders_known", KNOWN)),
        fold="open",
    ),
    group(
        "freight",
        choice("freight_known", KNOWN, UNKNOWN, default=KNOWN, gate=True),
        whole("shipments", maximum=MOST, optional=True, only_when=("freight_known", KNOWN)),
        money("cost_per_shipment", maximum="100000", optional=True, only_when=("freight_known", KNOWN)),
        money("freight_charged", default="0", only_when=("freight_known", KNOWN)),
        fold="open",
    ),
    group(
        "payment",
        choice("payment_known", KNOWN, UNKNOWN, default=KNOWN, gate=True),
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
)

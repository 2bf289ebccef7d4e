"""Late payment: what it takes and what it answers."""

from typing import Final

from calculators.core.declarations import Declaration, answer, plot, step
from calculators.core.fields import group, money, number, percent
from calculators.core.sources import UNPROFITABLE_CUSTOMERS, Source
from calculators.core.steps import steps
from calculators.models.late_payment.formula import late_payment

RECEIVABLES: Final = Source("receivables", checked="2026-11-23")

DECLARATION: Final = Declaration(
    formula=late_payment,
    groups=(
        group(
            "customer",
            money("revenue", default="730000"),
            percent("vat", default="0"),
            number("agreed_days", "days", default="30", maximum="3650", tried=steps("0", "120")),
            number("actual_days", "days", default="45", maximum="3650", tried=steps("0", "180")),
        ),
        group(
            "financing",
            percent("financing_rate", default="6", tried=steps("0", "20", "0.5")),
            percent("gross_margin", optional=True),
        ),
        group(
            "early_payment",
            percent("early_payment_discount", maximum="50", optional=True),
            number("early_days", "days", maximum="3650", optional=True),
            fold="closed",
        ),
    ),
    main="interest_loss",
    answers=(
        answer("interest_loss", "EUR"),
        answer("agreed_term_cost", "EUR"),
        answer("days_late", "days"),
        answer("capital_tied_up", "EUR"),
        answer("interest_loss_share", "fraction"),
        answer("cost_per_day_late", "EUR"),
        answer("recovery_revenue", "EUR"),
        answer("early_payment_cost", "EUR"),
        answer("early_payment_saving", "EUR"),
        answer("early_payment_rate", "fraction"),
    ),
    headlines={
        "costs": "caution",
        "late_at_no_cost": "neutral",
        "on_time": "good",
        "on_time_at_no_cost": "good",
        "early": "good",
    },
    steps=(
        step("days_late", "{actual_days} − {agreed_days}", at_least_zero=True),
        step("capital_tied_up", "{revenue} × (1 + {vat}) × {days_late} / 365", source=RECEIVABLES),
        step(
            "interest_loss",
            "{revenue} × (1 + {vat}) × {days_late} × {financing_rate} / 365",
            source=UNPROFITABLE_CUSTOMERS,
        ),
        step("agreed_term_cost", "{revenue} × (1 + {vat}) × {agreed_days} × {financing_rate} / 365"),
        step("interest_loss_share", "(1 + {vat}) × {days_late} × {financing_rate} / 365", above_zero="revenue"),
        step("cost_per_day_late", "{revenue} × (1 + {vat}) × {financing_rate} / 365"),
        step("recovery_revenue", "{revenue} × (1 + {vat}) × {days_late} × {financing_rate} / (365 × {gross_margin})"),
        step("early_payment_cost", "{revenue} × {early_payment_discount}"),
        step(
            "early_payment_saving",
            "{revenue} × (1 + {vat}) × (1 − {early_payment_discount}) × ({actual_days} − {early_days})"
            " × {financing_rate} / 365",
        ),
        step(
            "early_payment_rate",
            "{early_payment_discount} × 365"
            " / ((1 − {early_payment_discount}) × (1 + {vat}) × ({actual_days} − {early_days}))",
        ),
    ),
    pictures=(plot("cost_by_days", x="number", y="EUR", agreed_term="area", days_late="area", today="point"),),
    sources=(UNPROFITABLE_CUSTOMERS, RECEIVABLES),
)

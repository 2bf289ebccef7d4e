"""Prospecting plan: what it takes and what it answers."""

from typing import Final

from calculators.core.declarations import Declaration, answer, step
from calculators.core.fields import group, money, percent, whole
from calculators.core.sources import PROSPECTS, Source
from calculators.core.steps import steps
from calculators.models.prospecting_plan.formula import prospecting_plan

FUNNEL: Final = Source("funnel_backwards", checked="2026-11-23")

DECLARATION: Final = Declaration(
    formula=prospecting_plan,
    groups=(
        group(
            "goal",
            money("new_revenue", default="120000"),
            money("revenue_per_new_customer", default="8000", minimum="0.01"),
        ),
        group(
            "success_rates",
            percent("contact_to_appointment", default="10", tried=steps("1", "50")),
            percent("appointment_to_offer", default="50", tried=steps("5", "100", "5")),
            percent("offer_to_order", default="30", tried=steps("5", "100", "5")),
        ),
        group(
            "time_and_referrals",
            whole("working_days", "days", default="200", minimum="1", maximum="366", tried=steps("100", "260", "5")),
            percent("referral_share", default="20", tried=steps("0", "100", "5")),
            percent("referral_to_appointment", default="40", tried=steps("0", "100", "5")),
        ),
    ),
    main="contacts_per_day_whole",
    answers=(
        answer("contacts_per_day_whole", "number"),
        answer("contacts_per_day", "number"),
        answer("customers_needed", "number"),
        answer("offers_needed", "number"),
        answer("appointments_needed", "number"),
        answer("contacts_needed", "number"),
        answer("appointment_rate", "fraction"),
    ),
    headlines={"daily": "neutral", "less_than_daily": "neutral", "no_way": "bad", "nothing_wanted": "neutral"},
    steps=(
        step("customers_needed", "{new_revenue} / {revenue_per_new_customer}", rounding="up", source=PROSPECTS),
        step("offers_needed", "{customers_needed} / {offer_to_order}", rounding="up", source=FUNNEL),
        step("appointments_needed", "{offers_needed} / {appointment_to_offer}", rounding="up"),
        step(
            "appointment_rate",
            "{referral_share} × {referral_to_appointment} + (1 − {referral_share}) × {contact_to_appointment}",
        ),
        step("contacts_needed", "{appointments_needed} / {appointment_rate}", rounding="up"),
        step("contacts_per_day", "{contacts_needed} / {working_days}"),
        step("contacts_per_day_whole", "{contacts_needed} / {working_days}", rounding="up"),
    ),
    sources=(PROSPECTS, FUNNEL),
)

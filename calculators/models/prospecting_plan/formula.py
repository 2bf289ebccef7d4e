"""From wanted revenue back to the contacts that it takes on a working day."""

from decimal import ROUND_CEILING, Decimal
from typing import Final

from calculators.core.money import rounded
from calculators.core.quantities import Quantity, fraction, number, undefined
from calculators.core.results import Result

ONE: Final = Decimal(1)


def prospecting_plan(
    *,
    new_revenue: Decimal,
    revenue_per_new_customer: Decimal,
    contact_to_appointment: Decimal,
    appointment_to_offer: Decimal,
    offer_to_order: Decimal,
    working_days: int,
    referral_share: Decimal,
    referral_to_appointment: Decimal,
) -> Result:
    """The customers, quotations, appointments and contacts that the wanted revenue takes, and the contacts a day.

    Revenue in EUR a year (`revenue_per_new_customer` above 0), rates and `referral_share` (of contacts) as fractions,
    `working_days` a year, 1 at least. Each step back is rounded up to a whole customer, quotation, appointment or
    contact, and the next step starts from that whole number. A rate of 0 leaves the steps before it undefined.

    Source: Oravi 2019, "Prospects zitten bij de concurrent"; chapter new-business/prospecting.
    """
    appointment_rate = referral_share * referral_to_appointment + (ONE - referral_share) * contact_to_appointment
    customers = _whole(new_revenue / revenue_per_new_customer)
    offers = _needed(customers, offer_to_order)
    appointments = _needed(offers, appointment_to_offer)
    contacts = _needed(appointments, appointment_rate)
    daily = None if contacts is None else contacts / working_days
    return Result(
        headline=_headline(customers, daily),
        answers={
            "contacts_per_day_whole": _count(None if daily is None else _whole(daily)),
            "contacts_per_day": _count(daily),
            "customers_needed": _count(customers),
            "offers_needed": _count(offers),
            "appointments_needed": _count(appointments),
            "contacts_needed": _count(contacts),
            "appointment_rate": fraction(appointment_rate),
        },
    )


def _whole(count: Decimal) -> Decimal:
    return rounded(count, ONE, ROUND_CEILING)


def _needed(following: Decimal | None, rate: Decimal) -> Decimal | None:
    """How many of a step it takes for `following` of the next, or None where none gets through."""
    return _whole(following / rate) if following is not None and rate else None


def _count(value: Decimal | None) -> Quantity:
    return undefined("number", "none_gets_through") if value is None else number(value)


def _headline(customers: Decimal, daily: Decimal | None) -> str:
    """The code of the first sentence; less than one contact a day is better told by the year."""
    if not customers:
        return "nothing_wanted"
    if daily is None:
        return "no_way"
    return "daily" if daily >= 1 else "less_than_daily"

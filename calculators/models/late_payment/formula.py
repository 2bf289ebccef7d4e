"""What it costs a year to wait for a customer's money: agreed days, days late, and a discount for paying early."""

from decimal import Decimal
from typing import Final

from calculators.core.money import plain, rounded
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity, euro, fraction, undefined
from calculators.core.results import Coordinates, Result

DAYS_IN_YEAR: Final = 365
DAYS_SHOWN: Final = 30  # the picture runs at least this many days past the agreed term
HUNDREDTH_PERCENT: Final = Decimal("0.0001")  # the finest that a sentence shows of a rate that was worked out
ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)


def late_payment(
    *,
    revenue: Decimal,
    vat: Decimal,
    agreed_days: Decimal,
    actual_days: Decimal,
    financing_rate: Decimal,
    gross_margin: Decimal | None,
    early_payment_discount: Decimal | None,
    early_days: Decimal | None,
) -> Result:
    """What it costs a year to wait for a customer's money, in a year of 365 days.

    `revenue` in EUR a year without VAT; what is outstanding carries `vat`, a fraction of it. `financing_rate` is a
    fraction a year, `gross_margin` one of revenue or None. The discount, a fraction of revenue below 1, is for paying
    after `early_days` in place of `actual_days`; what then comes in sooner is the invoice less the discount. Both or
    neither of the two are given. Amounts are multiplied first, divided once, and rounded once, to the cent.

    Raises:
        CalculatorError: an early payment without its days or its discount, or that is not earlier.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/late-payment.
    """
    problems = _problems(agreed_days, actual_days, early_payment_discount, early_days)
    if problems:
        raise CalculatorError(*problems)
    days_late = max(ZERO, actual_days - agreed_days)
    invoiced = revenue * (ONE + vat)
    yearly_cost = invoiced * financing_rate  # of waiting a whole year
    answers = {
        "interest_loss": euro(yearly_cost * days_late / DAYS_IN_YEAR),
        "agreed_term_cost": euro(yearly_cost * agreed_days / DAYS_IN_YEAR),
        "days_late": Quantity(plain(days_late), "days"),
        "capital_tied_up": euro(invoiced * days_late / DAYS_IN_YEAR),
        "interest_loss_share": _share(revenue, (ONE + vat) * days_late * financing_rate / DAYS_IN_YEAR),
        "cost_per_day_late": euro(yearly_cost / DAYS_IN_YEAR),
        "recovery_revenue": _recovery(yearly_cost * days_late, gross_margin),
    }
    answers |= _early_payment(revenue, vat, actual_days, financing_rate, early_payment_discount, early_days)
    return Result(
        headline=_headline(answers, is_early=actual_days < agreed_days),
        answers=answers,
        plots={"cost_by_days": _by_days(agreed_days, actual_days, yearly_cost)},
        notes=_notes(answers, financing_rate),
    )


def _problems(
    agreed_days: Decimal, actual_days: Decimal, discount: Decimal | None, early_days: Decimal | None
) -> list[Problem]:
    """What is wrong with the early payment, if there is any."""
    if discount is None and early_days is None:
        return []
    if early_days is None:
        return [Problem("early_days", "discount_without_days")]
    if discount is None:
        return [Problem("early_payment_discount", "days_without_discount")]
    return _problems_of_days(agreed_days, actual_days, early_days)


def _problems_of_days(agreed_days: Decimal, actual_days: Decimal, early_days: Decimal) -> list[Problem]:
    """Why paying after `early_days` is not earlier than agreed, or than now."""
    if not actual_days:
        return [Problem("early_days", "paid_at_once", depends_on=("actual_days",))]
    if early_days > agreed_days:
        limit = {"agreed_days": Quantity(plain(agreed_days), "days")}
        return [Problem("early_days", "later_than_agreed", limit, ("agreed_days",))]
    if early_days >= actual_days:
        limit = {"actual_days": Quantity(plain(actual_days), "days")}
        return [Problem("early_days", "not_earlier", limit, ("actual_days",))]
    return []


def _headline(answers: dict[str, Quantity], *, is_early: bool) -> str:
    """The code of the first sentence, by what the days cost to the cent."""
    if answers["days_late"].value:
        return "costs" if answers["interest_loss"].value else "late_at_no_cost"
    if not answers["agreed_term_cost"].value:
        return "on_time_at_no_cost"
    return "early" if is_early else "on_time"


def _notes(answers: dict[str, Quantity], financing_rate: Decimal) -> list[str]:
    """Whether the discount for paying early is worth what it costs.

    Rates are compared only where they can be told apart as they are written, and where there is one at all.
    """
    names = ("early_payment_cost", "early_payment_saving", "early_payment_rate")
    cost, saving, rate = (answers[name].value for name in names)
    if not isinstance(cost, Decimal) or not isinstance(saving, Decimal) or not isinstance(rate, Decimal):
        return []
    if not rate:
        return ["paid_sooner_for_nothing"] if saving else []
    if cost == saving:
        return ["discount_costs_what_it_saves"]
    if rounded(rate, HUNDREDTH_PERCENT) in (ZERO, rounded(financing_rate, HUNDREDTH_PERCENT)):
        return ["discount_against_saving"]
    return ["discount_costs_more" if cost > saving else "discount_saves_more"]


def _share(revenue: Decimal, share: Decimal) -> Quantity:
    return fraction(share) if revenue else undefined("fraction", "no_revenue")


def _recovery(loss_over_a_year: Decimal, gross_margin: Decimal | None) -> Quantity:
    """The revenue that earns the loss back; the loss is given times the days in a year, to be divided once."""
    if gross_margin is None:
        return undefined("EUR", "margin_not_given")
    return euro(loss_over_a_year / (DAYS_IN_YEAR * gross_margin)) if gross_margin else undefined("EUR", "no_margin")


def _early_payment(
    revenue: Decimal,
    vat: Decimal,
    actual_days: Decimal,
    financing_rate: Decimal,
    discount: Decimal | None,
    early_days: Decimal | None,
) -> dict[str, Quantity]:
    """What the discount costs and saves a year, and the rate a year at which it buys the days."""
    if discount is None or early_days is None:
        return {
            "early_payment_cost": undefined("EUR", "no_early_payment"),
            "early_payment_saving": undefined("EUR", "no_early_payment"),
            "early_payment_rate": undefined("fraction", "no_early_payment"),
        }
    received = (ONE + vat) * (ONE - discount)
    days_sooner = actual_days - early_days
    return {
        "early_payment_cost": euro(revenue * discount),
        "early_payment_saving": euro(revenue * received * days_sooner * financing_rate / DAYS_IN_YEAR),
        "early_payment_rate": fraction(discount * DAYS_IN_YEAR / (received * days_sooner)),
    }


def _by_days(agreed: Decimal, actual: Decimal, yearly_cost: Decimal) -> dict[str, Coordinates]:
    """The cost of waiting at each number of days: within the agreed term, and after it."""
    if not yearly_cost:
        return {}
    cost_per_day = yearly_cost / DAYS_IN_YEAR
    last = max(actual, agreed + DAYS_SHOWN)
    return {
        "agreed_term": [(day, cost_per_day * day) for day in (ZERO, agreed)] if agreed else [],
        "days_late": [(day, cost_per_day * day) for day in (agreed, last)],
        "today": [(actual, cost_per_day * actual)],
    }

"""What keeps a claim from being computed."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from calculators.core.dated_series import DatedSeries, known_until
from calculators.core.days import ONE_DAY
from calculators.core.problems import Problem
from calculators.core.quantities import Quantity, euro
from calculators.law.collection_costs import COLLECTION_COSTS, collection_costs_from
from calculators.law.interest import Payment

# In EUR: a century of interest on interest would outgrow what is counted to the cent.
LARGEST_CLAIM: Final = Decimal(10) ** 15
# The fields, other than the payments, that what is owed on a day follows from.
WHAT_IS_OWED: Final = (
    "principal",
    "due",
    "paid",
    "kind",
    "contract_rate",
    "compounding",
    "day_count",
    "collection_costs",
    "creditor_deducts_vat",
)


def rate_problems(rates: DatedSeries | None, contract_rate: Decimal | None, due: date, paid: date) -> Iterator[Problem]:
    """A contract without its rate, or days that the series does not know."""
    if rates is None:
        if contract_rate is None:
            yield Problem("contract_rate", "required", depends_on=("kind",))
        return
    if paid <= due:
        return
    if due + ONE_DAY < rates.known_from:
        yield Problem("due", "before_known_from", {"limit": _day(rates.known_from - ONE_DAY)}, ("kind",))
    if paid > rates.known_until:
        yield Problem("paid", "after_known_until", {"limit": _day(rates.known_until)}, ("kind",))


def costs_problems(due: date, paid: date) -> Iterator[Problem]:
    """A claim to which the scale of collection costs is not known to apply."""
    first, last = collection_costs_from(), known_until(COLLECTION_COSTS)
    if due + ONE_DAY < first or paid > last:
        limits = {"first": _day(first), "last": _day(last)}
        yield Problem("collection_costs", "costs_unknown", limits, ("due", "paid"))


def vat_problems(paid: date) -> Iterator[Problem]:
    """A day on which the VAT rate is not known; the scale of the costs starts later than the VAT rates do."""
    last = known_until("value_added_tax")
    if paid > last:
        yield Problem("creditor_deducts_vat", "vat_unknown", {"limit": _day(last)}, ("paid", "collection_costs"))


def payment_problems(payments: Sequence[Payment], due: date, paid: date) -> Iterator[Problem]:
    """Part payments on days that bear no interest, or any at all where nothing is late."""
    if paid <= due:
        if payments:
            yield Problem("payments", "nothing_late", {"due": _day(due)}, ("due", "paid"))
        return
    limits = {"first": _day(due + ONE_DAY), "last": _day(paid)}
    for row, payment in enumerate(payments):
        if not due < payment.day <= paid:
            yield Problem("payments", "outside_period", limits, ("due", "paid"), row=row, column=0)


def more_than_owed(row: int, owed: Decimal) -> Problem:
    """A payment of more than was owed on its day, which may be nothing."""
    if not owed:
        return Problem("payments", "nothing_owed", depends_on=WHAT_IS_OWED, row=row)
    return Problem("payments", "more_than_owed", {"owed": euro(owed)}, WHAT_IS_OWED, row=row, column=1)


def too_large_to_claim() -> Problem:
    """A claim that has grown beyond `LARGEST_CLAIM`."""
    return Problem("paid", "grows_too_large", {"limit": euro(LARGEST_CLAIM)}, WHAT_IS_OWED)


def _day(day: date) -> Quantity:
    return Quantity(day, "date")

"""One demand for all invoices that a customer pays late: commercial interest by invoice, costs over their sum."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from calculators.core.dated_series import DatedSeries, dated_series, known_until
from calculators.core.days import ONE_DAY, days_in
from calculators.core.money import to_cent, total
from calculators.law.collection_costs import COLLECTION_COSTS, collection_costs, collection_costs_from
from calculators.law.interest import DAYS_365, NOTHING, Ledger, Terms

COMMERCIAL_INTEREST: Final = "commercial_interest"  # the file in `calculators/data`


class Debt(NamedTuple):
    """An amount in EUR that had to be paid by `due` and stood out until the end of `until`.

    It `is_open` where nobody paid it on that day: only then is the amount itself still owed.
    """

    amount: Decimal
    due: date
    until: date
    is_open: bool

    @property
    def days(self) -> int:
        """The days that bear interest: those after `due`, up to and including `until`."""
        return days_in(self.due + ONE_DAY, self.until)


class Claim(NamedTuple):
    """A debt and the interest that it bears, in EUR."""

    debt: Debt
    interest: Decimal


class Demand(NamedTuple):
    """What one letter asks of a customer, in EUR: what is still owed, the interest on it, and collection costs."""

    principal: Decimal
    interest: Decimal
    costs: Decimal

    @property
    def total(self) -> Decimal:
        """The sum of the three."""
        return self.principal + self.interest + self.costs


def commercial_rates() -> DatedSeries:
    """The rates of interest between businesses, by date (art. 6:119a and 6:120 BW)."""
    return dated_series(COMMERCIAL_INTEREST)


def last_known_day() -> date:
    """The last day on which both the rates and the collection costs are known."""
    return min(commercial_rates().known_until, known_until(COLLECTION_COSTS))


def first_known_due_day() -> date:
    """The first last day to pay after which both the rates and the collection costs are known."""
    return max(commercial_rates().known_from, collection_costs_from()) - ONE_DAY


def claim_on(debt: Debt) -> Claim:
    """A debt with its interest, by the rates of its days, compounded after each full year, days / 365.

    No interest where it is not late; a late one must lie between `first_known_due_day` and `last_known_day`.

    Source: art. 6:119a BW.
    """
    if not debt.days:
        return Claim(debt, NOTHING)
    rates, first = commercial_rates(), debt.due + ONE_DAY
    terms = Terms(rates.row_on, rates.changes(first, debt.until), compounding=True, day_count=DAYS_365)
    ledger = Ledger(debt.amount, NOTHING, first, debt.until, terms)
    ledger.run(())
    return Claim(debt, ledger.interest)


def set_off(credit: Decimal, debts: Sequence[Debt]) -> list[Debt]:
    """The debts after a credit in EUR has gone to those that are open, the earliest due first.

    It counts from the first day that they are late, so that the interest never comes out higher than it is. Those that
    it covers as a whole stay, with an amount of zero; what is left of the credit is not paid out.
    """
    found = []
    for debt in sorted(debts, key=lambda one: one.due):
        part = min(credit, debt.amount) if debt.is_open else NOTHING
        credit -= part
        found.append(debt._replace(amount=debt.amount - part))
    return found


def demand(claims: Iterable[Claim]) -> Demand:
    """What one letter asks for claims on a customer: open amounts, the interest on each, and costs over the sum.

    Open amounts are added before the scale of the costs is read, so that three of 1,000 cost 425 and not 450. A debt
    that was paid late bears interest, and no more than the least of the scale, however many there are; where nothing
    was late, or a credit covers all of it, there are no costs.

    Source: art. 6:96 lid 4 and 7 BW; Besluit BIK.
    """
    late = [claim for claim in claims if claim.debt.days and claim.debt.amount]
    principal = total(claim.debt.amount for claim in late if claim.debt.is_open)
    costs = to_cent(collection_costs(principal)) if late else NOTHING
    return Demand(principal, total(claim.interest for claim in late), costs)

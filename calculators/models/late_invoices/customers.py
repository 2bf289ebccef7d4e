"""What the invoices of each customer come to: how late, what the waiting costs, and one demand."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from calculators.core.fields import NO, YES
from calculators.core.money import plain, to_cent, total
from calculators.law.demands import (
    Debt,
    Demand,
    claim_on,
    demand,
    first_known_due_day,
    last_known_day,
    set_off,
)
from calculators.models.late_invoices.invoices import Credit, Excluded, Invoice

# What is claimed.
ALL_LATE: Final = "all_late"
OPEN_INVOICES: Final = "open_invoices"
NOTHING: Final = "nothing"
# Why a late invoice counts everywhere but in the claim.
BEFORE_RATES: Final = "before_rates"
AFTER_RATES: Final = "after_rates"
NOT_CLAIMED: Final = (BEFORE_RATES, AFTER_RATES)

DAYS_IN_YEAR: Final = 365


class LateRow(NamedTuple):
    """An invoice that was paid late or is overdue, as the table shows it; `amount` is that after credit notes."""

    customer: str
    invoice: str | None
    due: date
    until: date
    days_late: int
    open: str
    amount: Decimal
    interest_loss: Decimal
    interest: Decimal | None


class CustomerRow(NamedTuple):
    """A customer with late invoices, as the table shows it; the claim is blank where nothing is claimed."""

    customer: str
    late: int
    days_late: Decimal
    principal: Decimal | None
    interest: Decimal | None
    costs: Decimal | None
    demanded: Decimal | None
    interest_loss: Decimal


class Account:
    """The invoices and credit notes of one customer."""

    def __init__(self, customer: str) -> None:
        """Start without any."""
        self.customer = customer
        self.credit = Decimal(0)
        self.late: list[Invoice] = []
        self.weight = Decimal(0)
        self.weighted_days = Decimal(0)

    def add(self, invoice: Invoice) -> None:
        """Count an invoice; the average leaves out what is open and not due."""
        if invoice.is_settled_or_late:
            self.weight += invoice.debt.amount
            self.weighted_days += invoice.debt.amount * invoice.debt.days
        if invoice.debt.days:
            self.late.append(invoice)


class Settled(NamedTuple):
    """An account with everything worked out: a row for each late invoice, the demand, and what is not in it."""

    account: Account
    rows: Sequence[LateRow]
    demand: Demand | None
    not_claimed: Sequence[Excluded]
    credit_used: Decimal

    @property
    def interest_loss(self) -> Decimal:
        """What the waiting costs in EUR, the rounded lines added."""
        return total(row.interest_loss for row in self.rows)

    @property
    def row(self) -> CustomerRow:
        """The line of the customer in the table."""
        account, asked = self.account, self.demand
        return CustomerRow(
            account.customer,
            len(self.rows),
            average_days(account.weighted_days, account.weight),
            asked and asked.principal,
            asked and asked.interest,
            asked and asked.costs,
            asked and asked.total,
            self.interest_loss,
        )


def accounts_of(invoices: Iterable[Invoice], credit_notes: Iterable[Credit]) -> list[Account]:
    """The customers in the order in which the list names them, each as it is first written."""
    found: dict[str, Account] = {}
    for invoice in invoices:
        found.setdefault(customer_key(invoice.customer), Account(invoice.customer)).add(invoice)
    for credit in credit_notes:
        found.setdefault(customer_key(credit.customer), Account(credit.customer)).credit += credit.open_amount
    return list(found.values())


def customer_key(name: str) -> str:
    """What is the same for each spelling of a name: two demands on one customer would charge the costs twice."""
    return " ".join(name.split()).casefold()


def settled(account: Account, financing_rate: Decimal, claimed: str) -> Settled:
    """The late invoices of an account after its credit notes, what the waiting costs, and the demand.

    `financing_rate` is a fraction a year; what waiting costs is amount × rate × days / 365, rounded by invoice.
    """
    late = sorted(account.late, key=lambda invoice: invoice.debt.due)
    debts = set_off(account.credit, [invoice.debt for invoice in late])
    used = total(invoice.debt.amount for invoice in late) - total(debt.amount for debt in debts)
    rows, asked, not_claimed = [], [], []
    for invoice, debt in zip(late, debts, strict=True):
        interest = None
        if is_claimed(debt, claimed):
            if reason := unknown(debt):
                not_claimed.append(Excluded(account.customer, invoice.invoice, reason))
            else:
                asked.append(claim_on(debt))
                interest = asked[-1].interest
        rows.append(_late_row(account.customer, invoice, debt, financing_rate, interest))
    return Settled(account, rows, None if claimed == NOTHING else demand(asked), not_claimed, used)


def is_claimed(debt: Debt, claimed: str) -> bool:
    """Whether a late debt belongs to the claim that was asked for."""
    return claimed == ALL_LATE or (claimed == OPEN_INVOICES and debt.is_open)


def unknown(debt: Debt) -> str | None:
    """The code of why the law of a late debt is not known here, if it is not."""
    if debt.due < first_known_due_day():
        return BEFORE_RATES
    return AFTER_RATES if debt.until > last_known_day() else None


def average_days(weighted_days: Decimal, weight: Decimal) -> Decimal:
    """An average weighted by amounts, of which there are some, in days to two decimals."""
    return plain(to_cent(weighted_days / weight))


def _late_row(
    customer: str, invoice: Invoice, debt: Debt, financing_rate: Decimal, interest: Decimal | None
) -> LateRow:
    loss = to_cent(debt.amount * financing_rate * debt.days / DAYS_IN_YEAR)
    return LateRow(
        customer,
        invoice.invoice,
        debt.due,
        debt.until,
        debt.days,
        YES if debt.is_open else NO,
        to_cent(debt.amount),
        loss,
        interest,
    )

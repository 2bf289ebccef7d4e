"""The rows of a list of invoices: which count, which are late, and which had to be left out."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from calculators.core.problems import CalculatorError, Problem
from calculators.law.demands import Debt

# Why a row counts nowhere.
WITHOUT_AMOUNT: Final = "without_amount"
DUE_BEFORE_INVOICE: Final = "due_before_invoice"
PAID_AND_OPEN: Final = "paid_and_open"
SETTLED_WITHOUT_DAY: Final = "settled_without_day"
OPEN_OUTSIDE_AMOUNT: Final = "open_outside_amount"
LEFT_OUT: Final = (WITHOUT_AMOUNT, DUE_BEFORE_INVOICE, PAID_AND_OPEN, SETTLED_WITHOUT_DAY, OPEN_OUTSIDE_AMOUNT)


class InvoiceRow(NamedTuple):
    """An invoice, or a credit note where the amount in EUR is below 0, as it stands in a list.

    One without a `paid_day` is open: for its `open_amount`, or for all of it where that is blank.
    """

    customer: str
    invoice: str | None
    invoice_day: date
    due_day: date | None
    paid_day: date | None
    amount: Decimal
    open_amount: Decimal | None


class Invoice(NamedTuple):
    """An invoice that counts: the day it was made, and the debt that it is or was."""

    customer: str
    invoice: str | None
    invoice_day: date
    debt: Debt

    @property
    def is_settled_or_late(self) -> bool:
        """Whether it is known how late it is: one that is open and not due yet may still be paid on time."""
        return not self.debt.is_open or self.debt.days > 0


class Excluded(NamedTuple):
    """A row of which something does not count, with the code of the reason."""

    customer: str
    invoice: str | None
    reason: str


class Credit(NamedTuple):
    """A credit note: what of it is open is taken off what the customer owes; the rest was settled before."""

    customer: str
    open_amount: Decimal


def read_invoices(
    rows: Iterable[InvoiceRow], agreed_days: int, counted_until: date | None
) -> Iterator[Invoice | Credit | Excluded]:
    """Each row as what it comes to, in the order of the list.

    An invoice without a due day is due `agreed_days` after its own day. One that is open is counted up to and
    including `counted_until`, which is only needed where an invoice is open.

    Raises:
        CalculatorError: an invoice is open, and nobody said until when to count.
    """
    term = timedelta(days=agreed_days)
    for row in rows:
        due = row.invoice_day + term if row.due_day is None else row.due_day
        if reason := _fault(row, due):
            yield Excluded(row.customer, row.invoice, reason)
        elif row.amount < 0:
            yield Credit(row.customer, Decimal(0) if row.paid_day else -_open_amount(row))
        elif row.paid_day:
            yield Invoice(
                row.customer, row.invoice, row.invoice_day, Debt(row.amount, due, row.paid_day, is_open=False)
            )
        elif counted_until is None:
            raise CalculatorError(Problem("counted_until", "open_without_day", depends_on=("invoices",)))
        else:
            yield _invoice(row, Debt(_open_amount(row), due, counted_until, is_open=True))


def _fault(row: InvoiceRow, due: date) -> str | None:
    """The code of what makes a row impossible to count, if anything does."""
    if not row.amount:
        return WITHOUT_AMOUNT
    if due < row.invoice_day:
        return DUE_BEFORE_INVOICE
    if row.open_amount is None:
        return None
    if row.paid_day:
        return PAID_AND_OPEN if row.open_amount else None
    if not row.open_amount:
        return SETTLED_WITHOUT_DAY
    share = row.open_amount / row.amount
    return None if 0 < share <= 1 else OPEN_OUTSIDE_AMOUNT


def _invoice(row: InvoiceRow, debt: Debt) -> Invoice:
    return Invoice(row.customer, row.invoice, row.invoice_day, debt)


def _open_amount(row: InvoiceRow) -> Decimal:
    return row.amount if row.open_amount is None else row.open_amount

"""A list of invoices: how late they are paid, what the waiting costs, and what one demand for each customer may ask."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from calculators.core.days import ONE_DAY
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity
from calculators.core.results import Result
from calculators.core.sources import Source
from calculators.law.collection_costs import COLLECTION_COSTS, minimum_collection_costs
from calculators.law.demands import COMMERCIAL_INTEREST, commercial_rates, last_known_day
from calculators.models.late_invoices.answers import Listed, amounts_by_age, claim, lateness, waiting
from calculators.models.late_invoices.customers import NOTHING, Settled, accounts_of, settled
from calculators.models.late_invoices.invoices import Credit, Excluded, Invoice, InvoiceRow, read_invoices
from calculators.models.late_invoices.letter import customer_asked, letter_to


def late_invoices(
    *,
    invoices: Iterable[InvoiceRow],
    agreed_days: int,
    counted_until: date | None,
    financing_rate: Decimal,
    claimed: str,
    letter_customer: str | None,
    letter_language: str,
    letter_days: int,
) -> Result:
    """How late a list of invoices is paid, what that costs, and what one demand for each customer comes to.

    Amounts include VAT. An invoice without a due day is due `agreed_days` after its own; one that is open is counted up
    to and including `counted_until`. `financing_rate` is a fraction a year of 365 days; `claimed` says which late
    invoices are claimed. Averages are weighted by amount, on time or early counts as 0 days late, and what is open and
    not yet due counts in neither. Open credit notes are taken off the earliest overdue invoices of their customer.
    Amounts are rounded by invoice, and totals add the rounded ones; costs follow from the sum for each customer. The
    letter goes to `letter_customer`, or else to the one with the largest demand, who gets `letter_days` to pay.

    Raises:
        CalculatorError: nobody said until when open invoices count, or for a day that the rates do not reach.

    Source: art. 6:96, 6:119a and 6:120 BW; Besluit BIK; chapter accounts/late-payment.
    """
    listed = _listed(read_invoices(invoices, agreed_days, counted_until))
    _refuse_unknown_day(listed, counted_until, claimed)
    accounts = accounts_of(listed.invoices, listed.credit_notes)
    worked_out = (settled(account, financing_rate, claimed) for account in accounts)
    customers = sorted((one for one in worked_out if one.rows), key=_first_to_ask)
    not_claimed = [row for one in customers for row in one.not_claimed]
    answers = {
        **lateness(listed),
        **waiting(listed, customers),
        **claim(customers, claimed),
        "left_out": Quantity(len(listed.left_out), "number"),
        "not_claimed": Quantity(len(not_claimed), "number"),
    }
    written_to = customer_asked(customers, letter_customer)
    return Result(
        headline=_headline(answers, claimed) if any(listed) else "no_rows",
        answers=answers,
        tables={
            "customers": [one.row for one in customers],
            "late_invoices": [row for one in customers for row in one.rows],
            "excluded": [*listed.left_out, *not_claimed],
        },
        bars={"by_days_late": amounts_by_age(listed.invoices)},
        notes=_notes(answers, is_letter_missing=letter_customer is not None and written_to is None),
        sources=_sources(customers),
        series=[COMMERCIAL_INTEREST, COLLECTION_COSTS] if answers["claim"].value else [],
        letter=letter_to(written_to, counted_until, letter_days, letter_language) if written_to else None,
    )


def _listed(found: Iterable[Invoice | Credit | Excluded]) -> Listed:
    invoices: list[Invoice] = []
    credit_notes: list[Credit] = []
    left_out: list[Excluded] = []
    for row in found:
        if isinstance(row, Invoice):
            invoices.append(row)
        elif isinstance(row, Credit):
            credit_notes.append(row)
        else:
            left_out.append(row)
    return Listed(invoices, credit_notes, left_out)


def _refuse_unknown_day(listed: Listed, counted_until: date | None, claimed: str) -> None:
    """A day for all open invoices that lies beyond the rates is a fault of that day, and not of each invoice."""
    last = last_known_day()
    is_beyond = counted_until is not None and counted_until > last and claimed != NOTHING
    if is_beyond and any(invoice.debt.is_open and invoice.debt.days for invoice in listed.invoices):
        limit = {"limit": Quantity(last, "date")}
        raise CalculatorError(Problem("counted_until", "after_known_until", limit, ("invoices", "claimed")))


def _first_to_ask(customer: Settled) -> tuple[Decimal, Decimal, str]:
    """The largest demand first, then the largest loss, then by name."""
    asked = customer.demand.total if customer.demand else Decimal(0)
    return -asked, -customer.interest_loss, customer.account.customer


def _headline(answers: Mapping[str, Quantity], claimed: str) -> str:
    """The code of the first sentence; it names only what has a value."""
    if not answers["counted"].value:
        return "nothing_counted"
    if not answers["late"].value:
        return "on_time"
    if claimed == NOTHING:
        return "late_unclaimed"
    if not answers["claim"].value:
        return "late_without_claim"
    return "late" if answers["principal"].value else "paid_late"


def _notes(answers: Mapping[str, Quantity], *, is_letter_missing: bool) -> list[str]:
    """The codes of what a person should know beside the figures."""
    notes = ["letter_to_nobody"] if is_letter_missing else []
    notes += [code for code in ("left_out", "not_claimed", "credit_used") if answers[code].value]
    if not answers["claim"].value:
        return notes
    costs = answers["collection_costs"].value
    above_the_least = isinstance(costs, Decimal) and costs > minimum_collection_costs()
    return [*notes, "effort_needed" if above_the_least else "not_advice"]


def _sources(customers: Sequence[Settled]) -> list[Source]:
    """The rates that were read, from the first day that bears interest to the last."""
    claimed = [row for one in customers for row in one.rows if row.interest is not None]
    if not claimed:
        return []
    rates = commercial_rates()
    first, last = min(row.due for row in claimed) + ONE_DAY, max(row.until for row in claimed)
    return [rates.law, *rates.sources(first, last)]

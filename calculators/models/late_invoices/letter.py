"""A letter that asks one customer for everything that is late: codes of its lines, and the figures in them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from calculators.core.fields import NO, YES
from calculators.core.quantities import Quantity, euro
from calculators.core.results import Letter, Said
from calculators.core.words import LANGS, Lang
from calculators.law.demands import Demand
from calculators.models.late_invoices.customers import LateRow, Settled, customer_key

AS_THE_PAGE: Final = "page"  # the language of the answer
MOST_LINES: Final = 50  # invoices that are named one by one; a longer list goes with the letter
# The line of an invoice, and that of one without a number.
OPEN: Final = ("open_invoice", "open_unnumbered")
PAID: Final = ("paid_invoice", "paid_unnumbered")


def customer_asked(customers: Sequence[Settled], name: str | None) -> Settled | None:
    """The customer with something to ask who is called so, or else the first of them; None where there is none."""
    asked = [one for one in customers if one.demand and one.demand.total]
    if name is None:
        return asked[0] if asked else None
    return next((one for one in asked if customer_key(one.account.customer) == customer_key(name)), None)


def letter_to(customer: Settled, counted_until: date | None, days: int, language: str) -> Letter:
    """The letter to a customer with something to ask, who gets so many days to pay.

    What stands between square brackets is for the writer to fill in.
    """
    asked = customer.demand or Demand(Decimal(0), Decimal(0), Decimal(0))
    rows = [row for row in customer.rows if row.interest is not None and row.amount]
    still_open, paid = ([row for row in rows if row.open == answer] for answer in (YES, NO))
    open_until = counted_until if still_open else None
    paragraphs: list[list[Said]] = [
        [Said("sender")],
        [Said("addressee", {"customer": _text(customer.account.customer)}), Said("place_and_day")],
        [Said("subject", {"invoices": Quantity(len(rows), "number")})],
        [Said("salutation")],
        _invoices("open", OPEN, still_open),
        _invoices("paid", PAID, paid),
        [Said("credit", {"credit": euro(customer.credit_used)})] if customer.credit_used else [],
        [*_sums(asked, open_until), Said("total", {"total": euro(asked.total)})],
        [Said("request", {"days": Quantity(days, "days")})],
        [Said("grounds" if asked.principal else "grounds_least")],
        [Said("afterwards" if asked.principal else "afterwards_paid")],
        [Said("mistake")],
        [Said("closing"), Said("signature")],
    ]
    return Letter(_lang(language), [paragraph for paragraph in paragraphs if paragraph])


def _invoices(heading: str, codes: tuple[str, str], rows: Sequence[LateRow]) -> list[Said]:
    """A heading with the invoices under it, the oldest first; of very many the first, and how many more."""
    if not rows:
        return []
    count = Quantity(len(rows), "number")
    lines = [Said(heading, {"invoices": count}), *(_invoice(codes, row) for row in rows[:MOST_LINES])]
    more = len(rows) - MOST_LINES
    return [*lines, Said("more", {"more": Quantity(more, "number")})] if more > 0 else lines


def _invoice(codes: tuple[str, str], row: LateRow) -> Said:
    figures = {
        "due": Quantity(row.due, "date"),
        "until": Quantity(row.until, "date"),
        "days": Quantity(row.days_late, "days"),
        "amount": euro(row.amount),
        "interest": euro(row.interest or Decimal(0)),
    }
    numbered, unnumbered = codes
    if row.invoice is None:
        return Said(unnumbered, figures)
    return Said(numbered, {**figures, "invoice": _text(row.invoice)})


def _sums(asked: Demand, open_until: date | None) -> Iterator[Said]:
    if asked.principal:
        yield Said("principal", {"principal": euro(asked.principal)})
    if open_until:
        yield Said("interest_until", {"interest": euro(asked.interest), "until": Quantity(open_until, "date")})
    else:
        yield Said("interest", {"interest": euro(asked.interest)})
    yield Said("costs", {"costs": euro(asked.costs)})


def _lang(language: str) -> Lang | None:
    """The language of a choice; None is that of the answer."""
    return next((lang for lang in LANGS if lang == language), None)


def _text(words: str) -> Quantity:
    return Quantity(words, "text")

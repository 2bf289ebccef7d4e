"""The answers over a whole list of invoices."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final, NamedTuple

from calculators.core.money import total
from calculators.core.quantities import Quantity, euro, undefined
from calculators.core.results import Span
from calculators.models.late_invoices.customers import NOTHING, Settled, average_days
from calculators.models.late_invoices.invoices import Credit, Excluded, Invoice

# The bars of the picture: up to and including so many days late.
AGES: Final = {"on_time": 0, "within_a_week": 7, "within_a_month": 30, "within_two_months": 60}
LATER: Final = "later"
ZERO: Final = Decimal(0)


class Listed(NamedTuple):
    """A list that was walked once."""

    invoices: Sequence[Invoice]
    credit_notes: Sequence[Credit]
    left_out: Sequence[Excluded]


def lateness(listed: Listed) -> dict[str, Quantity]:
    """How many invoices count, how many are late, and for how long, weighted by amount."""
    late = _average((one.debt.amount, one.debt.days) for one in listed.invoices if one.is_settled_or_late)
    to_pay = _average(
        (one.debt.amount, (one.debt.until - one.invoice_day).days) for one in listed.invoices if not one.debt.is_open
    )
    return {
        "days_late": undefined("days", "none_due") if late is None else Quantity(late, "days"),
        "days_to_pay": undefined("days", "none_paid") if to_pay is None else Quantity(to_pay, "days"),
        "counted": Quantity(len(listed.invoices), "number"),
        "late": Quantity(sum(1 for one in listed.invoices if one.debt.days), "number"),
    }


def waiting(listed: Listed, customers: Sequence[Settled]) -> dict[str, Quantity]:
    """What is out, what of it is overdue, what credit notes took off it, and what waiting costs."""
    open_debts = [one.debt for one in listed.invoices if one.debt.is_open]
    return {
        "open_amount": euro(total(debt.amount for debt in open_debts)),
        "overdue_amount": euro(total(debt.amount for debt in open_debts if debt.days)),
        "credit_used": euro(total(one.credit_used for one in customers)),
        "interest_loss": euro(total(one.interest_loss for one in customers)),
    }


def claim(customers: Sequence[Settled], claimed: str) -> dict[str, Quantity]:
    """The demands of all customers together; without a value where nothing is claimed."""
    names = ("principal", "statutory_interest", "collection_costs", "claim", "demanded")
    if claimed == NOTHING:
        return dict.fromkeys(names, undefined("EUR", "nothing_claimed"))
    demands = [one.demand for one in customers if one.demand]
    principal = total(one.principal for one in demands)
    interest = total(one.interest for one in demands)
    costs = total(one.costs for one in demands)
    amounts = (principal, interest, costs, interest + costs, principal + interest + costs)
    return {name: euro(amount) for name, amount in zip(names, amounts, strict=True)}


def amounts_by_age(invoices: Iterable[Invoice]) -> dict[str, Span]:
    """How much was invoiced at each lateness, each going on from the one before, up to the latest that there is."""
    amounts = dict.fromkeys((*AGES, LATER), ZERO)
    for invoice in invoices:
        if invoice.is_settled_or_late:
            name = next((age for age, days in AGES.items() if invoice.debt.days <= days), LATER)
            amounts[name] += invoice.debt.amount
    ends = list(accumulate(amounts.values()))
    spans = zip(amounts, [ZERO, *ends], ends, strict=False)
    return {name: (start, end) for name, start, end in spans if start < ends[-1]}


def _average(pairs: Iterable[tuple[Decimal, int]]) -> Decimal | None:
    """The average of days, each weighted by its amount; None where no amount weighs anything."""
    weight = weighted = ZERO
    for amount, days in pairs:
        weight += amount
        weighted += amount * days
    return average_days(weighted, weight) if weight else None

"""What holds for every list of invoices."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators.core.results import Result
from calculators.models.late_invoices.customers import LateRow
from calculators.models.late_invoices.invoices import InvoiceRow
from tests.properties.figures import CENT, half_up, result_of, value

UNTIL = date(2026, 9, 30)
DAYS = st.dates(date(2012, 7, 1), UNTIL)
AMOUNTS = st.integers(1, 10**7).map(lambda cents: cents * CENT)
AMOUNTS_OF_MONEY = ("principal", "statutory_interest", "collection_costs", "claim", "demanded", "interest_loss")


@st.composite
def invoices(draw: st.DrawFn) -> InvoiceRow:
    """An invoice of one of three customers: paid or open, in part or whole, with or without a due day."""
    day, amount = draw(DAYS), draw(AMOUNTS)
    due = draw(st.none() | st.integers(0, 90).map(lambda days: day + timedelta(days=days)))
    paid = draw(st.none() | st.integers(0, 400).map(lambda days: min(UNTIL, day + timedelta(days=days))))
    share = None if paid else draw(st.none() | st.integers(1, 100))
    still_open = None if share is None else max(CENT, (amount * share / 100).quantize(CENT))
    return InvoiceRow(draw(st.sampled_from("ABC")), draw(st.none() | st.just("7")), day, due, paid, amount, still_open)


LISTS = st.lists(invoices(), min_size=1, max_size=8)


def counted(rows: list[InvoiceRow], **changed: Any) -> Result:
    """The answer to a list, counted until the last of its days."""
    return result_of("late_invoices", invoices=tuple(rows), counted_until=UNTIL, **changed)


def days_late(row: InvoiceRow) -> int:
    """By the calendar, with the default of 30 days."""
    due = row.due_day or row.invoice_day + timedelta(days=30)
    return max(0, ((row.paid_day or UNTIL) - due).days)


@given(LISTS)
def test_averages_and_losses_are_those_of_plain_fractions(rows: list[InvoiceRow]) -> None:
    """Days weighted by amount, and amount × 6% × days / 365 by invoice, worked out exactly beside it."""
    result = counted(rows)
    weights = [Fraction(row.amount if row.open_amount is None else row.open_amount) for row in rows]
    known = [
        (weight, days_late(row)) for weight, row in zip(weights, rows, strict=True) if row.paid_day or days_late(row)
    ]
    assert value(result, "late") == sum(1 for row in rows if days_late(row))
    assert value(result, "counted") == len(rows)
    losses = (half_up(weight * 6 * days_late(row) / 36500) for weight, row in zip(weights, rows, strict=True))
    assert value(result, "interest_loss") == sum(losses)
    if known:
        weight = sum(weight for weight, _ in known)
        assert value(result, "days_late") == half_up(
            sum((weight * days for weight, days in known), Fraction(0)) / weight
        )


@given(LISTS)
def test_interest_is_that_of_each_invoice_by_itself(rows: list[InvoiceRow]) -> None:
    """As the calculator of a single invoice finds it."""
    result = counted(rows)
    late = [row for row in result.tables["late_invoices"] if isinstance(row, LateRow)]
    for row in late:
        single = result_of("statutory_interest", principal=row.amount, due=row.due, paid=row.until)
        assert row.interest == value(single, "interest")
    assert value(result, "statutory_interest") == sum(row.interest or 0 for row in late)


@given(LISTS, st.randoms(use_true_random=False))
def test_order_of_the_list_changes_nothing(rows: list[InvoiceRow], random: Any) -> None:
    """Rows may stand as they like."""
    mixed = list(rows)
    random.shuffle(mixed)
    assert counted(mixed).answers == counted(rows).answers


@given(LISTS)
def test_one_demand_never_asks_more_than_several(rows: list[InvoiceRow]) -> None:
    """Costs over a sum are at most those of its parts, but for their rounding; totals are those of the customers."""
    result = counted(rows)
    apart = [counted([row]) for row in rows]
    assert value(result, "collection_costs") <= sum(value(one, "collection_costs") + CENT for one in apart)
    for name in ("principal", "statutory_interest", "interest_loss"):
        assert value(result, name) == sum(value(one, name) for one in apart)
    by_customer = [
        counted([row for row in rows if row.customer == customer]) for customer in {r.customer for r in rows}
    ]
    for name in AMOUNTS_OF_MONEY:
        assert value(result, name) == sum(value(one, name) for one in by_customer)


@given(LISTS, AMOUNTS)
def test_credit_note_never_asks_more(rows: list[InvoiceRow], amount: Decimal) -> None:
    """It lowers what is owed by itself at most, and changes no days."""
    note = InvoiceRow("A", None, date(2026, 9, 1), None, None, -amount, None)
    without, with_note = counted(rows), counted([*rows, note])
    for name in AMOUNTS_OF_MONEY:
        assert value(with_note, name) <= value(without, name)
    assert value(with_note, "days_late") == value(without, "days_late")
    used = value(with_note, "credit_used")
    assert used <= amount
    assert value(without, "principal") - value(with_note, "principal") == used


@given(LISTS)
def test_claiming_less_asks_less(rows: list[InvoiceRow]) -> None:
    """Only what is open is part of all that is late, and a claim never changes what waiting cost."""
    everything, still_open, nothing = (
        counted(rows, claimed=claimed) for claimed in ("all_late", "open_invoices", "nothing")
    )
    assert value(still_open, "demanded") <= value(everything, "demanded")
    assert value(still_open, "principal") == value(everything, "principal")
    assert value(nothing, "demanded") is None
    assert value(nothing, "interest_loss") == value(everything, "interest_loss")

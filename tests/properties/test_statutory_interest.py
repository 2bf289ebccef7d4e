"""What holds for every claim of statutory interest."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators.core.dated_series import DatedRate, dated_series
from calculators.core.money import to_cent, total
from calculators.core.results import Result
from calculators.law.collection_costs import collection_costs, cost_slices
from calculators.law.interest import (
    ACTUAL_ACTUAL,
    COMPOUNDING_YEAR,
    DAYS_365,
    Ledger,
    Line,
    OverpaymentError,
    Payment,
    Settlement,
    Terms,
)
from calculators.models.statutory_interest.formula import CONTRACT
from tests.properties.figures import CENT, result_of, value

AMOUNTS = st.integers(1, 10**9).map(lambda cents: cents * CENT)
DAY_COUNTS = st.sampled_from((DAYS_365, COMPOUNDING_YEAR, ACTUAL_ACTUAL))
DUE = st.dates(date(2012, 7, 1), date(2024, 12, 31))
LATE = st.integers(1, 700)
OUTSTANDING = ("outstanding_principal", "outstanding_interest", "outstanding_costs")


def claim(
    principal: Decimal, due: date, late: int, day_count: str, payments: tuple[Payment, ...] = (), **changed: str
) -> Result:
    """Commercial interest with collection costs and VAT on them."""
    return result_of(
        "statutory_interest",
        principal=principal,
        due=due,
        paid=due + timedelta(days=late),
        day_count=day_count,
        creditor_deducts_vat="no",
        payments=payments,
        **changed,
    )


@st.composite
def part_paid(draw: st.DrawFn) -> tuple[Decimal, date, int, tuple[Payment, ...]]:
    """A principal, a due day, days late, and up to three part payments that never exceed what is owed."""
    principal, due, late = draw(AMOUNTS), draw(DUE), draw(LATE)
    days = draw(st.lists(st.integers(1, late), max_size=3)) if principal > 1 else []
    share = draw(st.integers(1, 33))
    return (
        principal,
        due,
        late,
        tuple(Payment(due + timedelta(days=day), max(CENT, (principal * share / 100).quantize(CENT))) for day in days),
    )


def settled(result: Result, part: str) -> Decimal:
    """What the part payments settled of the costs, the interest or the principal."""
    rows = [row for row in result.tables["settlements"] if isinstance(row, Settlement)]
    return total(getattr(row, part) for row in rows)


@given(part_paid(), DAY_COUNTS)
def test_what_was_charged_is_settled_or_outstanding(
    case: tuple[Decimal, date, int, tuple[Payment, ...]], day_count: str
) -> None:
    """Costs, interest and principal each add up by themselves, none falls below 0, and the total is their sum."""
    principal, due, late, payments = case
    result = claim(principal, due, late, day_count, payments)
    charged = {
        "principal": principal,
        "interest": value(result, "interest"),
        "costs": value(result, "collection_costs") + value(result, "vat_on_costs"),
    }
    for part, amount in charged.items():
        assert value(result, f"outstanding_{part}") == amount - settled(result, part) >= 0
    assert value(result, "total") == sum(value(result, name) for name in OUTSTANDING)
    assert value(result, "total") == sum(charged.values()) - sum(payment.amount for payment in payments)
    assert value(result, "total") <= value(claim(principal, due, late, day_count), "total")


@given(part_paid(), DAY_COUNTS)
def test_a_payment_reaches_interest_after_costs_and_principal_after_interest(
    case: tuple[Decimal, date, int, tuple[Payment, ...]], day_count: str
) -> None:
    """Each settlement adds up to its payment; principal is paid only where all interest up to that day is."""
    principal, due, late, payments = case
    result = claim(principal, due, late, day_count, payments)
    rows = [row for row in result.tables["settlements"] if isinstance(row, Settlement)]
    assert [row.amount for row in rows] == [payment.amount for payment in sorted(payments)]
    for row in rows:
        assert row.amount == row.costs + row.interest + row.principal
        if row.principal:
            so_far = claim(principal, due, (row.day - due).days, day_count, _until(payments, row.day))
            assert value(so_far, "outstanding_costs") == value(so_far, "outstanding_interest") == 0


def _until(payments: tuple[Payment, ...], day: date) -> tuple[Payment, ...]:
    return tuple(payment for payment in payments if payment.day <= day)


@given(AMOUNTS, DUE, st.integers(366, 1500), st.integers(1, 365), st.integers(1, 200))
def test_interest_that_joined_is_never_principal(
    principal: Decimal, due: date, late: int, before_the_end: int, percent: int
) -> None:
    """A payment of any part of the interest after a full year leaves the principal as it was."""
    first, last = due + timedelta(days=1), due + timedelta(days=late)
    terms = Terms(lambda _: DatedRate(first, Decimal("0.1"), CONTRACT), (), compounding=True, day_count=DAYS_365)
    until = last - timedelta(days=before_the_end)
    probe = Ledger(principal, Decimal(0), first, until, terms)
    probe.run(())
    owed = (probe.interest * percent / 100).quantize(CENT)
    ledger = Ledger(principal, Decimal(0), first, last, terms)
    try:
        ledger.run([Payment(until, owed)] if owed else [])
    except OverpaymentError:
        assert owed > principal + probe.interest
        return
    assert ledger.principal == principal - max(Decimal(0), owed - probe.interest)


@given(principal=AMOUNTS, due=DUE, late=LATE, day_count=DAY_COUNTS)
def test_a_later_day_never_lowers_the_interest(principal: Decimal, due: date, late: int, day_count: str) -> None:
    """A day more cannot cost the creditor."""
    sooner, later = claim(principal, due, late, day_count), claim(principal, due, late + 1, day_count)
    assert value(later, "interest") >= value(sooner, "interest")


@given(principal=AMOUNTS, due=DUE, early=st.integers(0, 400))
def test_nothing_is_late_up_to_the_last_day_to_pay(principal: Decimal, due: date, early: int) -> None:
    """No days, interest or costs, and no rate is read."""
    result = claim(principal, due, -early, DAYS_365)
    assert [value(result, name) for name in ("days", "interest", "collection_costs", "vat_on_costs")] == [0, 0, 0, 0]
    assert value(result, "total") == principal
    assert result.headline == ("early" if early else "last_day")
    assert not result.series


@given(principal=AMOUNTS, due=DUE, late=LATE)
def test_costs_switched_off_leave_no_trace(principal: Decimal, due: date, late: int) -> None:
    """Neither the scale nor VAT is named, and the total falls by just the costs."""
    charged, left_out = (
        claim(principal, due, late, DAYS_365),
        claim(principal, due, late, DAYS_365, collection_costs="no"),
    )
    assert value(left_out, "total") == value(charged, "total") - value(charged, "outstanding_costs")
    assert set(charged.series) - set(left_out.series) == {"collection_costs", "value_added_tax"}
    assert not {"collection_costs", "vat_rate", "vat_deducted"} & set(left_out.steps or ())
    assert not left_out.tables["cost_slices"]
    assert not value(left_out, "vat_rate")
    assert len(left_out.sources) < len(charged.sources)


@given(principal=AMOUNTS, first=DUE, late=st.integers(2, 300), day_count=DAY_COUNTS, at=st.data())
def test_a_split_without_a_rate_change_changes_at_most_a_cent_a_line(
    principal: Decimal, first: date, late: int, day_count: str, at: st.DataObject
) -> None:
    """Cutting a line into two lines at the same rate only rounds once more."""
    last = first + timedelta(days=late - 1)
    cut = first + timedelta(days=at.draw(st.integers(1, late - 1)))
    found = []
    for changes in ([], [cut]):
        ledger = Ledger(
            principal,
            Decimal(0),
            first,
            last,
            Terms(
                lambda _: DatedRate(first, Decimal("0.104"), CONTRACT), changes, compounding=True, day_count=day_count
            ),
        )
        ledger.run([])
        found.append((total(line.interest for line in ledger.lines), len(ledger.lines)))
    (whole, _), (split, lines) = found
    assert abs(whole - split) <= CENT * lines


@given(small=AMOUNTS, more=AMOUNTS)
def test_collection_costs_rise_with_the_principal_within_their_bounds(small: Decimal, more: Decimal) -> None:
    """At least 40, at most 6,775, and never less for a larger principal."""
    assert Decimal(40) <= collection_costs(small) <= collection_costs(small + more) <= Decimal(6775)


@given(principal=AMOUNTS)
def test_slices_of_the_scale_add_up(principal: Decimal) -> None:
    """The parts are the principal, the amounts are the costs before their bounds, and each line can be reckoned."""
    slices = cost_slices(principal)
    assert sum(part.part for part in slices) == principal
    for row in slices:
        assert row.part == min(row.until or principal, principal) - row.start > 0
        assert row.amount == to_cent(row.part * row.rate)
    assert collection_costs(principal) == min(max(total(part.amount for part in slices), Decimal(40)), Decimal(6775))


@given(part_paid(), DAY_COUNTS)
def test_each_line_can_be_reckoned_and_names_its_source(
    case: tuple[Decimal, date, int, tuple[Payment, ...]], day_count: str
) -> None:
    """Base × rate × days / divisor is the interest of a line, at a rate that its source has on all of its days."""
    principal, due, late, payments = case
    result = claim(principal, due, late, day_count, payments)
    lines = [line for line in result.tables["periods"] if isinstance(line, Line)]
    series = dated_series("commercial_interest")
    assert value(result, "interest") == total(line.interest for line in lines)
    for line in lines:
        assert line.interest == to_cent(line.base * line.rate * line.days / line.divisor)
        for day in (line.first, line.last):
            row = series.row_on(day)
            assert (row.rate, row.source.name) == (line.rate, line.source)
    charged = to_cent(value(result, "collection_costs") * value(result, "vat_rate"))
    assert value(result, "vat_on_costs") == charged

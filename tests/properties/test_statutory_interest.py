"""What holds for every claim of statutory interest."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators.core.collection_costs import collection_costs
from calculators.core.interest import ACTUAL_ACTUAL, COMPOUNDING_YEAR, DAYS_365, Ledger, Terms
from calculators.core.money import total
from calculators.core.results import Result
from calculators.statutory_interest import statutory_interest

CENT = Decimal("0.01")
AMOUNTS = st.integers(1, 10**9).map(lambda cents: cents * CENT)
DAY_COUNTS = st.sampled_from((DAYS_365, COMPOUNDING_YEAR, ACTUAL_ACTUAL))
DUE = st.dates(date(2012, 7, 1), date(2024, 12, 31))
LATE = st.integers(1, 700)
Payments = list[tuple[date, Decimal]]


def claim(principal: Decimal, due: date, late: int, day_count: str, payments: Payments | None = None) -> Result:
    """Commercial interest with collection costs and VAT on them."""
    return statutory_interest(
        principal=principal,
        due=due,
        paid=due + timedelta(days=late),
        kind="commercial",
        contract_rate=None,
        compounding="by_kind",
        day_count=day_count,
        collection_costs="yes",
        creditor_deducts_vat="no",
        payments=payments or [],
    )


def figure(result: Result, name: str) -> Decimal:
    """The number of an answer."""
    value = result.answers[name].value
    assert isinstance(value, Decimal)
    return value


@given(principal=AMOUNTS, due=DUE, late=LATE, day_count=DAY_COUNTS, place=st.data())
def test_part_payments_are_accounted_for(
    principal: Decimal, due: date, late: int, day_count: str, place: st.DataObject
) -> None:
    """Settlements add up to the payments, the total adds up, and payments never raise it."""
    days = place.draw(st.lists(st.integers(1, late), max_size=3))
    payments = [(due + timedelta(days=day), max(CENT, (principal / 4).quantize(CENT))) for day in days]
    payments = payments if principal > 1 else []
    without = claim(principal, due, late, day_count)
    paid = claim(principal, due, late, day_count, payments)
    parts = sum(figure(paid, name) for name in ("interest", "collection_costs", "vat_on_costs"))
    settlements = paid.tables["settlements"]
    assert figure(paid, "total") == principal + parts - sum(amount for _, amount in payments)
    assert figure(paid, "total") <= figure(without, "total")
    assert [row[1] for row in settlements] == [amount for _, amount in sorted(payments)]
    for _, amount, costs, interest, capital in settlements:
        assert Decimal(str(amount)) == Decimal(str(costs)) + Decimal(str(interest)) + Decimal(str(capital))


@given(principal=AMOUNTS, due=DUE, late=LATE, day_count=DAY_COUNTS)
def test_a_later_day_never_lowers_the_interest(principal: Decimal, due: date, late: int, day_count: str) -> None:
    """A day more cannot cost the creditor."""
    sooner, later = claim(principal, due, late, day_count), claim(principal, due, late + 1, day_count)
    assert figure(later, "interest") >= figure(sooner, "interest")


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
            Terms(lambda _: Decimal("0.104"), changes, compounding=True, day_count=day_count),
        )
        ledger.run([])
        found.append((total(line.interest for line in ledger.lines), len(ledger.lines)))
    (whole, _), (split, lines) = found
    assert abs(whole - split) <= CENT * lines


@given(small=AMOUNTS, more=AMOUNTS)
def test_collection_costs_rise_with_the_principal_within_their_bounds(small: Decimal, more: Decimal) -> None:
    """At least 40, at most 6,775, and never less for a larger principal."""
    assert Decimal(40) <= collection_costs(small) <= collection_costs(small + more) <= Decimal(6775)

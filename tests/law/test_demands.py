"""One demand for several invoices: worked out by hand, at each edge of the law."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from calculators.law.demands import (
    Debt,
    Demand,
    claim_on,
    demand,
    first_known_due_day,
    last_known_day,
    set_off,
)

DUE = date(2026, 7, 1)
NOTHING_OWED = Demand(Decimal(0), Decimal(0), Decimal(0))


def debt(amount: str, due: date = DUE, until: date = date(2026, 7, 31), *, is_open: bool = True) -> Debt:
    """A debt of thirty days at 10.4%, unless its days are given."""
    return Debt(Decimal(amount), due, until, is_open)


def asked(debts: Iterable[Debt]) -> Demand:
    """What one letter asks for them."""
    return demand(map(claim_on, debts))


@pytest.mark.parametrize(
    ("amounts", "costs"),
    [
        (["1000", "1000", "1000"], "425"),  # 15% of 2,500 and 10% of 500, not three times 150
        (["100", "100", "100"], "45"),  # 15% of 300, not three times 40 and not 40
        (["266.66"], "40"),  # 39.999 is below the least
        (["266.67"], "40"),  # 40.0005 comes to whole cents
        (["266.74"], "40.01"),
        (["1000000"], "6775"),  # 375 + 250 + 250 + 1,900 + 4,000: just the most
        (["999999"], "6775"),  # half a cent below it, up
        (["999998"], "6774.99"),
        (["600000", "600000"], "6775"),
    ],
)
def test_costs_are_counted_once_over_the_sum(amounts: list[str], costs: str) -> None:
    """Art. 6:96 BW and the decree: at least 40, at most 6,775."""
    assert asked([debt(amount) for amount in amounts]).costs == Decimal(costs)


def test_interest_is_counted_by_invoice() -> None:
    """30 days at 10.4%: 1,000 bears 8.547945, and three lines of 8.55 are 25.65 where one of 3,000 would be 25.64."""
    found = asked([debt("1000")] * 3)
    assert (found.principal, found.interest, found.total) == (Decimal(3000), Decimal("25.65"), Decimal("3450.65"))


def test_what_was_paid_late_bears_interest_and_the_least_of_the_costs() -> None:
    """Its amount is no longer owed: 8.55 interest and 40, however large it was; one that is open goes by the scale."""
    paid = debt("1000", is_open=False)
    assert asked([paid, paid]) == Demand(Decimal(0), Decimal("17.10"), Decimal(40))
    assert asked([paid, debt("1000")]) == Demand(Decimal(1000), Decimal("17.10"), Decimal(150))


def test_nothing_late_costs_nothing() -> None:
    """Up to and including the last day to pay."""
    assert asked([]) == NOTHING_OWED
    assert asked([debt("1000", until=DUE), debt("1000", until=date(2026, 6, 1))]) == NOTHING_OWED


@pytest.mark.parametrize(
    ("due", "until", "interest"),
    [
        (date(2026, 6, 30), date(2026, 7, 1), "2.85"),  # one day: 10,000 x 10.4% / 365 = 2.849
        (date(2026, 5, 31), date(2026, 7, 31), "171.75"),  # 30 d at 10.15%: 83.42; 31 d at 10.4%: 88.33
        # 2023-07-01 to 2024-06-30: 184 d at 12% = 604.93, 182 d at 12.5% = 623.29; then on 11,228.22 184 d at
        # 12.25% = 693.38
        (date(2023, 6, 30), date(2024, 12, 31), "1921.60"),
    ],
)
def test_interest_follows_the_rates_and_compounds(due: date, until: date, interest: str) -> None:
    """On 10,000, by hand: see each reason."""
    assert claim_on(debt("10000", due, until)).interest == Decimal(interest)


def test_credit_goes_to_the_earliest_open_debt() -> None:
    """From its first day on: what was paid already takes none, and what is left over is not paid out."""
    earlier, later = debt("100", date(2026, 5, 1)), debt("100", date(2026, 6, 1))
    paid = debt("100", date(2026, 4, 1), is_open=False)
    assert [one.amount for one in set_off(Decimal(150), [later, paid, earlier])] == [100, 0, 50]
    assert [one.amount for one in set_off(Decimal(500), [later, earlier])] == [0, 0]
    assert asked(set_off(Decimal(500), [later, earlier])) == NOTHING_OWED


def test_days_that_are_known() -> None:
    """The scale of the costs counts from 1 July 2012; both series end with 2026."""
    assert (first_known_due_day(), last_known_day()) == (date(2012, 6, 30), date(2026, 12, 31))

"""Invariants of the discount and payment calculators."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties.figures import CENT, TINY, amounts, result_of, shares, value


@given(shares("-1", "10"), shares("0.0001"), amounts())
def test_break_even_volume_leaves_gross_profit_as_it_was(change: Decimal, margin: Decimal, revenue: Decimal) -> None:
    """New volume times new margin a piece is the old gross profit; undefined just where no margin is left."""
    result = result_of("discount_break_even", price_change=change, gross_margin=margin, revenue=revenue)
    volume = value(result, "volume_change_needed")
    assert (volume is None) == (margin + change <= 0)
    if volume is not None:
        assert abs((1 + volume) * (margin + change) - margin) <= TINY * 100
        assert volume >= -1
    assert abs(value(result, "profit_change_same_volume_amount") - revenue * change) <= CENT


@given(shares("0.01", "0.5"), shares("0.01", "0.4"), shares("0.0001", "0.05"))
def test_a_larger_discount_needs_more_volume(margin: Decimal, discount: Decimal, more: Decimal) -> None:
    """Each further point of discount asks for more."""
    assume(discount + more < margin)
    small = result_of("discount_break_even", price_change=-discount, gross_margin=margin)
    large = result_of("discount_break_even", price_change=-discount - more, gross_margin=margin)
    assert value(large, "volume_change_needed") > value(small, "volume_change_needed")


days = st.integers(0, 3650).map(Decimal)


@given(amounts(), days, days, days, shares())
def test_paying_later_never_lowers_interest_loss(
    revenue: Decimal, agreed: Decimal, one: Decimal, two: Decimal, rate: Decimal
) -> None:
    """A later payment costs as much or more, and nothing is lost up to the agreed day."""
    sooner, later = (
        result_of("late_payment", revenue=revenue, agreed_days=agreed, actual_days=actual, financing_rate=rate)
        for actual in sorted((one, two))
    )
    assert value(sooner, "interest_loss") <= value(later, "interest_loss")
    assert value(sooner, "days_late") <= value(later, "days_late")
    if max(one, two) <= agreed:
        assert value(later, "interest_loss") == 0


@given(amounts("1", "1000000"), days, shares(), shares("0.01"))
def test_recovery_revenue_earns_the_loss_back(revenue: Decimal, late: Decimal, rate: Decimal, margin: Decimal) -> None:
    """The margin on the recovery revenue is the loss, to the cent; capital tied up is that of the days late."""
    result = result_of(
        "late_payment",
        revenue=revenue,
        agreed_days=Decimal(0),
        actual_days=late,
        financing_rate=rate,
        gross_margin=margin,
    )
    assert abs(value(result, "recovery_revenue") * margin - value(result, "interest_loss")) <= CENT
    assert abs(value(result, "capital_tied_up") * rate - value(result, "interest_loss")) <= CENT

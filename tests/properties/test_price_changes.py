"""Invariants of discounts and price rises."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties.figures import CENT, TINY, amounts, result_of, shares, value

directions = st.sampled_from(("discount", "rise"))


@given(directions, shares(), shares("0.0001"), amounts())
def test_break_even_volume_leaves_gross_profit_as_it_was(
    direction: str, size: Decimal, margin: Decimal, revenue: Decimal
) -> None:
    """New volume times new margin a piece is the old gross profit; undefined just where no margin is left."""
    change = size if direction == "rise" else -size
    result = result_of(
        "discount_break_even", direction=direction, price_change=size, gross_margin=margin, revenue=revenue
    )
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
    small = result_of("discount_break_even", price_change=discount, gross_margin=margin)
    large = result_of("discount_break_even", price_change=discount + more, gross_margin=margin)
    assert value(large, "volume_change_needed") > value(small, "volume_change_needed")


@given(shares(), shares(), amounts())
def test_a_minus_with_a_discount_is_the_same_discount(size: Decimal, margin: Decimal, revenue: Decimal) -> None:
    """Old links and command lines, where a discount had a minus, find the same answers."""
    with_minus, without = (
        result_of("discount_break_even", price_change=change, gross_margin=margin, revenue=revenue)
        for change in (-size, size)
    )
    assert with_minus.answers == without.answers
    assert with_minus.headline == without.headline


@given(shares(), shares("0.0001"), amounts())
def test_other_sales_earn_back_what_a_discount_gives_away(size: Decimal, margin: Decimal, revenue: Decimal) -> None:
    """What is given away is the loss at the same volume, and the margin on the other sales is that amount."""
    result = result_of("discount_break_even", price_change=size, gross_margin=margin, revenue=revenue)
    given_away = value(result, "profit_given_away")
    assert given_away == -value(result, "profit_change_same_volume_amount")
    assert abs(value(result, "other_sales_needed") * margin - given_away) <= CENT


@given(directions, shares(), shares())
def test_only_a_rise_is_said_to_bring_something(direction: str, size: Decimal, margin: Decimal) -> None:
    """The first sentence on a discount is never that on a rise."""
    result = result_of("discount_break_even", direction=direction, price_change=size, gross_margin=margin)
    if not result.headline.startswith("hardly_changed"):
        assert result.headline.startswith("rise") == (direction == "rise" and size > 0)


@given(directions, st.decimals(Decimal("1e-6"), Decimal("1e-3"), places=6), shares("0.0001"), amounts())
def test_no_volume_of_nothing_is_asked_for(direction: str, size: Decimal, margin: Decimal, revenue: Decimal) -> None:
    """A volume that would be written as 0% is named by no first sentence."""
    result = result_of(
        "discount_break_even", direction=direction, price_change=size, gross_margin=margin, revenue=revenue
    )
    volume = value(result, "volume_change_needed")
    is_nothing = volume is not None and abs(volume) < Decimal("0.00005")
    assert result.headline.startswith("hardly_changed") == is_nothing


@given(directions, shares("0.0001"), shares("0.0001"))
def test_curve_is_smooth_and_holds_both_sides(direction: str, size: Decimal, margin: Decimal) -> None:
    """At least forty points, from a discount to a rise, ever falling, through the point of this change."""
    result = result_of("discount_break_even", direction=direction, price_change=size, gross_margin=margin)
    picture = result.plots["volume_by_price_change"]
    curve = picture["same_profit"]
    assert len(curve) >= 40
    changes, volumes = [at for at, _ in curve], [volume for _, volume in curve]
    assert changes == sorted(changes)
    assert volumes == sorted(volumes, reverse=True)
    assert changes[0] < 0 < changes[-1]
    for at, volume in picture["today"]:
        assert changes[0] <= at <= changes[-1]
        assert any(abs(at - change) <= TINY and abs(volume - height) <= TINY for change, height in curve)

"""What holds for every customer whose money is waited for."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.figures import CENT, TINY, amounts, half_up, result_of, shares, value

days = st.integers(0, 3650).map(Decimal)
some_vat = st.sampled_from((Decimal(0), Decimal("0.09"), Decimal("0.21")))


@given(amounts(), some_vat, days, days, days, shares())
def test_paying_later_never_lowers_interest_loss(  # noqa: PLR0913 (as many figures as make two customers)
    revenue: Decimal, vat: Decimal, agreed: Decimal, one: Decimal, two: Decimal, rate: Decimal
) -> None:
    """A later payment costs as much or more, and nothing is lost up to the agreed day."""
    sooner, later = (
        result_of("late_payment", revenue=revenue, vat=vat, agreed_days=agreed, actual_days=actual, financing_rate=rate)
        for actual in sorted((one, two))
    )
    assert value(sooner, "interest_loss") <= value(later, "interest_loss")
    assert value(sooner, "days_late") <= value(later, "days_late")
    assert value(sooner, "agreed_term_cost") == value(later, "agreed_term_cost")
    if max(one, two) <= agreed:
        assert value(later, "interest_loss") == 0


@given(amounts("1", "1000000"), some_vat, days, shares(), shares("0.01"))
def test_recovery_revenue_earns_the_loss_back(
    revenue: Decimal, vat: Decimal, late: Decimal, rate: Decimal, margin: Decimal
) -> None:
    """The margin on the recovery revenue is the loss, to the cent; capital tied up is that of the days late."""
    result = result_of(
        "late_payment",
        revenue=revenue,
        vat=vat,
        agreed_days=Decimal(0),
        actual_days=late,
        financing_rate=rate,
        gross_margin=margin,
    )
    assert abs(value(result, "recovery_revenue") * margin - value(result, "interest_loss")) <= CENT
    assert abs(value(result, "capital_tied_up") * rate - value(result, "interest_loss")) <= CENT


@given(amounts(), some_vat, days, days, shares())
def test_days_cost_alike_whether_agreed_or_late(
    revenue: Decimal, vat: Decimal, agreed: Decimal, late: Decimal, rate: Decimal
) -> None:
    """The agreed days and the days late cost together what as many days late alone would."""
    split, whole = (
        result_of(
            "late_payment", revenue=revenue, vat=vat, agreed_days=term, actual_days=agreed + late, financing_rate=rate
        )
        for term in (agreed, Decimal(0))
    )
    together = value(split, "agreed_term_cost") + value(split, "interest_loss")
    assert abs(together - value(whole, "interest_loss")) <= CENT


@given(amounts("1000"), some_vat, st.integers(0, 60), st.integers(1, 60), shares("0", "0.5"), shares())
def test_a_discount_is_worth_it_below_the_financing_rate_only(  # noqa: PLR0913 (as many figures as a discount has)
    revenue: Decimal, vat: Decimal, early: int, sooner: int, discount: Decimal, rate: Decimal
) -> None:
    """It costs less than it saves where its rate a year is below the financing rate, and more where it is above."""
    result = result_of(
        "late_payment",
        revenue=revenue,
        vat=vat,
        agreed_days=Decimal(early),
        actual_days=Decimal(early + sooner),
        financing_rate=rate,
        early_payment_discount=discount,
        early_days=Decimal(early),
    )
    cost, saving = value(result, "early_payment_cost"), value(result, "early_payment_saving")
    difference = value(result, "early_payment_rate") - rate
    assert difference < TINY or cost >= saving
    assert difference > -TINY or cost <= saving
    assert abs(saving - (1 - discount) * value(result, "interest_loss")) <= CENT


@given(amounts(), some_vat, days, days, shares(), shares("0.01"))
def test_amounts_are_exact_and_half_a_cent_goes_up(
    revenue: Decimal, vat: Decimal, agreed: Decimal, late: Decimal, rate: Decimal, margin: Decimal
) -> None:
    """What fractions find, rounded once: no half cent is lost to a division by 365."""
    result = result_of(
        "late_payment",
        revenue=revenue,
        vat=vat,
        agreed_days=agreed,
        actual_days=agreed + late,
        financing_rate=rate,
        gross_margin=margin,
    )
    a_day = Fraction(revenue) * Fraction(1 + vat) / 365
    assert value(result, "capital_tied_up") == half_up(a_day * Fraction(late))
    assert value(result, "interest_loss") == half_up(a_day * Fraction(late * rate))
    assert value(result, "agreed_term_cost") == half_up(a_day * Fraction(agreed * rate))
    assert value(result, "cost_per_day_late") == half_up(a_day * Fraction(rate))
    assert value(result, "recovery_revenue") == half_up(a_day * Fraction(late * rate) / Fraction(margin))


@given(amounts(), st.integers(1, 60), shares("0", "0.5"), shares())
def test_a_discount_of_nothing_is_no_loan(revenue: Decimal, sooner: int, discount: Decimal, rate: Decimal) -> None:
    """A rate is only compared where there is a discount, and where it can be told from nothing and from one's own."""
    result = result_of(
        "late_payment",
        revenue=revenue,
        agreed_days=Decimal(60),
        actual_days=Decimal(60),
        financing_rate=rate,
        early_payment_discount=discount,
        early_days=Decimal(60 - sooner),
    )
    found = round(value(result, "early_payment_rate"), 4)
    if {"discount_costs_more", "discount_saves_more"} & set(result.notes):
        assert found not in (0, round(rate, 4))
    if not discount:
        assert list(result.notes) == (["paid_sooner_for_nothing"] if value(result, "early_payment_saving") else [])

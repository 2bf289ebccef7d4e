"""Invariants of the visit, discount and payment calculators."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties.figures import CENT, TINY, amounts, result_of, shares, value

visits = st.integers(0, 10000)
costs = amounts("0.01", "100000")


@given(amounts(), shares(), visits, costs, amounts(), shares())
def test_contribution_adds_up(  # noqa: PLR0913 (as many figures as the calculator takes)
    revenue: Decimal, margin: Decimal, count: int, cost: Decimal, other: Decimal, target: Decimal
) -> None:
    """Contribution is gross profit less the costs shown, and the verdict agrees with the visits it allows."""
    result = result_of(
        "visit_cost",
        revenue=revenue,
        gross_margin=margin,
        visits=count,
        cost_per_visit=cost,
        other_costs=other,
        target_contribution=target,
    )
    assert value(result, "contribution") == value(result, "gross_profit") - value(result, "visit_costs") - other
    over = value(result, "visits_over_maximum")
    assert over == max(0, count - value(result, "maximum_visits"))
    if value(result, "verdict") == "profitable":
        assert over == 0
    elif count:
        assert over > 0


@given(amounts(), shares(), visits, st.integers(1, 100), costs)
def test_more_visits_never_raise_contribution(
    revenue: Decimal, margin: Decimal, count: int, more: int, cost: Decimal
) -> None:
    """Each visit costs what it costs."""
    few = result_of("visit_cost", revenue=revenue, gross_margin=margin, visits=count, cost_per_visit=cost)
    many = result_of("visit_cost", revenue=revenue, gross_margin=margin, visits=count + more, cost_per_visit=cost)
    assert value(many, "contribution") < value(few, "contribution")
    assert value(many, "maximum_visits") == value(few, "maximum_visits")


@given(shares("0.0001"), visits, costs)
def test_break_even_revenue_leaves_nothing(margin: Decimal, count: int, cost: Decimal) -> None:
    """At the break-even revenue the contribution is zero, to the cent."""
    needed = value(
        result_of("visit_cost", gross_margin=margin, visits=count, cost_per_visit=cost), "break_even_revenue"
    )
    again = result_of("visit_cost", revenue=needed, gross_margin=margin, visits=count, cost_per_visit=cost)
    assert abs(value(again, "contribution")) <= CENT


yearly = amounts("0", "1000000")
hours = st.decimals(Decimal(0), Decimal(8784), places=1)


@given(yearly, yearly, yearly, yearly, hours, hours, hours, st.decimals(Decimal("0.1"), Decimal(24), places=1))
def test_cost_of_all_visits_is_the_yearly_cost(  # noqa: PLR0913 (as many figures as the method takes)
    pay: Decimal,
    charges: Decimal,
    car: Decimal,
    support: Decimal,
    working: Decimal,
    travel: Decimal,
    preparation: Decimal,
    per_visit: Decimal,
) -> None:
    """The parts add up, and cost per visit times hours is what the selling hours cost."""
    assume(travel + preparation < working)
    result = result_of(
        "cost_per_visit",
        annual_pay=pay,
        employer_charges=charges,
        car_and_travel=car,
        support_share=support,
        method="hours",
        working_hours=working,
        travel_hours=travel,
        preparation_hours=preparation,
        hours_per_visit=per_visit,
    )
    annual = value(result, "annual_cost")
    assert annual == pay + charges + car + support
    exact_visits = value(result, "selling_hours") / per_visit
    assert abs(value(result, "cost_per_visit") * exact_visits - annual) <= CENT * max(exact_visits, Decimal(1))


@given(yearly, st.integers(1, 366), st.decimals(Decimal("0.1"), Decimal(49), places=1))
def test_more_visits_a_day_never_make_a_visit_dearer(pay: Decimal, days: int, per_day: Decimal) -> None:
    """The same cost over more visits."""
    given_days = {"method": "days", "annual_pay": pay, "selling_days": Decimal(days)}
    few = result_of("cost_per_visit", visits_per_day=per_day, **given_days)
    many = result_of("cost_per_visit", visits_per_day=per_day + 1, **given_days)
    assert value(many, "cost_per_visit") <= value(few, "cost_per_visit")
    assert value(many, "annual_cost") == value(few, "annual_cost")


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


rates = shares("0.01", "1")


@given(amounts("0", "1000000"), amounts("100", "100000"), rates, rates, rates, rates, st.integers(1, 366))
def test_prospecting_is_never_short(  # noqa: PLR0913 (as many figures as the calculator takes)
    wanted: Decimal, each: Decimal, appointment: Decimal, offer: Decimal, order: Decimal, referral: Decimal, days: int
) -> None:
    """The contacts of a plan, worked forwards, bring at least the revenue wanted."""
    result = result_of(
        "prospecting_plan",
        new_revenue=wanted,
        revenue_per_new_customer=each,
        contact_to_appointment=appointment,
        appointment_to_offer=offer,
        offer_to_order=order,
        referral_share=Decimal("0.5"),
        referral_to_appointment=referral,
        working_days=days,
    )
    contacts, appointments, offers, customers = (
        value(result, f"{name}_needed") for name in ("contacts", "appointments", "offers", "customers")
    )
    assert contacts >= appointments >= offers >= customers
    rate = (appointment + referral) / 2
    assert contacts * rate * offer * order * each >= wanted - CENT
    assert value(result, "contacts_per_day_whole") * days >= contacts


@given(amounts(), rates, rates, rates)
def test_better_referrals_never_ask_more_contacts(
    wanted: Decimal, cold: Decimal, warm: Decimal, share: Decimal
) -> None:
    """Where referrals do better than cold contacts, more of them never raise the contacts needed."""
    assume(warm >= cold)
    few, more = (
        result_of(
            "prospecting_plan",
            new_revenue=wanted,
            contact_to_appointment=cold,
            referral_to_appointment=warm,
            referral_share=part,
        )
        for part in (share / 2, share)
    )
    assert value(more, "contacts_needed") <= value(few, "contacts_needed")


segments = st.lists(
    st.tuples(st.just("A"), st.integers(0, 5000), amounts("0", "366"), amounts("0", "24"), st.none() | amounts()),
    min_size=1,
    max_size=20,
)


@given(segments, amounts("1", "8784"), amounts("0", "5000"))
def test_visit_plan_adds_up(
    rows: list[tuple[str, int, Decimal, Decimal, Decimal | None]], hours: Decimal, cost: Decimal
) -> None:
    """Costs of the segments add up to the total, whole salespeople are enough, and what is carried is paid for."""
    result = result_of("visit_plan", segments=tuple(rows), hours_per_rep=hours, cost_per_visit=cost)
    table = result.tables["segments"]
    costs = [row[3] for row in table if isinstance(row[3], Decimal)]
    assert value(result, "visit_costs") == sum(costs, Decimal(0))
    assert value(result, "reps_needed_whole") * hours + CENT >= value(result, "hours_needed")
    for row, (_, _, _, _, profit) in zip(table, rows, strict=True):
        if isinstance(row[5], Decimal) and profit is not None:
            assert row[5] * cost <= profit

"""Invariants of the visit, visit-plan and prospecting calculators."""

from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calculators.core.money import to_cent
from calculators.core.results import Result
from calculators.models.visit_plan.formula import Segment
from tests.properties.figures import CENT, amounts, result_of, shares, value

visits = st.integers(0, 10000)
costs = amounts("0.01", "100000")


def rows_of(result: Result, table: str) -> Any:
    """The rows of a table that was answered, named tuples."""
    return result.tables[table]


@given(amounts(), shares(), visits, costs, amounts(), shares())
def test_contribution_adds_up(  # noqa: PLR0913 (as many figures as the calculator takes)
    revenue: Decimal, margin: Decimal, count: int, cost: Decimal, other: Decimal, target: Decimal
) -> None:
    """Contribution is gross profit less the costs shown; verdict and most visits follow from the exact target."""
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
    most, over = value(result, "maximum_visits"), value(result, "visits_over_maximum")
    room = value(result, "gross_profit") - other - target * revenue
    assert (value(result, "verdict") == "profitable") == (room - count * cost >= 0)
    if room < 0:
        assert most is over is None
        assert result.answers["maximum_visits"].reason == "missed_without_visits"
    else:
        assert most * cost <= room < (most + 1) * cost
        assert over == max(0, count - most)


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


small = st.integers(0, 12).map(Decimal)


@given(small, st.sampled_from((Decimal(0), Decimal("0.5"), Decimal(1))), st.integers(0, 3), small, small, small)
def test_first_sentence_agrees_with_the_answers(  # noqa: PLR0913 (as many figures as the calculator takes)
    revenue: Decimal, margin: Decimal, count: int, cost: Decimal, other: Decimal, target: Decimal
) -> None:
    """It promises a number of visits only where one meets the target, and praises nobody who earns nothing."""
    result = result_of(
        "visit_cost",
        revenue=revenue,
        gross_margin=margin,
        visits=count,
        cost_per_visit=cost,
        other_costs=other,
        target_contribution=target / 12,
    )
    left, headline = value(result, "contribution"), result.headline
    assert headline.startswith("loss") == (left < 0)
    assert headline.startswith("below_target") == (value(result, "verdict") == "below_target")
    most = result.answers["maximum_visits"]
    if headline in {"loss", "below_target"}:
        assert 0 < value(result, "maximum_visits") < count
    assert headline.endswith("at_any_number") == (most.reason == "missed_without_visits")
    assert (most.value is None) == (most.reason is not None)
    covered = {
        "covers_visit_costs": (True, False),
        "covers_all_costs": (True, True),
        "covers_other_costs": (False, True),
        "no_costs_counted": (False, False),
    }
    if headline in covered:
        assert left > 0
        assert covered[headline] == (value(result, "visit_costs") > 0, other > 0)


yearly = amounts("0", "1000000")
hours = st.decimals(Decimal(0), Decimal(2928), places=1)
some_hours = st.decimals(Decimal("0.1"), Decimal(2928), places=1)


@given(yearly, yearly, yearly, yearly, some_hours, hours, hours, st.decimals(Decimal("0.1"), Decimal(24), places=1))
def test_cost_of_all_visits_is_the_yearly_cost(  # noqa: PLR0913 (as many figures as the method takes)
    pay: Decimal,
    charges: Decimal,
    car: Decimal,
    support: Decimal,
    selling: Decimal,
    travel: Decimal,
    preparation: Decimal,
    per_visit: Decimal,
) -> None:
    """The parts add up, of a year and of a visit, and cost per visit times hours is what the selling hours cost."""
    result = result_of(
        "cost_per_visit",
        annual_pay=pay,
        employer_charges=charges,
        car_and_travel=car,
        support_share=support,
        method="hours",
        working_hours=selling + travel + preparation,
        travel_hours=travel,
        preparation_hours=preparation,
        hours_per_visit=per_visit,
    )
    assert value(result, "selling_hours") == selling
    annual = value(result, "annual_cost")
    assert annual == pay + charges + car + support
    exact_visits = selling / per_visit
    assert abs(value(result, "cost_per_visit") * exact_visits - annual) <= CENT * max(exact_visits, Decimal(1))
    if annual:
        *parts, total = result.bars["parts_of_a_visit"].values()
        assert len(parts) == sum(amount > 0 for amount in (pay, charges, car, support))
        assert [start for start, _ in parts] == [Decimal(0), *(end for _, end in parts[:-1])]
        assert parts[-1][1] == total[1] == value(result, "cost_per_visit")


@given(yearly, st.integers(1, 366), st.decimals(Decimal("0.1"), Decimal(49), places=1))
def test_more_visits_a_day_never_make_a_visit_dearer(pay: Decimal, days: int, per_day: Decimal) -> None:
    """The same cost over more visits."""
    given_days = {"method": "days", "annual_pay": pay, "selling_days": Decimal(days)}
    few = result_of("cost_per_visit", visits_per_day=per_day, **given_days)
    many = result_of("cost_per_visit", visits_per_day=per_day + 1, **given_days)
    assert value(many, "cost_per_visit") <= value(few, "cost_per_visit")
    assert value(many, "annual_cost") == value(few, "annual_cost")


@given(yearly, st.integers(1, 366), st.decimals(Decimal("0.1"), Decimal(49), places=1))
def test_cost_stands_once_among_the_published(pay: Decimal, days: int, per_day: Decimal) -> None:
    """Being dearer or cheaper than everything published is said just where every row of the table says so."""
    result = result_of(
        "cost_per_visit", method="days", annual_pay=pay, selling_days=Decimal(days), visits_per_day=per_day
    )
    compared = {row.compared for row in rows_of(result, "published")}
    assert (result.headline == "below") == (compared == {"lower"})
    assert (result.headline == "above") == (compared == {"higher"})


segments = st.builds(
    Segment,
    name=st.just("A"),
    customers=st.integers(0, 5000),
    visits_per_year=amounts("0", "366"),
    hours_per_visit=amounts("0.01", "24"),
    gross_profit_per_customer=st.none() | amounts("-1000", "1000000"),
)
programmes = st.lists(segments, min_size=1, max_size=20)
hours_per_rep = amounts("1", "8784")


@given(programmes, hours_per_rep, amounts("0", "500000"))
def test_visit_plan_adds_up(programme: list[Segment], per_rep: Decimal, cost: Decimal) -> None:
    """Each row can be multiplied out, the rows add up, and whole salespeople are enough for all hours, no more."""
    result = result_of("visit_plan", segments=tuple(programme), hours_per_rep=per_rep, cost_per_rep=cost)
    rows = rows_of(result, "segments")
    assert value(result, "visit_costs") == sum(row.costs for row in rows)
    assert value(result, "visits") == to_cent(sum(row.customers * row.visits_per_year for row in rows))
    hours = [row.customers * row.visits_per_year * row.hours_per_visit for row in rows]
    assert value(result, "hours_needed") == to_cent(sum(hours, Decimal(0)))
    assert [row.hours for row in rows] == [to_cent(each) for each in hours]
    assert [row.costs for row in rows] == [to_cent(each * cost / per_rep) for each in hours]
    needed = sum(segment.hours for segment in programme)
    whole = value(result, "reps_needed_whole")
    assert whole * per_rep >= needed
    assert (whole - 1) * per_rep < needed or not whole


@given(programmes, hours_per_rep, amounts("0.01", "500000"), amounts("0", "1000"), shares())
def test_visits_carried_are_the_most_that_can_be_paid(
    programme: list[Segment], per_rep: Decimal, cost: Decimal, other: Decimal, target: Decimal
) -> None:
    """The whole visits that a customer carries leave the target, one more does not; the verdict weighs the money."""
    result = result_of(
        "visit_plan",
        segments=tuple(programme),
        hours_per_rep=per_rep,
        cost_per_rep=cost,
        other_costs_per_customer=other,
        target_contribution=target,
    )
    for segment, row in zip(programme, rows_of(result, "segments"), strict=True):
        profit, carried, verdict = segment.gross_profit_per_customer, row.visits_carried, row.verdict
        room = row.room_for_visits
        assert (verdict == "unknown") == (profit is None) == (carried is None) == (room is None)
        if profit is None:
            continue
        assert abs(room - (profit - other - max(Decimal(0), profit) * target)) < CENT
        assert (verdict == "not_without_visits") == (room < 0)
        # What a visit costs is a division: both sides times the hours of a salesperson are exact.
        visit_times_hours = segment.hours_per_visit * cost
        assert (carried + 1) * visit_times_hours > room * per_rep
        assert not carried or carried * visit_times_hours <= room * per_rep
        is_paid = segment.visits_per_year * visit_times_hours <= room * per_rep
        assert (verdict == "within") == (room >= 0 and is_paid)


@given(segments, hours_per_rep)
def test_a_longer_visit_costs_more(segment: Segment, per_rep: Decimal) -> None:
    """Twice the hours of a visit are twice its cost, and carry no more visits."""
    longer = segment._replace(hours_per_visit=segment.hours_per_visit * 2)
    result = result_of("visit_plan", segments=(segment, longer), hours_per_rep=per_rep)
    once, twice = rows_of(result, "segments")
    assert abs(twice.cost_per_visit - 2 * once.cost_per_visit) <= CENT
    assert (twice.visits_carried or 0) <= (once.visits_carried or 0)


@settings(max_examples=10)
@given(segments)
def test_customers_one_by_one_are_the_segment(segment: Segment) -> None:
    """5,000 rows of one customer take the visits, the hours and the salespeople of one row of 5,000."""
    one_by_one = result_of("visit_plan", segments=(segment._replace(customers=1),) * 5000)
    together = result_of("visit_plan", segments=(segment._replace(customers=5000),))
    for name in ("visits", "hours_needed", "reps_needed", "reps_needed_whole"):
        assert value(one_by_one, name) == value(together, name)


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
    if wanted:
        assert (result.headline == "daily") == (contacts >= days)


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

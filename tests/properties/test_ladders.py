"""Invariants of discount ladders and of bringing a discount back to one."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.core.money import to_cent
from calculators.models.discount_realignment.phases import (
    PhaseDiscount,
    part_of_first_year,
    phase_problems,
    rounded_discounts,
)
from calculators.pricing.ladders import (
    ALL_UNITS,
    INCREMENTAL,
    Basis,
    Ladder,
    LadderRow,
    dead_zones,
    discount_amount,
    effective_discount,
    ladder_problems,
    ladder_slices,
    revenue_needed_for,
    step_discount,
)
from tests.properties.figures import CENT, TINY, amounts, half_up, ladders, result_of, shares, value

bases = st.sampled_from((ALL_UNITS, INCREMENTAL))


def net(ladder: Ladder, list_revenue: Decimal) -> Decimal:
    """What an all-units customer pays for goods of the list revenue."""
    return list_revenue - discount_amount(ladder, ALL_UNITS, list_revenue)


@given(ladders(), bases, amounts())
def test_effective_discount_lies_between_lowest_and_highest_reached_step(
    ladder: Ladder, basis: Basis, list_revenue: Decimal
) -> None:
    """No reading gives less than the first row or more than the row reached."""
    effective = effective_discount(ladder, basis, list_revenue)
    assert ladder[0][1] - TINY <= effective <= step_discount(ladder, list_revenue) + TINY


@given(ladders(), amounts())
def test_incremental_never_gives_more_than_all_units(ladder: Ladder, list_revenue: Decimal) -> None:
    """The discount per slice is at most that of the row reached on everything."""
    assert (
        effective_discount(ladder, INCREMENTAL, list_revenue)
        <= effective_discount(ladder, ALL_UNITS, list_revenue) + TINY
    )


@given(ladders(), bases, amounts(), amounts())
def test_effective_discount_never_falls_with_revenue(ladder: Ladder, basis: Basis, one: Decimal, two: Decimal) -> None:
    """More list revenue never lowers the effective discount."""
    less, more = sorted((one, two))
    assert effective_discount(ladder, basis, less) <= effective_discount(ladder, basis, more) + TINY


@given(ladders(), amounts(), amounts("0.01", "1000"))
def test_an_incremental_customer_never_pays_less_for_more(ladder: Ladder, list_revenue: Decimal, more: Decimal) -> None:
    """An incremental ladder has no dead zones: a larger order always costs more."""
    now = list_revenue - discount_amount(ladder, INCREMENTAL, list_revenue)
    then = list_revenue + more - discount_amount(ladder, INCREMENTAL, list_revenue + more)
    assert then > now


@given(ladders(), st.integers(1, 99))
def test_in_a_dead_zone_ordering_up_to_its_end_costs_less(ladder: Ladder, percent: int) -> None:
    """Anywhere inside a zone the customer pays more than at its end, and saves at most what the zone says."""
    for start, until, saving in dead_zones(ladder):
        inside = start + (until - start) * percent / 100
        assert start < inside < until
        assert net(ladder, until) < net(ladder, inside) <= net(ladder, until) + saving


@given(ladders(), amounts("0.01", "1000000"), amounts("0.01", "1000000"))
def test_outside_dead_zones_more_never_costs_less(ladder: Ladder, one: Decimal, two: Decimal) -> None:
    """A revenue that no zone holds is paid for with no more than any larger one."""
    less, more = sorted((one, two))
    assume(not any(start < less < until for start, until, _ in dead_zones(ladder)))
    assert net(ladder, less) <= net(ladder, more) + TINY


@given(ladders())
def test_dead_zones_ascend_and_do_not_overlap(ladder: Ladder) -> None:
    """Zones come in order, each with a length and a saving."""
    last = Decimal(0)
    for start, until, saving in dead_zones(ladder):
        assert last <= start < until
        assert saving > 0
        last = until


@given(ladders(), bases, shares())
def test_revenue_needed_suffices_and_a_cent_less_does_not(ladder: Ladder, basis: Basis, discount: Decimal) -> None:
    """The revenue needed gives the discount, just; where there is none the top of the ladder does not give it."""
    needed = revenue_needed_for(ladder, basis, discount)
    if needed is None:
        top = ladder[-1][1]
        assert discount > top or (basis == INCREMENTAL and discount == top > ladder[0][1])
        return
    assert effective_discount(ladder, basis, needed) >= discount - Decimal("1e-20")
    if needed:
        assert effective_discount(ladder, basis, needed - CENT) < discount


@given(ladders(), bases, amounts("0.01"), shares("0", "0.99"), shares(), st.integers(1, 8))
def test_phases_end_at_the_ladder(  # noqa: PLR0913 (as many figures as a realignment has)
    ladder: Ladder, basis: Basis, list_revenue: Decimal, current: Decimal, margin: Decimal, phases: int
) -> None:
    """Phases exist where something leaks away, as many as asked for at most; the last one equals the answers."""
    result = result_of(
        "discount_realignment",
        ladder=ladder,
        ladder_basis=basis,
        list_revenue=list_revenue,
        current_discount=current,
        gross_margin=margin,
        phases=phases,
    )
    rows = result.tables["phases"]
    assert bool(rows) == (value(result, "yearly_leak") > 0)
    assert value(result, "first_year_effect") == sum(row[5] for row in rows)
    assert value(result, "number_of_phases") == len(rows) <= phases
    if rows:
        expected = [value(result, name) for name in ("ladder_discount", "net_price_rise", "yearly_leak")]
        assert list(rows[-1][1:4]) == expected
        effects = [row[3] for row in rows]
        assert effects == sorted(effects)


@given(shares(), shares(), st.integers(1, 8))
def test_steps_are_half_points_that_only_go_down(one: Decimal, two: Decimal, count: int) -> None:
    """All but the last are whole half points, each at least a quarter point from the next; the last is the target."""
    target, current = sorted((one, two))
    *between, last = rounded_discounts(current, target, count)
    assert last == target
    assert len(between) < count
    assert all(discount % Decimal("0.005") == 0 for discount in between)
    for higher, lower in pairwise([current, *between, target]):
        assert higher - lower >= Decimal("0.0025") or not between


@given(st.lists(amounts("0", "100000"), min_size=1, max_size=8), st.integers(1, 12))
def test_first_year_holds_each_phase_for_its_months(effects: list[Decimal], months: int) -> None:
    """The months of all phases are those of the year, and each part of a year brings its share, half a cent up."""
    count = len(effects)
    rows = [part_of_first_year(phase, count, months, effect) for phase, effect in enumerate(effects, start=1)]
    assert abs(sum((length for length, _ in rows), Decimal(0)) - months) <= TINY
    for phase, (effect, (length, amount)) in enumerate(zip(effects, rows, strict=True)):
        exact = max(Fraction(0), min(Fraction(12, count), months - Fraction(12 * phase, count)))
        assert abs(Fraction(length) - exact) <= TINY
        assert amount == half_up(Fraction(effect) * exact / 12)


@given(ladders(), bases, amounts("0.01"), shares("0", "0.99"), st.lists(shares(), min_size=1, max_size=8))
def test_steps_of_ones_own_are_taken_or_pointed_at(
    ladder: Ladder, basis: Basis, list_revenue: Decimal, current: Decimal, typed: list[Decimal]
) -> None:
    """Steps that fall from the present discount, to no lower than the ladder, are taken as typed; others not."""
    due = effective_discount(ladder, basis, list_revenue)
    falls = all(after < before for before, after in pairwise([current, *typed]))
    problems = phase_problems("phase_discounts", [PhaseDiscount(discount) for discount in typed], current, due)
    assert bool(problems) == (not falls or typed[-1] < due - TINY)
    if not problems:
        result = result_of(
            "discount_realignment",
            ladder=ladder,
            ladder_basis=basis,
            list_revenue=list_revenue,
            current_discount=current,
            phase_discounts=tuple(PhaseDiscount(discount) for discount in typed),
        )
        assert [row[1] for row in result.tables["phases"]] == typed


@given(ladders(), bases, amounts("0.01"), shares(), shares(), shares())
def test_realignment_adds_up(  # noqa: PLR0913 (as many figures as a realignment has)
    ladder: Ladder, basis: Basis, list_revenue: Decimal, current: Decimal, margin: Decimal, loss: Decimal
) -> None:
    """What the leak is worth is what net revenue and gross profit rise by, to the cent; both rise alike."""
    result = result_of(
        "discount_realignment",
        ladder=ladder,
        ladder_basis=basis,
        list_revenue=list_revenue,
        current_discount=current,
        gross_margin=margin,
        expected_volume_loss=loss,
    )
    more_net = value(result, "net_revenue_after") - value(result, "net_revenue_now")
    assert max(Decimal(0), more_net) == value(result, "yearly_leak")
    if value(result, "net_revenue_now"):
        profit_now, profit_after = value(result, "gross_profit_now"), value(result, "gross_profit_after")
        assert profit_after - profit_now == more_net
        assert abs(value(result, "gross_profit_after_volume_loss") - profit_after * (1 - loss)) <= CENT
    else:
        assert value(result, "gross_profit_now") is None
    lost = value(result, "tolerated_volume_loss")
    assert lost is None or 0 < lost <= 1


@given(ladders(), amounts("0.01"), shares())
def test_picture_of_an_incremental_ladder_is_smooth(ladder: Ladder, list_revenue: Decimal, current: Decimal) -> None:
    """At least forty points to a quarter beyond the customer, none below the one before; steps are not drawn."""
    result = result_of(
        "discount_realignment",
        ladder=ladder,
        ladder_basis=INCREMENTAL,
        list_revenue=list_revenue,
        current_discount=current,
    )
    picture = result.plots["ladder"]
    assert not picture["all_units"]
    curve = picture["incremental"]
    assert len(curve) >= 40
    assert curve[-1][0] >= list_revenue * Decimal("1.25")
    for (at, lower), (beyond, higher) in pairwise(curve):
        assert at < beyond
        assert lower <= higher + TINY


@given(ladders(), amounts("0.01"))
def test_slices_add_up_to_the_revenue_and_to_its_discount(ladder: Ladder, list_revenue: Decimal) -> None:
    """The parts are the revenue; the amounts, each within a cent of part × discount, are the discount to the cent."""
    slices = ladder_slices(ladder, list_revenue)
    assert sum(part.part for part in slices) == list_revenue
    assert sum(part.amount for part in slices) == to_cent(discount_amount(ladder, INCREMENTAL, list_revenue))
    for row in slices:
        assert row.part == min(row.until or list_revenue, list_revenue) - row.start
        assert row.part > 0
        assert abs(row.amount - row.part * row.discount) <= CENT


@given(ladders(), bases, amounts("0.01"), shares(), st.none() | amounts("0.01"))
def test_slices_are_printed_for_each_revenue_that_rests_on_them(
    ladder: Ladder, basis: Basis, list_revenue: Decimal, current: Decimal, granted: Decimal | None
) -> None:
    """The slices of the revenue now, when granted and needed can be added up; of all units there are none."""
    result = result_of(
        "discount_realignment",
        ladder=ladder,
        ladder_basis=basis,
        list_revenue=list_revenue,
        current_discount=current,
        revenue_when_granted=granted,
    )
    given_on: dict[Decimal, Decimal] = {}
    for revenue, *_, amount in result.tables["ladder_slices"]:
        given_on[revenue] = given_on.get(revenue, Decimal(0)) + amount
    needed = value(result, "revenue_needed")
    assert set(given_on) == ({list_revenue, needed, granted} - {None, 0} if basis == INCREMENTAL else set())
    if given_on:
        assert given_on[list_revenue] == value(result, "ladder_discount_amount")
    if given_on and needed:
        assert abs(given_on[needed] - needed * current) <= 2 * CENT
    if given_on and granted:
        assert abs(given_on[granted] - granted * value(result, "ladder_discount_when_granted")) <= CENT


@given(ladders())
def test_a_good_ladder_is_accepted(ladder: Ladder) -> None:
    """A ladder that starts at 0, ascends and never falls has no problems."""
    assert ladder_problems("ladder", ladder) == []


@given(ladders(), st.data())
def test_each_fault_of_a_ladder_is_pointed_at(ladder: Ladder, data: st.DataObject) -> None:
    """A row that repeats the bound above it is named by row and column."""
    assume(len(ladder) > 1)
    row = data.draw(st.integers(1, len(ladder) - 1))
    spoiled = (*ladder[:row], LadderRow(ladder[row - 1].start, ladder[row].discount), *ladder[row + 1 :])
    problems = ladder_problems("ladder", spoiled)
    assert ("not_ascending", row, 0) in [(problem.code, problem.row, problem.column) for problem in problems]

"""What a customer's discount is above the ladder, what that costs, and how it comes down."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, cast

from calculators.core.money import rounded, to_cent, to_fraction, total
from calculators.core.problems import CalculatorError
from calculators.core.quantities import Quantity, euro, fraction, percentage_points, undefined
from calculators.core.results import Coordinates, Result
from calculators.models.discount_realignment.phases import (
    HUNDREDTH_POINT,
    Phase,
    PhaseDiscount,
    part_of_first_year,
    phase_problems,
    rounded_discounts,
)
from calculators.pricing.ladders import (
    ALL_UNITS,
    INCREMENTAL,
    ONE,
    ZERO,
    Basis,
    DeadZone,
    Ladder,
    LadderSlice,
    dead_zones,
    discount_amount,
    effective_discount,
    ladder_problems,
    ladder_slices,
    revenue_needed_for,
)

PICTURE_REACH: Final = Decimal("1.25")  # the picture runs a quarter past the last step or the customer
CURVE_POINTS: Final = 96  # of the curve of an incremental ladder, over all of its slices
LEAST_POINTS: Final = 12  # of one slice


def discount_realignment(
    *,
    list_revenue: Decimal,
    current_discount: Decimal,
    ladder: Ladder,
    ladder_basis: str,
    revenue_when_granted: Decimal | None,
    gross_margin: Decimal,
    phases: int,
    expected_volume_loss: Decimal,
    first_year_months: int,
    phase_discounts: Sequence[PhaseDiscount],
) -> Result:
    """What the ladder gives for today's revenue, what the customer gets above it, and how that comes down.

    Revenue in EUR a year at list prices; discounts, `gross_margin` (of today's net revenue) and `expected_volume_loss`
    as fractions. The cost of a piece stays the same; phases are measured against today, at the same volume.
    `phase_discounts`, where there are any, are the discounts after each phase and take the place of `phases`.

    Raises:
        CalculatorError: the ladder does not start at 0, does not ascend, or a discount falls or reaches 100%; the
            discounts after the phases do not fall, or go below the ladder.

    Source: Oravi 2019, "Gun de concurrent verliesgevende klanten"; chapter accounts/discount-realignment.
    """
    basis = cast("Basis", ladder_basis)
    due = _due(ladder, basis, list_revenue, current_discount, phase_discounts)
    zones = tuple(dead_zones(ladder)) if basis == ALL_UNITS else ()
    given_now = to_cent(list_revenue * current_discount)
    given_by_ladder = to_cent(discount_amount(ladder, basis, list_revenue))
    discounts = _discounts(current_discount, due, phases, phase_discounts, given_now - given_by_ladder)
    plan = _plan(list_revenue, current_discount, discounts, due, given_by_ladder, first_year_months)
    needed = revenue_needed_for(ladder, basis, current_discount)
    answers = {
        **_discount_answers(current_discount, due, given_now, given_by_ladder),
        **_revenue_answers(needed, list_revenue, _when_granted(ladder, basis, revenue_when_granted)),
        **_profit_answers(list_revenue, given_now, given_by_ladder, gross_margin, expected_volume_loss),
        **_price_answers(_net_price_rise(list_revenue, current_discount, due), gross_margin),
        **_plan_answers(plan),
    }
    return Result(
        headline=_headline(list_revenue, current_discount, due, answers),
        answers=answers,
        tables={
            "phases": plan,
            "ladder_slices": _slices(ladder, basis, list_revenue, needed, revenue_when_granted),
            "dead_zones": [DeadZone(*map(to_cent, zone)) for zone in zones],
        },
        plots={"ladder": _picture(ladder, basis, list_revenue, current_discount)},
        steps=_steps(basis, list_revenue, answers, own=bool(phase_discounts)),
        notes=[*_notes_on_zones(list_revenue, zones), *_notes_on_plan(plan, phases, phase_discounts, due)],
    )


def _due(
    ladder: Ladder, basis: Basis, list_revenue: Decimal, current: Decimal, typed: Sequence[PhaseDiscount]
) -> Decimal:
    """The discount that the ladder gives, as a fraction; CalculatorError where the ladder or the steps are wrong."""
    problems = ladder_problems("ladder", ladder)
    due = None if problems else effective_discount(ladder, basis, list_revenue)
    problems += phase_problems("phase_discounts", typed, current, due)
    if problems or due is None:
        raise CalculatorError(*problems)
    return due


def _discount_answers(
    current: Decimal, due: Decimal, given_now: Decimal, given_by_ladder: Decimal
) -> dict[str, Quantity]:
    """Today's discount beside that of the ladder."""
    return {
        "ladder_discount": fraction(due),
        "ladder_discount_amount": euro(given_by_ladder),
        "excess_discount": percentage_points(current - due),
        "current_discount_amount": euro(given_now),
        "yearly_leak": euro(max(ZERO, given_now - given_by_ladder)),
    }


def _headline(list_revenue: Decimal, current: Decimal, due: Decimal, answers: Mapping[str, Quantity]) -> str:
    """The code of the first sentence; a plan that loses gross profit with the volume expected to go says so."""
    if not list_revenue:
        return "no_revenue"
    if not to_fraction(current - due):
        return "in_line"
    if rounded(current, HUNDREDTH_POINT) == rounded(due, HUNDREDTH_POINT):
        return "nearly_in_line"
    if answers["net_revenue_now"] == answers["net_revenue_after"]:
        return "less_than_a_cent"
    if current < due:
        return "too_little"
    now, then = answers["gross_profit_now"].value, answers["gross_profit_after_volume_loss"].value
    loses = isinstance(now, Decimal) and isinstance(then, Decimal) and then < now
    return "too_much_and_volume_goes" if loses else "too_much"


def _discounts(
    current: Decimal, due: Decimal, count: int, typed: Sequence[PhaseDiscount], leak: Decimal
) -> list[Decimal]:
    """The discount after each phase: those that were typed, or equal steps where something leaks away."""
    if typed:
        return [discount for (discount,) in typed]
    return rounded_discounts(current, due, count) if leak > 0 and to_fraction(current - due) > 0 else []


def _plan(
    list_revenue: Decimal,
    current: Decimal,
    discounts: Sequence[Decimal],
    due: Decimal,
    given_by_ladder: Decimal,
    months: int,
) -> list[Phase]:
    """The phases with these discounts, of which `due` is the ladder's, in a first year of so many months."""
    plan = []
    for number, discount in enumerate(discounts, start=1):
        rise = _net_price_rise(list_revenue, current, discount)
        given = given_by_ladder if discount == due else to_cent(list_revenue * discount)
        effect = to_cent(list_revenue * current) - given
        first_year = part_of_first_year(number, len(discounts), months, effect)
        net_price_rise = None if rise is None else to_fraction(rise)
        plan.append(Phase(number, to_fraction(discount), net_price_rise, effect, *first_year))
    return plan


def _plan_answers(plan: Sequence[Phase]) -> dict[str, Quantity]:
    reason = None if plan else "nothing_to_bring_down"
    effect = total(phase.first_year_effect for phase in plan)
    return {"number_of_phases": Quantity(len(plan), "phases", reason), "first_year_effect": euro(effect)}


def _slices(ladder: Ladder, basis: Basis, *revenues: Decimal | None) -> list[LadderSlice]:
    """The slices of an incremental ladder at each of these list revenues, once."""
    if basis == ALL_UNITS:
        return []
    return [part for revenue in dict.fromkeys(revenues) if revenue for part in ladder_slices(ladder, revenue)]


def _net_price_rise(list_revenue: Decimal, current: Decimal, after: Decimal) -> Decimal | None:
    """How much more the customer pays net for the same goods, as a fraction; None where it pays nothing now."""
    return (current - after) / (ONE - current) if list_revenue and current < 1 else None


def _when_granted(ladder: Ladder, basis: Basis, revenue: Decimal | None) -> Quantity:
    if revenue is None:
        return undefined("fraction", "no_revenue_when_granted")
    return fraction(effective_discount(ladder, basis, revenue))


def _revenue_answers(needed: Decimal | None, list_revenue: Decimal, when_granted: Quantity) -> dict[str, Quantity]:
    """The revenue that the current discount asks for, and how far today's is below it, beside what was due then."""
    none = undefined("EUR", "no_revenue_earns_it")
    return {
        "revenue_needed": none if needed is None else euro(needed),
        "revenue_gap": none if needed is None else euro(max(ZERO, needed - list_revenue)),
        "ladder_discount_when_granted": when_granted,
    }


def _profit_answers(
    list_revenue: Decimal, given_now: Decimal, given_by_ladder: Decimal, gross_margin: Decimal, volume_loss: Decimal
) -> dict[str, Quantity]:
    """Net revenue and gross profit, now and with the ladder's discount, at the same cost of a piece."""
    net_now, net_after = list_revenue - given_now, list_revenue - given_by_ladder
    net = {"net_revenue_now": euro(net_now), "net_revenue_after": euro(net_after)}
    if list_revenue and not net_now:
        unknown = undefined("EUR", "cost_of_goods_unknown")
        names = ("gross_profit_now", "gross_profit_after", "gross_profit_after_volume_loss")
        return net | dict.fromkeys(names, unknown)
    profit_now = to_cent(net_now * gross_margin)
    profit_after = profit_now + net_after - net_now
    return {
        **net,
        "gross_profit_now": euro(profit_now),
        "gross_profit_after": euro(profit_after),
        "gross_profit_after_volume_loss": euro(profit_after * (ONE - volume_loss)),
    }


def _price_answers(rise: Decimal | None, gross_margin: Decimal) -> dict[str, Quantity]:
    """The rise of the net price, and the volume that may go before gross profit is below today's."""
    if rise is None:
        return dict.fromkeys(("net_price_rise", "tolerated_volume_loss"), undefined("fraction", "pays_nothing_now"))
    if to_fraction(rise) <= 0:
        tolerated = undefined("fraction", "price_does_not_rise")
    else:
        tolerated = fraction(rise / (gross_margin + rise))
    return {"net_price_rise": fraction(rise), "tolerated_volume_loss": tolerated}


def _steps(basis: Basis, list_revenue: Decimal, answers: Mapping[str, Quantity], *, own: bool) -> list[str]:
    """The keys of the steps that this case took; `own` says that phases were typed."""
    looked_up = ["ladder_discount", "ladder_discount_amount"]
    way = basis if list_revenue else ALL_UNITS  # at no revenue there are no slices
    if way == INCREMENTAL:
        looked_up.reverse()
    phases = answers["number_of_phases"].value
    keys = {
        "revenue_needed": f"revenue_needed_of_{basis if answers['revenue_needed'].value else ALL_UNITS}",
        "ladder_discount_when_granted": f"ladder_discount_when_granted_of_{basis}",
        "number_of_phases": "number_of_phases_typed" if own else f"number_of_phases_{'rounded' if phases else 'none'}",
        "first_year_effect": "first_year_effect" if phases else "first_year_effect_of_none",
    }
    others = [keys.get(name, name) for name in answers if name not in looked_up]
    return [*(f"{name}_of_{way}" for name in looked_up), *others]


def _notes_on_zones(list_revenue: Decimal, zones: Sequence[DeadZone]) -> list[str]:
    return ["in_dead_zone"] if any(zone.start < list_revenue < zone.until for zone in zones) else []


def _notes_on_plan(plan: Sequence[Phase], asked: int, typed: Sequence[PhaseDiscount], due: Decimal) -> list[str]:
    """Where the phases are others than asked for, and where they do not reach the ladder."""
    if not plan:
        return []
    if not typed:
        return ["fewer_phases"] if len(plan) < asked else []
    notes = ["phases_follow_the_table"] if len(typed) != asked else []
    return [*notes, "stops_above_the_ladder"] if plan[-1].discount > to_fraction(due) else notes


def _picture(ladder: Ladder, basis: Basis, list_revenue: Decimal, current: Decimal) -> dict[str, Coordinates]:
    """The ladder against list revenue, and the customer's point above it, on it or below it."""
    last = max(ladder[-1].start, list_revenue, ONE) * PICTURE_REACH
    return {
        "all_units": [*ladder, (last, ladder[-1].discount)] if basis == ALL_UNITS else [],
        "incremental": _curve(ladder, last) if basis == INCREMENTAL else [],
        "today": [(list_revenue, current)],
    }


def _curve(ladder: Ladder, last: Decimal) -> Coordinates:
    """What an incremental ladder gives until `last`, in EUR; closer together where a slice starts and it bends most."""
    count = max(LEAST_POINTS, CURVE_POINTS // len(ladder))
    starts = [start for start, _ in ladder]
    revenues = [
        start + (end - start) * (Decimal(point) / count) ** 2
        for start, end in zip(starts, [*starts[1:], last], strict=True)
        for point in range(count)
    ]
    return [(revenue, effective_discount(ladder, INCREMENTAL, revenue)) for revenue in [*revenues, last]]

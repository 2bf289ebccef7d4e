"""What a discount costs or a price rise brings, at the same volume and in volume that makes up for it."""

from decimal import Decimal
from typing import Final

from calculators.core.money import rounded, to_cent
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity, euro, fraction, undefined
from calculators.core.results import Coordinates, Result

DISCOUNT: Final = "discount"
RISE: Final = "rise"
HUNDREDTH_PERCENT: Final = Decimal("0.0001")  # the finest that a sentence shows of a volume
ZERO: Final = Decimal(0)
LEAST_LEFT: Final = Decimal("0.2")  # the picture runs from a fifth of the margin left
MOST_LEFT: Final = Decimal(2)  # until twice the margin; nearer to none the curve only goes up
CURVE_POINTS: Final = 60


def discount_break_even(
    *, direction: str, price_change: Decimal, gross_margin: Decimal, revenue: Decimal | None
) -> Result:
    """What a change of price does to gross profit, and the change in volume that leaves it as it was.

    `direction` is `discount` or `rise`. `price_change` is a fraction of the old price, with or without a minus for a
    discount; `gross_margin` is a fraction of the old price; `revenue` is EUR at the old price, of a year or of one
    quotation, or None. The cost of a piece stays the same.

    Raises:
        CalculatorError: a rise has a minus, or a discount is more than the price.

    Source: facts of contribution accounting; Oravi 2019, "Korting is Uitverkocht".
    """
    problem = _problem(direction, price_change)
    if problem:
        raise CalculatorError(problem)
    size = abs(price_change)
    change = size if direction == RISE else -size
    left = gross_margin + change
    volume = -change / left if left > 0 else None
    given_away = _given_away(direction, size, revenue)
    return Result(
        headline=_headline(change, gross_margin, volume, to_cent(size * revenue) if revenue else ZERO),
        answers={
            "profit_change_same_volume": _share_of_profit(change, gross_margin),
            "profit_change_same_volume_amount": _undefined_amount() if revenue is None else euro(change * revenue),
            "profit_given_away": given_away,
            "other_sales_needed": _other_sales(given_away, gross_margin),
            "volume_change_needed": _volume(volume, change),
            "size_of_change": fraction(size),
        },
        plots={"volume_by_price_change": _curve(change, gross_margin, volume)},
        steps=(
            "size_of_change",
            f"profit_change_of_{direction}",
            f"amount_of_{direction}",
            "profit_given_away",
            "other_sales_needed",
            f"volume_change_of_{direction}",
        ),
        notes=("margin_on_price", *(("minus_left_out",) if price_change < 0 else ())),
    )


def _problem(direction: str, price_change: Decimal) -> Problem | None:
    if direction == RISE and price_change < 0:
        return Problem("price_change", "minus_with_rise", depends_on=("direction",))
    if direction == DISCOUNT and price_change > 1:
        return Problem("price_change", "more_than_the_price", depends_on=("direction",))
    return None


def _headline(change: Decimal, gross_margin: Decimal, volume: Decimal | None, amount: Decimal) -> str:
    """The code of the first sentence; `amount` is what the change is worth in EUR, 0 where that is not known."""
    if not change:
        return "unchanged"
    if volume is not None and not rounded(volume, HUNDREDTH_PERCENT):
        situation = "hardly_changed"
    elif change > 0:
        situation = "rise" if gross_margin else "rise_from_nothing"
    elif gross_margin + change > 0:
        situation = "discount"
    else:
        situation = "below_cost" if gross_margin + change < 0 else "margin_gone"
    return f"{situation}_in_euros" if amount else situation


def _share_of_profit(change: Decimal, gross_margin: Decimal) -> Quantity:
    return fraction(change / gross_margin) if gross_margin else undefined("fraction", "no_profit_to_compare")


def _undefined_amount() -> Quantity:
    return undefined("EUR", "no_revenue_given")


def _given_away(direction: str, size: Decimal, revenue: Decimal | None) -> Quantity:
    """What the discount takes off gross profit, in EUR."""
    if direction == RISE:
        return undefined("EUR", "rise_gives_nothing_away")
    return _undefined_amount() if revenue is None else euro(size * revenue)


def _other_sales(given_away: Quantity, gross_margin: Decimal) -> Quantity:
    """The sales at the old price, in EUR, whose gross profit is what was given away."""
    if not isinstance(given_away.value, Decimal):
        return given_away
    return euro(given_away.value / gross_margin) if gross_margin else undefined("EUR", "no_margin")


def _volume(volume: Decimal | None, change: Decimal) -> Quantity:
    if volume is not None:
        return fraction(volume)
    return undefined("fraction", "margin_gone" if change else "no_margin_at_any_volume")


def _curve(change: Decimal, gross_margin: Decimal, volume: Decimal | None) -> dict[str, Coordinates]:
    """The volume that keeps gross profit the same at each change of price, with this change where there is one.

    The points lie closer together where little margin is left, because the curve bends there.
    """
    if not gross_margin:
        return {}
    left = gross_margin + change
    least = min(gross_margin * LEAST_LEFT, left) if left > 0 else gross_margin * LEAST_LEFT
    reach = max(gross_margin * MOST_LEFT, left) / least
    margins = {least * reach ** (Decimal(point) / CURVE_POINTS) for point in range(CURVE_POINTS + 1)} | {gross_margin}
    if left > 0:
        margins.add(left)
    return {
        "same_profit": [(margin - gross_margin, gross_margin / margin - 1) for margin in sorted(margins)],
        "today": [] if volume is None else [(change, volume)],
    }

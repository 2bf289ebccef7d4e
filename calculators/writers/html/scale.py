"""Linear scales with round ticks."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from calculators.core.quantities import Quantity, Unit
from calculators.core.words import Words
from calculators.present.quantities import written, written_amount

TICKS: Final = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from figures to positions in the picture, with round ticks."""

    ticks: tuple[Decimal, ...]
    start: int
    end: int

    def position(self, value: Decimal) -> str:
        """Where the figure lies, in picture units."""
        low, high = self.ticks[0], self.ticks[-1]
        share = (value - low) / (high - low)
        return f"{self.start + share * (self.end - self.start):.1f}"


def round_ticks(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """About five round figures at equal distances that enclose `low` and `high`."""
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    raw = (high - low) / TICKS
    magnitude = Decimal(1).scaleb(raw.adjusted())
    step = next(magnitude * factor for factor in (1, 2, Decimal("2.5"), 5, 10) if magnitude * factor >= raw)
    first, last = int(low // step), int(high // step)
    first -= first * step > low
    last += last * step < high
    return tuple(step * count for count in range(first, last + 1))


def tick_label(value: Decimal, unit: Unit, words: Words) -> str:
    """A figure at an axis: amounts without cents where they are whole."""
    if unit == "EUR":
        return written_amount(value, words, 0 if value == value.to_integral_value() else 2)
    return written(Quantity(value, unit), words)

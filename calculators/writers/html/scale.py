"""Linear scales with round ticks, and the figures at them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from calculators.core.quantities import Quantity, Unit
from calculators.core.words import Words
from calculators.present.quantities import written, written_amount
from calculators.present.sentences import filled

TICKS: Final = 5
TENTH: Final = Decimal("0.1")
LONGEST_TICK: Final = 10  # characters; longer ones are written in thousands or millions, as the axis then says
SIZES: Final = (
    (1, ""),
    (10**3, "frame.axis_thousands"),
    (10**6, "frame.axis_millions"),
    (10**9, "frame.axis_billions"),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from figures to positions in the picture, from the first of its ticks to the last."""

    ticks: tuple[Decimal, ...]
    start: int
    end: int

    def position(self, value: Decimal) -> Decimal:
        """Where the figure lies, in tenths of picture units."""
        low, high = self.ticks[0], self.ticks[-1]
        share = (value - low) / (high - low)
        return (self.start + share * (self.end - self.start)).quantize(TENTH)


def round_ticks(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """About five round figures at equal distances that enclose `low` and `high`."""
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    raw = (high - low) / TICKS
    magnitude = Decimal(1).scaleb(raw.adjusted())
    step = next(magnitude * factor for factor in (1, 2, 5, 10) if magnitude * factor >= raw)
    first, last = int(low // step), int(high // step)
    first -= first * step > low
    last += last * step < high
    return tuple(step * count for count in range(first, last + 1))


def tick_label(value: Decimal, unit: Unit, words: Words) -> str:
    """A figure in a picture: whole amounts without cents, and whole numbers without decimals."""
    whole = value.to_integral_value()
    if unit == "EUR":
        return written_amount(value, words, 0 if value == whole else 2)
    return written(Quantity(whole if value == whole else value, unit), words)


def tick_labels(ticks: tuple[Decimal, ...], unit: Unit, words: Words) -> tuple[list[str], str]:
    """The figures at an axis, and the key of the words that say in what they are counted, empty where in ones."""
    sizes = [([tick_label(tick / size, unit, words) for tick in ticks], key) for size, key in SIZES]
    return next((found for found in sizes if max(map(len, found[0])) <= LONGEST_TICK), sizes[-1])


def axis_label(label: str, key: str, words: Words) -> str:
    """What an axis counts, in thousands or millions where its figures are."""
    return filled(words[key], lambda _: label) if key else label

"""Bars from a figure until a figure, one under the other, each with its label and amount above it."""

from decimal import Decimal
from typing import Final

from calculators.core.quantities import Unit
from calculators.core.words import Words
from calculators.evaluation.records import WordedBar, WordedBars
from calculators.writers.html.markup import Html, element, joined
from calculators.writers.html.plot import WIDTH
from calculators.writers.html.scale import Scale, round_ticks, tick_label

ROW: Final = 44
BAR: Final = 16
MARGIN: Final = 8
LEAST_WIDTH: Final = Decimal(2)  # a bar of nothing is still seen


def bars_svg(picture: WordedBars, words: Words) -> tuple[Html, int]:
    """The bars of a picture, and its height."""
    ends = [Decimal(0), *(end for bar in picture.bars for end in (bar.start, bar.end))]
    scale = Scale(round_ticks(min(ends), max(ends)), MARGIN, WIDTH - MARGIN)
    height = ROW * len(picture.bars) + MARGIN
    zero = scale.position(Decimal(0))
    rows = (_row(bar, index * ROW, scale, picture.unit, words) for index, bar in enumerate(picture.bars))
    line = element("line", {"class": "picture-zero", "x1": zero, "x2": zero, "y1": "0", "y2": str(height)})
    return joined(line, *rows), height


def amount_of(bar: WordedBar) -> Decimal:
    """How far a bar goes, less than nothing where it goes back; all of it where it spans zero, as a range does."""
    return bar.end - bar.start


def _row(bar: WordedBar, top: int, scale: Scale, unit: Unit, words: Words) -> Html:
    left, right = sorted((Decimal(scale.position(bar.start)), Decimal(scale.position(bar.end))))
    amount = amount_of(bar)
    text = f"{bar.label}: {tick_label(amount, unit, words)}"
    kind = "picture-bar picture-bar--less" if amount < 0 else "picture-bar"
    box = {
        "x": str(left),
        "y": str(top + 20),
        "width": str(max(right - left, LEAST_WIDTH)),
        "height": str(BAR),
    }
    return joined(
        element("text", {"class": "picture-bar-label", "x": str(MARGIN), "y": str(top + 14)}, text),
        element("rect", {"class": kind, **box}),
    )

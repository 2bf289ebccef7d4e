"""Bars from a figure until a figure, one under the other, each with its label and amount above it."""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from calculators.core.quantities import Unit
from calculators.core.words import Words
from calculators.evaluation.records import WordedBar, WordedBars
from calculators.writers.html.markup import Html, element, joined
from calculators.writers.html.plot import WIDTH, Drawing
from calculators.writers.html.scale import Scale, round_ticks, tick_label

ROW: Final = 44
BAR: Final = 16
TEXT: Final = 14  # from the top of a row until the foot of its letters
TOP: Final = 20  # from the top of a row until its bar
MARGIN: Final = 8
GAP: Final = 4
LEAST_WIDTH: Final = Decimal(2)  # a bar of nothing is still seen


def bars_svg(picture: WordedBars, words: Words) -> Drawing:
    """The bars of a picture over a line of zero, each joined to the next where that goes on from it."""
    ends = [Decimal(0), *(end for bar in picture.bars for end in (bar.start, bar.end))]
    scale = Scale(round_ticks(min(ends), max(ends)), MARGIN, WIDTH - MARGIN)
    tops = [number * ROW for number in range(len(picture.bars))]
    height = ROW * len(picture.bars) + MARGIN
    zero = str(scale.position(Decimal(0)))
    parts = joined(
        element(
            "line", {"class": "picture-zero", "x1": zero, "x2": zero, "y1": str(TOP - GAP), "y2": str(height - GAP)}
        ),
        *(_joint(*pair, top, scale) for pair, top in zip(pairwise(picture.bars), tops, strict=False)),
        *(_row(bar, top, scale, picture.unit, words) for bar, top in zip(picture.bars, tops, strict=True)),
    )
    return Drawing(parts, height)


def _joint(bar: WordedBar, following: WordedBar, top: int, scale: Scale) -> Html:
    """A line from the end of a bar to the next, which starts there or, as a total does, ends there; else none."""
    if bar.end not in (following.start, following.end):
        return Html()
    x, start = str(scale.position(bar.end)), top + TOP + BAR
    return element("line", {"class": "picture-joint", "x1": x, "x2": x, "y1": str(start), "y2": str(start + ROW - BAR)})


def amount_of(bar: WordedBar) -> Decimal:
    """How far a bar goes, less than nothing where it goes back; all of it where it spans zero, as a range does."""
    return bar.end - bar.start


def _row(bar: WordedBar, top: int, scale: Scale, unit: Unit, words: Words) -> Html:
    left, right = sorted((scale.position(bar.start), scale.position(bar.end)))
    amount = amount_of(bar)
    text = f"{bar.label}: {tick_label(amount, unit, words)}"
    kind = "picture-bar picture-bar--less" if amount < 0 else "picture-bar"
    box = {
        "x": str(left),
        "y": str(top + TOP),
        "width": str(max(right - left, LEAST_WIDTH)),
        "height": str(BAR),
    }
    return joined(
        element("text", {"class": "picture-bar-label", "x": str(MARGIN + GAP), "y": str(top + TEXT)}, text),
        element("rect", {"class": kind, **box}),
    )

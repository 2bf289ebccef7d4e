"""Bars from a figure until a figure, one under the other, each with its label and amount above it.

Where there are many, label and amount stand before the bar, so that all of them fit beside the verdict and on paper.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from calculators.core.quantities import Unit
from calculators.core.words import Words
from calculators.evaluation.worded_pictures import WordedBar, WordedBars, WordedLevel
from calculators.writers.html.labels import width_of
from calculators.writers.html.marks import LEVEL_DASHES
from calculators.writers.html.markup import Html, element, joined
from calculators.writers.html.plot import WIDTH, Drawing
from calculators.writers.html.scale import Scale, tick_label

MARGIN: Final = 8
GAP: Final = 4
LEAST_WIDTH: Final = Decimal(2)  # a bar of nothing is still seen


@dataclass(frozen=True, slots=True)
class RowLayout:
    """How a row is laid out: its height, the foot of its letters and the top of its bar, and where bars may begin."""

    height: int
    text: int
    top: int
    bar: int
    left: int


ROOMY: Final = RowLayout(height=44, text=14, top=20, bar=16, left=MARGIN)
CLOSE: Final = RowLayout(height=24, text=17, top=5, bar=15, left=WIDTH * 3 // 5)
MOST_ROOMY: Final = 6
LEVEL_ROOM: Final = 26


def bars_svg(picture: WordedBars, words: Words) -> Drawing:
    """The bars of a picture over a line of zero, each joined to the next where that goes on from it."""
    rows = ROOMY if len(picture.bars) <= MOST_ROOMY else CLOSE
    ends = [Decimal(0), *(end for bar in picture.bars for end in (bar.start, bar.end))]
    ends += [picture.level.value] if picture.level else []
    # There is no axis, so that nothing has to be round: the longest bar takes all the room there is.
    low, high = min(ends), max(ends)
    scale = Scale((low, high if high > low else low + 1), rows.left, WIDTH - MARGIN)
    tops = [number * rows.height for number in range(len(picture.bars))]
    end_of_bars = rows.height * len(picture.bars) + MARGIN
    height = end_of_bars + (LEVEL_ROOM if picture.level else 0)
    zero = str(scale.position(Decimal(0)))
    ends_of_zero = {"x1": zero, "x2": zero, "y1": str(rows.top - GAP), "y2": str(end_of_bars - GAP)}
    parts = joined(
        element("line", {"class": "picture-zero", **ends_of_zero}),
        *(_joint(*pair, top, rows, scale) for pair, top in zip(pairwise(picture.bars), tops, strict=False)),
        *(_row(bar, top, rows, scale, picture.unit, words) for bar, top in zip(picture.bars, tops, strict=True)),
        _level(picture.level, rows, scale, end_of_bars, picture.unit, words) if picture.level else "",
    )
    return Drawing(parts, height)


def _joint(bar: WordedBar, following: WordedBar, top: int, rows: RowLayout, scale: Scale) -> Html:
    """A line from the end of a bar to the next, which starts there or, as a total does, ends there; else none."""
    if bar.end not in (following.start, following.end):
        return Html()
    x, start = str(scale.position(bar.end)), top + rows.top + rows.bar
    until = str(start + rows.height - rows.bar)
    return element("line", {"class": "picture-joint", "x1": x, "x2": x, "y1": str(start), "y2": until})


def _level(level: WordedLevel, rows: RowLayout, scale: Scale, end_of_bars: int, unit: Unit, words: Words) -> Html:
    """A dashed line from the first bar to below the last, where its label stands."""
    x = scale.position(level.value)
    text = f"{level.label}: {tick_label(level.value, unit, words)}"
    line = {"x1": str(x), "x2": str(x), "y1": str(rows.top - GAP), "y2": str(end_of_bars)}
    left = min(int(x), WIDTH - MARGIN - width_of(text))
    place = {"x": str(max(left, MARGIN)), "y": str(end_of_bars + LEVEL_ROOM - GAP * 2)}
    return joined(
        element("line", {"class": "picture-level", "stroke-dasharray": LEVEL_DASHES[0], **line}),
        element("text", {"class": "picture-bar-label", **place}, text),
    )


def amount_of(bar: WordedBar) -> Decimal:
    """How far a bar goes, less than nothing where it goes back; all of it where it spans zero, as a range does."""
    return bar.end - bar.start


def _row(bar: WordedBar, top: int, rows: RowLayout, scale: Scale, unit: Unit, words: Words) -> Html:
    left, right = sorted((scale.position(bar.start), scale.position(bar.end)))
    amount = amount_of(bar)
    text = f"{bar.label}: {tick_label(amount, unit, words)}"
    kind = "picture-bar picture-bar--less" if amount < 0 else "picture-bar"
    box = {
        "x": str(left),
        "y": str(top + rows.top),
        "width": str(max(right - left, LEAST_WIDTH)),
        "height": str(rows.bar),
    }
    return joined(
        element("text", {"class": "picture-bar-label", "x": str(MARGIN + GAP), "y": str(top + rows.text)}, text),
        element("rect", {"class": kind, **box}),
    )

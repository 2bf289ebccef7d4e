"""Bars from a figure until a figure, one under the other, each with its label and amount above it."""

from decimal import Decimal
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
LEAST_WIDTH: Final = Decimal(2)  # a bar of nothing is still seen


def bars_svg(picture: WordedBars, words: Words) -> Drawing:
    """The bars of a picture; zero is drawn beside the bars only, so that it crosses no text."""
    ends = [Decimal(0), *(end for bar in picture.bars for end in (bar.start, bar.end))]
    scale = Scale(round_ticks(min(ends), max(ends)), MARGIN, WIDTH - MARGIN)
    zero = scale.position(Decimal(0))
    tops = [number * ROW for number in range(len(picture.bars))]
    rows = [_row(bar, top, scale, picture.unit, words) for bar, top in zip(picture.bars, tops, strict=True)]
    line = "".join(f"M{zero} {top + TOP - 2}v{BAR + 4}" for top in tops)
    return Drawing(
        joined(*rows, element("path", {"class": "picture-zero", "d": line})), ROW * len(picture.bars) + MARGIN
    )


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
        element("text", {"class": "picture-bar-label", "x": str(MARGIN), "y": str(top + TEXT)}, text),
        element("rect", {"class": kind, **box}),
    )

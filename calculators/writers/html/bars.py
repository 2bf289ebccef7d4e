"""Bars from a figure until a figure, one under the other, each with its label and amount above it."""

from decimal import Decimal
from typing import Final

from calculators.core.words import Words
from calculators.evaluation.records import Picture, PictureSeries
from calculators.writers.html.markup import Html, element, joined
from calculators.writers.html.plot import WIDTH
from calculators.writers.html.scale import Scale, round_ticks, tick_label

ROW: Final = 44
BAR: Final = 16
MARGIN: Final = 8
LEAST_WIDTH: Final = 2  # a bar of nothing is still seen


def bars_svg(picture: Picture, words: Words) -> tuple[Html, int]:
    """The bars of a picture, and its height."""
    ends = [end for series in picture.series for point in series.points for end in point]
    scale = Scale(round_ticks(min([*ends, Decimal(0)]), max([*ends, Decimal(0)])), MARGIN, WIDTH - MARGIN)
    height = ROW * len(picture.series) + MARGIN
    zero = scale.position(Decimal(0))
    rows = (_row(series, index * ROW, scale, picture, words) for index, series in enumerate(picture.series))
    line = element("line", {"class": "picture-zero", "x1": zero, "x2": zero, "y1": "0", "y2": str(height)})
    return joined(line, *rows), height


def amount_of(series: PictureSeries) -> Decimal:
    """What a bar stands for: how far it goes, less than nothing where it goes back."""
    start, end = series.points[0]
    return end - start


def _row(series: PictureSeries, top: int, scale: Scale, picture: Picture, words: Words) -> Html:
    start, end = series.points[0]
    left, right = sorted((Decimal(scale.position(start)), Decimal(scale.position(end))))
    amount = amount_of(series)
    text = f"{series.label}: {tick_label(amount, picture.y_unit, words)}"
    kind = "picture-bar picture-bar--less" if amount < 0 else "picture-bar"
    box = {
        "x": str(left),
        "y": str(top + 20),
        "width": str(max(right - left, Decimal(LEAST_WIDTH))),
        "height": str(BAR),
    }
    return joined(
        element("text", {"class": "picture-bar-label", "x": str(MARGIN), "y": str(top + 14)}, text),
        element("rect", {"class": kind, **box}),
    )

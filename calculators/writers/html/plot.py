"""Figures against figures, drawn as SVG; the style sheet gives colours and strokes."""

from decimal import Decimal
from typing import Final

from calculators.core.words import Words
from calculators.evaluation.records import WordedPlot, WordedSeries
from calculators.writers.html.markup import Html, element, joined
from calculators.writers.html.scale import Scale, round_ticks, tick_label

WIDTH: Final = 440
HEIGHT: Final = 280
TOP: Final = 14
RIGHT: Final = 16
BOTTOM: Final = 46
# As wide as on a phone, where the style sheet makes the letters larger.
CHARACTER_WIDTH: Final = 8
MARKER: Final = 6


def plot_svg(plot: WordedPlot, words: Words) -> tuple[Html, int]:
    """The axes and the series of a plot, and its height."""
    points = [point for series in plot.series for point in series.coordinates if series.kind != "level"]
    heights = [y for series in plot.series for _, y in series.coordinates]
    y_ticks = round_ticks(min([*heights, Decimal(0)]), max(heights))
    x_ticks = round_ticks(min(x for x, _ in points), max(x for x, _ in points))
    labels = [tick_label(tick, plot.y_unit, words) for tick in y_ticks]
    left = 12 + CHARACTER_WIDTH * max(map(len, labels))
    x_scale = Scale(x_ticks, left, WIDTH - RIGHT)
    y_scale = Scale(y_ticks, HEIGHT - BOTTOM, TOP)
    texts = [tick_label(tick, plot.x_unit, words) for tick in x_ticks]
    middle = {"x": str((left + WIDTH - RIGHT) // 2), "y": str(HEIGHT - 8), "text-anchor": "middle"}
    return joined(
        *_heights(x_scale, y_scale, labels),
        *_widths(x_scale, texts),
        element("text", {"class": "picture-axis", **middle}, plot.x_label),
        *(_series(series, x_scale, y_scale) for series in plot.series),
    ), HEIGHT


def _heights(x_scale: Scale, y_scale: Scale, labels: list[str]) -> list[Html]:
    """A grid line with its figure at each tick of the vertical axis."""
    left, right = str(x_scale.start), str(x_scale.end)
    parts: list[Html] = []
    for tick, label in zip(y_scale.ticks, labels, strict=True):
        y = y_scale.position(tick)
        kind = "picture-zero" if tick == 0 else "picture-grid"
        place = {"x": str(x_scale.start - 6), "y": y, "dy": "4", "text-anchor": "end"}
        parts += [
            element("line", {"class": kind, "x1": left, "x2": right, "y1": y, "y2": y}),
            element("text", {"class": "picture-tick", **place}, label),
        ]
    return parts


def _widths(x_scale: Scale, texts: list[str]) -> list[Html]:
    """The figures of the horizontal axis, as many as there is room for."""
    room = (x_scale.end - x_scale.start) // max(1, CHARACTER_WIDTH * (max(map(len, texts)) + 2))
    every = -(-len(texts) // max(1, room))
    return [
        element(
            "text",
            {
                "class": "picture-tick",
                "x": x_scale.position(x_scale.ticks[index]),
                "y": str(HEIGHT - BOTTOM + 17),
                "text-anchor": "end" if index == len(texts) - 1 else "middle",
            },
            texts[index],
        )
        for index in range(0, len(texts), every)
    ]


def _series(series: WordedSeries, x_scale: Scale, y_scale: Scale) -> Html:
    if series.kind == "level":
        y = y_scale.position(series.coordinates[0][1])
        across = {"x1": str(x_scale.start), "x2": str(x_scale.end), "y1": y, "y2": y}
        return element("line", {"class": "picture-level", **across})
    places = [(x_scale.position(x), y_scale.position(y)) for x, y in series.coordinates]
    if series.kind == "point":
        return joined(
            *(element("circle", {"class": "picture-point", "cx": x, "cy": y, "r": str(MARKER)}) for x, y in places)
        )
    moves = [f"{'M' if index == 0 else 'L'}{x} {y}" for index, (x, y) in enumerate(places)]
    if series.kind == "steps":
        moves = [f"M{places[0][0]} {places[0][1]}"] + [f"H{x}V{y}" for x, y in places[1:]]
    if series.kind == "area":
        zero = y_scale.position(Decimal(0))
        edge = "".join([f"M{places[0][0]} {zero}", *(f"L{x} {y}" for x, y in places), f"L{places[-1][0]} {zero}Z"])
        return element("path", {"class": f"picture-area picture-area--{series.name}", "d": edge})
    return element("path", {"class": "picture-line", "d": "".join(moves), "fill": "none"})

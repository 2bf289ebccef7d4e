"""Figures against figures, drawn as SVG with each series named beside it; the style sheet gives the colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from calculators.core.words import Words
from calculators.evaluation.worded_pictures import WordedPlot, WordedSeries
from calculators.writers.html.labels import (
    CHARACTER_WIDTH,
    LINE_HEIGHT,
    Box,
    Label,
    Place,
    along_line,
    beside_point,
    best,
    between,
    in_area,
    width_of,
    wrapped,
)
from calculators.writers.html.marks import Look, Position, looks
from calculators.writers.html.markup import Html, element, joined
from calculators.writers.html.scale import Scale, axis_label, round_ticks, tick_label, tick_labels

WIDTH: Final = 340
HEIGHT: Final = 270
TOP: Final = 34
BOTTOM: Final = 46
EDGE: Final = 2
MARK: Final = 8  # half of the square that the largest mark takes
# Marks stand fast; then what has least room to choose from.
ORDER: Final = ("point", "level", "area", "line", "steps")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture without its frame, and those of its series that found no room for their name."""

    parts: Html
    height: int
    legend: Sequence[tuple[Look, str]] = ()


@dataclass(frozen=True, slots=True)
class _Axes:
    x: Scale
    y: Scale

    @property
    def room(self) -> Box:
        """Where labels may stand."""
        return Box(self.x.start + EDGE, TOP - LINE_HEIGHT // 2, WIDTH - EDGE, HEIGHT - BOTTOM - EDGE)

    @property
    def zero(self) -> Decimal:
        """The height of zero."""
        return self.y.position(Decimal(0))

    def places(self, series: WordedSeries) -> list[Position]:
        """Where a series goes through: a level from one side to the other, steps by way of their corners."""
        if series.kind == "level":
            y = self.y.position(series.coordinates[0][1])
            return [(Decimal(self.x.start), y), (Decimal(self.x.end), y)]
        places = [(self.x.position(x), self.y.position(y)) for x, y in series.coordinates]
        if series.kind != "steps":
            return places
        corners = [((x, before[1]), (x, y)) for before, (x, y) in pairwise(places)]
        return [places[0], *(place for corner in corners for place in corner)]


def plot_svg(plot: WordedPlot, prefix: str, words: Words) -> Drawing:
    """The axes and the series of a plot; `prefix` begins the ids in it."""
    points = [point for series in plot.series for point in series.coordinates if series.kind != "level"]
    heights = [Decimal(0), *(y for series in plot.series for _, y in series.coordinates)]
    y_ticks = round_ticks(min(heights), max(heights))
    x_ticks = round_ticks(min(x for x, _ in points), max(x for x, _ in points))
    y_labels, y_size = tick_labels(y_ticks, plot.y_unit, words)
    x_labels, x_size = tick_labels(x_ticks, plot.x_unit, words)
    left = 3 * EDGE + max(*map(width_of, y_labels), width_of(x_labels[0]) // 2)
    right = WIDTH - EDGE - max(MARK, width_of(x_labels[-1]) // 2)
    axes = _Axes(Scale(x_ticks, left, right), Scale(y_ticks, HEIGHT - BOTTOM, TOP))
    named = list(looks(plot.series, prefix))
    labels = _labels(plot, axes, words)
    middle = {"x": str(WIDTH // 2), "y": str(HEIGHT - 6), "text-anchor": "middle"}
    parts = joined(
        element("defs", {}, *(look.definition() for look in named)),
        element("text", {"class": "picture-axis", "x": str(EDGE), "y": "14"}, axis_label(plot.y_label, y_size, words)),
        *_heights(axes, y_labels),
        *_widths(axes.x, x_labels),
        element("text", {"class": "picture-axis", **middle}, axis_label(plot.x_label, x_size, words)),
        *(
            element("g", {"class": f"picture-series picture-series--{look.number}"}, look.marks(places, axes.zero))
            for look, places in zip(named, map(axes.places, plot.series), strict=True)
        ),
        *(label.drawn() for label in labels if label),
    )
    unnamed = [
        (look, _in_one_line(series.label, _figures(plot, series, words)))
        for look, series, label in zip(named, plot.series, labels, strict=True)
        if label is None
    ]
    return Drawing(parts, HEIGHT, unnamed)


def _heights(axes: _Axes, labels: Sequence[str]) -> list[Html]:
    """A grid line with its figure at each tick of the vertical axis; zero is drawn over the others."""
    across = {"x1": str(axes.x.start), "x2": str(axes.x.end)}
    parts: list[Html] = []
    for tick, label in zip(axes.y.ticks, labels, strict=True):
        y = axes.y.position(tick)
        kind = "picture-zero" if tick == 0 else "picture-grid"
        place = {"x": str(axes.x.start - 2 * EDGE), "y": str(y + 5), "text-anchor": "end"}
        parts += [
            element("line", {"class": kind, **across, "y1": str(y), "y2": str(y)}),
            element("text", {"class": "picture-tick", **place}, label),
        ]
    return parts


def _widths(scale: Scale, labels: Sequence[str]) -> list[Html]:
    """The figures of the horizontal axis, as many as there is room for, the first and the last within the picture."""
    room = (scale.end - scale.start) // (len(labels) - 1)
    every = -(-(max(map(width_of, labels)) + CHARACTER_WIDTH) // max(1, room))
    y = str(HEIGHT - BOTTOM + 20)
    return [
        element(
            "text",
            {"class": "picture-tick", "x": str(scale.position(tick)), "y": y, "text-anchor": "middle"},
            label,
        )
        for tick, label in list(zip(scale.ticks, labels, strict=True))[::every]
    ]


def _figures(plot: WordedPlot, series: WordedSeries, words: Words) -> tuple[str, ...]:
    """The figures of one point or a level, none of what runs through many."""
    if series.kind not in ("point", "level"):
        return ()
    x, y = series.coordinates[0]
    height = tick_label(y, plot.y_unit, words)
    return (height,) if series.kind == "level" else (tick_label(x, plot.x_unit, words), f"→ {height}")


def _in_one_line(label: str, figures: Sequence[str]) -> str:
    return f"{label}: {' '.join(figures)}" if figures else label


def _around_point(label: str, figures: Sequence[str]) -> list[tuple[str, ...]]:
    """What may stand beside a mark, the widest first."""
    below = [(*lines, " ".join(figures)) for lines in wrapped(label)]
    return [(_in_one_line(label, figures),), *below, (label, *figures)]


def _labels(plot: WordedPlot, axes: _Axes, words: Words) -> list[Label | None]:
    """The label of each series, None where there is no room for it."""
    paths = [[Place(round(x), round(y)) for x, y in axes.places(series)] for series in plot.series]
    curves = [between(path) for path in paths]
    marks = [path[0] for series, path in zip(plot.series, paths, strict=True) if series.kind == "point"]
    taken = [Box(x - MARK, y - MARK, x + MARK, y + MARK) for x, y in marks]
    zero = round(axes.zero)
    avoided = [place for curve in curves for place in curve]
    avoided += between([Place(axes.x.start, zero), Place(axes.x.end, zero)])
    found: list[Label | None] = [None] * len(paths)
    for number, series in sorted(enumerate(plot.series), key=lambda pair: ORDER.index(pair[1].kind)):
        figures = _figures(plot, series, words)
        if series.kind == "point":
            texts = _around_point(series.label, figures)
            candidates = beside_point(paths[number][0], MARK, texts, axes.room)
        elif series.kind == "area":
            candidates = in_area(curves[number], zero, list(wrapped(series.label)), axes.room)
        else:
            candidates = along_line(curves[number], list(wrapped(_in_one_line(series.label, figures))), axes.room)
        label = found[number] = best(candidates, axes.room, taken, avoided, leader_crosses=series.kind == "area")
        taken += label.taken if label else ()
    return found

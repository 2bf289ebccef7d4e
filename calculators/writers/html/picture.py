"""Pictures as figures: SVG with title and description, a legend, and the same figures as a table."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from calculators.core.quantities import Quantity
from calculators.core.results import Coordinates
from calculators.core.words import Words
from calculators.evaluation.records import Answer, WordedBars, WordedPlot, WordedSeries
from calculators.present.quantities import written
from calculators.writers.html.bars import amount_of, bars_svg
from calculators.writers.html.markup import Html, element, identifier
from calculators.writers.html.plot import WIDTH, plot_svg
from calculators.writers.html.scale import tick_label
from calculators.writers.html.table import plain_table

MOST_FIGURES: Final = 50  # of one series, in the table beside its curve


def picture_html(picture: WordedPlot | WordedBars, answer: Answer) -> Html:
    """The picture as a figure; readable without colour."""
    prefix = identifier(answer.calculator, picture.name)
    words = answer.words
    drawn, height = plot_svg(picture, words) if isinstance(picture, WordedPlot) else bars_svg(picture, words)
    title, described = f"{prefix}--title", f"{prefix}--description"
    attributes = {
        "class": "picture-drawing",
        "viewBox": f"0 0 {WIDTH} {height}",
        "role": "img",
        "aria-labelledby": f"{title} {described}",
    }
    return element(
        "figure",
        {"class": "picture"},
        element("figcaption", {"class": "picture-title"}, picture.title),
        element(
            "svg",
            attributes,
            element("title", {"id": title}, picture.title),
            element("desc", {"id": described}, picture.description),
            drawn,
        ),
        _legend(picture, words) if isinstance(picture, WordedPlot) else "",
        element("p", {"class": "picture-description"}, picture.description),
        element(
            "details",
            {"class": "picture-figures", "id": f"{prefix}--figures"},
            element("summary", {}, words["frame.figures_of_picture"]),
            _figures_of_plot(picture, words) if isinstance(picture, WordedPlot) else _figures_of_bars(picture, words),
        ),
    )


def _legend(plot: WordedPlot, words: Words) -> Html:
    """What each mark in the plot stands for, with its figures where it is one point or a level."""
    return element("ul", {"class": "picture-legend"}, *(_key(plot, series, words) for series in plot.series))


def _key(plot: WordedPlot, series: WordedSeries, words: Words) -> Html:
    text = series.label
    if series.kind in ("point", "level"):
        x, y = series.coordinates[0]
        height = tick_label(y, plot.y_unit, words)
        figures = height if series.kind == "level" else f"{tick_label(x, plot.x_unit, words)} → {height}"
        text = f"{text}: {figures}"
    kind = f"picture-key picture-key-{series.kind}"
    if series.kind == "area":
        kind = f"{kind} picture-key-area--{series.name}"
    return element("li", {"class": kind}, text)


def _figures_of_plot(plot: WordedPlot, words: Words) -> Html:
    head = [words["frame.series"], plot.x_label, plot.y_label]
    rows = [
        [
            series.label,
            "" if series.kind == "level" else written(Quantity(x, plot.x_unit), words),
            written(Quantity(y, plot.y_unit), words),
        ]
        for series in plot.series
        for x, y in _thinned(series.coordinates)
    ]
    return plain_table(plot.title, head, rows, figures=(1, 2))


def _thinned(coordinates: Coordinates) -> Iterator[tuple[Decimal, Decimal]]:
    """So many of the coordinates that a person can read them, the last one among them."""
    every = -(-len(coordinates) // MOST_FIGURES)
    last = len(coordinates) - 1
    return (pair for index, pair in enumerate(coordinates) if index % every == 0 or index == last)


def _figures_of_bars(picture: WordedBars, words: Words) -> Html:
    rows = [[bar.label, written(Quantity(amount_of(bar), picture.unit), words)] for bar in picture.bars]
    return plain_table(picture.title, [words["frame.series"], picture.label], rows, figures=(1,))

"""Pictures as figures: SVG with title and description, and the same figures as a table."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from calculators.core.quantities import Quantity
from calculators.core.results import Coordinates
from calculators.core.words import Words
from calculators.evaluation.records import Answer
from calculators.evaluation.worded_pictures import WordedBars, WordedPlot
from calculators.present.quantities import written
from calculators.writers.html.bars import amount_of, bars_svg
from calculators.writers.html.markup import Html, element, identifier
from calculators.writers.html.plot import WIDTH, Drawing, plot_svg
from calculators.writers.html.table import plain_table

MOST_FIGURES: Final = 50  # of one series, in the table beside its curve


def picture_html(picture: WordedPlot | WordedBars, answer: Answer) -> Html:
    """The picture as a figure; readable without colour."""
    prefix = identifier(answer.calculator, picture.name)
    words = answer.words
    drawing = plot_svg(picture, prefix, words) if isinstance(picture, WordedPlot) else bars_svg(picture, words)
    title, described = f"{prefix}--title", f"{prefix}--description"
    attributes = {
        "class": "picture-drawing",
        "viewBox": f"0 0 {WIDTH} {drawing.height}",
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
            drawing.parts,
        ),
        _legend(drawing),
        element("p", {"class": "picture-description"}, picture.description),
        element(
            "details",
            {"class": "picture-figures", "id": f"{prefix}--figures"},
            element("summary", {}, words["frame.figures_of_picture"]),
            _figures_of_plot(picture, words) if isinstance(picture, WordedPlot) else _figures_of_bars(picture, words),
        ),
    )


def _legend(drawing: Drawing) -> Html:
    """The series whose name found no room in the drawing, if any."""
    keys = (element("li", {}, look.swatch(), text) for look, text in drawing.legend)
    return element("ul", {"class": "picture-legend"}, *keys) if drawing.legend else Html()


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
    figures = [(bar.label, amount_of(bar)) for bar in picture.bars]
    figures += [(picture.level.label, picture.level.value)] if picture.level else []
    rows = [[label, written(Quantity(amount, picture.unit), words)] for label, amount in figures]
    return plain_table(picture.title, [words["frame.series"], picture.label], rows, figures=(1,))

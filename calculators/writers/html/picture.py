"""Pictures as figures: SVG with title and description, a legend, and the same figures as a table."""

from calculators.core.quantities import Quantity
from calculators.evaluation.records import Answer, Picture, PictureSeries
from calculators.present.quantities import written
from calculators.writers.html.bars import amount_of, bars_svg
from calculators.writers.html.markup import Html, element, identifier
from calculators.writers.html.plot import WIDTH, plot_svg
from calculators.writers.html.scale import tick_label
from calculators.writers.html.table import plain_table


def picture_html(picture: Picture, answer: Answer) -> Html:
    """The picture as a figure; readable without colour."""
    prefix = identifier(answer.calculator, picture.name)
    legend = (_legend_entry(picture, series, answer) for series in picture.series if picture.x_unit)
    return element(
        "figure",
        {"class": "picture"},
        element("figcaption", {"class": "picture-title"}, picture.title),
        _svg(picture, prefix, answer),
        element("ul", {"class": "picture-legend"}, *legend) if picture.x_unit else "",
        element("p", {"class": "picture-description"}, picture.description),
        _figures(picture, prefix, answer),
    )


def _svg(picture: Picture, prefix: str, answer: Answer) -> Html:
    words = answer.words
    drawn, height = plot_svg(picture, picture.x_unit, words) if picture.x_unit else bars_svg(picture, words)
    title, described = f"{prefix}--title", f"{prefix}--description"
    return element(
        "svg",
        {
            "class": "picture-drawing",
            "viewBox": f"0 0 {WIDTH} {height}",
            "role": "img",
            "aria-labelledby": f"{title} {described}",
        },
        element("title", {"id": title}, picture.title),
        element("desc", {"id": described}, picture.description),
        drawn,
    )


def _legend_entry(picture: Picture, series: PictureSeries, answer: Answer) -> Html:
    """What a mark in the picture stands for, with its figures where it is one point or a level."""
    text = series.label
    if series.kind in ("point", "level") and picture.x_unit:
        x, y = series.points[0]
        height = tick_label(y, picture.y_unit, answer.words)
        figures = height if series.kind == "level" else f"{tick_label(x, picture.x_unit, answer.words)} → {height}"
        text = f"{text}: {figures}"
    kind = f"picture-key picture-key-{series.kind}"
    if series.kind == "area":
        kind = f"{kind} picture-key-area--{series.name}"
    return element("li", {"class": kind}, text)


def _figures(picture: Picture, prefix: str, answer: Answer) -> Html:
    """The points of every series as a table, folded."""
    frame, x_unit = answer.words, picture.x_unit
    if x_unit:
        head = [frame["frame.series"], picture.x_label, picture.y_label]
        rows = [
            [
                series.label,
                "" if series.kind == "level" else written(Quantity(x, x_unit), frame),
                written(Quantity(y, picture.y_unit), frame),
            ]
            for series in picture.series
            for x, y in series.points
        ]
    else:
        head = [frame["frame.series"], picture.y_label]
        rows = [[one.label, written(Quantity(amount_of(one), picture.y_unit), frame)] for one in picture.series]
    return element(
        "details",
        {"class": "picture-figures", "id": f"{prefix}--figures"},
        element("summary", {}, frame["frame.figures_of_picture"]),
        plain_table(picture.title, head, rows, figures=tuple(range(1, len(head)))),
    )

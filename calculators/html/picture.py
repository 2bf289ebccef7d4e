"""Pictures as SVG, drawn from declared series; styled by the page, readable without colour."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from calculators.core.results import Picture, Quantity, Series, Unit
from calculators.core.text import Lang
from calculators.evaluation import Outcome
from calculators.html import words
from calculators.html.markup import Html, element, identifier, joined
from calculators.present.sentences import sentence
from calculators.present.values import written, written_amount

WIDTH: Final = 440
HEIGHT: Final = 280
TOP: Final = 14
RIGHT: Final = 16
BOTTOM: Final = 46
# As wide as on a phone, where the style sheet makes the letters larger.
CHARACTER_WIDTH: Final = 8
TICKS: Final = 5
MARKER: Final = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from figures to positions in the picture, with round ticks."""

    ticks: tuple[Decimal, ...]
    start: int
    end: int

    def position(self, value: Decimal) -> str:
        """Where the figure lies, in picture units."""
        low, high = self.ticks[0], self.ticks[-1]
        share = (value - low) / (high - low)
        return f"{self.start + share * (self.end - self.start):.1f}"


def round_ticks(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """About five round figures at equal distances that enclose `low` and `high`."""
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    raw = (high - low) / TICKS
    magnitude = Decimal(1).scaleb(raw.adjusted())
    step = next(magnitude * factor for factor in (1, 2, Decimal("2.5"), 5, 10) if magnitude * factor >= raw)
    first, last = int(low // step), int(high // step)
    first -= first * step > low
    last += last * step < high
    return tuple(step * count for count in range(first, last + 1))


def tick_label(value: Decimal, unit: Unit, lang: Lang) -> str:
    """A figure at an axis: amounts without cents where they are whole."""
    if unit == "EUR":
        return written_amount(value, lang, 0 if value == value.to_integral_value() else 2)
    return written(Quantity(value, unit), lang)


def picture(drawn: Picture, outcome: Outcome, lang: Lang) -> Html:
    """The picture as a figure: SVG with title and description, a legend, and its figures as a table."""
    prefix = identifier(outcome.calculator.name, drawn.name)
    description = sentence(drawn.description, outcome.quantities(), lang)
    return element(
        "figure",
        {"class": "picture"},
        element("figcaption", {"class": "picture-title"}, drawn.title[lang]),
        _svg(drawn, prefix, description, lang),
        element("ul", {"class": "picture-legend"}, *(_legend_entry(drawn, series, lang) for series in drawn.series)),
        element("p", {"class": "picture-description"}, description),
        _figures(drawn, prefix, lang),
    )


def _svg(drawn: Picture, prefix: str, description: str, lang: Lang) -> Html:
    points = [point for series in drawn.series for point in series.points if series.kind != "level"]
    heights = [y for series in drawn.series for _, y in series.points]
    y_ticks = round_ticks(min([*heights, Decimal(0)]), max(heights))
    x_ticks = round_ticks(min(x for x, _ in points), max(x for x, _ in points))
    labels = [tick_label(tick, drawn.y_unit, lang) for tick in y_ticks]
    left = 12 + CHARACTER_WIDTH * max(map(len, labels))
    x_scale = Scale(x_ticks, left, WIDTH - RIGHT)
    y_scale = Scale(y_ticks, HEIGHT - BOTTOM, TOP)
    title, described = f"{prefix}--title", f"{prefix}--description"
    return element(
        "svg",
        {
            "class": "picture-drawing",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "role": "img",
            "aria-labelledby": f"{title} {described}",
        },
        element("title", {"id": title}, drawn.title[lang]),
        element("desc", {"id": described}, description),
        _axes(drawn, x_scale, y_scale, labels, lang),
        *(_drawn_series(series, x_scale, y_scale) for series in drawn.series),
    )


def _axes(drawn: Picture, x_scale: Scale, y_scale: Scale, labels: list[str], lang: Lang) -> Html:
    """Grid lines with the figures at both axes, and the name of the horizontal one."""
    left, right = str(x_scale.start), str(x_scale.end)
    parts: list[Html] = []
    for tick, label in zip(y_scale.ticks, labels, strict=True):
        y = y_scale.position(tick)
        kind = "picture-zero" if tick == 0 else "picture-grid"
        parts += [
            element("line", {"class": kind, "x1": left, "x2": right, "y1": y, "y2": y}),
            element(
                "text",
                {"class": "picture-tick", "x": str(x_scale.start - 6), "y": y, "dy": "4", "text-anchor": "end"},
                label,
            ),
        ]
    texts = [tick_label(tick, drawn.x_unit, lang) for tick in x_scale.ticks]
    room = (x_scale.end - x_scale.start) // max(1, CHARACTER_WIDTH * (max(map(len, texts)) + 2))
    every = -(-len(texts) // max(1, room))
    for index in range(0, len(texts), every):
        attributes: dict[str, str | bool | None] = {
            "class": "picture-tick",
            "x": x_scale.position(x_scale.ticks[index]),
            "y": str(HEIGHT - BOTTOM + 17),
            "text-anchor": "end" if index == len(texts) - 1 else "middle",
        }
        parts.append(element("text", attributes, texts[index]))
    middle = {"x": str((x_scale.start + x_scale.end) // 2), "y": str(HEIGHT - 8), "text-anchor": "middle"}
    parts.append(element("text", {"class": "picture-axis", **middle}, drawn.x_label[lang]))
    return joined(*parts)


def _drawn_series(series: Series, x_scale: Scale, y_scale: Scale) -> Html:
    if series.kind == "level":
        y = y_scale.position(series.points[0][1])
        return element(
            "line", {"class": "picture-level", "x1": str(x_scale.start), "x2": str(x_scale.end), "y1": y, "y2": y}
        )
    places = [(x_scale.position(x), y_scale.position(y)) for x, y in series.points]
    if series.kind == "point":
        return joined(
            *(element("circle", {"class": "picture-point", "cx": x, "cy": y, "r": str(MARKER)}) for x, y in places)
        )
    moves = [f"{'M' if index == 0 else 'L'}{x} {y}" for index, (x, y) in enumerate(places)]
    if series.kind == "steps":
        moves = [f"M{places[0][0]} {places[0][1]}"] + [f"H{x}V{y}" for x, y in places[1:]]
    return element("path", {"class": "picture-line", "d": "".join(moves), "fill": "none"})


def _legend_entry(drawn: Picture, series: Series, lang: Lang) -> Html:
    """What a mark in the picture stands for, with its figures where it is one point or a level."""
    text = series.label[lang]
    if series.kind in ("point", "level"):
        x, y = series.points[0]
        height = tick_label(y, drawn.y_unit, lang)
        figures = height if series.kind == "level" else f"{tick_label(x, drawn.x_unit, lang)} → {height}"
        text = f"{text}: {figures}"
    return element("li", {"class": f"picture-key picture-key-{series.kind}"}, text)


def _figures(drawn: Picture, prefix: str, lang: Lang) -> Html:
    """The points of every series as a table, folded."""
    head = (words.SERIES[lang], drawn.x_label[lang], drawn.y_label[lang])
    rows = [
        (
            series.label[lang],
            "" if series.kind == "level" else written(Quantity(x, drawn.x_unit), lang),
            written(Quantity(y, drawn.y_unit), lang),
        )
        for series in drawn.series
        for x, y in series.points
    ]
    return element(
        "details",
        {"class": "picture-figures", "id": f"{prefix}--figures"},
        element("summary", {}, words.FIGURES_OF_PICTURE[lang]),
        element(
            "table",
            {},
            element("thead", {}, element("tr", {}, *(element("th", {"scope": "col"}, cell) for cell in head))),
            element(
                "tbody",
                {},
                *(
                    element(
                        "tr", {}, *(element("td", {"class": "figure" if n else None}, c) for n, c in enumerate(row))
                    )
                    for row in rows
                ),
            ),
        ),
    )

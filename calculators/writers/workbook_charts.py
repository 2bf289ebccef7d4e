"""The pictures of an answer as charts that a spreadsheet draws itself, each on a sheet with its figures."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from calculators.core.quantities import Quantity, Unit
from calculators.core.results import Coordinates
from calculators.evaluation.worded_pictures import WordedBar, WordedBars, WordedPlot, WordedSeries
from calculators.writers.workbook_cells import Cells, fit_row, number_format
from calculators.writers.workbook_tables import HEADING, head

ZERO: Final = Decimal(0)
LESS, MORE = "#C26A2B", "#2F6FA7"
SIZE: Final = {"width": 760, "height": 440}
LABELS: Final = 34  # characters
FIGURES: Final = 16
# Columns of bars: what a person reads, and hidden the parts that are drawn on each other.
LABEL, AMOUNT, UNSEEN, BELOW, BEYOND = 0, 1, 2, 4, 5


def chart_sheet(picture: WordedPlot | WordedBars, cells: Cells) -> None:
    """Write the figures of a picture, and the chart of them at their right."""
    sheet = cells.sheet(picture.title)
    top = head(sheet, picture.title, cells)
    cells.text(sheet, 1, 0, picture.description, italic=True)
    if isinstance(picture, WordedBars):
        beyond, chart = _bars(picture, sheet, top, cells)
    else:
        beyond, chart = _plot(picture, sheet, top, cells)
    chart.set_size(SIZE)
    sheet.insert_chart(top, beyond, chart, {"x_offset": FIGURES, "description": picture.description})


def _bars(picture: WordedBars, sheet: Any, top: int, cells: Cells) -> tuple[int, Any]:
    """Bars, each from one figure until another; gives the column beyond them, and the chart."""
    cells.text(sheet, top, LABEL, cells.words["frame.series"], **HEADING)
    cells.text(sheet, top, AMOUNT, picture.label, **HEADING, align="right")
    for row, bar in enumerate(picture.bars, start=top + 1):
        cells.text(sheet, row, LABEL, bar.label)
        for column, amount in enumerate((bar.end - bar.start, *_stacked(bar)), start=AMOUNT):
            cells.figure(sheet, row, column, Quantity(amount, picture.unit), "")
    sheet.set_column(LABEL, LABEL, LABELS)
    sheet.set_column(AMOUNT, AMOUNT, FIGURES)
    sheet.set_column(UNSEEN, BELOW, None, None, {"hidden": True})
    chart = cells.chart("bar", "stacked")
    colours = [{"fill": {"color": MORE if bar.end >= bar.start else LESS}} for bar in picture.bars]
    for column in range(UNSEEN, BEYOND):
        look = {"fill": {"none": True}} if column == UNSEEN else {"points": colours}
        chart.add_series({**_ranges(sheet, top, len(picture.bars), LABEL, column), **look, "gap": 40})
    chart.show_hidden_data()
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_x_axis({"num_format": _axis(picture.unit, cells), "label_position": "low"})
    return BEYOND, chart


def _stacked(bar: WordedBar) -> tuple[Decimal, Decimal, Decimal]:
    """A bar as parts that stand on each other from zero: an unseen one, one above zero, and one below."""
    low, high = sorted((bar.start, bar.end))
    unseen = max(low, ZERO) + min(high, ZERO)
    return unseen, max(high, ZERO) - max(low, ZERO), min(low, ZERO) - min(high, ZERO)


def _plot(picture: WordedPlot, sheet: Any, top: int, cells: Cells) -> tuple[int, Any]:
    """Series of coordinates, two columns for each; gives the column beyond them, and the chart."""
    chart = cells.chart("scatter", "straight")
    width = [x for series in picture.series if series.kind != "level" for x, _ in series.coordinates]
    units = (picture.x_unit, picture.y_unit)
    for number, series in enumerate(picture.series):
        column = 2 * number
        points = _points(series, width)
        for place, text in enumerate((picture.x_label, series.label), start=column):
            cells.text(sheet, top, place, text, **HEADING, align="right")
        for row, point in enumerate(points, start=top + 1):
            for place, (figure, unit) in enumerate(zip(point, units, strict=True), start=column):
                cells.figure(sheet, row, place, Quantity(figure, unit), "")
        dot = {"marker": {"type": "circle", "size": 9}} if series.kind == "point" else {}
        ranges = _ranges(sheet, top, len(points), column, column + 1)
        chart.add_series({**ranges, "name": [sheet.get_name(), top, column + 1], **dot})
    labels = [picture.x_label, *(series.label for series in picture.series)]
    fit_row(sheet, top, *((label, FIGURES) for label in labels))
    beyond = 2 * len(picture.series)
    sheet.set_column(0, beyond - 1, FIGURES)
    for unit, label, set_axis in zip(
        units, (picture.x_label, picture.y_label), (chart.set_x_axis, chart.set_y_axis), strict=True
    ):
        set_axis({"name": label, "num_format": _axis(unit, cells), "label_position": "low"})
    chart.set_legend({"position": "bottom"})
    return beyond, chart


def _points(series: WordedSeries, width: Sequence[Decimal]) -> Coordinates:
    """The coordinates to draw straight lines between: a level runs as wide as all else, steps turn at each corner."""
    points = list(series.coordinates)
    if series.kind == "level":
        return [(x, y) for _, y in points for x in (min(width, default=ZERO), max(width, default=Decimal(1)))]
    if series.kind == "steps":
        corners = [(after[0], before[1]) for before, after in pairwise(points)]
        return [point for pair in zip(points, [*corners, points[-1]], strict=True) for point in pair]
    return points


def _ranges(sheet: Any, top: int, count: int, categories: int, values: int) -> dict[str, list[Any]]:
    """Where a series stands, below its heading."""
    columns = {"categories": categories, "values": values}
    return {name: [sheet.get_name(), top + 1, column, top + count, column] for name, column in columns.items()}


def _axis(unit: Unit, cells: Cells) -> str:
    """How an axis shows figures: whole ones, whatever their unit."""
    return number_format(Quantity(None, unit), cells.words, 0).replace(".00", "")

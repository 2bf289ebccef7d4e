"""The pictures of an answer, in words."""

from collections.abc import Mapping

from calculators.core.declarations import Bars, Declaration, Picture, Plot
from calculators.core.quantities import Quantity
from calculators.core.results import Result
from calculators.core.words import Words
from calculators.evaluation.worded_pictures import WordedBar, WordedBars, WordedLevel, WordedPlot, WordedSeries
from calculators.present.sentences import sentence


def worded_pictures(
    declared: Declaration, result: Result, quantities: Mapping[str, Quantity], words: Words
) -> list[WordedPlot | WordedBars]:
    """The declared pictures for which the result has something to draw."""
    found: list[WordedPlot | WordedBars] = []
    for picture in declared.pictures:
        if isinstance(picture, Plot) and any(result.plots.get(picture.name, {}).values()):
            found.append(_plot(picture, result, _description(picture, quantities, words), words))
        if isinstance(picture, Bars) and result.bars.get(picture.name):
            found.append(_bars(picture, result, _description(picture, quantities, words), words))
    return found


def _description(picture: Picture, quantities: Mapping[str, Quantity], words: Words) -> str:
    return sentence(words[f"pictures.{picture.name}.description"], quantities, words)


def _plot(plot: Plot, result: Result, description: str, words: Words) -> WordedPlot:
    key = f"pictures.{plot.name}"
    coordinates = result.plots[plot.name]
    series = [
        WordedSeries(one.name, words[f"{key}.series.{one.name}"], one.kind, coordinates[one.name])
        for one in plot.series
        if coordinates.get(one.name)
    ]
    return WordedPlot(
        plot.name,
        words[f"{key}.title"],
        description,
        words[f"{key}.x"],
        plot.x_unit,
        words[f"{key}.y"],
        plot.y_unit,
        series,
        plot.table,
    )


def _bars(bars: Bars, result: Result, description: str, words: Words) -> WordedBars:
    """The bars in the order of the result, which may put the largest first."""
    key = f"pictures.{bars.name}"
    spans = result.bars[bars.name]
    worded = [WordedBar(words[f"{key}.series.{name}"], *span) for name, span in spans.items()]
    level = result.levels.get(bars.name)
    held_against = None if level is None else WordedLevel(words[f"{key}.level"], level)
    title, label = words[f"{key}.title"], words[f"{key}.y"]
    return WordedBars(bars.name, title, description, label, bars.unit, worded, held_against, bars.table)

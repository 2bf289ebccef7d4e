"""The pictures of an answer as every writer gets them: figures with their words, not drawn yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.core.declarations import SeriesKind
from calculators.core.quantities import Unit
from calculators.core.results import Coordinates


@dataclass(frozen=True, slots=True)
class WordedSeries:
    """The coordinates of a series of a plot, with what it is called."""

    name: str
    label: str
    kind: SeriesKind
    coordinates: Coordinates


@dataclass(frozen=True, slots=True)
class WordedPlot:
    """A plot with its words."""

    name: str
    title: str
    description: str
    x_label: str
    x_unit: Unit
    y_label: str
    y_unit: Unit
    series: Sequence[WordedSeries]
    table: str


@dataclass(frozen=True, slots=True)
class WordedBar:
    """A bar from a figure until a figure, with what it is called."""

    label: str
    start: Decimal
    end: Decimal


@dataclass(frozen=True, slots=True)
class WordedLevel:
    """What bars are held against."""

    label: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class WordedBars:
    """Bars with their words, in their order, and the level that they are held against, if any."""

    name: str
    title: str
    description: str
    label: str
    unit: Unit
    bars: Sequence[WordedBar]
    level: WordedLevel | None = None
    table: str = ""

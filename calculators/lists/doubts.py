"""What a list leaves open: figures and days that can be read in two ways, where nothing in it tells which."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from calculators.core.fields import NUMERIC, Field
from calculators.core.problems import CalculatorError
from calculators.core.quantities import Quantity
from calculators.core.words import Words
from calculators.lists.judging import (
    MONTHS,
    DayOrder,
    Share,
    cells_of,
    is_ambiguous,
    notation_of,
    ordered_days,
    small_share,
)
from calculators.lists.layout import Layout
from calculators.lists.lines import Line, Source
from calculators.lists.reading import column_reader
from calculators.present.values import Reading, read_as

OTHER_SHARE: Final[Mapping[Share, Share]] = {"percent": "fraction", "fraction": "percent"}
OTHER_ORDER: Final[Mapping[DayOrder, DayOrder]] = {"day_first": "month_first", "month_first": "day_first"}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A setting of a layout that was judged by likelihood: a cell of a column, as read now and as read otherwise.

    `value` is what the setting becomes for the other reading.
    """

    setting: Literal["share", "day_order"]
    value: Share | DayOrder
    column: str
    typed: str
    read: str
    other: str

    def values(self, label: str) -> dict[str, Quantity]:
        """What a sentence on it is filled with; `label` is what the page calls the column."""
        texts = {"column": label, "typed": self.typed, "read": self.read, "other": self.other}
        return {name: Quantity(text, "text") for name, text in texts.items()}


def doubts(field: Field, source: Source, layout: Layout, lines: Sequence[Line], words: Words) -> list[Doubt]:
    """The columns of percentages, and the order of the days, that can be meant otherwise.

    Args:
        field: a listed table.
        source: the file; where the cells of a workbook show percentages, there is no doubt.
        layout: how its file is read.
        lines: the first ones below the heading.
        words: those of the page, in which values are written.
    """
    placed = [(column, layout.columns[column.name]) for column in field.columns if column.name in layout.columns]
    in_doubt = [(column, place) for column, place in placed if place not in source.percentages]
    found = [*_of_shares(in_doubt, layout, lines), *_of_days(placed, layout, lines)]
    return [doubt for one in found if (doubt := _worded(*one, layout, words))]


def ambiguous_cells(field: Field, source: Source, layout: Layout, lines: Sequence[Line]) -> int:
    """How many numbers of the first lines can be read in two ways; none where another number of the list tells."""
    placed = [(column, layout.columns[column.name]) for column in field.columns if column.name in layout.columns]
    if notation_of(placed, source, lines, layout.notation).is_certain:
        return 0
    return sum(
        is_ambiguous(cell) for column, place in placed if column.kind in NUMERIC for cell in cells_of(lines, place)
    )


Placed = Sequence[tuple[Field, int]]
Open = tuple[Field, str, Layout]  # a column, a cell of it, and the layout that reads it otherwise


def _of_shares(placed: Placed, layout: Layout, lines: Sequence[Line]) -> Iterator[Open]:
    for column, place in placed:
        if column.kind == "percent" and (cell := small_share(column, cells_of(lines, place), layout.notation)):
            other = OTHER_SHARE[layout.shares.get(column.name, "percent")]
            yield column, cell, replace(layout, shares={**layout.shares, column.name: other})


def _of_days(placed: Placed, layout: Layout, lines: Sequence[Line]) -> Iterator[Open]:
    """The first day that is another one with its numbers turned, where no day of the list tells the order."""
    seen = [
        (column, cell, numbers)
        for column, place in placed
        if column.kind == "day"
        for cell in cells_of(lines, place)
        for numbers in ordered_days([cell])
    ]
    if all(max(numbers) <= MONTHS for _, _, numbers in seen):
        turned = ((column, cell) for column, cell, (first, second) in seen if first != second)
        for column, cell in list(turned)[:1]:
            yield column, cell, replace(layout, day_order=OTHER_ORDER[layout.day_order])


def _worded(column: Field, cell: str, other: Layout, layout: Layout, words: Words) -> Doubt | None:
    """The doubt; None where the cell cannot be read in one of both ways, so that it is told as a fault or is none."""
    try:
        now, then = (
            read_as(column, Reading(column_reader(column, reading)(cell)), words) for reading in (layout, other)
        )
    except CalculatorError:
        return None
    if column.kind == "day":
        return Doubt("day_order", other.day_order, column.name, cell, now, then)
    return Doubt("share", other.shares[column.name], column.name, cell, now, then)

"""A list as a person checks it before it counts: what was found, how the first rows were read, and the totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import Final

from calculators.core.fields import Field
from calculators.core.problems import CalculatorError, Problem
from calculators.core.words import LANGS, Lang, Words
from calculators.lists.doubts import Doubt, ambiguous_cells, doubts
from calculators.lists.judging import first_lines
from calculators.lists.layout import Layout, heading_key, headings_of
from calculators.lists.lines import Line, Source
from calculators.lists.reading import ListedRows, Tick, column_reader, missing_columns
from calculators.lists.remarks import remarks
from calculators.present.values import Reading, read_as

FIRST_ROWS: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the file, and as it was understood; "" for a blank one, None for one with a fault."""

    column: str
    typed: str
    understood: str | None


@dataclass(frozen=True, slots=True)
class InspectedRow:
    """One of the first rows: its number in the file, and its cells in the columns of the list."""

    number: int
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a person looks at before a list counts; plain data, for a page to write out.

    `headings` are those of the file, by place; where it has none, `width` places are there to choose from. `key` names
    the shape of the file. `missing` are the columns that must still be found. `noted` are codes with words under
    `lists.<code>`. Of the rows it says what `ListedRows` says. `ambiguous` counts the first cells that can be read in
    two ways where nothing in the list tells which; `other_totals` are then those of the other reading, in the notation
    `other_notation`. `doubts` are the percentages and days of which that is so. `remarks` are sentences on headings and
    totals, see there.
    """

    layout: Layout
    key: str
    headings: Sequence[str]
    width: int
    sheets: Sequence[str]
    missing: Sequence[str]
    noted: Sequence[str]
    first: Sequence[InspectedRow]
    rows: int
    counted: int
    faulty: int
    left_out: int
    total_lines: Sequence[int]
    faults: Sequence[Problem]
    totals: Mapping[str, Decimal]
    ambiguous: int
    other_notation: Lang
    other_totals: Mapping[str, Decimal]
    doubts: Sequence[Doubt]
    remarks: Sequence[str]


def inspect(field: Field, source: Source, layout: Layout, words: Words, tick: Tick | None = None) -> Inspection:
    """What the layout makes of the whole file; a column that is still missing is told, and then no row is read.

    Args:
        field: a listed table.
        source: the file or paste.
        layout: proposed, or corrected by a person.
        words: those of the page.
        tick: as for `listed_rows`.

    Raises:
        CalculatorError: the file cannot be walked, or has more rows than the list takes.
    """
    lines = first_lines(source)
    below = [line for line in lines if line.number > layout.heading]
    missing = [column.name for column in missing_columns(field, layout)]
    rows = ListedRows(field, source, layout, tick, field.maximum_rows)
    other: Lang = next(lang for lang in LANGS if lang != layout.notation)
    other_rows = ListedRows(field, source, replace(layout, notation=other), tick, field.maximum_rows)
    ambiguous = 0 if missing else ambiguous_cells(field, source, layout, below)
    for walk in () if missing else (rows, other_rows) if ambiguous else (rows,):
        for _ in walk:
            pass
    headings = headings_of(layout, source)
    return Inspection(
        layout=layout,
        key=heading_key(layout, source),
        headings=headings,
        width=max((len(line.cells) for line in lines), default=0),
        sheets=source.sheets,
        missing=missing,
        noted=sorted(source.noted),
        first=[_inspected(field, layout, line, words) for line in islice(filter(_is_filled, below), FIRST_ROWS)],
        rows=rows.rows,
        counted=rows.counted,
        faulty=rows.faulty,
        left_out=rows.left_out,
        total_lines=rows.total_lines,
        faults=rows.faults,
        totals=rows.totals,
        ambiguous=ambiguous,
        other_notation=other,
        other_totals=other_rows.totals if ambiguous else {},
        doubts=doubts(field, source, layout, below, words),
        remarks=remarks(field, layout, headings, rows.apart, words),
    )


def _is_filled(line: Line) -> bool:
    return any(map(str.strip, line.cells))


def _inspected(field: Field, layout: Layout, line: Line, words: Words) -> InspectedRow:
    columns = [column for column in field.columns if column.name in layout.columns]
    return InspectedRow(line.number, [_understood(layout, column, line, words) for column in columns])


def _understood(layout: Layout, column: Field, line: Line, words: Words) -> Cell:
    place = layout.columns[column.name]
    typed = line.cells[place].strip() if place < len(line.cells) else ""
    try:
        value = column_reader(column, layout)(typed)
    except CalculatorError:
        return Cell(column.name, typed, None)
    return Cell(column.name, typed, read_as(column, Reading(value), words))

"""Where each column of a list stands in a file, and how its figures are written: proposed, or corrected by a person."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, get_args

from calculators.core.fields import Field
from calculators.core.problems import CalculatorError, Problem
from calculators.core.words import LANGS, Lang
from calculators.lists.headings import candidates, is_net, left_out_where_net, said_by
from calculators.lists.judging import (
    DayOrder,
    Share,
    cells_of,
    day_order_of,
    first_lines,
    fits,
    is_of_figures,
    looks_like_figure,
    notation_of,
    share_of,
    told_share,
)
from calculators.lists.limits import MOST_COLUMNS
from calculators.lists.lines import Line, Source

# Titles, days and notes that exports write above the heading.
LINES_BEFORE_HEADING: Final = 50
LONGEST_NAME: Final = 200
KEY_LENGTH: Final = 16
SURE: Final = 2  # columns by which a line is known for a heading, whatever else stands in it


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is read as a list.

    `heading` is the number of the line with the headings, 0 where there is none; rows follow it. `columns` gives, for
    the columns of the list that the file has, the place in the file from 0. `shares` says, for each column of
    percentages, whether 0.25 is a quarter (`fraction`) or a quarter of a percent (`percent`).
    """

    sheet: str
    heading: int
    columns: Mapping[str, int]
    notation: Lang
    day_order: DayOrder
    shares: Mapping[str, Share]


def proposed_layout(field: Field, source: Source, lang: Lang) -> Layout:
    """The layout that the first lines of the file speak for; `lang` decides where they can be read in two ways.

    Columns are found by their headings, in both languages. Where no heading is known, the columns that must be there
    are found by what stands in them, from the left; a column that is not found is not in the layout.

    Raises:
        CalculatorError: the file cannot be walked.
    """
    lines = first_lines(source)
    heading, columns = _found_columns(field, lines)
    headings = next((line.cells for line in lines if line.number == heading), [])
    rows = [line for line in lines if line.number > heading]
    placed = [(column, columns[column.name]) for column in field.columns if column.name in columns]
    notation = notation_of(placed, source, rows, lang).lang
    shares = {
        column.name: share_of(
            column,
            list(cells_of(rows, place)),
            notation,
            told_share(source, place, "".join(headings[place : place + 1])),
        )
        for column, place in placed
        if column.kind == "percent"
    }
    return Layout(source.sheet, heading, columns, notation, day_order_of(placed, rows), shares)


def layout_from(found: Mapping[str, Any], field: Field) -> Layout:
    """The layout that a person corrected or a browser remembered, from JSON.

    Raises:
        CalculatorError: it is no layout for this list.
    """
    try:
        layout = Layout(
            found["sheet"],
            found["heading"],
            dict(found["columns"]),
            found["notation"],
            found["day_order"],
            dict(found["shares"]),
        )
    except (KeyError, TypeError, ValueError):
        layout = None
    if layout is None or not _is_sound(layout, field):
        raise CalculatorError(Problem(field.name, "no_layout"))
    return layout


def as_plain(layout: Layout) -> dict[str, Any]:
    """The layout as JSON has it; `layout_from` reads it back."""
    return {
        "sheet": layout.sheet,
        "heading": layout.heading,
        "columns": dict(layout.columns),
        "notation": layout.notation,
        "day_order": layout.day_order,
        "shares": dict(layout.shares),
    }


def headings_of(layout: Layout, source: Source) -> list[str]:
    """The headings as they stand in the file; none where it has no heading."""
    lines = islice(source.lines(), layout.heading) if layout.heading else ()
    return [cell.strip() for line in lines if line.number == layout.heading for cell in line.cells]


def doubled_headings(layout: Layout, headings: Sequence[str]) -> list[str]:
    """The headings that say what that of another column says which is not used: only one of them was taken."""
    said = [said_by(heading) for heading in headings]
    used = [place for place in layout.columns.values() if place < len(said)]
    unused = {said[place] for place in range(len(said)) if place not in used}
    return [headings[place] for place in used if said[place] in unused]


def heading_key(layout: Layout, source: Source) -> str:
    """A text that is the same for each file with these headings, whatever their case, unit or year."""
    shape = "\n".join(map(said_by, headings_of(layout, source))) or str(sorted(layout.columns.items()))
    return hashlib.sha256(shape.encode()).hexdigest()[:KEY_LENGTH]


def _found_columns(field: Field, lines: Sequence[Line]) -> tuple[int, dict[str, int]]:
    """The number of the line with the headings, and the columns; a heading that says nothing to us counts as one."""
    known = [
        (len({candidate.name for candidate in candidates(field, line.cells)}), line)
        for line in lines[:LINES_BEFORE_HEADING]
    ]
    score, heading = max(known, key=lambda pair: pair[0], default=(0, None))
    if heading and (score >= SURE or (score and not any(map(looks_like_figure, heading.cells)))):
        return heading.number, _by_heading(field, heading, lines)
    filled = [line for line in lines if any(cell.strip() for cell in line.cells)]
    is_heading = len(filled) > 1 and not any(map(looks_like_figure, filled[0].cells))
    rows = filled[1:] if is_heading else filled
    return (filled[0].number if is_heading else 0), _by_contents(field, rows)


def _by_heading(field: Field, heading: Line, lines: Sequence[Line]) -> dict[str, int]:
    """The columns by what their headings say; each place of the file serves one of them."""
    rows = [line for line in lines if line.number > heading.number]
    by_name = {column.name: column for column in field.columns}
    columns: dict[str, int] = {}
    for accepts_misfits in (False, True):
        for candidate in candidates(field, heading.cells):
            column, place = by_name[candidate.name], candidate.place
            if candidate.name in columns or place in columns.values():
                continue
            # A column that must be there is shown with its faults, where nothing fits better.
            is_taken = accepts_misfits and not (column.optional or column.default)
            # A heading that does not say percent can be that of an amount.
            is_open = column.kind == "percent" and "percent" not in said_by(heading.cells[place])
            if is_taken or fits(column, cells_of(rows, place), in_each=is_open):
                columns[candidate.name] = place
    if any(is_net(heading.cells[columns[name]]) for name in columns if not by_name[name].optional):
        for name in left_out_where_net():
            columns.pop(name, None)
    return {column.name: columns[column.name] for column in field.columns if column.name in columns}


def _by_contents(field: Field, rows: Sequence[Line]) -> dict[str, int]:
    """The columns in their order where the file has as many; otherwise those that must be there, by what they hold."""
    width = max((len(line.cells) for line in rows), default=0)
    if width == len(field.columns):
        return {column.name: place for place, column in enumerate(field.columns)}
    columns: dict[str, int] = {}
    for column in field.columns:
        if column.optional or column.default:
            continue
        for place in range(width):
            cells = list(cells_of(rows, place))
            is_right = fits(column, cells) and is_of_figures(cells) == (column.kind != "text")
            if place not in columns.values() and is_right:
                columns[column.name] = place
                break
    return columns


def _is_sound(layout: Layout, field: Field) -> bool:
    kinds = {column.name: column.kind for column in field.columns}
    places = list(layout.columns.values())
    return (
        isinstance(layout.sheet, str)
        and len(layout.sheet) <= LONGEST_NAME
        and _is_count(layout.heading)
        and set(layout.columns) <= set(kinds)
        and all(_is_count(place) and place < MOST_COLUMNS for place in places)
        and len(places) == len(set(places))
        and layout.notation in LANGS
        and layout.day_order in get_args(DayOrder)
        and all(kinds.get(name) == "percent" and share in get_args(Share) for name, share in layout.shares.items())
    )


def _is_count(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and number >= 0

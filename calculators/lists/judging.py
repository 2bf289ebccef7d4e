"""How the figures and days of a list are written, judged from whole columns and not from one cell."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from itertools import islice
from typing import Final, Literal, NamedTuple

from calculators.core.fields import NUMERIC, Field
from calculators.core.problems import CalculatorError
from calculators.core.words import LANGS, Lang, shared_words
from calculators.lists.cells import as_typed
from calculators.lists.headings import most_believed, says_percent
from calculators.lists.lines import Line, Source
from calculators.present.numbers import UnreadableNumberError, read_number
from calculators.present.values import read_value

DayOrder = Literal["day_first", "month_first"]
Share = Literal["percent", "fraction"]

# A column is judged from so many of its rows, which are held in memory together: characters at most.
ROWS_TO_JUDGE_BY: Final = 3_000
CHARACTERS_TO_JUDGE_BY: Final = 4_000_000
CELLS_TO_FIT_BY: Final = 100
MONTHS: Final = 12
ZERO: Final = Decimal(0)

_ORDERED_DAY: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}")
_FIGURE: Final = re.compile(r"[\s€%+\-\u2212\u2013(]*[.,]?\d[\d.,\s]*[\s€%)-]*")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_AMBIGUOUS: Final = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_NO_MARKS: Final = re.compile(r"[^0-9.,]+")


class Notation(NamedTuple):
    """The language whose marks the numbers have, and whether a number of the list says so."""

    lang: Lang
    is_certain: bool


def first_lines(source: Source) -> list[Line]:
    """The lines that a list is judged by."""
    lines = []
    characters = 0
    for line in source.lines():
        lines.append(line)
        characters += sum(map(len, line.cells))
        if len(lines) == ROWS_TO_JUDGE_BY or characters > CHARACTERS_TO_JUDGE_BY:
            break
    return lines


def cells_of(lines: Iterable[Line], place: int) -> Iterator[str]:
    """The filled cells of a column of the file."""
    return (cell for line in lines if place < len(line.cells) and (cell := line.cells[place].strip()))


def looks_like_figure(cell: str) -> bool:
    """Whether a cell is a number, an amount, a percentage or a day in digits; a year alone can head a column."""
    body = cell.strip()
    return bool(_FIGURE.fullmatch(body) or _ORDERED_DAY.match(body)) and not _YEAR.fullmatch(body)


def fits(column: Field, cells: Iterable[str], *, in_each: bool = False) -> bool:
    """Whether at least half of the cells can stand in the column, in one of the notations, or in each of them."""
    seen = list(islice(cells, CELLS_TO_FIT_BY))
    enough = all if in_each else any
    fitting = sum(enough(_can_be(column, cell, lang) for lang in LANGS) for cell in seen)
    return fitting * 2 >= len(seen)


def is_of_figures(cells: Iterable[str]) -> bool:
    """Whether at least half of the cells are figures or days; not where there is no cell."""
    seen = list(islice(cells, CELLS_TO_FIT_BY))
    return bool(seen) and sum(map(looks_like_figure, seen)) * 2 >= len(seen)


def _can_be(column: Field, cell: str, lang: Lang) -> bool:
    if column.kind == "day" and _ORDERED_DAY.match(cell):
        return True  # which of its numbers is the month is judged later
    try:
        read_value(column, as_typed(column, cell), shared_words(lang))
    except CalculatorError:
        return False
    return True


def notation_of(columns: Sequence[tuple[Field, int]], source: Source, lines: Sequence[Line], lang: Lang) -> Notation:
    """The notation of the numbers in these columns.

    A decimal mark says little of another column: 0.25 reads alike in both notations. A column of numbers like 1.234
    that has no other shape of its own is therefore certain only where some number of the list groups its thousands.
    Otherwise it is the notation of the language, or that of the other columns where it makes thousands of them.
    """
    votes: Counter[Lang] = Counter()
    groups_thousands = False
    doubtful_marks: set[str] = set()
    for column, place in columns:
        cells = list(cells_of(lines, place)) if column.kind in NUMERIC else []
        told = [_told_by(cell, is_typed=source.kind == "workbook") for cell in cells]
        groups_thousands = groups_thousands or any(map(_groups_thousands, cells))
        doubtful = next(filter(is_ambiguous, cells), "")
        if doubtful and not any(told):
            doubtful_marks.add("." if "." in doubtful else ",")
        votes.update(filter(None, told))
    winner: Lang | None = "nl" if votes["nl"] > votes["en"] else "en" if votes["en"] > votes["nl"] else None
    if winner and (groups_thousands or not doubtful_marks):
        return Notation(winner, is_certain=True)
    makes_thousands = winner and shared_words(winner)["notation.group_mark"] in doubtful_marks
    return Notation(winner if winner and makes_thousands else lang, is_certain=False)


def _told_by(cell: str, *, is_typed: bool) -> Lang | None:
    """The notation that a number is written in, where there is no doubt.

    A typed cell of a workbook is written with a point and reads alike in both, so that a point alone tells nothing.
    """
    body = _NO_MARKS.sub("", cell).rstrip(".,")
    points, commas = body.count("."), body.count(",")
    if points + commas == 0 or not looks_like_figure(cell):
        return None
    if points and commas:
        return "nl" if body.rfind(",") > body.rfind(".") else "en"
    if points + commas > 1:
        return "nl" if points else "en"  # it groups thousands
    if is_ambiguous(body) or (is_typed and points):
        return None
    return "en" if points else "nl"


def _groups_thousands(cell: str) -> bool:
    return cell.count(".") + cell.count(",") > 1 and looks_like_figure(cell)


def is_ambiguous(cell: str) -> bool:
    """Whether a number can be read in two ways: one mark before three digits."""
    return bool(_AMBIGUOUS.fullmatch(_NO_MARKS.sub("", cell)))


def day_order_of(columns: Sequence[tuple[Field, int]], lines: Sequence[Line]) -> DayOrder:
    """Whether 3-4-2026 is in April or in March: from the days of the list that can only be read in one way."""
    day_first = month_first = 0
    for column, place in columns:
        for day, month in ordered_days(cells_of(lines, place)) if column.kind == "day" else ():
            day_first += day > MONTHS
            month_first += month > MONTHS
    return "month_first" if month_first > day_first else "day_first"


def ordered_days(cells: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The two numbers before the year of each day that is written so."""
    return ((int(match[1]), int(match[2])) for cell in cells if (match := _ORDERED_DAY.match(cell)))


def share_of(column: Field, cells: Sequence[str], notation: Lang, told: Share | None) -> Share:
    """Whether 0.25 in a column of percentages is a quarter, or a quarter of a percent.

    A cell with a percent sign of its own is a percentage whatever the others are. These are percentages where one of
    them is above 1, and otherwise what the file has `told`; or what brings them nearest to the cells with a sign; or
    parts of one, but in a column of which half or more is not to be believed.
    """
    bare, signed = (list(_sizes(column, cells, notation, has_sign=has_sign)) for has_sign in (False, True))
    most, most_signed = max(bare, default=ZERO), max(signed, default=ZERO)
    if most > 1:
        return "percent"
    if told:
        return told
    if most and most_signed:
        return "percent" if most_signed < most * 10 else "fraction"  # ten is midway between one and a hundred
    has_part = any(size != size.to_integral_value() for size in bare)
    return "fraction" if has_part and most < most_believed(column.name) else "percent"


def told_share(source: Source, place: int, heading: str) -> Share | None:
    """What a file says of a column of percentages: by the format of its cells, or else by its heading."""
    if place in source.percentages:
        return "fraction"
    return "percent" if says_percent(heading) else None


def small_share(column: Field, cells: Iterable[str], notation: Lang) -> str:
    """The largest of the cells that can be a percentage or a part of one; "" where one above 1 tells, or none is."""
    sizes = {size: cell for cell in cells for size in _sizes(column, [cell], notation, has_sign=False) if size}
    largest = max(sizes, default=ZERO)
    return sizes[largest] if 0 < largest <= 1 else ""


def _sizes(column: Field, cells: Iterable[str], notation: Lang, *, has_sign: bool) -> Iterator[Decimal]:
    """The numbers, without minus, of the cells that have a percent sign, or of those that have none."""
    words = shared_words(notation)
    for cell in cells:
        if ("%" in cell) == has_sign:
            with suppress(UnreadableNumberError):
                yield abs(read_number(as_typed(column, cell), words, percent=True).value)

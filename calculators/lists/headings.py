"""Columns by their headings: what a heading says without its dressing, and which columns of ours it can stand for.

`data/list_headings.json` holds, for each column of a list, the headings of ERPNext, Odoo, Exact and plain Dutch and
English, the surest first. They count in both languages, whatever the language of the page.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from calculators.core.data_files import json_file
from calculators.core.fields import Field

_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PERCENT: Final = re.compile(r"%|\b(?:procent|perc|pct)\b")
_SAYS_PERCENT: Final = re.compile(r"%|procent|percent|\b(?:perc|pct)\b")
_EURO: Final = re.compile(r"€|\beuro(?:['’]?s)?\b")
_IN_UNIT: Final = re.compile(r"\bin (?=(?:percent|eur)\b)")
_DRESSING: Final = re.compile(r"\b(?:19|20)\d\d\b|[^a-z0-9]+")
_PLAIN: Final = str.maketrans("éèëêáàäâïíöóüúç", "eeeeaaaaiioouuc")


class Candidate(NamedTuple):
    """A column of ours, and the place of a column of the file that it may stand in."""

    name: str
    place: int


def said_by(heading: str) -> str:
    """What a heading says: `InvoiceAmount (EUR) 2025` is `invoice amount eur`."""
    spaced = _HUMP.sub(" ", heading).lower().translate(_PLAIN)
    spaced = _EURO.sub(" eur ", _PERCENT.sub(" percent ", spaced))
    return _IN_UNIT.sub("", " ".join(_DRESSING.sub(" ", spaced).split()))


def candidates(field: Field, cells: Sequence[str]) -> list[Candidate]:
    """All columns that the cells of a heading can stand for, the surest first.

    Surer is a heading that stands earlier in the data, and of two alike the one that names its unit.
    """
    known = _known(field)
    found = []
    for place, cell in enumerate(cells):
        said = said_by(cell)
        for unit, kind in (("", ""), (" percent", "percent"), (" eur", "money")):
            if said.endswith(unit):
                found += [
                    ((rank, not kind), Candidate(name, place))
                    for name, of_kind, rank in known.get(said.removesuffix(unit), ())
                    if not kind or kind == of_kind
                ]
    return [candidate for _, candidate in sorted(found)]


def says_percent(heading: str) -> bool:
    """Whether figures under this heading are percentages: `Korting %`, `gross profit percent`, `margepercentage`."""
    return bool(_SAYS_PERCENT.search(heading.lower()))


def most_believed(column: str) -> Decimal:
    """From which part of one on a figure of a column is rather a percentage: a discount of 0.5 is hardly half."""
    believed: Mapping[str, str] = json_file("data", "list_headings")["most_believed"]
    return Decimal(believed.get(column, "Infinity"))


def is_net(heading: str) -> bool:
    """Whether revenue under this heading is what is left after discounts."""
    return said_by(heading) in json_file("data", "list_headings")["already_net"]["headings"]


def left_out_where_net() -> Sequence[str]:
    """The columns that would be taken off a second time from revenue after discounts."""
    names: Sequence[str] = json_file("data", "list_headings")["already_net"]["leaves_out"]
    return names


@cache
def totals() -> frozenset[str]:
    """How the first cell of a row of totals is written, as it may stand in a file."""
    words = json_file("data", "list_headings")["totals"]
    spellings = {spelling for word in words for spelling in (word, word.upper(), word.title(), word.capitalize())}
    return frozenset(spelling + end for spelling in spellings for end in ("", ":"))


@cache
def _known(field: Field) -> dict[str, list[tuple[str, str, int]]]:
    """For what a heading says: the columns that it can stand for, their kind, and how sure that is, 0 the surest."""
    headings = json_file("data", "list_headings")["columns"].get(field.name, {})
    known: dict[str, list[tuple[str, str, int]]] = {}
    for column in field.columns:
        for rank, said in enumerate(headings.get(column.name, [column.name.replace("_", " ")])):
            known.setdefault(said, []).append((column.name, column.kind, rank))
    return known

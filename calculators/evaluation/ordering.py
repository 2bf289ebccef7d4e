"""The rows of a table in the order in which a person wants to see them, and those that they look for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final, TypeVar

from calculators.core.quantities import Quantity
from calculators.evaluation.records import ROWS_AT_ONCE, Rows
from calculators.present.quantities import code_label

Key = tuple[bool, Any]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class TableView:
    """What is looked at of a table: a page of rows from 1, in the order of a column, only those that are sought.

    `search` stands somewhere in one of the texts, whatever its case; `only` gives the code that a column must have.
    Without `sort` the rows stand in the order of the answer.
    """

    page: int = 1
    sort: str = ""
    descending: bool = False
    search: str = ""
    only: Mapping[str, str] = field(default_factory=dict)


class _LastLook:
    """What was found of the rows that were looked at last: of a long list it would take seconds on each page."""

    def __init__(self) -> None:
        self._rows: Sequence[Any] = ()
        self._found: dict[str, tuple[Any, Any]] = {}

    def found(self, table: Rows, what: str, key: object, work: Callable[[], Found]) -> Found:
        """What `work` finds; what it found last for the same rows and key."""
        if self._rows is not table.values:
            self._rows, self._found = table.values, {}
        if what not in self._found or self._found[what][0] != key:
            self._found[what] = key, work()
        found: Found = self._found[what][1]
        return found


_LAST_LOOK: Final = _LastLook()


def view_from(found: Mapping[str, Any]) -> TableView:
    """The view that a page asks for, from JSON; what it does not say is as in a view of the whole table."""
    return TableView(
        int(found.get("page", 1)),
        str(found.get("sort", "")),
        bool(found.get("descending", False)),
        str(found.get("search", "")),
        {name: str(code) for name, code in dict(found.get("only", {})).items() if code},
    )


def places(table: Rows, view: TableView) -> Sequence[int]:
    """The places, from 0, of the rows that are looked at, in their order; a column that is not there orders nothing.

    Rows come into being as they are looked at, a part at a time, and are not kept.
    """
    return _LAST_LOOK.found(table, "places", replace(view, page=1), lambda: _places(table, view))


def _places(table: Rows, view: TableView) -> Sequence[int]:
    names = [column.name for column in table.columns]
    sort = names.index(view.sort) if view.sort in names else None
    only = [(names.index(name), code) for name, code in view.only.items() if name in names]
    sought = view.search.strip().casefold()
    if sort is None and not only and not sought:
        return range(len(table.values))
    texts = [place for place, column in enumerate(table.columns) if column.unit == "text"]
    found: list[tuple[Key, int]] = []
    for first in range(0, len(table.values), ROWS_AT_ONCE):
        for place, row in enumerate(table.values[first : first + ROWS_AT_ONCE], start=first):
            if all(_value(row[column]) == code for column, code in only) and (
                not sought or any(sought in str(_value(row[column])).casefold() for column in texts)
            ):
                found.append((_key(table, row, sort), place))
    if sort is None:
        return [place for _, place in found]
    known = sorted((one for one in found if one[0][0]), key=lambda one: one[0][1], reverse=view.descending)
    return [place for _, place in [*known, *(one for one in found if not one[0][0])]]


def codes_in(table: Rows) -> dict[str, list[str]]:
    """For each column of codes, those that occur in it, in the order of their words."""
    return _LAST_LOOK.found(table, "codes", None, lambda: _codes_in(table))


def _codes_in(table: Rows) -> dict[str, list[str]]:
    columns = [place for place, column in enumerate(table.columns) if column.unit == "code"]
    found: dict[int, set[str]] = {place: set() for place in columns}
    for first in range(0, len(table.values) if columns else 0, ROWS_AT_ONCE):
        for row in table.values[first : first + ROWS_AT_ONCE]:
            for place in columns:
                found[place].add(str(_value(row[place])))
    return {
        (name := table.columns[place].name): sorted(codes, key=lambda code: code_label(name, code, table.words))
        for place, codes in found.items()
    }


def _key(table: Rows, row: Sequence[Any], sort: int | None) -> Key:
    """Whether the row has a value in the column, and what to order it by."""
    value = None if sort is None else _value(row[sort])
    if value is None or sort is None:
        return False, Decimal(0)
    column = table.columns[sort]
    if not isinstance(value, str):
        return True, value
    return True, (code_label(column.name, value, table.words) if column.unit == "code" else value).casefold()


def _value(cell: Any) -> Any:
    return cell.value if isinstance(cell, Quantity) else cell

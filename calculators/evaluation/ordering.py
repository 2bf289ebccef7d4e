"""The rows of a table in the order in which a person wants to see them, and those that they look for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

from calculators.core.quantities import Quantity
from calculators.evaluation.records import ROWS_AT_ONCE, Rows
from calculators.present.quantities import code_label

Key = tuple[bool, Any]


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
    """The places of the rows that were looked at last: in a long list they take seconds, and each page needs them."""

    def __init__(self) -> None:
        self._rows: Sequence[Any] = ()
        self._view: TableView | None = None
        self._places: Sequence[int] = ()

    def places(self, table: Rows, view: TableView) -> Sequence[int]:
        """The places in this view, whatever its page."""
        if self._rows is not table.values or self._view != view:
            self._rows, self._view, self._places = table.values, view, _places(table, view)
        return self._places


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
    return _LAST_LOOK.places(table, replace(view, page=1))


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

"""Worksheets: sheets of fields and tables to fill in, from `docs/worksheets/NAME.json`."""

from dataclasses import dataclass
from typing import Any, Final

from site_build.content import ContentError, Text, content_of, entries_from, name_from, refuse_doubles, text_from

KINDS: Final = ("line", "lines", "check", "choice")
MOST_COLUMNS: Final = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to fill in: a field, or a column of a table; `choices` are values with their texts."""

    name: str
    kind: str
    label: Text
    choices: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a row without a label of its own has its number as label."""

    name: str
    label: Text


@dataclass(frozen=True, slots=True)
class Part:
    """Fields, or a table where there are rows."""

    name: str
    title: Text
    help: Text | None
    entries: tuple[Entry, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet; its title and purpose stand on its page."""

    name: str
    parts: tuple[Part, ...]


def worksheet(name: str) -> Worksheet:
    """The worksheet `name`.

    Raises:
        ContentError: there is none, or its file has a fault.
    """
    content = content_of("worksheets", name)
    where = f"docs/worksheets/{name}.json"
    parts = tuple(_part(part, where) for part in entries_from(content, "parts", where))
    refuse_doubles((part.name for part in parts), where)
    if not parts:
        message = f"{where}: a worksheet without parts"
        raise ContentError(message)
    return Worksheet(name, parts)


def _part(part: dict[str, Any], where: str) -> Part:
    name = name_from(part, where)
    where = f"{where}, part {name}"
    is_table = part.get("kind") == "table"
    entries = tuple(_entry(entry, where) for entry in entries_from(part, "columns" if is_table else "fields", where))
    rows = _rows(part, where) if is_table else ()
    refuse_doubles((entry.name for entry in entries), where)
    refuse_doubles((row.name for row in rows), where)
    if not entries or (is_table and not (rows and len(entries) <= MOST_COLUMNS)):
        message = f"{where}: fields, or rows and at most {MOST_COLUMNS} columns, are needed"
        raise ContentError(message)
    help_text = text_from(part, "help", where) if "help" in part else None
    return Part(name, text_from(part, "title", where), help_text, entries, rows)


def _rows(part: dict[str, Any], where: str) -> tuple[Row, ...]:
    blank = part.get("blank_rows", 0)
    if not isinstance(blank, int):
        message = f"{where}: 'blank_rows' must be a whole number"
        raise ContentError(message)
    if blank:
        return tuple(Row(f"row-{number}", Text(str(number), str(number))) for number in range(1, blank + 1))
    return tuple(
        Row(name_from(row, where), text_from(row, "label", where)) for row in entries_from(part, "rows", where)
    )


def _entry(entry: dict[str, Any], where: str) -> Entry:
    name, kind = name_from(entry, where), str(entry.get("kind"))
    choices = tuple(
        (str(choice.get("value", "")), text_from(choice, "label", where))
        for choice in entries_from(entry, "choices", where)
    )
    if kind not in KINDS or (kind == "choice") != bool(choices) or not all(value for value, _ in choices):
        message = f"{where}, {name}: the kind is one of {', '.join(KINDS)}, and a choice has choices, each with a value"
        raise ContentError(message)
    return Entry(name, kind, text_from(entry, "label", where), choices)

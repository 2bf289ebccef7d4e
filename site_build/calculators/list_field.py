"""The place where a reader opens a list: a file that is dropped or chosen, or a paste from a spreadsheet."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from calculators.core.declarations import Declaration
from calculators.core.fields import Field
from calculators.core.words import Lang, Words
from calculators.lists.layout import as_plain, proposed_layout
from calculators.lists.reading import ListedRows, listed_rows
from calculators.lists.source import opened
from calculators.writers.html.markup import Html, element, identifier
from site_build.errors import MendableError
from site_build.pages import PROJECT
from site_build.words import word

# Demo lists, which lie beside the pages of each language.
LISTS: Final = PROJECT / "docs" / "lists"
ACCEPTED: Final = ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,text/csv,text/plain"


class DemoListError(MendableError):
    """A demo list in a page that is not there, or that the calculator cannot read whole."""


class DemoList:
    """The list of a worked example: its rows, and how a browser reads them once more."""

    def __init__(self, field: Field, names: Iterable[str], file: str, words: Words) -> None:
        """Read the file; `names` are those of all fields of the calculator.

        Raises:
            DemoListError: it is not there, or not all of its rows count.
        """
        path = LISTS / file
        if not path.is_file():
            message = f"There is no demo list {file!r} in docs/lists: mend the block in the page."
            raise DemoListError(message)
        source = opened(lambda: path.open("rb"))
        layout = proposed_layout(field, source, words.lang)
        self.rows: ListedRows = listed_rows(field, source, layout, words)
        count = sum(1 for _ in self.rows)
        if not count or self.rows.faulty:
            message = f"Not all rows of the demo list {file!r} count: {self.rows.faults}"
            raise DemoListError(message)
        self.rows_in_file = count
        self.in_page = {
            "address": f"../../lists/{file}",
            "name": file,
            "layout": as_plain(layout),
            "rows": count,
            "covered": sorted(set(names) & set(layout.columns)),
        }


def demo_list(declared: Declaration, file: str, words: Words) -> dict[str, DemoList]:
    """The demo list by the name of its field; nothing where the page names no file."""
    field = next((field for field in declared.fields if field.listed), None)
    names = [one.name for one in declared.fields]
    return {field.name: DemoList(field, names, file, words)} if field and file else {}


def list_parts(declared: Declaration, demo: Mapping[str, DemoList], words: Words) -> list[Html]:
    """A place for each list that the calculator takes."""
    return [_list_part(declared.name, field, demo.get(field.name), words) for field in declared.fields if field.listed]


def _list_part(calculator: str, field: Field, demo: DemoList | None, words: Words) -> Html:
    """The place for one list; a script fills what is named by `data-part`."""
    own, lang = identifier(calculator, field.name, "list"), words.lang
    about: dict[str, str | bool | None] = {
        "class": "list-part",
        "id": own,
        "role": "group",
        "aria-labelledby": f"{own}--title",
        "data-list-field": field.name,
        "data-demo": json.dumps(demo.in_page) if demo else None,
    }
    state = word("lists.demo_shown", lang, rows=demo.rows_in_file) if demo else ""
    return element(
        "div",
        about,
        element("h3", {"class": "calculator-subtitle", "id": f"{own}--title"}, word("lists.title", lang)),
        _drop_area(own, demo, lang),
        element(
            "p",
            {"class": "list-state", "data-part": "state", "hidden": not state},
            element("span", {}, state),
            " ",
            element("a", {"href": f"#{identifier(calculator, 'verdict')}"}, word("lists.to_answer", lang)),
        ),
        element("div", {"class": "list-progress", "data-part": "progress", "hidden": True}),
        element("p", {"class": "list-said", "role": "status", "data-part": "said"}),
        element("div", {"class": "list-found", "data-part": "found"}),
        element("div", {"class": "calculator-actions", "data-part": "actions"}),
    )


def _drop_area(own: str, demo: DemoList | None, lang: Lang) -> Html:
    """Where a file is dropped or chosen, and a part of a spreadsheet is pasted."""
    file: dict[str, str | bool | None] = {
        "type": "file",
        "accept": ACCEPTED,
        "data-part": "file",
        "hidden": True,
        "aria-label": word("lists.choose", lang),
    }
    paste: dict[str, str | bool | None] = {
        "id": f"{own}--paste",
        "data-part": "paste",
        "rows": "2",
        "autocomplete": "off",
        "spellcheck": "false",
        "readonly": True,
    }
    return element(
        "div",
        {"class": "list-drop", "data-part": "drop"},
        element("p", {"class": "list-lead"}, word("lists.lead", lang)),
        element(
            "p",
            {"class": "calculator-actions"},
            _button("choose", word("lists.choose", lang), "button button--loud"),
            _button("demo", word("lists.demo", lang), "button button--quiet") if demo else "",
            element("input", file),
        ),
        element("label", {"for": f"{own}--paste"}, word("lists.paste", lang)),
        element("textarea", paste),
        element("p", {"class": "field-hint"}, word("lists.stays", lang)),
    )


def _button(name: str, text: str, kind: str) -> Html:
    attributes: dict[str, str | bool | None] = {"type": "button", "class": kind, "data-list": name, "disabled": True}
    return element("button", attributes, text)


def published_lists() -> list[Path]:
    """The demo lists that go along with the pages."""
    return sorted(LISTS.glob("*.csv"))

"""Finds the functions of Pyodide's interpreter that our questions call, and writes their list for the build.

Run as `.venv/bin/python -m tests.pyodide.calls`, after a new version of Pyodide, and where `test_same_answers.py` finds
an answer that only the complete Python could give. The questions are those that other tests ask in CPython, and lists.
"""

import io
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pytest
from xlsxwriter import Workbook

from calculators import door
from calculators.catalogue import NAMES, declaration
from calculators.core.words import LANGS
from site_build.build import say
from site_build.runtime.called_functions import LIST, OutdatedListError, called_functions, listed
from site_build.runtime.folders import INTERPRETER, prepared_runtime, quick_interpreter
from site_build.runtime.webassembly import instrumented
from tests.conftest import PROJECT
from tests.pyodide.ways import Action, Ways, asked, taken

# What asks the door in CPython.
TESTS: Final = (
    "tests/properties/test_any_input.py",
    "tests/test_golden.py",
    "tests/test_golden_interest.py",
    "tests/test_kept_answers.py",
    "tests/test_letter.py",
    "tests/test_closers.py",
    "tests/test_tried_values.py",
    "tests/test_csv_rows.py",
    "tests/lists/test_list_questions.py",
)
LISTS: Final = {"northwind.csv": ("portfolio", "customers"), "invoices.csv": ("late_invoices", "invoices")}
LARGEST: Final = 4_000_000  # bytes of a hostile file that is handed over here
LONG: Final = 20_000  # rows, so that memory has to grow
# So many brackets within each other end any Pyodide, in the browser as well.
DEEP: Final = "[" * 100
WRITERS: Final = ["page", "contract", "weights", "workbook"]


class Recorder:
    """Notes all that tests ask of the door."""

    def __init__(self) -> None:
        """Nothing noted yet."""
        self.actions: dict[str, Action] = {}
        self._respond, self._take = door.respond, door.take_file
        # Tests import these by name, after this.
        setattr(door, "respond", self.respond)  # noqa: B010 (a method in the place of a function)
        setattr(door, "take_file", self.take)  # noqa: B010

    def respond(self, request: str, *more: Any) -> str:
        """Answer as ever, and note the question."""
        if DEEP not in request:
            self.actions.setdefault(request, asked(request))
        return self._respond(request, *more)

    def take(self, name: str, content: bytes) -> None:
        """Keep the file as ever, and note it."""
        self.actions[f"take {len(self.actions)}"] = taken(name, content)
        self._take(name, content)


def examples() -> Iterable[Action]:
    """Every calculator's example, in each language and by each writer."""
    for name in NAMES:
        for lang in LANGS:
            yield asked({"calculator": name, "lang": lang, "values": {}, "writers": WRITERS})


def extremes() -> Iterable[Action]:
    """Numbers longer than a processor's, in each field that takes one, and a module that is not there."""
    for name in NAMES:
        fields = [field.name for field in declaration(name).fields if field.kind not in {"table", "choice", "day"}]
        for digits in (20, 30, 60):
            for field in fields:
                yield asked({"calculator": name, "lang": "nl", "values": {field: "9" * digits}})
    yield {"import": "colorsys"}


def lists(rows: int) -> Iterable[Action]:
    """Lists as text and as workbooks, one of so many rows and hostile ones among them, looked at and answered."""
    from tests.lists.test_hostile_files import HOSTILE  # noqa: PLC0415 (only after the recorder)

    for path, (calculator, field) in LISTS.items():
        content = (PROJECT / "docs" / "lists" / path).read_bytes()
        head, _, lines = content.partition(b"\n")
        for name, file in (
            ("text", content),
            ("long", head + b"\n" + lines * (rows // lines.count(b"\n"))),
            ("workbook", _as_workbook(content.decode("utf-8-sig"))),
        ):
            yield taken(name, file)
            yield from _about(name, file, calculator, field)
    for name, (make, _) in HOSTILE.items():
        if len(content := make()) < LARGEST:
            yield taken(name, content)
            yield _inspected(name, "portfolio", "customers", "nl")


def _as_workbook(text: str) -> bytes:
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(text.splitlines()):
            sheet.write_row(row, 0, line.split(";" if ";" in line else ","))
    return content.getvalue()


def _inspected(name: str, calculator: str, field: str, lang: str) -> Action:
    return asked({"calculator": calculator, "lang": lang, "inspect": {"field": field, "file": name}})


def _about(name: str, content: bytes, calculator: str, field: str) -> Iterable[Action]:
    for lang in LANGS:
        yield _inspected(name, calculator, field, lang)
        door.take_file(name, content)
        request = {"calculator": calculator, "lang": lang, "inspect": {"field": field, "file": name}}
        found = json.loads(door.respond(json.dumps(request)))
        values = {field: {"file": name, "layout": found["layout"], "rows": found["rows"]}, "cost_per_order": "40"}
        question = {"calculator": calculator, "lang": lang, "values": values}
        yield asked({**question, "writers": WRITERS})
        yield asked({**question, "writers": ["separated", "rows", "opening"], "table": "customers", "row": 1})


def _listed_before(interpreter: bytes) -> frozenset[int]:
    """What the list of the same interpreter holds already: browser tests may have found it."""
    try:
        return called_functions(interpreter)
    except OutdatedListError:
        return frozenset()


def main() -> None:
    """Ask everything of an interpreter that counts, and write the list."""
    recorder = Recorder()
    if pytest.main(["--override-ini", "addopts=", "-q", "-p", "no:cacheprovider", *TESTS]):
        sys.exit("The tests whose questions are asked do not pass.")
    runtime = prepared_runtime(say)
    with tempfile.TemporaryDirectory() as work:
        counting = Path(work)
        whole = quick_interpreter()
        (counting / INTERPRETER).write_bytes(instrumented(whole))
        actions = [*examples(), *extremes(), *recorder.actions.values(), *lists(LONG)]
        say(f"{len(actions)} questions and files")
        found = Ways(runtime.folders).replies("quick", actions, interpreter=counting)
    called = frozenset(found["called"]) | _listed_before(whole)
    LIST.write_text(listed(whole, called), encoding="utf-8")
    say(f"{len(called)} functions are called")


if __name__ == "__main__":
    main()

"""No code is left that nothing uses, by vulture."""

import re
from collections.abc import Sequence
from pathlib import Path

from vulture import Vulture

from calculators.catalogue import NAMES, declaration

PROJECT = Path(__file__).resolve().parent.parent
FOLDERS = ("benchmarks", "calculators", "site_build", "tests")
CALLED_BY_OTHERS = (
    "handle_*",  # html.parser calls these
    "StartDoctypeDeclHandler",  # expat calls it
    "on_*",  # pymdownx and watchdog call these
    "NAME",  # pymdownx reads it from the class of a block
    "ARGUMENT",  # as above
    "OPTIONS",  # as above
    "portfolio_of_files",  # a program of others calls it, see `calculators/cluster`
    "take_file",  # frontend/python calls it
    "drop_file",  # as above
    "extendMarkdownBlocks",  # pymdownx calls it
    "handleMatch",  # Markdown calls it
    "makeExtension",  # Markdown looks for it
    "tail",  # ElementTree writes it
    "__defaults__",  # Python reads it where it calls a function
    "__kwdefaults__",  # as above
    "binary_location",  # Selenium reads it
    "pytest*",  # pytest calls and reads these
)
USED_FIXTURE = re.compile(r'usefixtures\("(\w+)"\)')
# What only tests ask: the door, what a test of the built site holds to, and what counts the functions that are called.
ASKED_BY_TESTS = ("respond", "lost", "with_new", "content_names", "instrumented")


def test_no_code_is_unused() -> None:
    """Each function, class, variable and attribute is used somewhere, or another program calls it by its name."""
    # Writers read a row by the columns that are declared.
    columns = [
        word
        for name in NAMES
        for table in declaration(name).tables
        for column in table.columns
        for word in (column.name, *column.choices)
    ]
    fixtures = [name for path in _modules("tests") for name in USED_FIXTURE.findall(path.read_text(encoding="utf-8"))]
    assert _unused(FOLDERS, [*CALLED_BY_OTHERS, *columns, *fixtures]) == []
    # What is alive only because a test asks it is dead too.
    assert _unused(FOLDERS[:-1], [*CALLED_BY_OTHERS, *columns, *ASKED_BY_TESTS]) == []


def _unused(folders: Sequence[str], excused: Sequence[str]) -> list[str]:
    finder = Vulture(ignore_names=list(excused))
    finder.scavenge([PROJECT / folder for folder in folders])
    return [f"{entry.filename}:{entry.first_lineno}: {entry.message}" for entry in finder.get_unused_code()]


def _modules(folder: str) -> list[Path]:
    return sorted((PROJECT / folder).rglob("*.py"))


def test_what_others_call_is_there() -> None:
    """Nothing is excused that has gone."""
    written = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in FOLDERS
        for path in _modules(folder)
        if path.name != Path(__file__).name
    )
    assert [name for name in (*CALLED_BY_OTHERS, *ASKED_BY_TESTS) if name.rstrip("*") not in written] == []

"""No code is left that nothing uses, by vulture."""

from pathlib import Path

from vulture import Vulture

from calculators.catalogue import NAMES, declaration

PROJECT = Path(__file__).resolve().parent.parent
FOLDERS = ("benchmarks", "calculators", "site_build", "tests")
CALLED_BY_OTHERS = (
    "handle_*",  # html.parser calls these
    "on_*",  # pymdownx and watchdog call these
    "NAME",  # pymdownx reads it from the class of a block
    "ARGUMENT",  # as above
    "OPTIONS",  # as above
    "extendMarkdownBlocks",  # pymdownx calls it
    "makeExtension",  # Markdown looks for it
    "tail",  # ElementTree writes it
    "pytest*",  # pytest calls and reads these
)


def test_no_code_is_unused() -> None:
    """Each function, class, variable and attribute is used somewhere, or another program calls it by its name."""
    # Writers read a row by the columns that are declared.
    columns = [column.name for name in NAMES for table in declaration(name).tables for column in table.columns]
    finder = Vulture(ignore_names=[*CALLED_BY_OTHERS, *columns])
    finder.scavenge([PROJECT / folder for folder in FOLDERS])
    unused = [f"{entry.filename}:{entry.first_lineno}: {entry.message}" for entry in finder.get_unused_code()]
    assert unused == []


def test_what_others_call_is_there() -> None:
    """Nothing is excused that has gone."""
    written = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in FOLDERS
        for path in (PROJECT / folder).rglob("*.py")
        if path.name != Path(__file__).name
    )
    assert [name for name in CALLED_BY_OTHERS if name.rstrip("*") not in written] == []

"""The folders from which browsers run Python: made alike anywhere, and each changed only by what it holds."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import PROJECT

MOST_AT_A_FIRST_VISIT: Final = 4_000_000  # bytes over the wire
PREPARE: Final = """
import json
from site_build.runtime.folders import prepared_runtime
print(json.dumps({kind: folder.name for kind, folder in prepared_runtime(lambda line: None).folders.items()}))
"""
# What takes minutes, and is kept by what it is made of.
KEPT: Final = ("compressed", "wheels", "library-*.zip")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of the project in a folder of their own, where no runtime was made yet."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("calculators", "frontend", "site_build"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("package.json", "requirements-browser.txt"):
        shutil.copy2(PROJECT / name, folder)
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    (folder / ".cache").mkdir()
    for pattern in KEPT:
        for path in (PROJECT / ".cache").glob(pattern):
            (folder / ".cache" / path.name).symlink_to(path.resolve())
    return folder


@pytest.fixture(scope="module")
def made(copy: Path) -> dict[str, str]:
    """The names of the folders as they are made there."""
    return _prepared(copy)


def _prepared(project: Path) -> dict[str, str]:
    finished = subprocess.run([sys.executable, "-c", PREPARE], cwd=project, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    found: dict[str, str] = json.loads(finished.stdout)
    return found


@contextmanager
def _changed(path: Path, text: str) -> Iterator[None]:
    before = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    yield
    path.write_text(before, encoding="utf-8")


def test_the_same_folders_are_made_anywhere(made: dict[str, str], python_folders: dict[str, Path]) -> None:
    """A name follows from what is in a folder: each file has the same bytes, the image of the memory as well."""
    assert made == {kind: folder.name for kind, folder in python_folders.items()}


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("calculators/models/visit_cost/formula.py", "\n\n\ndef visit_cost", "\n\n_CHANGED = 1\n\n\ndef visit_cost"),
        ("calculators/models/visit_cost/nl.json", "{", "{ "),
    ],
)
def test_a_changed_calculator_costs_a_reader_only_the_calculators(
    copy: Path, made: dict[str, str], name: str, before: str, after: str
) -> None:
    """Python and its parts stay where they are, and are kept."""
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    with _changed(path, text.replace(before, after, 1)):
        changed = _prepared(copy)
    assert {kind for kind in made if changed[kind] != made[kind]} == {"calculators"}
    assert _prepared(copy) == made


def test_what_only_a_terminal_uses_is_no_reason_to_fetch_anything(copy: Path, made: dict[str, str]) -> None:
    """The command line is not in the bundle."""
    path = copy / "calculators" / "command_line" / "__init__.py"
    with _changed(path, path.read_text(encoding="utf-8") + "\n_CHANGED = 1\n"):
        assert _prepared(copy) == made


def test_a_first_visit_is_light(python_folders: dict[str, Path]) -> None:
    """All that a browser fetches of Python before it answers, packed as it comes."""
    files = [path for kind in ("python", "calculators") for path in python_folders[kind].iterdir()]
    packed = [path for path in files if path.suffix == ".br"]
    assert len(files) == 3 * len(packed)  # as it is, and in two ways of packing
    assert sum(path.stat().st_size for path in packed) < MOST_AT_A_FIRST_VISIT

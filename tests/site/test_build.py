"""The command that builds and serves: what it puts in place, and how it fails."""

import importlib
import json
import os
import pkgutil
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import site_build
from calculators.core.dated_series import known_until
from site_build.build import replace_folder
from site_build.errors import MendableError
from site_build.expiry import expiry_lines, series_with_an_end
from site_build.pages import complaint
from tests.conftest import FOLDER, PROJECT

SOURCES = ("calculators", "docs", "frontend", "site_build")
ELSEWHERE = ("/dev/shm", "/run/shm", "/tmp", "/var/tmp")  # noqa: S108 (a folder of its own is made there)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources of the project in a folder of their own, to put faults into."""
    for name in SOURCES:
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (*PROJECT.glob("mkdocs*.yml"), PROJECT / "package.json", PROJECT / "requirements-browser.txt"):
        shutil.copy2(file, tmp_path)
    for name in ("node_modules", ".cache"):
        (tmp_path / name).symlink_to(PROJECT / name)
    return tmp_path


@pytest.fixture
def other_file_system() -> Iterator[Path]:
    """A folder on another file system than the one in which sites are built."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    here = FOLDER.stat().st_dev
    for place in map(Path, ELSEWHERE):
        if place.is_dir() and os.access(place, os.W_OK) and place.stat().st_dev != here:
            folder = place / FOLDER.name
            folder.mkdir()
            yield folder
            shutil.rmtree(folder)
            return
    pytest.skip(f"{', '.join(ELSEWHERE)}: none of them is a folder on another file system than {FOLDER}")


def _refusal(project: Path, *arguments: str | Path) -> str:
    """What the command says when it fails, as a person gives it in the folder of the project."""
    command = [sys.executable, "-m", "site_build", *map(str, arguments)]
    finished = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert finished.returncode == 1, finished.stdout + finished.stderr
    assert "Traceback" not in finished.stderr
    return finished.stderr


def _folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def test_new_site_takes_the_place_of_the_old_one_on_another_file_system(
    other_file_system: Path, tmp_path: Path
) -> None:
    """The new folder stands where the old one stood, whole, and nothing is left beside it."""
    target = _folder(other_file_system / "site", "old")
    (target / "dropped.html").touch()
    new = _folder(FOLDER / tmp_path.name, "new")
    replace_folder(target, new)
    assert [path.name for path in target.iterdir()] == ["index.html"]
    assert (target / "index.html").read_text(encoding="utf-8") == "new"
    assert list(other_file_system.iterdir()) == [target]
    assert not new.exists()


def test_failed_move_leaves_the_old_site(tmp_path: Path) -> None:
    """Where the new folder cannot be moved, the old one stands as it stood, and nothing is left beside it."""
    target = _folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="nowhere"):
        replace_folder(target, tmp_path / "nowhere")
    assert (target / "index.html").read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_build_replaces_nothing_but_a_site(tmp_path: Path) -> None:
    """A folder with somebody's files is left alone, and so is a file."""
    kept = _folder(tmp_path / "thesis", "ten years of work") / "index.html"
    for target in (kept.parent, kept):
        assert "choose an empty or a new folder" in _refusal(PROJECT, "build", "--target", target)
    assert "thesis/index.html" in _refusal(PROJECT, "build", "--target", kept / "site")
    assert kept.read_text(encoding="utf-8") == "ten years of work"


def test_commands_that_need_a_site_ask_for_one(tmp_path: Path) -> None:
    """Each says what to do first."""
    assert "build it first" in _refusal(PROJECT, "addresses", "--target", tmp_path)
    assert "leave out --no-build" in _refusal(PROJECT, "serve", "--no-build", "--target", tmp_path)


def test_port_of_another_program_is_named(site: Path) -> None:
    """With a port to try in its place."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = _refusal(PROJECT, "serve", "--no-build", "--target", site, "--port", str(port))
    assert f"--port {port + 1}" in told


def test_strict_build_tells_the_faults_of_both_languages(copy: Path) -> None:
    """A broken link, a broken anchor and a fault in a data file each stop the build, by name; no site is written."""
    with (copy / "docs" / "nl" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n[weg](nowhere.md) [ook weg](reference/about.md#nowhere)\n")
    with (copy / "docs" / "en" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n/// worksheet | nowhere\n///\n")
    told = _refusal(copy, "build", "--target", copy / "site")
    assert "nowhere.md" in told
    assert "there is no docs/worksheets/nowhere.json" in told
    assert not (copy / "site").exists()


def test_addresses_that_cannot_work_stop_the_build(copy: Path) -> None:
    """A file that cannot be read, and a circle of pages that moved."""
    path = copy / "docs" / "addresses.json"
    addresses = json.loads(path.read_text(encoding="utf-8"))
    path.write_text("{", encoding="utf-8")
    assert "docs/addresses.json cannot be read" in _refusal(copy, "build")
    path.write_text(json.dumps({**addresses, "moved": {"a": "b", "b": "a"}}), encoding="utf-8")
    assert "a -> b -> a is a circle" in _refusal(copy, "build")


def test_missing_and_other_packages_of_npm_are_named(copy: Path) -> None:
    """Each with the command that mends it."""
    package = json.loads((copy / "package.json").read_text(encoding="utf-8"))
    pinned, package["dependencies"]["pyodide"] = package["dependencies"]["pyodide"], "1.0.0"
    (copy / "package.json").write_text(json.dumps(package), encoding="utf-8")
    assert "package.json pins 1.0.0: run `npm ci`" in _refusal(copy, "build")
    (copy / "node_modules").unlink()
    assert "Pyodide is not installed: run `npm ci`" in _refusal(copy, "build")
    (copy / "node_modules").mkdir()
    (copy / "node_modules" / "pyodide").symlink_to(PROJECT / "node_modules" / "pyodide")
    package["dependencies"]["pyodide"] = pinned
    (copy / "package.json").write_text(json.dumps(package), encoding="utf-8")
    assert "esbuild is not installed: run `npm ci`" in _refusal(copy, "build")


def test_every_failure_of_the_build_is_one_that_a_person_can_mend() -> None:
    """The command turns one class into a sentence; each exception of ours belongs to it."""
    modules = [
        importlib.import_module(name)
        for _, name, _ in pkgutil.walk_packages(site_build.__path__, "site_build.")
        if not name.endswith("__main__")
    ]
    found = {
        entry
        for module in modules
        for entry in vars(module).values()
        if isinstance(entry, type) and issubclass(entry, Exception) and entry.__module__.startswith("site_build")
    }
    assert len(found) > 3
    assert [entry for entry in found if not issubclass(entry, MendableError)] == []


def test_fault_of_an_author_is_told_and_a_fault_of_ours_is_shown() -> None:
    """What an author can mend comes without a traceback, which is kept for a bug."""
    warning = "WARNING -  Doc file 'index.md' contains a link 'x.md'.\n             Did you mean 'y.md'?"
    traceback = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>'
    assert complaint(f"INFO    -  Cleaning\n{warning}\nAborted with 1 warnings") == warning
    assert complaint(f"{warning}\n{traceback}\nsite_build.content.ContentError: no name") == warning
    assert traceback in complaint(f"{warning}\n{traceback}\nTypeError: 'int' object")
    assert (
        complaint("Error: Config file 'mkdocs.yml' does not exist.")
        == "Error: Config file 'mkdocs.yml' does not exist."
    )


@pytest.mark.parametrize("name", series_with_an_end())
def test_build_says_which_series_end_soon(name: str) -> None:
    """From 45 days before the last day of a series, with that day; afterwards in the past tense; never earlier."""
    last = known_until(name)
    assert expiry_lines([name], last - timedelta(days=46)) == []
    (soon,) = expiry_lines([name], last - timedelta(days=45))
    (still,) = expiry_lines([name], last)
    (late,) = expiry_lines([name], last + timedelta(days=1))
    assert str(last) in soon
    assert soon == still != late

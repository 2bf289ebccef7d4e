"""The parts of Python that a browser fetches on demand."""

import re
import zipfile
from pathlib import Path

import brotli
import pytest

from site_build.runtime import parts

PINS = {"workbook_reader": "python-calamine", "workbook_writer": "xlsxwriter"}


@pytest.mark.parametrize("name", parts.PARTS)
def test_a_part_is_the_wheel_that_it_comes_from_with_its_licence(python_folders: dict[str, Path], name: str) -> None:
    """File by file, stored, and packed for the wire beside it."""
    archive = python_folders["parts"] / f"{name}.zip"
    (wheel,) = parts.WHEELS.glob(f"{parts.PARTS[name]}-*.whl")
    with zipfile.ZipFile(archive) as part, zipfile.ZipFile(wheel) as original:
        assert {path: part.read(path) for path in part.namelist()} == {
            path: original.read(path) for path in original.namelist()
        }
        assert {entry.compress_type for entry in part.infolist()} == {zipfile.ZIP_STORED}
        assert [path for path in part.namelist() if "/licenses/LICENSE" in path]
    assert brotli.decompress(archive.with_name(f"{name}.zip.br").read_bytes()) == archive.read_bytes()


@pytest.mark.parametrize("name", parts.PARTS)
def test_browsers_and_the_command_line_have_the_same_version(name: str) -> None:
    """A list that is read here is read alike there."""
    project = parts.PINS.parent
    pinned = re.compile(rf"^{PINS[name]}==(\S+)", re.IGNORECASE | re.MULTILINE)
    versions = [pinned.findall(path.read_text("utf-8")) for path in (parts.PINS, project / "requirements.txt")]
    assert versions[0] == versions[1] != []


def test_every_making_gives_the_same_bytes(python_folders: dict[str, Path], tmp_path: Path) -> None:
    """So that the name of the folder, which follows from its contents, keeps its promise."""
    parts.write_parts(tmp_path)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (python_folders["parts"] / path.name).read_bytes()


def test_missing_package_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to do."""
    monkeypatch.setattr(parts, "WHEELS", tmp_path)
    with pytest.raises(parts.MissingPartError, match="make setup"):
        parts.write_parts(tmp_path)

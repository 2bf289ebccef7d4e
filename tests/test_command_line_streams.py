"""The command line beside a terminal: other encodings, a reader that stops, text that is not text."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "calculators"]


def test_output_is_utf_8_in_any_locale() -> None:
    """An answer with a euro sign does not depend on the locale."""
    surroundings = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    arguments = ["statutory_interest", "--lang", "nl"]
    shown = subprocess.run([*COMMAND, *arguments], cwd=PROJECT, env=surroundings, capture_output=True, check=False)
    assert shown.returncode == 0
    assert "€" in shown.stdout.decode("utf-8")
    assert shown.stderr == b""


def test_a_closed_pipe_ends_quietly() -> None:
    """`... | head -0` leaves no traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        shown = subprocess.run(
            [*COMMAND, "visit_cost"], cwd=PROJECT, stdout=writer, stderr=subprocess.PIPE, check=False, timeout=30
        )
    finally:
        os.close(writer)
    assert shown.stderr == b""


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a;b;c\n1;2;3\n", b""])
def test_a_file_that_is_no_table_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    """Bytes, columns too many or nothing at all: exit 2 with the option's name."""
    path = tmp_path / "ladder.csv"
    path.write_bytes(content)
    shown = subprocess.run(
        [*COMMAND, "discount_realignment", "--ladder", f"@{path}"], cwd=PROJECT, capture_output=True, check=False
    )
    assert shown.returncode == 2
    assert shown.stderr.startswith(b"--ladder")
    assert b"Traceback" not in shown.stderr


def test_the_list_too_refuses_a_language_that_is_not_there() -> None:
    """Exit 2 with the option's name."""
    shown = subprocess.run([*COMMAND, "list", "--lang", "de"], cwd=PROJECT, capture_output=True, check=False)
    assert (shown.returncode, shown.stdout) == (2, b"")
    assert shown.stderr.startswith(b"--lang")


@pytest.mark.parametrize(
    "arguments",
    [
        ("visit_plan", "--segments", b"\xff:1:1:1"),
        ("visit_plan", b"--a\xff", "3", "--json"),
        (b"\xff",),
        ("visit_cost", "--lang", b"\xff"),
        ("discount_realignment", "--ladder", b"@\xff.csv"),
        ("visit_cost", "--inputs", b"\xff"),
    ],
)
def test_arguments_that_are_no_utf_8_get_a_sentence(arguments: tuple[str | bytes, ...]) -> None:
    """Exit 2, on whichever stream was asked for, never a traceback."""
    shown = subprocess.run([*COMMAND, *arguments], cwd=PROJECT, capture_output=True, check=False)
    assert shown.returncode == 2
    assert shown.stdout + shown.stderr
    assert b"Traceback" not in shown.stderr


@pytest.mark.parametrize(
    "content",
    [b"A;" + b"9" * 1_000_000 + b";1;1;1\n", b"A;1;1;1;1\n" * 20_000, b"x" * 11_000_000],
    ids=["a cell of a megabyte", "too many rows", "a file of 11 MB"],
)
def test_a_file_beyond_every_limit_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    """It is refused before it is read through."""
    path = tmp_path / "segments.csv"
    path.write_bytes(content)
    shown = subprocess.run(
        [*COMMAND, "visit_plan", "--segments", f"@{path}"], cwd=PROJECT, capture_output=True, check=False
    )
    assert shown.returncode == 2
    assert shown.stderr.startswith(b"--segments: ")
    assert len(shown.stderr) < 1000

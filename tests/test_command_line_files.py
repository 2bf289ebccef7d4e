"""What the command line takes from files: encodings, answers printed before, and the day of asking."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.test_command_line import run


def printed() -> dict[str, Any]:
    """An answer as `--json` prints it."""
    found: dict[str, Any] = json.loads(run("visit_cost", "--gross-margin", "0.0000001", "--json").stdout)
    return found


def test_no_number_is_printed_with_an_exponent() -> None:
    """Plain text, however small, and it can be fed back."""
    answer = printed()
    assert answer["inputs"]["gross_margin"]["value"] == "0.000000001"
    again = run("visit_cost", "--inputs", "-", "--json", typed=json.dumps(answer))
    assert json.loads(again.stdout)["answers"] == answer["answers"]


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [("revenue", "1,234", "EUR"), ("revenue", 12, "EUR"), ("revenue", "12", "USD"), ("revenue", ["1"], "EUR")],
)
def test_a_value_that_was_not_printed_so_is_named(name: str, value: object, unit: str) -> None:
    """The field is told, and no other reading is guessed."""
    answer = printed()
    answer["inputs"][name] = {"value": value, "unit": unit}
    shown = run("visit_cost", "--inputs", "-", typed=json.dumps(answer))
    assert shown.returncode == 2
    assert shown.stderr.startswith(f"--{name}: ")


def test_a_doubled_key_and_a_mark_at_the_start() -> None:
    """JSON that says a thing twice is refused; a byte order mark is none of the content."""
    answer = json.dumps(printed())
    doubled = answer.replace('"visits": {', '"visits": {"value": "1", "unit": "visits"}, "visits": {', 1)
    assert run("visit_cost", "--inputs", "-", typed=doubled).returncode == 2
    assert run("visit_cost", "--inputs", "-", typed="\ufeff" + answer).returncode == 0


def test_an_answer_that_is_too_large_says_so(tmp_path: Path) -> None:
    """Beyond 50 million bytes a file is not read, and that is not told as another fault."""
    path = tmp_path / "answer.json"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    shown = run("visit_cost", "--inputs", str(path))
    assert shown.returncode == 2
    assert "never has more than 50,000,000 bytes" in shown.stderr


def test_a_file_in_windows_1252_is_read_and_that_is_said(tmp_path: Path) -> None:
    """As older spreadsheets write it."""
    path = tmp_path / "segments.csv"
    path.write_bytes("sep=;\nnaam;klanten;bezoeken;uren;winst\nCafé Zoë;20;24;1,5;12000\n".encode("cp1252"))
    shown = run("visit_plan", "--segments", f"@{path}", "--lang", "nl", "--json")
    assert json.loads(shown.stdout)["inputs"]["segments"]["value"][0][0] == "Café Zoë"
    assert "Windows-1252" in shown.stderr
    assert "naam, klanten" in shown.stderr


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    """A file that is not there, a folder, and one that is no text."""
    path = tmp_path / "utf16.csv"
    path.write_bytes("A;1;1;1;1".encode("utf-16"))
    said = [run("visit_plan", "--segments", f"@{name}").stderr for name in (path, tmp_path, tmp_path / "none.csv")]
    assert all(line.startswith("--segments: ") for line in said)
    assert said[0] != said[1] == said[2]


@pytest.mark.parametrize(("day", "told"), [("2026-11-15", False), ("2026-11-16", True), ("2027-03-01", True)])
def test_the_day_of_asking_can_be_given(day: str, told: bool) -> None:
    """`--as-of` makes an answer that can be had again on another day."""
    notes = json.loads(run("statutory_interest", "--as-of", day, "--json").stdout)["notes"]
    assert any("31 December 2026" in note["message"] for note in notes) == told
    assert run("statutory_interest", "--as-of", "soon").returncode == 2


def test_help_and_list_refuse_what_they_do_not_know() -> None:
    """An unknown language is told also where nothing is computed; `-h` asks for help."""
    assert run("visit_cost", "--help", "--lang", "de").returncode == 2
    assert run("visit_cost", "-h").stdout == run("visit_cost", "--help").stdout
    assert json.loads(run("list", "--json").stdout)["visit_cost"]
    assert run("list", "x").stderr.startswith("x: ")

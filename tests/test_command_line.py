"""The command line, run as a person runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from calculators.catalogue import NAMES

PROJECT = Path(__file__).resolve().parent.parent


def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """What a command prints and how it ends."""
    command = [sys.executable, "-m", "calculators", *arguments]
    return subprocess.run(
        command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False, input=typed
    )


def test_list_names_every_calculator() -> None:
    """`list` gives a line for each calculator, with what it is for."""
    lines = run("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(NAMES)
    assert all(len(line.split()) > 3 for line in lines)


def test_help_names_every_field_in_the_language_asked() -> None:
    """`NAME --help` explains the fields."""
    shown = run("late_payment", "--help", "--lang", "nl")
    assert shown.returncode == 0
    assert "--financing-rate" in shown.stdout
    assert "standaard" in shown.stdout


def test_json_answers_with_plain_text() -> None:
    """`--json` prints one object in the shape of the contract."""
    shown = run("visit_cost", "--revenue", "60000", "--gross-margin=25", "--visits", "24", "--json")
    answer = json.loads(shown.stdout)
    assert shown.returncode == 0
    assert answer["answers"]["contribution"] == {"value": "3000.00", "unit": "EUR", "reason": None}
    assert answer["inputs"]["gross_margin"] == {"value": "0.25", "unit": "fraction"}


def test_a_negative_dutch_number_is_a_value() -> None:
    """A value may begin with a minus sign, in Dutch too."""
    shown = run("discount_break_even", "--price-change", "-12,5", "--gross-margin", "25", "--lang", "nl", "--json")
    assert json.loads(shown.stdout)["answers"]["volume_change_needed"]["value"] == "1"


def test_a_report_starts_with_the_answer_in_words() -> None:
    """Without `--json` a readable report comes: the title, and the same first sentence as in the JSON."""
    headline = json.loads(run("visit_cost", "--lang", "nl", "--json").stdout)["headline"]
    shown = run("visit_cost", "--lang", "nl")
    assert shown.returncode == 0
    assert shown.stdout.splitlines()[2] == headline


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_can_be_fed_back(name: str) -> None:
    """The JSON of an answer, given to `--inputs`, gives the same answer, in either language."""
    printed = run(name, "--json").stdout
    for lang in ("en", "nl"):
        again = json.loads(run(name, "--inputs", "-", "--lang", lang, "--json", typed=printed).stdout)
        for part in ("inputs", "tables"):
            assert again[part] == json.loads(printed)[part]


def test_a_cell_with_blanks_survives_json_and_back(tmp_path: Path) -> None:
    """A segment called "Key accounts" keeps its name, its blank and its colon on the way out and in."""
    segments = tmp_path / "segments.csv"
    segments.write_text("Key accounts: north;20;24;1.5;12000\n", encoding="utf-8")
    printed = run("visit_plan", "--segments", f"@{segments}", "--json").stdout
    rows = json.loads(printed)["inputs"]["segments"]["value"]
    assert rows == [["Key accounts: north", "20", "24", "1.5", "12000"]]
    again = run("visit_plan", "--inputs", "-", "--json", typed=printed).stdout
    assert json.loads(again)["tables"] == json.loads(printed)["tables"]


def test_a_field_beside_inputs_takes_the_place_of_the_printed_one() -> None:
    """What is given by name counts, in its own language."""
    printed = run("visit_cost", "--json").stdout
    again = run("visit_cost", "--inputs", "-", "--gross-margin", "12,5", "--lang", "nl", "--json", typed=printed).stdout
    assert json.loads(again)["inputs"]["gross_margin"]["value"] == "0.125"


@pytest.mark.parametrize(
    "typed", ["", "[]", '{"calculator": "late_payment", "inputs": {}}', '{"calculator": "visit_cost"}']
)
def test_inputs_that_are_no_answer_get_a_sentence(typed: str) -> None:
    """Nothing, another shape, another calculator: exit 2 and a sentence."""
    shown = run("visit_cost", "--inputs", "-", typed=typed)
    assert shown.returncode == 2
    assert shown.stderr.startswith("--inputs: ")


@pytest.mark.parametrize("json_asked", [True, False])
def test_all_faults_come_at_once(json_asked: bool) -> None:
    """Bad input ends with 2 and a sentence for each faulty field, never a traceback."""
    shown = run(
        "visit_cost", "--revenue", "x", "--visits", "-1", "--nonsense", "1", *(["--json"] if json_asked else [])
    )
    assert shown.returncode == 2
    assert "Traceback" not in shown.stderr
    if json_asked:
        assert {error["field"] for error in json.loads(shown.stdout)["errors"]} == {"revenue", "visits", "nonsense"}
    else:
        assert len(shown.stderr.splitlines()) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("visit_cost", "--lang", "de"),
        ("visit_cost", "--revenue"),
        ("visit_cost", "--revenue", "1", "--revenue", "2"),
        ("discount_realignment", "--ladder", "@none.csv"),
        ("list", "--revenue", "1"),
    ],
)
def test_a_wrong_command_gets_a_sentence(arguments: tuple[str, ...]) -> None:
    """An unknown calculator or language, a lone option, one given twice, a file that is not there: exit 2."""
    shown = run(*arguments)
    assert shown.returncode == 2
    assert shown.stderr
    assert "Traceback" not in shown.stderr


def test_a_table_comes_from_a_file(tmp_path: Path) -> None:
    """`@file.csv` is read as rows, with Dutch separators; a heading is left out, and that is said."""
    ladder = tmp_path / "ladder.csv"
    ladder.write_text("vanaf;korting\n0;0\n10.000,00;5\n", encoding="utf-8")
    shown = run("discount_realignment", "--ladder", f"@{ladder}", "--lang", "nl", "--json")
    assert json.loads(shown.stdout)["inputs"]["ladder"]["value"] == [["0", "0"], ["10000", "0.05"]]
    assert "vanaf, korting" in shown.stderr


def test_a_fault_in_a_file_names_its_row_and_column(tmp_path: Path) -> None:
    """The row as it stands under the heading, and the column by its label."""
    ladder = tmp_path / "ladder.csv"
    ladder.write_text("0;0\n10000;much\n", encoding="utf-8")
    shown = run("discount_realignment", "--ladder", f"@{ladder}")
    assert shown.returncode == 2
    assert shown.stderr.startswith("--ladder: Row 2, discount: ")


def test_a_reading_that_could_be_another_is_said() -> None:
    """Ambiguous text is read back on standard error."""
    shown = run("visit_cost", "--revenue", "1,234", "--json")
    assert "€1,234.00" in shown.stderr

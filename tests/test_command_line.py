"""The command line, run as a person runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What a command prints and how it ends."""
    command = [sys.executable, "-m", "calculators", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_list_names_every_calculator() -> None:
    """`list` gives a line for each calculator."""
    lines = run("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [
        "visit_cost",
        "cost_per_visit",
        "visit_plan",
        "discount_realignment",
        "discount_break_even",
        "late_payment",
        "statutory_interest",
        "prospecting_plan",
    ]


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
    """Without `--json` a readable report comes in the language asked for."""
    shown = run("visit_cost", "--lang", "nl")
    assert shown.returncode == 0
    assert "Winstgevend" in shown.stdout.splitlines()[2]


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
        ("discount_realignment", "--ladder", "@none.csv"),
    ],
)
def test_a_wrong_command_gets_a_sentence(arguments: tuple[str, ...]) -> None:
    """An unknown calculator, language, lone option or file that is not there ends with 2."""
    shown = run(*arguments)
    assert shown.returncode == 2
    assert shown.stderr
    assert "Traceback" not in shown.stderr


def test_a_table_comes_from_a_file(tmp_path: Path) -> None:
    """`@file.csv` is read as rows, with a heading and Dutch separators."""
    ladder = tmp_path / "ladder.csv"
    ladder.write_text("vanaf;korting\n0;0\n10.000,00;5\n", encoding="utf-8")
    shown = run("discount_realignment", "--ladder", f"@{ladder}", "--lang", "nl", "--json")
    assert json.loads(shown.stdout)["inputs"]["ladder"]["value"] == "0:0 10000:0.05"


def test_a_reading_that_could_be_another_is_said() -> None:
    """Ambiguous text is read back on standard error."""
    shown = run("visit_cost", "--revenue", "1,234", "--json")
    assert "€1,234.00" in shown.stderr

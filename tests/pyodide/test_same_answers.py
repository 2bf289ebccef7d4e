"""The golden tables inside Pyodide, through the door that readers use, from the very files that a browser gets."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from calculators.catalogue import NAMES
from calculators.core.words import LANGS
from calculators.door import respond
from tests.golden_tables import cases, faults

# One worker starts Pyodide, once.
pytestmark = pytest.mark.xdist_group("pyodide")

CASES = cases()
EXAMPLES = [json.dumps({"calculator": name, "lang": lang, "values": {}}) for name in NAMES for lang in LANGS]
QUESTIONS = [case.request for case in CASES] + EXAMPLES
MOST_SECONDS = 120


@pytest.fixture(scope="module")
def answered(python_runtime: Path) -> dict[str, Any]:
    """Every question answered in one Node process, that loads the runtime folder as the browser does."""
    node = shutil.which("node")
    assert node, "Node 20 is needed to run the golden tables inside Pyodide."
    script = Path(__file__).with_name("answers.mjs")
    finished = subprocess.run(
        [node, script, python_runtime],
        input=json.dumps(QUESTIONS),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr[-2000:]
    found: dict[str, Any] = json.loads(finished.stdout)
    return found


def test_python_runs_in_webassembly(answered: dict[str, Any]) -> None:
    """The answers come from Pyodide, one for each question."""
    assert answered["platform"] == "emscripten"
    assert len(answered["answers"]) == len(QUESTIONS)


def test_answers_are_the_same_text(answered: dict[str, Any]) -> None:
    """Every golden case and every example, in each language, gives the same text as CPython gives here."""
    different = [
        question for question, found in zip(QUESTIONS, answered["answers"], strict=True) if found != respond(question)
    ]
    assert different == []


def test_golden_cases_hold(answered: dict[str, Any]) -> None:
    """Every golden case is what a person worked out."""
    wrong = {
        case.name: faults(case, found)
        for case, found in zip(CASES, answered["answers"], strict=False)
        if faults(case, found)
    }
    assert wrong == {}

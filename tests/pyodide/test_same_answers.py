"""The door inside Pyodide, in each of the ways in which a browser starts it, answers as it does in CPython."""

import hashlib
import io
import json
import zipfile
from base64 import b64decode
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from calculators.door import respond, take_file
from tests.golden_tables import cases, faults
from tests.pyodide.calls import examples, lists
from tests.pyodide.ways import WAYS, Action, Ways, asked

# One worker starts each way once.
pytestmark = pytest.mark.xdist_group("pyodide")

ROWS: Final = 2_000
CASES: Final = cases()


@cache
def _actions() -> list[Action]:
    return [*(asked(case.request) for case in CASES), *examples(), *lists(ROWS)]


@cache
def _here() -> list[str]:
    """What CPython answers."""
    answers = []
    for action in _actions():
        if "take" in action:
            take_file(action["take"], b64decode(action["content"]))
        else:
            answers.append(respond(action["ask"]))
    return answers


@pytest.fixture(scope="module", params=WAYS)
def replied(python_folders: dict[str, Path], request: pytest.FixtureRequest) -> dict[str, Any]:
    """What one way replies. A question that it cannot answer ends it: nothing that is called is missing in it."""
    return Ways(python_folders).replies(request.param, _actions())


def _without_time(answer: str) -> str:
    """The answer; of a workbook in it, the files but for the one with the time of writing."""
    found = json.loads(answer)
    if not found.get("workbook"):
        return answer
    with zipfile.ZipFile(io.BytesIO(b64decode(found["workbook"]["base64"]))) as book:
        names = [name for name in book.namelist() if name != "docProps/core.xml"]
        found["workbook"]["base64"] = {name: hashlib.sha256(book.read(name)).hexdigest() for name in names}
    return json.dumps(found)


def test_answers_are_the_same_text(replied: dict[str, Any]) -> None:
    """Golden cases, examples and lists, as text and as workbooks, read and written."""
    assert replied["platform"] == "emscripten"
    questions = [action["ask"] for action in _actions() if "ask" in action]
    both = zip(replied["answers"], _here(), strict=True)
    equal = [_without_time(found) == _without_time(expected) for found, expected in both]
    assert [question for question, same in zip(questions, equal, strict=True) if not same] == []


def test_golden_cases_hold(replied: dict[str, Any]) -> None:
    """Every golden case is what a person worked out."""
    both = zip(CASES, replied["answers"], strict=False)
    assert {case.name: wrong for case, found in both if (wrong := faults(case, found))} == {}

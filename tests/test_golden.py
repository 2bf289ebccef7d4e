"""The golden tables, answered by the package as it runs here."""

from pathlib import Path

import pytest

from calculators.catalogue import NAMES, declaration
from calculators.door import respond
from tests.golden_tables import FOLDER, GoldenCase, cases, faults

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_answer_is_what_a_person_worked_out(case: GoldenCase) -> None:
    """Each case gives exactly the text, or exactly the refusals, that its row names."""
    assert faults(case, respond(case.request)) == []


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_row_says_how_it_was_checked_and_what_it_expects(case: GoldenCase) -> None:
    """No row without a derivation, and none that would pass whatever came out."""
    assert case.checked
    assert case.expected or case.refused


def test_every_calculator_has_a_golden_table() -> None:
    """A calculator without cases that a person worked out is not done: tests/golden/NAME.csv."""
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(NAMES)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_table_reaches_every_answer(path: Path) -> None:
    """Each declared answer and table of a calculator is expected by at least one row of its golden table."""
    name = path.stem
    declared = declaration(name)
    reached = {expected for case in CASES if case.name.startswith(f"{name}-") for expected in case.expected}
    assert {output.name for output in declared.answers} | {table.name for table in declared.tables} <= reached


def test_faults_finds_what_is_wrong() -> None:
    """A wrong value, a missing refusal and an unexpected refusal are each reported."""
    case = next(case for case in CASES if case.name.startswith("visit_cost-") and not case.refused)
    right = respond(case.request)
    spoiled = GoldenCase(case.name, case.request, {"contribution": "1.23"}, frozenset(), "")
    refused = GoldenCase(case.name, case.request, {}, frozenset({"revenue:too_small"}), "")
    assert faults(spoiled, right)
    assert faults(refused, right)
    assert faults(case, '{"contract": {"errors": [{"field": "revenue", "code": "required", "message": ""}]}}')

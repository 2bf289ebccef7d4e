"""Interest cases that others published, or that were derived by hand: `tests/golden/interest_cases.json`."""

import json
from decimal import Decimal
from typing import Any

import pytest

from calculators.door import respond
from tests.golden_tables import FOLDER

KINDS = {"nl_handelsrente": "commercial", "nl_wettelijke_rente": "consumer", "fixed": "contractual"}
COMPOUNDED_CONTRACT = "NL15"  # published with interest on interest, which a contract does not have by default
CASES: list[dict[str, Any]] = json.loads((FOLDER / "interest_cases.json").read_text(encoding="utf-8"))["cases"]


def found(case: dict[str, Any]) -> dict[str, Any]:
    """The answers to a case, under the day count that it was published with."""
    values = {
        "principal": case["principal"],
        "due": case["due"],
        "paid": case["paid"],
        "kind": KINDS[case["kind"]],
        "contract_rate": case["fixed_pct"] or "",
        "compounding": "yes" if case["id"] == COMPOUNDED_CONTRACT else "by_kind",
        "day_count": case["day_count"],
        "collection_costs": "no",
    }
    request = {"calculator": "statutory_interest", "lang": "en", "values": values, "writers": ["contract"]}
    answers: dict[str, Any] = json.loads(respond(json.dumps(request)))["contract"]["answers"]
    return answers


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_interest_is_as_published(case: dict[str, Any]) -> None:
    """Within the tolerance of the case (a cent for each of two lines), over the number of days that it names."""
    answers = found(case)
    difference = Decimal(answers["interest"]["value"]) - Decimal(case["expected"])
    assert abs(difference) <= Decimal(case["tolerance"])
    assert answers["days"]["value"] == str(case["days"])

"""Interest cases that others published, or that were derived by hand: `tests/golden/interest_cases.json`."""

import json
from decimal import Decimal
from typing import Any

import pytest

from calculators.core.data_files import json_file
from calculators.core.words import LANGS, Lang
from calculators.door import respond
from calculators.evaluation import Answer, Question, evaluate
from calculators.present.quantities import written_amount
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


def answered(lang: Lang, values: dict[str, str]) -> Answer:
    """The answer to a claim, in words."""
    answer = evaluate(Question("statutory_interest", values, lang, dict.fromkeys(values, "en")))
    assert isinstance(answer, Answer)
    return answer


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("kind", "due", "sources"),
    [("commercial", "2002-11-30", 6), ("consumer", "2000-12-31", 5), ("contractual", "2025-12-31", 1)],
)
def test_each_rate_says_which_source_it_rests_on(lang: Lang, kind: str, due: str, sources: int) -> None:
    """Each line of a claim through the years names one of the sources below it, by the words that it begins with."""
    answer = answered(lang, {"kind": kind, "due": due, "contract_rate": "5", "collection_costs": "no"})
    periods = next(table for table in answer.tables if table.name == "periods")
    labels = {cells[-1] for cells in periods.written()}
    assert len(labels) == sources
    for label in labels:
        assert [source.title for source in answer.sources if source.title.startswith(f"{label}: ")], label


@pytest.mark.parametrize("lang", LANGS)
def test_the_bounds_of_the_costs_are_those_of_the_scale(lang: Lang) -> None:
    """How the costs were reached says from what least to what most, as the data have them."""
    data = json_file("data", "collection_costs")
    answer = answered(lang, {"due": "2026-05-31"})
    note = next(step.note for step in answer.steps if step.name == "collection_costs")
    for bound in ("minimum", "maximum"):
        assert written_amount(Decimal(data[bound]), answer.words, 0) in note

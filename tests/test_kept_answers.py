"""Answers that were printed as JSON and come back, and two answers beside each other."""

import json
from typing import Any

import pytest

from calculators.core.words import Lang
from calculators.door import respond
from tests.test_command_line import run

FIGURES = {
    "list_revenue": "12.000",
    "gross_margin": "28,5",
    "visits": "6",
    "cost_per_visit": "250",
    "ladder": [["0", "0"], ["10.000", "2,5"]],
}


def printed(values: dict[str, Any]) -> dict[str, Any]:
    """The object that a program gets of a review written in Dutch."""
    asked = {"calculator": "account_review", "lang": "nl", "values": values, "writers": ["contract"]}
    found: dict[str, Any] = json.loads(respond(json.dumps(asked)))["contract"]
    return found


def opened(document: str, lang: Lang = "en", calculator: str = "account_review") -> dict[str, Any]:
    """What is found in a document."""
    found: dict[str, Any] = json.loads(
        respond(json.dumps({"calculator": calculator, "lang": lang, "document": document}))
    )
    return found


def beside(*reviews: tuple[str, Lang, dict[str, Any]], lang: Lang = "en") -> dict[str, Any]:
    """Reviews compared."""
    compare = [
        {"name": name, "lang": own, "values": values, "written_in": dict[str, Lang]()} for name, own, values in reviews
    ]
    found: dict[str, Any] = json.loads(
        respond(json.dumps({"calculator": "account_review", "lang": lang, "compare": compare}))
    )
    return found


def test_a_document_gives_the_texts_back_in_either_language() -> None:
    """As a person types them there; a field that it does not name has the default of the calculator."""
    document = printed(FIGURES)
    assert document["version"] == 1
    del document["inputs"]["financing_rate"]
    english, dutch = opened(json.dumps(document))["texts"], opened(json.dumps(document), "nl")["texts"]
    assert english["ladder"] == [["0", "0"], ["10,000", "2.5"]]
    assert (english["list_revenue"], english["gross_margin"], english["calls"]) == ("12,000", "28.5", "")
    assert (dutch["list_revenue"], dutch["gross_margin"], dutch["ladder"]) == ("12.000", "28,5", FIGURES["ladder"])
    assert english["financing_rate"] == "8"


def values(printed_answer: dict[str, Any]) -> dict[str, str | None]:
    """The answers without their words."""
    return {name: answer["value"] for name, answer in printed_answer["answers"].items()}


def test_private_texts_come_back_too() -> None:
    """Whose review it is, what was concluded, and who does what until when, with every line of it."""
    texts = {
        "customer": "Vos & Zn <b>",
        "conclusion": "Eerst de orders.\nDan de vracht: 'wij' “samen”.",
        "actions": [["Bellen", "Anna", "31-12-2026"], ["Staffel herzien", "", ""]],
    }
    found = opened(json.dumps(printed({**FIGURES, **texts})), "nl")["texts"]
    assert {name: found[name] for name in texts} == texts
    assert found["visits_known"] == "known"


def test_the_command_line_takes_the_document() -> None:
    """The same answers come of it."""
    document = printed(FIGURES)
    again = run("account_review", "--inputs", "-", "--json", typed=json.dumps(document))
    assert values(json.loads(again.stdout)) == values(document)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": 2}, "newer version"),
        ({"version": "1"}, "no saved answer"),
        ({"calculator": "visit_cost"}, "another calculator: Visit cost"),
        ({"calculator": ["visit_cost"]}, "no saved answer"),
        ({"inputs": []}, ""),
        ({"inputs": 3}, "no saved answer"),
        ({"inputs": {"visits": {"value": "1.5", "unit": "visits"}}}, "Visits a year: "),
        ({"inputs": {"discount": {"value": "2", "unit": "fraction"}}}, "Discount on the invoice: Enter 100% or less."),
        ({"inputs": {"nothing": {"value": "2", "unit": "EUR"}}}, "nothing: "),
        ({"inputs": {"ladder_basis": {"value": "\ud800", "unit": "code"}}}, "This value does not"),
    ],
)
def test_a_document_that_cannot_be_opened_says_why(change: dict[str, Any], told: str) -> None:
    """In words that say what to do; nothing of it is used."""
    found = opened(json.dumps({**printed(FIGURES), **change}))
    assert told.lower() in found.get("fault", "").lower()
    assert ("texts" in found) == (not told)


@pytest.mark.parametrize("text", ["", "visits", "[]", "[" * 100_000, '{"errors": []}', "\0", "null"])
def test_what_is_no_document_is_told(text: str) -> None:
    """Whatever it holds."""
    assert "no saved answer" in opened(text)["fault"]


def test_a_document_beyond_the_limit_is_not_read() -> None:
    """Its size is told in bytes, not in characters."""
    assert "1,000,000" in opened("é" * 500_001)["fault"]
    assert "no saved answer" in opened("e" * 500_001)["fault"]


def test_two_reviews_stand_beside_each_other() -> None:
    """Whatever language each is written in: what differs, and the figures with what is added."""
    this_year = {**FIGURES, "list_revenue": "12,500.50", "gross_margin": "28.5", "visits": "", "ladder": []}
    html = beside(("2025", "nl", FIGURES), ("2026 <b>", "en", this_year))["comparison"]
    assert "2026 &lt;b&gt;" in html
    # 6 visits of 250, against none.
    for shown in (
        "€12,000.00",
        "€500.50",
        "6\u00a0visits",
        "left blank",
        "\u2212\u2060€1,500.00",
        "€10,000.00: 2.5%",
    ):
        assert shown in html
    changed = html.partition("<caption>The results")[0]
    assert "Gross margin" not in changed
    assert "Discount ladder" in changed


def test_reviews_of_which_one_does_not_know_its_visits_differ_in_that_choice() -> None:
    """It decides what counts; texts that are only noted do not."""
    unknown = {**FIGURES, "visits_known": "unknown", "conclusion": "Later"}
    html = beside(("2025", "nl", FIGURES), ("2026", "nl", unknown))["comparison"]
    changed = html.partition("<caption>The results")[0]
    assert "Do you know the visits and calls?" in changed
    assert "I do not know" in changed
    assert "Do you know the orders" not in changed
    assert "Later" not in changed


def test_two_equal_reviews_say_so() -> None:
    """In one language or in two."""
    english = {**FIGURES, "list_revenue": "12,000", "gross_margin": "28.5", "ladder": [["0", "0"], ["10,000", "2.5"]]}
    assert "are the same" in beside(("a", "nl", FIGURES), ("b", "en", english))["comparison"]


def test_a_review_without_an_answer_is_named() -> None:
    """Both where neither has one."""
    wrong = {"list_revenue": "much"}
    assert beside(("a", "nl", FIGURES), ("b", "en", wrong)) == {"refused": ["b"]}
    assert beside(("a", "nl", wrong), ("b", "en", wrong)) == {"refused": ["a", "b"]}

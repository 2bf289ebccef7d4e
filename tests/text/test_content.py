"""Worksheets, drills and ideas: each file is whole, in both languages, and stands on a page."""

import pytest

from calculators.core.words import LANGS
from site_build.blocks.ideas import section_title
from site_build.content import content_names, content_of, text_from
from site_build.drills import drill
from site_build.worksheets import worksheet
from tests.text.pages import CHAPTERS, DOCS, written_page

ARTICLES = {
    "chicken-and-egg",
    "closing",
    "customer-first",
    "first-impression",
    "know-your-top-five",
    "natural-laws",
    "price-and-discount",
    "prospecting",
    "unprofitable-customers",
    "win-inside-first",
}
WORKSHEETS = {
    "account-review",
    "before-you-ask",
    "buying-signals",
    "contact-map",
    "features-to-benefits",
    "hand-over-check",
    "hidden-reasons",
    "pitfalls-check",
    "prospecting-day-plan",
    "ride-along",
    "telephone-score-card",
    "top-five-account-plan",
}
# An A4 sheet holds about this many places to fill in, one under the other.
MOST_LINES = 32
HIDDEN_REASONS = 10


def test_every_article_has_its_ideas_placed() -> None:
    """Each of the ten source articles has a file of ideas, and the page of ideas shows them all."""
    assert set(content_names("ideas")) == ARTICLES
    for lang in LANGS:
        source = written_page(lang, "reference/ideas").source
        assert all(f"/// ideas | {name}\n" in source for name in ARTICLES)


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_every_idea_stands_in_a_section(name: str) -> None:
    """Each idea is put in words in both languages, and every section that it names exists in both."""
    ideas = content_of("ideas", name)["ideas"]
    assert len(ideas) >= 8
    for idea in ideas:
        text_from(idea, "idea", name)
        assert idea["sections"], idea
        for section in idea["sections"]:
            assert section.partition("#")[0] in CHAPTERS
            assert all(section_title(lang, section) for lang in LANGS)


def test_every_worksheet_of_the_articles_exists() -> None:
    """The tools of the articles, and ours, each have a sheet and a page."""
    assert set(content_names("worksheets")) == WORKSHEETS
    assert {path.stem for path in (DOCS / "nl" / "worksheets").glob("*.md")} == WORKSHEETS | {"index"}


@pytest.mark.parametrize("name", sorted(WORKSHEETS))
def test_worksheet_fits_a_sheet(name: str) -> None:
    """A sheet has places to fill in, not more than fit on A4, and stands on its page once."""
    sheet = worksheet(name)
    lines = sum(len(part.rows) + 1 if part.rows else len(part.entries) for part in sheet.parts)
    assert 3 <= lines <= MOST_LINES
    for lang in LANGS:
        html = written_page(lang, f"worksheets/{name}").html
        assert html.count("<work-sheet") == 1
        assert html.count("<input") + html.count("<textarea") + html.count("<select") >= 3


@pytest.mark.parametrize("name", content_names("drills"))
def test_drill_stands_on_its_page(name: str) -> None:
    """Each case with two or three questions; only what follows an answer can be heard to come back."""
    cases = drill(name).cases
    assert {len(case.asks) for case in cases} <= {2, 3}
    assert not [case.name for case in cases if case.asks[0].heard]
    for lang in LANGS:
        html = written_page(lang, f"training/{name}").html
        assert html.count('class="drill-case"') == len(cases)
        assert html.count('class="question-heard"') == sum(ask.heard is not None for case in cases for ask in case.asks)


def test_every_hidden_reason_is_practised() -> None:
    """Each of the ten reasons behind "too expensive" is the right answer to a case."""
    asked = [ask for case in drill("price-objection").cases for ask in case.asks if ask.name == "reason"]
    assert len({reply.name for ask in asked for reply in ask.replies if reply.is_right}) == HIDDEN_REASONS

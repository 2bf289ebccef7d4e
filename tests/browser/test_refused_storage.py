"""A browser that refuses to keep anything, by the setting that a company or a careful reader makes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from benchmarks.chromium import CHROMIUM
from site_build.words import page_words
from tests.browser.calculators.pages import START, open_calculator
from tests.browser.conftest import FLAGS
from tests.browser.drills import ROUND, answer

REFUSE = 2  # as Chromium numbers what a site may do


@pytest.fixture
def refusing(playwright: Playwright, tmp_path: Path) -> Iterator[Page]:
    """A page in a browser that throws where a script only names its storage."""
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": REFUSE}}}))
    visit = playwright.chromium.launch_persistent_context(tmp_path, executable_path=CHROMIUM, args=FLAGS)
    yield visit.new_page()
    visit.close()


def test_search_works_where_nothing_is_kept(refusing: Page, site_url: str) -> None:
    """Material's script, which starts search, names the storage of the browser first."""
    refusing.goto(f"{site_url}en/")
    refusing.locator("[data-md-component=search-query]").click()
    refusing.keyboard.type("too expensive")
    found = refusing.locator(".md-search-result__item").filter(has_text="Price and discount")
    expect(found.first).to_be_visible(timeout=START)


def test_figures_are_answered_and_a_worksheet_says_that_it_is_not_kept(refusing: Page, site_url: str) -> None:
    """The calculators need no storage; what is meant to be kept says that it is not."""
    element = open_calculator(refusing, site_url, "visit_cost", "en")
    refusing.fill("#visit_cost--revenue", "30,000")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    refusing.goto(f"{site_url}en/worksheets/top-five-account-plan/")
    refusing.get_by_label("Customer", exact=True).fill("Terpstra")
    expect(refusing.locator("work-sheet")).to_contain_text(page_words("en")["scripts.worksheet.not_kept"])


def test_a_mixed_round_is_given_and_says_that_nothing_is_kept(refusing: Page, site_url: str) -> None:
    """Cases of all drills all the same, and after them another round of other cases."""
    refusing.goto(f"{site_url}en/training/mixed-round/")
    expect(refusing.locator(".drill-status")).to_have_text(page_words("en")["scripts.mixed.not_kept"])
    cases = refusing.locator("mixed-round .drill-case")
    first = [case.get_attribute("data-case") for case in cases.all()]
    for _ in range(ROUND):
        answer(refusing, right=True)
        refusing.locator(".drill-next").click()
    refusing.get_by_role("button", name=page_words("en")["scripts.mixed.again"]).click()
    expect(cases.first).not_to_have_attribute("data-case", first[0] or "")
    assert {case.get_attribute("data-case") for case in cases.all()}.isdisjoint(first)

"""Every page in Chromium: no fault, no violation of accessibility rules in either scheme, no sideways scrolling."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import COLOUR_RULES, overflow, violations
from tests.browser.calculators.pages import held_python
from tests.browser.conftest import watched

PROJECT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted(
    f"{'' if lang == 'nl' else 'en/'}{page.relative_to(PROJECT / 'docs' / lang).with_suffix('').as_posix()}/".replace(
        "index/", ""
    )
    for lang in ("nl", "en")
    for page in (PROJECT / "docs" / lang).rglob("*.md")
)


@dataclass
class Phone:
    """A screen of 360 pixels, and what went wrong on it."""

    page: Page
    faults: list[str]


@pytest.fixture(scope="module")
def phone(browser: Browser, site_url: str) -> Iterator[Phone]:
    """One page for all addresses, which takes half the time of a new one each; nobody types, so nothing is kept."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    held_python(context)
    page = context.new_page()
    yield Phone(page, watched(page, site_url))
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_fits_a_phone(phone: Phone, site_url: str, path: str) -> None:
    """Axe finds nothing; nothing scrolls sideways at 360 pixels; the console stays empty.

    In dark colours the page is looked at in Dutch only: in English the same elements have the same colours.
    """
    page = phone.page
    phone.faults.clear()
    page.emulate_media(color_scheme="light")
    page.goto(f"{site_url}{path}")
    expect(page.locator("h1")).to_have_count(1)
    assert overflow(page) <= 0
    found = violations(page)
    if not path.startswith("en/"):
        page.emulate_media(color_scheme="dark")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        found += [f"dark: {violation}" for violation in violations(page, COLOUR_RULES)]
    assert found == []
    assert phone.faults == []


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("name", ["discount_break_even", "discount_realignment"])
def test_outcomes_in_a_table_are_in_sight_on_a_phone(page: Page, site_url: str, lang: str, name: str) -> None:
    """Where cells hold a calculation, it takes several lines, and its outcome stands whole in sight."""
    held_python(page.context)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}{lang}calculators/{name}/")
    ends: list[list[float]] = page.locator("td[align=right] > strong").evaluate_all(
        "outcomes => outcomes.map(outcome => [outcome.getClientRects().length, outcome.getBoundingClientRect().right])"
    )
    assert len(ends) > 3
    assert all(lines == 1 and end <= 390 for lines, end in ends), ends


def test_answers_stay_folded_on_paper_until_they_are_opened(page: Page, site_url: str) -> None:
    """Printing shows a model answer only where the reader opened it, though Material opens every fold to print."""
    page.goto(f"{site_url}exercises/late-payment/")
    answer = page.locator("details.answer").first
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(answer.locator(":scope > :not(summary)").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    answer.locator("summary").click()
    page.emulate_media(media="print")
    expect(answer.locator(":scope > :not(summary)").first).to_be_visible()

"""Every page in Chromium: no fault, no violation of accessibility rules in either scheme, no sideways scrolling."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched

PROJECT = Path(__file__).resolve().parent.parent.parent
AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = sorted(
    f"{'' if lang == 'nl' else 'en/'}{page.relative_to(PROJECT / 'docs' / lang).with_suffix('').as_posix()}/".replace(
        "index/", ""
    )
    for lang in ("nl", "en")
    for page in (PROJECT / "docs" / lang).rglob("*.md")
)


# What another scheme of colours can change; everything else is the same page.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
RUN_AXE = """async (rules) => {
  const only = rules && { runOnly: { type: "rule", values: rules } };
  const found = await axe.run(document, { resultTypes: ["violations"], ...only });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}"""


@dataclass
class Phone:
    """A screen of 360 pixels, and what went wrong on it."""

    page: Page
    faults: list[str]


@pytest.fixture(scope="module")
def phone(browser: Browser, site_url: str) -> Iterator[Phone]:
    """One page for all addresses, which takes half the time of a new one each; nobody types, so nothing is kept."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    yield Phone(page, watched(page, site_url))
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_fits_a_phone(phone: Phone, site_url: str, path: str) -> None:
    """Axe finds nothing, in dark colours neither; nothing scrolls sideways at 360 pixels; the console stays empty."""
    page = phone.page
    phone.faults.clear()
    page.emulate_media(color_scheme="light")
    page.goto(f"{site_url}{path}")
    expect(page.locator("h1")).to_have_count(1)
    assert _overflow(page) <= 0
    page.evaluate(AXE.read_text(encoding="utf-8"))
    violations = page.evaluate(RUN_AXE, None)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    violations += [f"dark: {violation}" for violation in page.evaluate(RUN_AXE, COLOUR_RULES)]
    assert violations == []
    assert phone.faults == []


def test_answers_stay_folded_on_paper_until_they_are_opened(page: Page, site_url: str) -> None:
    """Printing shows a model answer only where the reader opened it, though Material opens every fold to print."""
    page.goto(f"{site_url}accounts/late-payment/")
    answer = page.locator("details.answer").first
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(answer.locator(":scope > :not(summary)").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    answer.locator("summary").click()
    page.emulate_media(media="print")
    expect(answer.locator(":scope > :not(summary)").first).to_be_visible()


def _overflow(page: Page) -> int:
    """How many pixels the page is wider than the screen."""
    width: int = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width

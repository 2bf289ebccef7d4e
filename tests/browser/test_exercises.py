"""Role cards: one at a time on a screen, one a sheet on paper, and nobody reads what is not theirs."""

import io
import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from calculators.core.words import LANGS, Lang

ROOT = {"nl": "", "en": "en/"}
EXERCISE = "exercises/price-and-discount/"


def _shown(page: Page) -> list[str]:
    """The names of the cards that can be seen."""
    return [str(card.get_attribute("id")) for card in page.locator(".role-card").all() if card.is_visible()]


@pytest.mark.parametrize("lang", LANGS)
def test_a_player_sees_one_card(page: Page, site_url: str, lang: Lang) -> None:
    """No card shows until one is chosen, each shows alone, and the way back shows the one before."""
    page.goto(f"{site_url}{ROOT[lang]}{EXERCISE}")
    links = page.locator(".role-card-link")
    expect(links).to_have_count(5)
    assert _shown(page) == []
    for link in links.all():
        name = str(link.get_attribute("href")).split("#")[-1]
        link.click()
        expect(page.locator(f"#{name}")).to_be_in_viewport()
        assert _shown(page) == [name]
    page.go_back()
    expect(page.locator("#other-2")).to_be_visible()
    assert _shown(page) == ["other-2"]


def test_a_card_is_open_again_on_the_way_back(page: Page, site_url: str) -> None:
    """From another page that instant navigation brought, as the address says."""
    page.goto(f"{site_url}en/{EXERCISE}")
    page.evaluate("window.isTheSame = true")
    page.locator(".role-card-link").nth(1).click()
    expect(page.locator("#other-1")).to_be_visible()
    page.locator(".related-part a").first.click()
    expect(page.locator(".role-card")).to_have_count(0)
    page.go_back()
    expect(page.locator("#other-1")).to_be_in_viewport()
    assert _shown(page) == ["other-1"]
    page.go_forward()
    expect(page.locator(".role-card")).to_have_count(0)
    assert page.evaluate("window.isTheSame")


def test_a_card_has_an_address_for_its_player(browser: Browser, site_url: str) -> None:
    """A trainer sends each player a link; it opens that card alone on a phone, without JavaScript too."""
    phone = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = phone.new_page()
    page.goto(f"{site_url}en/{EXERCISE}#other-1")
    expect(page.locator("#other-1")).to_be_in_viewport()
    assert _shown(page) == ["other-1"]
    phone.close()


def test_a_card_opens_from_the_keyboard(page: Page, site_url: str) -> None:
    """Enter on a link opens its card, and the next key goes on from there."""
    page.goto(f"{site_url}en/{EXERCISE}")
    page.locator(".role-card-link").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#observer")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#observer input").first).to_be_focused()


def test_the_observer_counts(page: Page, site_url: str) -> None:
    """Three behaviours, a number for each round, each named by its behaviour and its round."""
    page.goto(f"{site_url}en/{EXERCISE}#observer")
    counters = page.get_by_role("spinbutton", name="Round 2")
    expect(counters).to_have_count(3)
    counters.last.fill("4")
    expect(counters.last).to_have_value("4")
    described = str(counters.last.get_attribute("aria-describedby"))
    expect(page.locator(f"#{described}")).not_to_be_empty()


def test_counts_are_still_there_when_the_browser_brings_the_page_back(page: Page, site_url: str) -> None:
    """A phone that dropped the tab fills in again what was counted."""
    page.goto(f"{site_url}en/{EXERCISE}#observer")
    counters = page.get_by_role("spinbutton", name="Round 1")
    counters.first.fill("3")
    page.goto(f"{site_url}en/training/")
    page.go_back()
    expect(counters.first).to_have_value("3")


@pytest.mark.parametrize("opened", ["", "#other-1"])
def test_each_card_prints_on_a_sheet_of_its_own(page: Page, site_url: str, opened: str) -> None:
    """All five cards print, whichever is open, none beside another, and the model answer stays folded."""
    page.goto(f"{site_url}en/{EXERCISE}{opened}")
    titles = [re.sub(r"\s", "", text) for text in page.locator(".role-card-title").all_text_contents()]
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets = [re.sub(r"\s", "", sheet.extract_text()) for sheet in pdf.pages]
    on = [[number for number, text in enumerate(sheets) if title in text] for title in titles]
    assert all(len(numbers) == 1 for numbers in on), on
    assert len({numbers[0] for numbers in on}) == len(titles) == 5
    answer = re.sub(r"\s", "", page.locator("details.answer p").last.text_content() or "")
    assert answer[:40] not in "".join(sheets)


@pytest.mark.parametrize("lang", LANGS)
def test_search_does_not_tell_a_secret(page: Page, site_url: str, lang: Lang) -> None:
    """What stands on a card is not found by searching."""
    found = page.request.get(f"{site_url}{ROOT[lang]}search/pages.json").json()
    page.goto(f"{site_url}{ROOT[lang]}{EXERCISE}")
    secret = " ".join((page.locator("#other-1 p").last.text_content() or "").split())
    assert len(secret) > 40
    assert not any(secret[:40] in " ".join(str(doc["text"]).split()) for doc in found)

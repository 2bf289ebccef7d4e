"""The form of the observer: what was counted and heard stays on the device, can be cleared, and prints."""

import io
import re

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from calculators.core.words import LANGS, Lang
from site_build.content import DOCS
from site_build.words import page_words

ROOT = {"nl": "", "en": "en/"}
EXERCISE = "exercises/price-and-discount/"
HEARD = "“Dan vraag ik het wel ergens anders.”"


def _say(key: str, lang: Lang = "en") -> str:
    return page_words(lang)[f"scripts.observer.{key}"]


def _open(page: Page, site_url: str, lang: Lang = "en", exercise: str = EXERCISE) -> None:
    page.goto(f"{site_url}{ROOT[lang]}{exercise}#observer")
    expect(page.locator(".observer-bar")).to_be_visible()


def _counter(page: Page, round_number: int = 1) -> Locator:
    """The first counter of a round."""
    return page.locator(f".observer-counts [name=behaviour-1--round-{round_number}]")


def _sentence(page: Page, name: str = "Round 2") -> Locator:
    return page.get_by_role("textbox", name=name)


def _printed(page: Page) -> str:
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in pdf.pages))


def test_what_was_filled_in_stays(page: Page, site_url: str) -> None:
    """After a reload, in the other language, and after another page that instant navigation brought."""
    _open(page, site_url)
    _counter(page).fill("3")
    _sentence(page).fill(HEARD)
    page.reload()
    expect(_counter(page)).to_have_value("3")
    expect(_sentence(page)).to_have_value(HEARD)
    page.locator("a.language-switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(_counter(page)).to_have_value("3")
    expect(_sentence(page, "Ronde 2")).to_have_value(HEARD)
    _counter(page, 2).fill("1")
    page.evaluate("window.isTheSame = true")
    page.locator(".related-part a").first.click()
    expect(page.locator("observer-form")).to_have_count(0)
    page.go_back()
    expect(_counter(page, 2)).to_have_value("1")
    assert page.evaluate("window.isTheSame")
    expect(page.locator(".observer-bar")).to_have_count(1)


def test_each_exercise_keeps_its_own(page: Page, site_url: str) -> None:
    """What was counted in one exercise does not stand in another."""
    _open(page, site_url)
    _counter(page).fill("3")
    _open(page, site_url, exercise="exercises/late-payment/")
    expect(_counter(page)).to_have_value("")


def test_it_can_be_cleared_and_brought_back(page: Page, site_url: str) -> None:
    """One button clears all, also when pressed twice; another one brings it back; cleared stays cleared."""
    _open(page, site_url)
    _counter(page).fill("3")
    _sentence(page).fill(HEARD)
    clear = page.get_by_role("button", name=_say("clear"))
    status = page.locator(".observer-bar [role=status]")
    clear.click()
    clear.click()
    expect(status).to_contain_text(_say("cleared"))
    expect(_counter(page)).to_have_value("")
    status.get_by_role("button", name=_say("undo")).press("Enter")
    expect(status).to_have_text(_say("restored"))
    expect(clear).to_be_focused()
    expect(_sentence(page)).to_have_value(HEARD)
    page.reload()
    expect(_counter(page)).to_have_value("3")
    clear.click()
    page.reload()
    expect(page.locator(".observer-bar")).to_be_visible()
    expect(_counter(page)).to_have_value("")
    expect(_sentence(page)).to_have_value("")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('observer:'))") == []


def test_a_long_sentence_stays_in_sight(page: Page, site_url: str) -> None:
    """Its place grows with it, also where the card is opened later."""
    _open(page, site_url)
    _sentence(page).fill(HEARD * 8)
    hidden = "(place) => place.scrollHeight - place.clientHeight"
    assert _sentence(page).evaluate(hidden) <= 2
    page.goto(f"{site_url}en/training/")
    page.goto(f"{site_url}en/{EXERCISE}")
    page.locator(".role-card-link").last.click()
    expect(_sentence(page)).to_have_value(HEARD * 8)
    assert _sentence(page).evaluate(hidden) <= 2


def test_paper_shows_the_sentence_or_lines_to_write_it(page: Page, site_url: str) -> None:
    """Of a long one every word; where there is none, the place itself with its line."""
    _open(page, site_url)
    words = [f"w{number}z" for number in range(80)]
    _sentence(page).fill(" ".join(words))
    printed = _printed(page)
    assert [word for word in words if word not in printed] == []
    page.emulate_media(media="print")
    expect(_sentence(page)).to_be_hidden()
    blank = _sentence(page, "Round 1")
    expect(blank).to_be_visible()
    expect(blank).to_have_css("border-bottom-style", "solid")
    expect(page.locator(".observer-bar")).to_be_hidden()


@pytest.mark.parametrize("lang", LANGS)
def test_the_form_fits_a_sheet_and_the_narrowest_phone(page: Page, site_url: str, lang: Lang) -> None:
    """Of every exercise: nothing sticks out of its card at 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 800})
    right = "(place) => place.getBoundingClientRect().right"
    for path in sorted((DOCS / lang / "exercises").glob("*.md")):
        _open(page, site_url, lang, f"exercises/{path.stem}/")
        edge = page.locator("#observer > .role-card-title").evaluate(right)
        for place in page.locator("observer-form :is(table, textarea, p)").all():
            assert place.evaluate(right) <= edge, path.stem

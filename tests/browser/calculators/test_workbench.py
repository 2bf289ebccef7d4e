"""The account review as a workbench: what is tried, what is offered, what is said, and what is taken along."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import Locator, Page, expect

from calculators.core.words import Lang
from tests.browser.calculators.pages import START, answer, expect_answer, open_calculator, script_word, shown

NAME = "account_review"


def _open(page: Page, site_url: str, lang: Lang = "en") -> Locator:
    return open_calculator(page, site_url, NAME, lang)


def _field(page: Page, name: str) -> Locator:
    return page.locator(f"[data-field={name}]")


def _input(page: Page, name: str) -> Locator:
    return page.locator(f"#{NAME}--{name}")


def _settled(element: Locator) -> None:
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    expect_answer(element, answer(NAME, "en", shown(element)))


def test_a_lever_is_tried_by_keyboard_beside_what_is(page: Page, site_url: str) -> None:
    """A blank proposal stands where the account is; a step from there shows both contributions, and the bridge.

    By hand: one visit of 250 fewer brings the loss of 600 to 350.
    """
    element = _open(page, site_url)
    visits = _input(page, "proposed_visits")
    slider = _field(page, "proposed_visits").locator("input[type=range]")
    expect(visits).to_have_attribute("placeholder", "6")
    expect(slider).to_have_attribute("aria-valuetext", "6\u00a0visits")
    expect(element.locator(".answer-proposed")).to_have_count(0)
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(visits).to_have_value("5")
    _settled(element)
    expect(element.locator(".answer-value")).to_have_text("\u2212\u2060€600.00")
    expect(element.locator(".answer-proposed strong")).to_have_text("\u2212\u2060€350.00")
    expect(element.get_by_role("img", name="From now to your proposal")).to_be_visible()
    visits.fill("")
    expect(element.locator(".answer-proposed")).to_have_count(0)
    expect(slider).to_have_attribute("aria-valuetext", "6\u00a0visits")


def test_what_is_offered_is_taken_over_and_reaches_the_target(page: Page, site_url: str) -> None:
    """The page's own case: 19 orders are enough by themselves; the conclusion starts from the verdict."""
    element = _open(page, site_url)
    _input(page, "list_revenue").fill("15,000.00")
    _settled(element)
    offer = _field(page, "proposed_orders").locator(".field-offer")
    expect(offer).to_contain_text("19")
    offer.get_by_role("button").click()
    expect(_input(page, "proposed_orders")).to_have_value("19")
    _settled(element)
    expect(element.locator(".answer-proposed strong")).to_have_text("€644.25")
    expect(offer).to_have_count(0)
    _field(page, "conclusion").get_by_role("button").click()
    verdict = element.locator(".answer-headline span").last.inner_text().replace("\u2060", "")
    expect(_input(page, "conclusion")).to_have_value(verdict)
    page.reload()
    expect(_input(page, "conclusion")).not_to_have_value("")
    element.locator("[data-action=reset]").click()
    expect(page.locator(".field-offer")).to_have_count(0)
    expect(_input(page, "conclusion")).to_have_value("")


def test_a_group_that_is_not_known_is_left_out_and_comes_back_as_it_was(page: Page, site_url: str) -> None:
    """Nothing typed is lost, and the verdict says what is not counted. By hand: without visits 900 is left."""
    element = _open(page, site_url)
    known = _field(page, "visits_known")
    known.get_by_text("I do not know").click()
    expect(_input(page, "visits")).to_be_hidden()
    _settled(element)
    expect(element.locator(".answer-value")).to_have_text("€900.00")
    expect(element.locator(".answer-note").first).to_contain_text("Visits are not counted")
    page.emulate_media(media="print")
    expect(known).to_be_visible()
    expect(_field(page, "orders_known")).to_be_hidden()
    page.emulate_media(media="screen")
    known.get_by_text("yes").click()
    expect(_input(page, "visits")).to_have_value("6")
    expect(element.locator(".answer-value")).to_have_text("\u2212\u2060€600.00")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_figures_that_weigh_most_are_drawn_for_the_figures_that_stand_there(
    page: Page, site_url: str, lang: Lang
) -> None:
    """Worked out when a reader looks, anew with each answer, and gone while there is none."""
    element = _open(page, site_url, lang)
    weights = element.locator("details[data-part=weights]")
    weights.locator("summary").click()
    drawing = weights.locator("svg")
    heaviest = drawing.locator(".picture-bar-label").first
    expect(heaviest).to_be_visible(timeout=START)
    # By hand: 54 visits of 250 cost 13,500, and 66 cost 16,500.
    _input(page, "visits").fill("60")
    expect(heaviest).to_have_text(re.compile(r": \u2212\u2060€\s?3[.,]000$"))
    _input(page, "visits").fill("much")
    expect(element).to_have_attribute("data-answer", "refused", timeout=START)
    expect(drawing).to_have_count(0)


def test_a_link_shows_first_what_it_holds_and_leaves_the_customer_out(page: Page, site_url: str) -> None:
    """Names, conclusion and actions go in only where the reader ticks them."""
    element = _open(page, site_url)
    _input(page, "customer").fill("Terpstra")
    _input(page, "conclusion").fill("Secret thoughts")
    element.locator("[data-action=copy-link]").click()
    preview = element.locator("[data-part=link-preview]")
    expect(preview.get_by_role("heading")).to_be_focused()
    expect(preview.locator(".link-figures")).to_contain_text("15,000")
    expect(preview.locator(".link-figures")).not_to_contain_text("Terpstra")
    _input(page, "list_revenue").fill("15,001")
    expect(preview).to_be_hidden()
    element.locator("[data-action=copy-link]").click()
    expect(preview.locator(".link-figures")).to_contain_text("15,001")
    preview.get_by_role("button", name=script_word("preview_copy", "en")).click()
    expect(preview).to_be_hidden()
    expect(page).to_have_url(re.compile("~calculator=account_review"))
    assert "Terpstra" not in page.url
    assert "Secret" not in page.url
    element.locator("[data-action=copy-link]").click()
    preview.get_by_label("Customer").check()
    expect(preview.locator(".link-figures")).to_contain_text("Terpstra")
    preview.get_by_role("button", name=script_word("preview_copy", "en")).click()
    assert "customer=Terpstra" in page.url
    assert "Secret" not in page.url


def test_an_answer_is_saved_as_a_spreadsheet(page: Page, site_url: str) -> None:
    """The part that writes it is fetched only then, and the file is named after the customer."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    element = _open(page, site_url)
    _input(page, "customer").fill("Kapsalon Vós")
    _settled(element)
    assert not [address for address in fetched if "workbook_writer" in address]
    with page.expect_download(timeout=START) as download:
        element.locator("[data-action=workbook]").click()
    assert download.value.suggested_filename.startswith("Kapsalon-Vos-")
    book = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes()))
    assert "Kapsalon Vós" in book.read("xl/sharedStrings.xml").decode()
    assert [address for address in fetched if "workbook_writer" in address]

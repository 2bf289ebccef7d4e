"""Ways in and back: past the navigation by keyboard, and from a calculator or a drill to the text that sent there."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculators.pages import START, held_python, live

FIRST_FIELD = "#visit_cost--revenue"


@pytest.mark.parametrize("path", ["en/calculators/visit_cost/", "en/accounts/unprofitable-customers/"])
def test_first_figure_is_three_keys_away(page: Page, site_url: str, path: str) -> None:
    """The second Tab stop of a page with a calculator leads into its first field; other pages have no such link."""
    held_python(page.context)
    page.goto(f"{site_url}{path}")
    skip = page.get_by_role("link", name="To the calculator")
    expect(skip).to_be_attached()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("sales-calculator form input:visible").first).to_be_focused()
    page.locator(".md-tabs").get_by_role("link", name="Worksheets").click()
    expect(page.locator("h1#worksheets")).to_be_visible()
    expect(skip).to_have_count(0)


def test_closed_menu_is_out_of_reach_of_the_keyboard(page: Page, site_url: str) -> None:
    """On a narrow screen or a large zoom a few Tab stops lead to the first field, and the menu opens by keyboard."""
    held_python(page.context)
    page.goto(f"{site_url}en/calculators/visit_cost/")
    menu = page.locator(".menu-button")
    expect(menu).to_be_attached()
    expect(menu).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".md-nav--primary a").first).to_be_hidden()  # it moves out of sight first
    first = page.locator(FIRST_FIELD)
    expect(first).to_be_editable()
    stops = 0
    while not first.evaluate("field => field === document.activeElement"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= 12
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    part = page.locator("label.md-nav__link", has_text="Foundations")
    expect(part).to_be_visible()
    menu.press(" ")
    expect(part).to_be_hidden()


def test_drill_leads_back_to_the_link_that_was_followed(page: Page, site_url: str) -> None:
    """The way back names the section, outlives a switch of language and ends at the link; a detour ends it."""
    held_python(page.context)
    page.goto(f"{site_url}en/conversation/price-and-discount/")
    page.locator("article").get_by_role("link", name="drill", exact=True).click()
    expect(page.locator(".way-back")).to_have_text(re.compile("^Back to Price and discount: .+, Ten hidden reasons$"))
    page.locator("a.language-switch").click()
    back = page.get_by_role("link", name="Terug naar Prijs en korting")
    back.click()
    followed = page.locator("article").get_by_role("link", name="oefenronde", exact=True)
    expect(followed).to_be_focused()
    expect(followed).to_be_in_viewport(ratio=1)
    expect(page.locator(".way-back")).to_have_count(0)
    followed.click()
    expect(back).to_be_visible()
    for place in ("Werkbladen", "Training"):
        page.locator(".md-tabs").get_by_role("link", name=place).click()
        expect(page.locator(".md-tabs__item--active")).to_have_text(place)
    page.locator(".md-sidebar--primary").get_by_role("link", name="Oefenronde: te duur").click()
    expect(page.locator("h1#price-objection")).to_be_visible()
    expect(page.locator(".way-back")).to_have_count(0)


def test_way_back_leads_along_two_calculators(page: Page, site_url: str) -> None:
    """A reader who went on from one calculator to another comes back along both."""
    held_python(page.context)
    page.goto(f"{site_url}en/accounts/visit-programme/")
    page.locator(".related").get_by_role("link", name="Visit cost versus revenue").click()
    page.locator("p").get_by_role("link", name="Cost per visit").first.click()
    page.get_by_role("link", name="Back to Visit cost versus revenue").click()
    page.get_by_role("link", name="Back to A visit programme for each customer").click()
    expect(page.locator("h1#visit-programme")).to_be_visible()


def test_chapter_opens_a_calculator_with_its_case(page: Page, site_url: str) -> None:
    """The figures of the case are filled in and reckoned, and there is a way back to the section."""
    page.goto(f"{site_url}accounts/visit-programme/")
    page.get_by_role("link", name="Bekijk het rendement van De Wit").click()
    review = live(page, "account_review")
    expect(page.locator("#account_review--list_revenue")).to_have_value("30.000")
    expect(review.locator("[data-part=notice]")).to_contain_text("Deze cijfers komen uit de link.")
    # 25% of 30,000, less 24 visits of 250 and 3,000: the loss that the chapter names; with 4 visits 3,500 is left.
    # Nothing of the example of the page itself counts: it has orders, and De Wit has none.
    expect(review.locator(".answer-value")).to_have_text("\u2212\u2060€\u00a01.500,00", timeout=START)
    expect(review).to_contain_text("€\u00a03.500,00")
    page.get_by_role("link", name="Terug naar Bezoekprogramma per klant").click()
    expect(page.locator("h1#visit-programme")).to_be_visible()


def test_first_page_of_a_part_goes_by_its_own_title(page: Page, site_url: str) -> None:
    """Figures typed there are offered under the name of the page, not under that of the tab which leads to it."""
    page.goto(f"{site_url}en/training/review-one-account/")
    live(page, "account_review")
    page.fill("#account_review--visits", "9")
    page.locator(".related").get_by_role("link", name=re.compile("Account review$")).click()
    expect(page.locator("h1#account_review")).to_be_visible()
    offer = page.get_by_role("button", name="Use your figures of “Review one account in 30 minutes” here")
    offer.click()
    expect(page.locator("#account_review--visits")).to_have_value("9")


@pytest.mark.parametrize("link", ["Role cards", "The whole conversation, before and after"])
def test_exercise_and_dialogue_lead_back_to_their_chapter(page: Page, site_url: str, link: str) -> None:
    """The way back ends at the link that was followed."""
    page.goto(f"{site_url}en/conversation/closing/")
    followed = page.locator("article p").get_by_role("link", name=link, exact=True)
    followed.click()
    page.locator(".way-back a").click()
    expect(followed).to_be_focused()
    expect(page.locator(".way-back")).to_have_count(0)

"""A letter under an answer: to whom it goes, its language, and a press that copies it."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.calculators.pages import START, open_calculator


def test_letter_follows_the_form_and_is_copied(page: Page, context: BrowserContext, site_url: str) -> None:
    """Another customer and another language, asked of Python; the clipboard then holds what is read."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    element = open_calculator(page, site_url, "late_invoices", "nl")
    letter = element.locator("copied-text")
    expect(letter.locator("pre")).to_contain_text("Aan: Smit")
    element.locator("details:has([data-field=letter_customer]) > summary").click()
    page.fill("#late_invoices--letter_customer", "visser")
    expect(letter.locator("pre")).to_contain_text("Aan: Visser", timeout=START)
    element.locator("[data-field=letter_language] input[value=en]").check()
    expect(letter.locator("pre")).to_contain_text("To: Visser", timeout=START)
    expect(letter.locator("pre")).to_have_attribute("lang", "en")
    letter.get_by_role("button").click()
    expect(letter.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == letter.locator("pre").text_content()


def test_letter_is_gone_where_nothing_is_claimed(page: Page, site_url: str) -> None:
    """With the choice to claim nothing there is no letter, and no button."""
    element = open_calculator(page, site_url, "late_invoices", "en")
    expect(element.locator("copied-text")).to_have_count(1)
    element.locator("[data-field=claimed] input[value=nothing]").check()
    expect(element.locator("copied-text")).to_have_count(0, timeout=START)
    expect(element).to_have_attribute("data-answer", "answered")

"""Figures over a reload, a switch of language and other pages: never read in another language, never put in unasked."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.calculators.pages import (
    START,
    answer,
    expect_answer,
    held_python,
    live,
    open_calculator,
    release,
    script_word,
    shown,
)

KEY = "playbook:figures:visit_cost:calculators/visit_cost/"
CHAPTER = "en/accounts/visit-programme/"


def test_typed_figures_survive_reload_and_language_switch(page: Page, site_url: str) -> None:
    """What was typed is there after a reload, and in the other language in its notation, with the same answer."""
    element = open_calculator(page, site_url, "visit_cost", "nl")
    page.fill("#visit_cost--revenue", "98.765,43")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    page.reload()
    live(page, "visit_cost")
    expect(page.locator("#visit_cost--revenue")).to_have_value("98.765,43")
    expect(element.locator("[data-part=notice]")).to_contain_text(script_word("restored", "nl"))
    page.locator("a.language-switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    live(page, "visit_cost")
    expect(page.locator("#visit_cost--revenue")).to_have_value("98,765.43", timeout=START)
    expect_answer(element, answer("visit_cost", "en", shown(element)))


def test_a_customer_of_the_example_survives_reload_and_language_switch(page: Page, site_url: str) -> None:
    """The name stays in the tab, with the example of each language, which nobody is told to be figures of theirs."""
    held_python(page.context)
    element = open_calculator(page, site_url, "visit_cost", "nl")
    customer = element.locator("[data-part=customer]")
    customer.fill("Terpstra")
    page.reload()
    expect(customer).to_have_value("Terpstra")
    page.locator("a.language-switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(customer).to_have_value("Terpstra")
    expect(page.locator("#visit_cost--revenue")).to_have_value("60,000")
    expect(element).to_have_attribute("data-answer", "example")
    expect(element.locator("[data-part=notice]")).to_be_hidden()


def test_a_number_keeps_its_language_while_python_loads(page: Page, context: BrowserContext, site_url: str) -> None:
    """98.765 typed in Dutch is never 98.765 in English, whatever else is edited before Python comes."""
    element = open_calculator(page, site_url, "visit_cost", "nl")
    page.fill("#visit_cost--revenue", "98.765")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    held = held_python(context)
    open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--visits", "30")
    expect(page.locator("#visit_cost--revenue")).to_have_value("98.765")
    expect(page.locator("#visit_cost--revenue--language")).to_be_visible()
    page.reload()
    live(page, "visit_cost")
    page.fill("#visit_cost--visits", "31")
    expected = answer("visit_cost", "en", shown(element), written_in={"revenue": "nl"})
    release(context, held)
    expect_answer(element, expected)
    expect(page.locator("#visit_cost--revenue")).to_have_value("98,765")
    expect(page.locator("#visit_cost--revenue--language")).to_be_hidden()


def test_a_number_that_is_typed_over_is_in_the_language_of_the_page(
    page: Page, context: BrowserContext, site_url: str
) -> None:
    """What replaces a whole text is the page's; what is left of a text keeps the language of its marks."""
    held = held_python(context)
    fragment = "#~calculator=visit_cost&lang=nl&revenue=98.765&other_costs=1.500"
    element = open_calculator(page, site_url, "visit_cost", "en", fragment)
    page.locator("#visit_cost--revenue").press("Control+A")
    page.keyboard.type("1,234.50")
    expect(page.locator("#visit_cost--revenue--language")).to_be_hidden()
    page.locator("#visit_cost--other_costs").press("End")
    page.keyboard.press("Backspace")
    page.keyboard.type("1")
    expect(page.locator("#visit_cost--other_costs--language")).to_be_visible()
    release(context, held)
    expect_answer(element, answer("visit_cost", "en", shown(element) | {"other_costs": "1,501"}))
    expect(page.locator("#visit_cost--other_costs")).to_have_value("1,501")


def test_a_table_in_another_notation_waits_or_is_emptied(page: Page, context: BrowserContext, site_url: str) -> None:
    """Its cells are read-only until Python wrote them anew; who does not wait can empty it."""
    held = held_python(context)
    fragment = "#~calculator=discount_realignment&lang=nl&ladder=0:0;10.000:5,5"
    element = open_calculator(page, site_url, "discount_realignment", "en", fragment)
    table = element.locator("[data-field=ladder]")
    cell = table.locator("tbody input").first
    expect(cell).not_to_be_editable()
    expect(table.locator("[data-action=add-row]")).to_be_disabled()
    table.locator("[data-action=clear-table]").click()
    expect(table.locator("tbody tr")).to_have_count(1)
    expect(cell).to_be_editable()
    expect(cell).to_be_focused()
    page.goto("about:blank")
    open_calculator(page, site_url, "discount_realignment", "en", fragment)
    release(context, held)
    expect(cell).to_be_editable(timeout=START)
    assert shown(element)["ladder"] == [["0", "0"], ["10,000", "5.5"]]
    expect_answer(element, answer("discount_realignment", "en", shown(element)))


def test_back_and_forward_keep_the_figures_of_each_page(page: Page, site_url: str) -> None:
    """A reader who goes on and comes back finds what was typed there."""
    element = open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", "44,000")
    page.locator("nav a[href$='late_payment/']").first.click()
    live(page, "late_payment")
    page.fill("#late_payment--revenue", "55,000")
    page.go_back()
    live(page, "visit_cost")
    expect(page.locator("#visit_cost--revenue")).to_have_value("44,000")
    expect_answer(element, answer("visit_cost", "en", shown(element)))
    page.go_forward()
    live(page, "late_payment")
    expect(page.locator("#late_payment--revenue")).to_have_value("55,000")


def test_an_example_of_a_chapter_stays_and_own_figures_are_offered(page: Page, site_url: str) -> None:
    """Figures typed elsewhere never take the place of a chapter's example unasked; one button does, one undoes it."""
    open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", "44,000")
    title = page.locator("h1").inner_text()
    page.goto(f"{site_url}{CHAPTER}")
    element = live(page, "visit_cost")
    example = shown(element)
    assert example["revenue"] != "44,000"
    expect(element).to_have_attribute("data-answer", "example")
    offer = _offer(element)
    expect(offer).to_contain_text(title.removesuffix("¶").strip())
    offer.click()
    expect(page.locator("#visit_cost--revenue")).to_have_value("44,000")
    expect_answer(element, answer("visit_cost", "en", shown(element)))
    page.reload()
    live(page, "visit_cost")
    expect(page.locator("#visit_cost--revenue")).to_have_value("44,000")
    element.locator("[data-action=reset]").click()
    assert shown(element) == example
    expect(_offer(element)).to_be_visible()
    open_calculator(page, site_url, "visit_cost", "en")
    expect(page.locator("#visit_cost--revenue")).to_have_value("44,000")


def _offer(element: Locator) -> Locator:
    """The button that takes over figures of another page."""
    words = script_word("use_figures", "en")
    return element.locator("[data-part=notice] button", has_text=words[: words.index("{")].strip(" “"))


def test_hostile_kept_figures_show_the_example(page: Page, site_url: str) -> None:
    """A text in the browser's storage that is no figures is thrown away, and that is said."""
    element = open_calculator(page, site_url, "visit_cost", "nl")
    for text in ('{"lang":"nl","values":[]}', "{", '{"lang":"zz","values":{"revenue":"1"}}'):
        page.evaluate("pair => sessionStorage.setItem(...pair)", [KEY, text])
        page.reload()
        live(page, "visit_cost")
        expect(element.locator("[data-part=notice]")).to_contain_text(script_word("kept_unreadable", "nl"))
        expect(page.locator("#visit_cost--revenue")).to_have_value("60.000")
        expect(element).to_have_attribute("data-answer", "example")

"""Typing, answers and bad input, by mouse and by keyboard, with and without JavaScript."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculators.catalogue import NAMES
from calculators.core.words import Lang
from tests.browser.calculators.pages import (
    ROOTS,
    START,
    answer,
    change,
    expect_answer,
    go_to,
    held_python,
    live,
    open_calculator,
    release,
    script_word,
    shown,
)


@pytest.mark.parametrize("lang", ROOTS)
def test_typing_gives_the_tested_answer(page: Page, site_url: str, lang: Lang) -> None:
    """In each calculator, what a reader types is answered in the browser, whole, as Python answers outside it."""
    open_calculator(page, site_url, NAMES[0], lang)
    for name in NAMES:
        element = go_to(page, name)
        expect(element).to_have_attribute("data-answer", "example")
        expect(element.locator("[data-part=example]")).to_be_visible()
        field, typed = change(name, lang, shown(element))
        page.fill(f"#{name}--{field}", typed)
        expect_answer(element, answer(name, lang, shown(element)))
        expect(element.locator("[data-part=example]")).to_be_hidden()


def test_the_example_comes_back_without_python(page: Page, context: BrowserContext, site_url: str) -> None:
    """Back to the example is possible while nothing can be computed, and can be taken back."""
    held_python(context)
    element = open_calculator(page, site_url, "visit_cost", "en")
    example = element.locator("[data-part=head]").inner_text()
    page.fill("#visit_cost--revenue", "120,000")
    expect(element.locator("[data-part=head]")).to_be_hidden()
    element.locator("[data-action=reset]").click()
    expect(element.locator("[data-part=head]")).to_have_text(example, use_inner_text=True)
    expect(element).to_have_attribute("data-answer", "example")
    expect(page.locator("#visit_cost--revenue")).to_have_value("60,000")
    element.get_by_role("button", name=script_word("own_figures", "en")).click()
    expect(page.locator("#visit_cost--revenue")).to_have_value("120,000")
    expect(element).to_have_attribute("data-answer", "waiting")


def test_bad_input_is_said_all_at_once(page: Page, site_url: str) -> None:
    """Every faulty field gets a sentence, a summary gets focus and follows what is mended; nothing typed is lost."""
    element = open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", "much")
    page.fill("#visit_cost--visits", "1.5")
    page.keyboard.press("Enter")
    summary = element.locator("[data-part=errors]")
    expect(summary).to_be_focused(timeout=START)
    expect(summary.locator("li")).to_have_count(2)
    expect(element).to_have_attribute("data-answer", "refused")
    expect(element.locator("[data-part=head]")).to_be_hidden()
    expect(page.locator("#visit_cost--revenue")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#visit_cost--revenue--error")).to_be_visible()
    expect(page.locator("#visit_cost--revenue")).to_have_value("much")
    # At once, whatever Python says later.
    page.fill("#visit_cost--revenue", "1000")
    assert summary.locator("li").count() == 1
    page.fill("#visit_cost--visits", "1")
    assert summary.is_hidden()
    expect_answer(element, answer("visit_cost", "en", shown(element)))


def test_an_answer_stays_marked_beside_figures_that_are_refused(page: Page, site_url: str) -> None:
    """An answer that the reader got stands there, marked as belonging to earlier figures, and comes back to life."""
    element = open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", "90,000")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    page.fill("#visit_cost--revenue", "90,000x")
    expect(element).to_have_attribute("data-answer", "refused")
    expect(element).to_have_attribute("data-shown", "own")
    expect(element.locator("[data-part=message]")).to_have_text(script_word("stale", "en"))
    page.fill("#visit_cost--revenue", "90,000")
    expect_answer(element, answer("visit_cost", "en", shown(element)))


def test_an_ambiguous_number_is_read_back(page: Page, site_url: str) -> None:
    """A single grouping mark is read as thousands, with the other reading one click away; our own text is not asked."""
    element = open_calculator(page, site_url, "visit_cost", "nl")
    page.fill("#visit_cost--visits", "25")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    expect(element.locator(".field-other")).to_have_count(0)
    page.fill("#visit_cost--revenue", "1.234")
    other = element.locator("[data-field=revenue] .field-other")
    other.click()
    expect(page.locator("#visit_cost--revenue")).to_have_value("1,234")
    expect(other).to_have_count(0)


def test_the_last_question_wins(page: Page, context: BrowserContext, site_url: str) -> None:
    """Of thirteen edits while Python is fetched one question is asked, and its answer is the one that is shown."""
    page.add_init_script(
        "globalThis.asked = []; const post = Worker.prototype.postMessage;"
        "Worker.prototype.postMessage = function (message) { asked.push(message.request); post.call(this, message); };"
    )
    held = held_python(context)
    element = open_calculator(page, site_url, "visit_cost", "en")
    for visits in range(30, 43):
        page.fill("#visit_cost--visits", str(visits))
    expect(element).to_have_attribute("data-answer", "waiting")
    release(context, held)
    expect_answer(element, answer("visit_cost", "en", shown(element)))
    assert page.evaluate("asked.filter(Boolean).length") == 1


def test_keyboard_alone_reaches_every_part(page: Page, site_url: str) -> None:
    """Choosing, typing and submitting work without a mouse, and lead to the answer."""
    element = open_calculator(page, site_url, "cost_per_visit", "en")
    before = shown(element)["method"]
    element.locator("[data-field=method] input:checked").focus()
    page.keyboard.press("ArrowDown")
    page.locator("#cost_per_visit--annual_pay").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("90000")
    page.keyboard.press("Enter")
    expect(element.locator("[data-part=head]")).to_be_focused(timeout=START)
    assert shown(element)["method"] != before
    expect_answer(element, answer("cost_per_visit", "en", shown(element)))


def test_without_javascript_the_example_can_be_read(browser: Browser, site_url: str) -> None:
    """With JavaScript off the worked example stands there as such, its steps too; nothing can be typed."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}calculators/visit_cost/")
    expect(page.locator("[data-part=head] .answer-value")).to_be_visible()
    expect(page.locator("[data-part=example]")).to_be_visible()
    expect(page.locator(".calculator-without-script")).to_be_visible()
    expect(page.locator("#visit_cost--revenue")).not_to_be_editable()
    context.close()


def test_a_calculator_that_is_moved_answers_once(page: Page, site_url: str) -> None:
    """An element that is taken out and put back elsewhere keeps its figures, and its listeners are not doubled."""
    element = open_calculator(page, site_url, "discount_realignment", "en")
    rows = element.locator("[data-field=ladder] tbody tr")
    before = rows.count()
    page.evaluate("document.querySelector('.md-content__inner').prepend(document.querySelector('sales-calculator'))")
    live(page, "discount_realignment")
    element.locator("[data-field=ladder] [data-action=add-row]").click()
    expect(rows).to_have_count(before + 1)
    rows.nth(before).locator("[data-action=remove-row]").click()
    expect(rows).to_have_count(before)
    page.fill("#discount_realignment--current_discount", "12.5")
    expect_answer(element, answer("discount_realignment", "en", shown(element)))

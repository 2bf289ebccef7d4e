"""What types for a reader: sliders, steps, a minus key, the browser's calendar; and the mark of what weighs most."""

import re

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.calculators.pages import START, answer, expect_answer, go_to, live, open_calculator, shown

AIDS = ".field-button, .field-slider"


def _aids(element: Locator, field: str) -> tuple[Locator, Locator, Locator, Locator]:
    """The input of a field, its slider, and the buttons to less and to more."""
    place = element.locator(f"[data-field={field}]")
    less, more = place.locator("[data-step=less]"), place.locator("[data-step=more]")
    return place.locator("input[type=text]"), place.get_by_role("slider"), less, more


def test_a_slider_types_and_follows_what_is_typed(page: Page, site_url: str) -> None:
    """By pointer and keyboard, each step as the page writes it and with its answer; beyond its end it stays there."""
    element = open_calculator(page, site_url, "visit_cost")
    text, slider, _, _ = _aids(element, "gross_margin")
    place = slider.bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.mouse.down()
    expect(text).to_have_value("30")
    page.mouse.move(place["x"] + place["width"] + 50, place["y"], steps=5)
    page.mouse.up()
    expect(text).to_have_value("60")
    expect_answer(element, answer("visit_cost", "nl", shown(element)))
    for key, value in (("ArrowLeft", "59"), ("Home", "0"), ("ArrowUp", "1"), ("End", "60")):
        slider.press(key)
        expect(text).to_have_value(value)
        expect(slider).to_have_attribute("aria-valuetext", f"{value}%")
    text.fill("27,5")
    expect(slider).to_have_attribute("aria-valuetext", "27,5%", timeout=START)
    expect(slider).to_have_js_property("value", "28")
    text.fill("95")
    expect(slider).to_have_attribute("aria-valuetext", "95%")
    expect(slider).to_have_js_property("value", "60")
    expect(text).to_have_value("95")
    expect_answer(element, answer("visit_cost", "nl", shown(element)))


# Slides on beside the example, a step with each frame, until three answers were shown; how many were in the end.
SLIDE = """async ([slider, head]) => {
    let shown = 0;
    new MutationObserver(() => { shown += 1; }).observe(head, { childList: true });
    for (let step = 0; shown < 3 && step < 600; step += 1) {
        slider.value = String(25 + (step % 30));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise(requestAnimationFrame);
    }
    return shown;
}"""
SLOW = "addEventListener('message', () => { const end = Date.now() + 120; while (Date.now() < end); });"


def test_answers_are_shown_while_a_reader_slides(page: Page, context: BrowserContext, site_url: str) -> None:
    """Where Python is slower than the finger, a figure waits for its answer, and ends where the slider is."""

    def slowed(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"{SLOW}\n{response.text()}")

    context.route("**/python-worker.js", slowed)
    element = open_calculator(page, site_url, "visit_cost")
    text, slider, _, more = _aids(element, "visits")
    more.click()
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    head = element.locator("[data-part=head]")
    assert page.evaluate(SLIDE, [slider.element_handle(), head.element_handle()]) >= 3
    expect(text).to_have_value(slider.input_value())
    expect_answer(element, answer("visit_cost", "nl", shown(element)))


def test_steps_by_arrow_and_button_go_on_beyond_the_slider(page: Page, site_url: str) -> None:
    """From any figure to the next step and no further than the field allows; Tab meets input and slider alone."""
    element = open_calculator(page, site_url, "visit_cost")
    text, slider, less, more = _aids(element, "visits")
    text.press("ArrowUp")
    expect(text).to_have_value("25")
    more.click()
    expect(text).to_have_value("26")
    less.click()
    expect_answer(element, answer("visit_cost", "nl", shown(element)))
    text.fill("9.999")
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"9\.999\s+bezoeken"), timeout=START)
    text.press("ArrowUp")
    expect(text).to_have_value("10.000")
    expect(more).to_be_disabled()
    text.press("ArrowUp")
    expect(text).to_have_value("10.000")
    less.click()
    expect(text).to_have_value("9.999")
    expect(element.locator("[id$=visits--note]")).to_be_hidden()
    text.focus()
    text.press("Tab")
    expect(slider).to_be_focused()


def test_a_step_marks_the_other_field_that_it_makes_wrong(page: Page, site_url: str) -> None:
    """Also one that nobody was in, or in a group that is folded: the answer says to correct what is marked."""
    element = open_calculator(page, site_url, "cost_per_visit", "en")
    _, slider, _, _ = _aids(element, "preparation_hours")
    slider.press("End")
    expect(element).to_have_attribute("data-answer", "refused", timeout=START)
    expect(page.locator("#cost_per_visit--travel_hours--error")).to_be_visible()
    element = go_to(page, "late_payment")
    fold = element.locator("[data-group=early_payment]")
    fold.locator("summary").click()
    page.fill("#late_payment--early_payment_discount", "2")
    page.fill("#late_payment--early_days", "10")
    fold.locator("summary").click()
    _, slider, _, _ = _aids(element, "actual_days")
    slider.press("Home")
    expect(page.locator("#late_payment--early_days--error")).to_be_visible()


def test_steps_stay_with_the_figures_in_the_other_language(page: Page, site_url: str) -> None:
    """A figure that came over a switch of language is stepped in the notation of the page that it came to."""
    element = open_calculator(page, site_url, "cost_per_visit")
    element.locator("[data-field=hours_per_visit] input[type=text]").fill("1,75")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    page.locator("a.language-switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    text, slider, _, more = _aids(live(page, "cost_per_visit"), "hours_per_visit")
    expect(text).to_have_value("1.75", timeout=START)
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"^1\.75"))
    more.click()
    expect(text).to_have_value("2")
    expect(slider).to_have_js_property("value", "7")
    element.locator("[data-action=reset]").click()
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"^1\.5"))


def test_a_day_is_picked_from_the_calendar_of_the_browser(page: Page, site_url: str) -> None:
    """It opens at the day that was typed, and what is chosen stands in the field as the page writes days."""
    element = open_calculator(page, site_url, "statutory_interest", "en")
    element.locator("[data-field=due] input[type=text]").fill("1-2-2026")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    element.locator("[data-field=due] .field-calendar").click()
    calendar = element.locator("[data-field=due] input[type=date]")
    expect(calendar).to_have_value("2026-02-01")
    calendar.fill("2026-03-31")
    expect(page.locator("#statutory_interest--due")).to_have_value("31 March 2026")
    expect_answer(element, answer("statutory_interest", "en", shown(element)))
    element.locator("[data-group=part_payments] summary").click()
    row = element.locator("[data-field=payments] tbody tr").first
    row.locator(".field-calendar").click()
    row.locator("input[type=date]").fill("2026-06-30")
    expect(row.locator("input[type=text]").first).to_have_value("30 June 2026")
    row.locator("input[type=text]").last.fill("100")
    expect_answer(element, answer("statutory_interest", "en", shown(element)))


def test_a_phone_has_a_minus_key_where_a_figure_may_be_negative(browser: Browser, site_url: str) -> None:
    """The number pad of a phone has none: the key turns the sign of what was typed, there and back."""
    visit = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = visit.new_page()
    element = open_calculator(page, site_url, "visit_plan")
    row = element.locator("[data-field=segments] tbody tr").first
    profit = row.locator("input[type=text]").last
    expect(profit).to_have_attribute("inputmode", "decimal")
    row.locator(".field-sign").tap()
    expect(profit).to_have_value("−12.000")
    expect_answer(element, answer("visit_plan", "nl", shown(element)))
    expect(element.locator("[data-field=segments] > .field-note")).to_be_hidden()
    row.locator(".field-sign").tap()
    expect(profit).to_have_value("12.000")
    expect(element.locator("[data-field=hours_per_rep] .field-sign")).to_have_count(0)
    visit.close()


def test_what_the_answer_hangs_on_most_is_marked(page: Page, site_url: str) -> None:
    """In words, to who sees and to who hears the field, and what the mark means stands once in the form."""
    element = open_calculator(page, site_url, "visit_cost", "en")
    marked = element.locator(".field:has(.field-mark)")
    expect(marked).to_have_count(2)
    for label in ("Revenue a year", "Gross margin"):
        expect(element.get_by_role("textbox", name=label)).to_have_accessible_description(re.compile("Matters most"))
    expect(element.locator(".field-key")).to_contain_text("10%")
    element = go_to(page, "cost_per_visit")
    expect(element.locator(".field-key")).to_be_visible()
    element.locator("[data-field=method]").get_by_label("selling days").check()
    expect(element.locator(".field-mark").filter(visible=True)).to_have_count(0)


def test_nothing_types_for_a_reader_without_scripts_or_on_paper(browser: Browser, site_url: str, page: Page) -> None:
    """Neither buttons nor sliders are there where nothing would happen."""
    visit = browser.new_context(java_script_enabled=False)
    still = visit.new_page()
    still.goto(f"{site_url}calculators/visit_cost/")
    expect(still.locator("#visit_cost--visits")).to_be_visible()
    assert still.locator(AIDS).count() > 0
    expect(still.locator(AIDS).filter(visible=True)).to_have_count(0)
    visit.close()
    element = open_calculator(page, site_url, "visit_cost")
    expect(element.locator(AIDS).first).to_be_visible()
    page.emulate_media(media="print")
    expect(element.locator(AIDS).filter(visible=True)).to_have_count(0)


def test_a_field_has_one_ring(page: Page, site_url: str) -> None:
    """Focus is drawn once, around the box of the input, in forced colours too."""
    element = open_calculator(page, site_url, "visit_cost")
    page.emulate_media(forced_colors="active")
    text = element.locator("#visit_cost--visits")
    text.focus()
    expect(text).to_have_css("outline-style", "none")
    box = text.locator("xpath=..")
    expect(box).to_have_css("outline-style", "solid")
    expect(box).to_have_css("outline-width", "3px")

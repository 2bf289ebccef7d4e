"""Where the parts of a calculator stand, on any screen: figures and answer both in sight, and no control covered."""

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, expect

from calculators.catalogue import NAMES
from tests.browser.calculators.pages import START, answer, change, held_python, open_calculator, script_word, shown

# A phone, one whose keyboard is open, one that lies on its side, 400% zoom, and a laptop.
SCREENS = [(390, 844), (390, 470), (683, 384), (320, 256), (1366, 768)]
NEXT = ["Tab", "Shift+Tab"]

# What lies over the middle of the control that has focus, if it is no part of it, its label or its box.
COVERED = """() => {
    const control = document.activeElement;
    const { left, top, right, bottom } = control.getBoundingClientRect();
    const isInside = top >= 0 && bottom <= innerHeight;
    const names = [[left + right, top + 2], [left + right, bottom - 2]].map(([x, y]) => {
        const over = document.elementFromPoint(x / 2, y);
        return over && (control.contains(over) || over.contains(control)) ? "" : over?.outerHTML ?? "nothing";
    });
    return isInside ? names.join("") : `out of sight: ${control.id || control.className}`;
}"""

# The tops of the inputs, by the top of their label, measured at once.
ROWS = """calculator => {
    const rows = {};
    for (const label of calculator.querySelectorAll(".field > label")) {
        const { top, height } = label.getBoundingClientRect();
        if (height === 0) continue;
        const input = label.parentElement.querySelector(".field-box, .field-lines").getBoundingClientRect();
        (rows[Math.round(top)] ??= []).push(Math.round(input.top));
    }
    return rows;
}"""


def box(locator: Locator) -> FloatRect:
    """Where an element stands in the window."""
    found = locator.bounding_box()
    assert found is not None
    return found


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_no_control_with_focus_is_covered(browser: Browser, site_url: str, width: int, height: int) -> None:
    """Through every stop of the form by Tab, and back, nothing lies over the control, and it is whole in sight."""
    visit = browser.new_context(viewport={"width": width, "height": height})
    held_python(visit)
    page = visit.new_page()
    element = open_calculator(page, site_url, "visit_cost")
    controls = element.locator("form :is(input, button, a, summary):not([tabindex='-1']):visible")
    for key, first in zip(NEXT, (controls.first, controls.last), strict=True):
        first.focus()
        for _ in range(controls.count()):
            assert page.evaluate(COVERED) == "", f"{key} at {width} by {height}"
            page.keyboard.press(key)
    visit.close()


def test_what_is_said_at_the_foot_of_a_phone_comes_over_no_field(context: BrowserContext, site_url: str) -> None:
    """The field that somebody is in comes back into sight when a sentence arrives that would lie over it."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    held = held_python(context)
    with page.expect_request("**/*.wasm"):
        element = open_calculator(page, site_url, "visit_cost")
    field = page.locator("#visit_cost--visits")
    field.fill("12")
    expect(element).to_have_attribute("data-answer", "waiting")
    above = box(element.locator(".calculator-state"))["y"]
    field.evaluate("(field, above) => scrollBy(0, field.getBoundingClientRect().bottom - above + 8)", above)
    held[0].abort()
    expect(element).to_have_attribute("data-answer", "failed")
    assert page.evaluate(COVERED) == ""


@pytest.mark.parametrize(("height", "is_seen"), [(844, True), (470, False)])
def test_the_answer_is_one_line_on_a_phone(browser: Browser, site_url: str, height: int, *, is_seen: bool) -> None:
    """Above the fields one line stays in sight and leads to the verdict; a low screen is left to the figures."""
    visit = browser.new_context(viewport={"width": 390, "height": height})
    held_python(visit)
    page = visit.new_page()
    element = open_calculator(page, site_url, "visit_cost")
    line = element.locator("[data-part=line]")
    if is_seen:
        # A reader sees the answer, and can type, without scrolling; what the calculator is for comes after it.
        assert box(line)["y"] < 260
        expect(page.locator("#visit_cost--visits")).to_be_in_viewport(ratio=1)
        expect(page.locator("#purpose")).not_to_be_in_viewport()
    element.locator(".field:visible").last.evaluate("field => field.scrollIntoView({block: 'center'})")
    if is_seen:
        expect(line).to_be_in_viewport(ratio=1)
        expect(line).to_contain_text(element.locator(".answer-value").inner_text())
        assert box(line)["height"] < 50
        line.click()
        expect(element.locator(".answer-headline")).to_be_in_viewport(ratio=1)
        expect(element.locator("[data-part=head]")).to_be_focused()
    else:
        expect(line).to_be_hidden()
    visit.close()


def test_the_line_says_the_answer_that_came(page: Page, site_url: str) -> None:
    """The line and the pictures change with the figures, as Python wrote them."""
    page.set_viewport_size({"width": 390, "height": 844})
    element = open_calculator(page, site_url, "visit_cost")
    field, typed = change("visit_cost", "nl", shown(element))
    page.fill(f"#visit_cost--{field}", typed)
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    expected = answer("visit_cost", "nl", shown(element))
    for part in ("line", "pictures"):
        written = element.locator(f"[data-part={part}]").evaluate("place => place.innerHTML")
        assert written == page.evaluate(
            "html => { const made = document.createElement('div'); made.innerHTML = html; return made.innerHTML; }",
            expected[part],
        )


@pytest.mark.parametrize(
    ("width", "name"), [(1366, "cost_per_visit"), (1366, "visit_plan"), (1920, "statutory_interest")]
)
def test_figures_and_answer_stand_side_by_side(browser: Browser, site_url: str, width: int, name: str) -> None:
    """On a wide screen the verdict stands beside the figures, and stays in sight down to the last of them."""
    visit = browser.new_context(viewport={"width": width, "height": 768})
    held_python(visit)
    page = visit.new_page()
    element = open_calculator(page, site_url, name)
    expect(element.locator(".answer-value")).to_be_in_viewport(ratio=1)
    expect(element.locator("form input:visible").first).to_be_in_viewport(ratio=1)
    form, head = element.locator("form"), element.locator(".calculator-head")
    assert box(form)["x"] + box(form)["width"] <= box(head)["x"]
    assert box(element)["width"] > 0.6 * width
    element.locator(".field:visible").last.evaluate("field => field.scrollIntoView({block: 'center'})")
    expect(head).to_be_in_viewport(ratio=1)
    expect(element.locator("[data-part=line]")).to_be_hidden()
    visit.close()


@pytest.mark.parametrize("name", NAMES)
def test_inputs_of_a_row_line_up(context: BrowserContext, site_url: str, name: str) -> None:
    """Labels stand at the top of a row of fields and inputs on one line, however long the helps are, in every group."""
    held_python(context)
    page = context.new_page()
    page.set_viewport_size({"width": 700, "height": 900})
    element = open_calculator(page, site_url, name, "en")
    rows: dict[str, list[float]] = element.evaluate(ROWS)
    assert rows
    assert all(len(set(inputs)) == 1 for inputs in rows.values()), rows


def test_a_failure_and_its_retry_stay_in_sight_on_a_phone(browser: Browser, site_url: str) -> None:
    """Whoever types in the first fields sees that no answer comes, and can try again there; the line says so too."""
    visit = browser.new_context(viewport={"width": 390, "height": 844})
    visit.route("**/*.wasm", lambda route: route.abort())
    page = visit.new_page()
    element = open_calculator(page, site_url, "visit_cost")
    page.fill("#visit_cost--revenue", "50000")
    retry = element.locator(".calculator-retry")
    expect(retry).to_be_in_viewport(ratio=1, timeout=START)
    expect(element.locator("[data-part=message]")).to_be_in_viewport(ratio=1)
    expect(element.locator("[data-part=line]")).to_have_text(script_word("no_line", "nl"))
    for field in element.locator(".field:visible input[type=text]").all():
        field.focus()
        assert page.evaluate(COVERED) == ""
        expect(retry).to_be_in_viewport(ratio=1)
    visit.close()


# Whether each cell of the verdict, and of what it is about, is whole in sight without scrolling sideways.
VERDICTS_IN_SIGHT = """table => [...table.querySelectorAll("tbody :is(.pinned-1, .pinned-2)")].map(cell => {
    const { left, right, width } = cell.getBoundingClientRect();
    const frame = table.parentElement.getBoundingClientRect();
    const isCut = cell.scrollWidth > cell.clientWidth + 1;
    return width > 0 && left >= Math.max(0, frame.left) && right <= Math.min(innerWidth, frame.right) && !isCut;
})"""


@pytest.mark.parametrize("width", [390, 768, 1280, 1440])
def test_a_verdict_of_a_table_is_never_hidden(browser: Browser, site_url: str, width: int) -> None:
    """Of twelve columns the name and the verdict stay in sight, wherever the others are; and it stays a table."""
    visit = browser.new_context(viewport={"width": width, "height": 900})
    held_python(visit)
    page = visit.new_page()
    table = open_calculator(page, site_url, "visit_plan", "en").locator(".answer-columns")
    for scrolled in (0, 10_000):
        table.evaluate("(table, left) => { table.parentElement.scrollLeft = left; }", scrolled)
        seen: list[bool] = table.evaluate(VERDICTS_IN_SIGHT)
        assert len(seen) == 6
        assert all(seen), seen
    expect(page.get_by_role("table", name="By segment").get_by_role("columnheader", name="Verdict")).to_have_count(1)
    expect(page.get_by_role("table", name="By segment").get_by_role("row")).to_have_count(4)
    visit.close()


def test_the_bar_of_a_verdict_stays_in_forced_colours(page: Page, context: BrowserContext, site_url: str) -> None:
    """A browser that forces its colours drops shadows: the bar of the verdict and the mark of the tab are borders."""
    held_python(context)
    page.emulate_media(forced_colors="active")
    head = open_calculator(page, site_url, "visit_cost").locator(".answer-head")
    expect(head).to_have_css("border-left-style", "solid")
    assert head.evaluate("head => head.clientLeft") >= 4
    expect(page.locator(".md-tabs__item--active")).to_have_css("border-bottom-width", "3px")


def test_an_answer_is_spoken_once(page: Page, site_url: str) -> None:
    """The status line says the verdict, and nothing else that holds it speaks by itself."""
    element = open_calculator(page, site_url, "visit_cost")
    page.fill("#visit_cost--visits", "20")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    headline = element.locator(".answer-headline > span").last.inner_text()
    speaking = element.locator("output, [aria-live], [role=status], [role=alert]")
    expect(speaking.filter(has_text=headline)).to_have_count(1)


def test_a_copied_link_is_confirmed_at_its_button(page: Page, context: BrowserContext, site_url: str) -> None:
    """What came of copying stands beside the button, in sight of who pressed it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    element = open_calculator(page, site_url, "visit_cost")
    copy = element.locator("[data-action=copy-link]")
    copy.click()
    said = element.locator("[data-part=copied]")
    expect(said).not_to_be_empty()
    expect(said).to_be_in_viewport(ratio=1)
    assert abs(box(said)["y"] - box(copy)["y"]) < 150

"""Calculators as a reader uses them: typing, answers, bad input, Retry, language, links, keyboard, no JavaScript."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from calculators.bridge import answer
from calculators.catalogue import NAMES

START = 15_000  # milliseconds that a slow machine may take to start Python
PATHS = {"nl": "", "en": "en/"}
# A change to one field of each calculator, in the notation of both languages.
CHANGES = {
    "visit_cost": ("revenue", "120.000", "120,000", "contribution"),
    "cost_per_visit": ("annual_pay", "90.000,50", "90,000.50", "cost_per_visit"),
    "visit_plan": ("hours_per_rep", "750,5", "750.5", "reps_needed"),
    "discount_realignment": ("current_discount", "12,5", "12.5", "excess_discount"),
    "discount_break_even": ("price_change", "-7,5", "-7.5", "volume_change_needed"),
    "late_payment": ("revenue", "1.460.000,00", "1,460,000.00", "interest_loss"),
    "statutory_interest": ("principal", "1.234,56", "1,234.56", "total"),
    "prospecting_plan": ("new_revenue", "150.000", "150,000", "contacts_needed"),
}


def open_calculator(page: Page, site_url: str, name: str, lang: str = "nl") -> None:
    """The page of a calculator, with its element in place."""
    page.goto(f"{site_url}{PATHS[lang]}calculators/{name}/")
    expect(page.locator(f"#{name}--{CHANGES[name][0]}")).to_be_editable()


def value(page: Page) -> str:
    """The answer that is shown large."""
    return page.locator(".answer-value").inner_text()


@pytest.mark.parametrize("lang", PATHS)
@pytest.mark.parametrize("name", NAMES)
def test_typing_gives_the_tested_answer(page: Page, site_url: str, name: str, lang: str) -> None:
    """What a reader types is answered in the browser with what the command line answers."""
    field, dutch, english, _ = CHANGES[name]
    typed = dutch if lang == "nl" else english
    open_calculator(page, site_url, name, lang)
    page.fill(f"#{name}--{field}", typed)
    expected = json.loads(
        answer(json.dumps({"calculator": name, "lang": lang, "values": _shown(page) | {field: typed}}))
    )
    headline = page.locator(".answer-headline")
    expect(headline).to_contain_text(expected["headline"], timeout=START)


def _shown(page: Page) -> dict[str, str | list[list[str]]]:
    """What stands in the fields that count."""
    shown: dict[str, str | list[list[str]]] = {}
    for field in page.locator("[data-field]:not([hidden])").all():
        key = field.get_attribute("data-field") or ""
        if field.get_attribute("data-kind") == "table":
            rows = field.locator("tbody tr").all()
            shown[key] = [[cell.input_value() for cell in row.locator("input").all()] for row in rows]
        elif field.get_attribute("data-kind") == "choice":
            shown[key] = field.locator("input:checked").input_value()
        else:
            shown[key] = field.locator("input").input_value()
    return shown


def test_bad_input_is_said_all_at_once(page: Page, site_url: str) -> None:
    """Every faulty field gets a sentence, the summary gets focus, and nothing typed is lost."""
    open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", "much")
    page.fill("#visit_cost--visits", "1.5")
    page.keyboard.press("Enter")
    summary = page.locator(".calculator-errors")
    expect(summary).to_be_focused(timeout=START)
    expect(summary.locator("li")).to_have_count(2)
    expect(page.locator("#visit_cost--revenue")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#visit_cost--revenue--error")).to_be_visible()
    expect(page.locator("#visit_cost--revenue")).to_have_value("much")
    page.fill("#visit_cost--revenue", "1000")
    page.fill("#visit_cost--visits", "1")
    expect(summary).to_be_hidden()


def test_an_ambiguous_number_is_read_back(page: Page, site_url: str) -> None:
    """A single grouping mark is read as thousands, with the other reading one click away."""
    open_calculator(page, site_url, "visit_cost", "nl")
    page.fill("#visit_cost--revenue", "1.234")
    other = page.locator("[data-field=revenue] .field-other")
    expect(other).to_have_text("Ik bedoel 1,234", timeout=START)
    other.click()
    expect(page.locator("#visit_cost--revenue")).to_have_value("1,234")
    expect(other).to_have_count(0)


def test_typed_values_survive_reload_and_language_switch(page: Page, site_url: str) -> None:
    """What was typed is still there after a reload, and in the other language in its notation."""
    open_calculator(page, site_url, "visit_cost", "nl")
    page.fill("#visit_cost--revenue", "98.765,43")
    expect(page.locator(".answer-headline")).to_contain_text("12.691,36", timeout=START)
    page.reload()
    expect(page.locator("#visit_cost--revenue")).to_have_value("98.765,43")
    page.goto(f"{site_url}en/calculators/visit_cost/")
    expect(page.locator("#visit_cost--revenue")).to_have_value("98,765.43", timeout=START)
    expect(page.locator(".answer-headline")).to_contain_text("€12,691.36")


def test_a_link_holds_the_figures_behind_the_hash(page: Page, context: BrowserContext, site_url: str) -> None:
    """The copied link shows the same figures, keeps them out of the query string, and works in the other language."""
    open_calculator(page, site_url, "discount_realignment", "nl")
    page.fill("#discount_realignment--current_discount", "12,5")
    page.locator("[data-action=copy-link]").click()
    expect(page).to_have_url(re.compile("#calculator=discount_realignment"))
    parts = urlsplit(page.url)
    assert parts.query == ""
    assert parse_qs(parts.fragment)["current_discount"] == ["12,5"]
    other = context.new_page()
    other.goto(page.url.replace("/calculators/", "/en/calculators/"))
    expect(other.locator("#discount_realignment--current_discount")).to_have_value("12.5", timeout=START)


@pytest.mark.parametrize(
    "fragment",
    [
        "calculator=visit_cost&lang=nl&revenue=veel",
        "calculator=visit_cost&lang=xx&revenue=1",
        "revenue=1&evil=<img src=x>",
        "revenue=%E0%A4%A",
    ],
)
def test_a_broken_link_shows_the_example_with_a_notice(page: Page, site_url: str, fragment: str) -> None:
    """A fragment that cannot be read is ignored, and that is said."""
    page.goto(f"{site_url}calculators/visit_cost/#{fragment}")
    expect(page.locator("[data-part=notice]")).to_contain_text("niet te lezen", timeout=START)
    expect(page.locator("#visit_cost--revenue")).to_have_value("60.000")


def test_retry_after_a_failed_download_keeps_what_was_typed(context: BrowserContext, site_url: str) -> None:
    """Where Python cannot be fetched a sentence says so, and Retry answers with the figures typed before."""
    page = context.new_page()
    context.route("**/*.wasm", lambda route: route.abort())
    open_calculator(page, site_url, "visit_cost", "nl")
    page.fill("#visit_cost--revenue", "120000")
    retry = page.locator("[data-action=retry]")
    expect(retry).to_be_visible(timeout=START)
    context.unroute("**/*.wasm")
    retry.click()
    expect(page.locator(".answer-headline")).to_contain_text("18.000", timeout=START)
    expect(page.locator("#visit_cost--revenue")).to_have_value("120000")


def test_python_outlives_navigation_while_it_starts(page: Page, site_url: str) -> None:
    """A reader who leaves while Python starts finds it at work on the next page, and it is fetched once."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.url.endswith(".wasm") else None)
    open_calculator(page, site_url, "visit_cost", "nl")
    page.locator("#visit_cost--revenue").focus()
    page.locator("a[href$='late_payment/']").first.click()
    expect(page.locator("#late_payment--revenue")).to_be_editable()
    page.fill("#late_payment--revenue", "1.460.000,00")
    expect(page.locator("sales-calculator")).to_have_attribute("data-state", "ready", timeout=START)
    expect(page.locator("[data-answer=capital_tied_up]")).not_to_be_empty()
    assert len(fetched) == 1


def test_keyboard_alone_reaches_every_part(page: Page, site_url: str) -> None:
    """Typing, choosing, submitting and resetting work without a mouse."""
    open_calculator(page, site_url, "cost_per_visit", "en")
    page.locator("#cost_per_visit--method--hours, #cost_per_visit--method").first.focus()
    page.keyboard.press("ArrowDown")
    page.locator("#cost_per_visit--annual_pay").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("90000")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=headline]")).to_be_focused(timeout=START)


def test_without_javascript_the_example_can_be_read(browser_without_script: Page, site_url: str) -> None:
    """With JavaScript off the worked example, its steps and a sentence stand in the page; nothing can be typed."""
    page = browser_without_script
    page.goto(f"{site_url}calculators/visit_cost/")
    expect(page.locator(".answer-value")).to_contain_text("3.000")
    expect(page.locator(".calculator-without-script")).to_be_visible()
    expect(page.locator("#visit_cost--revenue")).not_to_be_editable()


@pytest.fixture
def browser_without_script(browser: object) -> object:
    """A page in a browser with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]  # the session's Browser
    yield context.new_page()
    context.close()


def test_the_last_question_wins(page: Page, site_url: str) -> None:
    """Typing fast shows the answer to what stands there in the end."""
    open_calculator(page, site_url, "visit_cost", "en")
    page.locator("#visit_cost--revenue").fill("")
    page.locator("#visit_cost--revenue").press_sequentially("250000", delay=0)
    expect(page.locator(".answer-headline")).to_contain_text("€50,500.00", timeout=START)


def test_rows_can_be_added_and_removed(page: Page, site_url: str) -> None:
    """A ladder grows and shrinks, and the answer follows."""
    open_calculator(page, site_url, "discount_realignment", "en")
    rows = page.locator("[data-field=ladder] tbody tr")
    before = rows.count()
    page.locator("[data-action=add-row]").click()
    expect(rows).to_have_count(before + 1)
    page.locator("[data-action=remove-row]").last.click()
    expect(rows).to_have_count(before)

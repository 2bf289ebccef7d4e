"""What a reader sees where Python does not come, does not run, or fails on a question."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from calculators.catalogue import NAMES
from site_build.serve import running, site_application
from tests.browser.calculators.pages import (
    START,
    answer,
    expect_answer,
    go_to,
    live,
    open_calculator,
    script_word,
    shown,
)
from tests.python_files import exchange, folders_of_python, with_more

POISON = "13"


@pytest.fixture
def visit(context: BrowserContext) -> Page:
    """A page on which faults are expected."""
    return context.new_page()


def _no_download(route: Route) -> None:
    route.abort()


def _cannot_run(route: Route) -> None:
    route.fulfill(response=route.fetch(), headers={"Content-Type": "text/plain"})


def _no_web_assembly(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=f"globalThis.WebAssembly = undefined;\n{response.text()}")


FAULTS = {
    "failed_download": ("**/*.wasm", _no_download),
    "failed_start": ("**/*.wasm", _cannot_run),
    "unsupported": ("**/python-worker*.js", _no_web_assembly),
}


def _message(element: Locator) -> Locator:
    return element.locator("[data-part=message]")


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_has_its_own_sentence(visit: Page, context: BrowserContext, site_url: str, fault: str) -> None:
    """Beside figures of the reader's no verdict stands where nothing can be computed; what was typed stays."""
    context.route(*FAULTS[fault])
    element = open_calculator(visit, site_url, "visit_cost", "en")
    expect(_message(element)).to_have_text(script_word(fault, "en"), timeout=START)
    # The example's answer still is the answer to the figures of the example.
    expect(element).to_have_attribute("data-answer", "example")
    fetched: list[str] = []
    visit.on("request", lambda request: fetched.append(request.url) if "/runtime/" in request.url else None)
    visit.fill("#visit_cost--revenue", "120,000")
    for part in ("head", "pictures", "figures", "details"):
        expect(element.locator(f"[data-part={part}]")).to_be_hidden()
    expect(visit.locator("#visit_cost--revenue")).to_have_value("120,000")
    expect(_message(element)).to_have_text(script_word(fault, "en"))
    visit.fill("#visit_cost--visits", "30")
    expect(element).to_have_attribute("data-answer", "failed")
    # Only the reader's Retry fetches it again.
    assert fetched == []
    expect(element.locator(".calculator-retry")).to_have_count(0 if fault == "unsupported" else 1)


def test_retry_answers_with_the_figures_typed_meanwhile(visit: Page, context: BrowserContext, site_url: str) -> None:
    """Where Python could not be fetched, Retry asks what stands in the form by then, and only that."""
    visit.add_init_script(
        "globalThis.asked = []; const post = Worker.prototype.postMessage;"
        "Worker.prototype.postMessage = function (message) { asked.push(message.request); post.call(this, message); };"
    )
    context.route("**/*.wasm", _no_download)
    element = open_calculator(visit, site_url, "visit_cost", "nl")
    visit.fill("#visit_cost--revenue", "110000")
    expect(element.locator(".calculator-retry")).to_be_visible(timeout=START)
    visit.fill("#visit_cost--revenue", "120000")
    context.unroute("**/*.wasm")
    element.locator(".calculator-retry").click()
    expect_answer(element, answer("visit_cost", "nl", shown(element)))
    expect(element.locator(".calculator-retry")).to_have_count(0)
    assert visit.evaluate("asked.filter(Boolean).length") == 1


@pytest.fixture(scope="module")
def broken_url(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose package has a bug: a model that fails on one figure."""
    bug = f"""
_sound = visit_cost


def visit_cost(**values):
    return _sound(**values) if values["visits"] != {POISON} else 1 // 0
"""
    copy = tmp_path_factory.mktemp("broken") / "site"
    shutil.copytree(site, copy)
    bundle = folders_of_python(copy)["calculators"] / "calculators.zip"
    exchange(copy, bundle, with_more(bundle, "calculators/models/visit_cost/formula.py", bug))
    with running(site_application(copy)) as address:
        yield address


def test_a_question_that_python_fails_on_is_rejected_alone(visit: Page, broken_url: str) -> None:
    """It says so in its own words, blames no connection, is not asked again, and the next question is answered."""
    element = open_calculator(visit, broken_url, "visit_cost", "en")
    visit.fill("#visit_cost--visits", "12")
    expect_answer(element, answer("visit_cost", "en", shown(element)))
    visit.fill("#visit_cost--visits", POISON)
    # Once the complete Python was asked too.
    expect(element).to_have_attribute("data-answer", "failed", timeout=START)
    expect(element).to_have_attribute("data-shown", "own")
    expect(_message(element)).to_contain_text(script_word("not_computed", "en"))
    expect(_message(element)).to_contain_text(script_word("earlier", "en"))
    expect(element).to_have_attribute("data-python", "ready")
    expect(element.locator(".calculator-retry")).to_have_count(0)
    visit.fill("#visit_cost--visits", "14")
    expect_answer(element, answer("visit_cost", "en", shown(element)))


def test_a_first_question_that_python_fails_on_shows_no_verdict(visit: Page, broken_url: str) -> None:
    """Where no figures of the reader's had an answer before, none is shown; another calculator works."""
    element = open_calculator(visit, broken_url, "visit_cost", "en", f"#~calculator=visit_cost&lang=en&visits={POISON}")
    expect(element).to_have_attribute("data-answer", "failed", timeout=START)
    expect(element.locator("[data-part=head]")).to_be_hidden()
    expect(_message(element)).to_have_text(script_word("not_computed", "en"))
    other = go_to(visit, "late_payment")
    visit.fill("#late_payment--revenue", "1,460,000")
    expect_answer(other, answer("late_payment", "en", shown(other)))


def test_python_outlives_navigation_while_it_starts(page: Page, site_url: str) -> None:
    """A reader who leaves while Python starts finds it at work on the next page, and it is fetched once."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.url.endswith(".wasm") else None)
    open_calculator(page, site_url, NAMES[0], "nl")
    element = go_to(page, "late_payment")
    page.fill("#late_payment--revenue", "1.460.000,00")
    expect_answer(element, answer("late_payment", "nl", shown(element)))
    assert len(fetched) == 1


def test_what_a_reader_hears_of_a_fault(visit: Page, context: BrowserContext, site_url: str) -> None:
    """A screen reader hears the sentence of a failed download, and of no single downloaded byte."""
    context.route("**/*.wasm", _no_download)
    element = open_calculator(visit, site_url, "visit_cost", "en")
    expect(element.locator("[data-part=status]")).to_have_text(script_word("failed_download", "en"), timeout=START)
    expect(element.locator("[data-part=python] [role=status]")).to_have_count(0)
    live(visit, "visit_cost")

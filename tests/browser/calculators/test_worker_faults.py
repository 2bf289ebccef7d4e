"""A worker of Python that dies or does not come to an end: it is noticed, and never leaves a verdict for good.

The page's clock is put forward, so that nobody waits as long as a reader would.
"""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.calculators.pages import START, answer, expect_answer, open_calculator, script_word, shown

SILENT = 20_000  # milliseconds without an answer after which the worker counts as lost
WORKER = "**/python-worker-*.js"
POISON = "13"
FAULTS = {"endless": "for (;;);", "dead": "self.close(); event.stopImmediatePropagation();"}


@pytest.fixture
def visit(context: BrowserContext) -> Page:
    """A page whose clock a test can put forward."""
    page = context.new_page()
    page.clock.install()
    return page


def _spoil(context: BrowserContext, fault: str) -> None:
    """Let each worker from now on run `fault` where it is asked about the figure `POISON`."""
    condition = f"event.data.request?.includes('\"{POISON}\"')"
    ill = f"addEventListener('message', (event) => {{ if ({condition}) {{ {fault} }} }});"

    def spoiled(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"{ill}\n{response.text()}")

    context.route(WORKER, spoiled)


def _silence(page: Page) -> None:
    """The time passes in which the worker should have answered."""
    page.clock.fast_forward(SILENT)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_silent_worker_is_started_anew_and_asked_again(
    visit: Page, context: BrowserContext, site_url: str, fault: str
) -> None:
    """The reader hears why it takes longer, and gets the answer without doing anything."""
    _spoil(context, FAULTS[fault])
    element = open_calculator(visit, site_url, "visit_cost", "en")
    expect(element).to_have_attribute("data-python", "ready", timeout=START)
    context.unroute(WORKER)
    visit.fill("#visit_cost--visits", POISON)
    expect(element).to_have_attribute("data-answer", "waiting")
    _silence(visit)
    expect(element.locator("[data-part=status]")).to_have_text(script_word("starting_again", "en"))
    expect_answer(element, answer("visit_cost", "en", shown(element)))
    expect(element.locator("[data-part=python]")).to_be_empty()


def test_a_second_silence_ends_in_a_message_with_retry(visit: Page, context: BrowserContext, site_url: str) -> None:
    """Beside figures without an answer no verdict stands unmarked, and Retry answers once the fault is gone."""
    _spoil(context, FAULTS["endless"])
    element = open_calculator(visit, site_url, "visit_cost", "nl")
    visit.fill("#visit_cost--visits", "12")
    expect_answer(element, answer("visit_cost", "nl", shown(element)))
    visit.fill("#visit_cost--visits", POISON)
    expect(element).to_have_attribute("data-answer", "waiting")
    _silence(visit)
    expect(element).to_have_attribute("data-python", "loading")
    expect(element).to_have_attribute("data-python", "ready", timeout=START)
    expect(element).to_have_attribute("data-answer", "waiting")
    _silence(visit)
    expect(element).to_have_attribute("data-python", "failed")
    expect(element).to_have_attribute("data-answer", "failed")
    expect(element.locator("[data-part=message]")).to_contain_text(script_word("silent", "nl"))
    context.unroute(WORKER)
    element.locator(".calculator-retry").click()
    expect_answer(element, answer("visit_cost", "nl", shown(element)))


def test_other_figures_are_answered_after_a_silence(visit: Page, context: BrowserContext, site_url: str) -> None:
    """A question that the worker never answers is given up for a later one of the same reader."""
    _spoil(context, FAULTS["endless"])
    element = open_calculator(visit, site_url, "visit_cost", "nl")
    expect(element).to_have_attribute("data-python", "ready", timeout=START)
    visit.fill("#visit_cost--visits", POISON)
    expect(element).to_have_attribute("data-answer", "waiting")
    visit.fill("#visit_cost--visits", "60")
    _silence(visit)
    expect_answer(element, answer("visit_cost", "nl", shown(element)))

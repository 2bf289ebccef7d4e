"""Files of Python that come damaged, stall or are missing: a sentence, and a Retry that really fetches them again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from site_build.serve import running
from tests.browser.calculators.faulty_server import BUNDLE, IMAGE, WASM, WORKER, FaultyServer
from tests.browser.calculators.pages import START, answer, expect_answer, open_calculator, script_word, shown

STALLED: Final = 30_000  # milliseconds without a byte after which a download counts as failed
# Which file comes how, and which sentence says so.
DAMAGED: Final = (
    (WASM, "flipped", "failed_download"),
    (WASM, "page", "failed_download"),
    (IMAGE, "flipped", "failed_download"),
    (IMAGE, "missing", "failed_download"),
    (BUNDLE, "flipped", "failed_download"),
    ("python/pyodide.mjs", "missing", "failed_download"),
    ("python/pyodide.asm.mjs", "page", "failed_download"),
    (WORKER, "missing", "renewed"),
    (WORKER, "page", "failed_download"),
)


@pytest.fixture
def server(site: Path) -> Iterator[FaultyServer]:
    """A server whose faults a test chooses."""
    faulty = FaultyServer(site)
    yield faulty
    faulty.heal()


@pytest.fixture
def address(server: FaultyServer) -> Iterator[str]:
    """Where that server listens."""
    with running(server.application) as found:
        yield found
        server.heal()


@pytest.fixture
def visit(context: BrowserContext) -> Page:
    """A page on which faults are expected."""
    return context.new_page()


def _expect_sentence(element: Locator, key: str) -> None:
    expect(element.locator("[data-part=message]")).to_have_text(script_word(key, "en"), timeout=START)
    expect(element.locator(".calculator-retry")).to_be_visible()


def _expect_recovery(element: Locator) -> None:
    """Retry answers to what was typed meanwhile."""
    element.page.fill("#visit_cost--visits", "30")
    element.locator(".calculator-retry").click()
    expect_answer(element, answer("visit_cost", "en", shown(element)))


@pytest.mark.parametrize(("name", "fault", "sentence"), DAMAGED)
def test_a_damaged_file_ends_in_a_sentence_and_retry_fetches_it_again(
    visit: Page, server: FaultyServer, address: str, name: str, fault: str, sentence: str
) -> None:
    """Nothing is computed with a damaged file, and one that the browser was told to keep is not believed again."""
    server.spoil(name, fault)
    element = open_calculator(visit, address, "visit_cost", "en")
    _expect_sentence(element, sentence)
    server.heal()
    _expect_recovery(element)


def test_a_download_that_stalls_ends_in_a_sentence(visit: Page, server: FaultyServer, address: str) -> None:
    """Half of the interpreter came and then nothing: after half a minute the reader can try again."""
    visit.clock.install()
    server.spoil(WASM, "stalled")
    element = open_calculator(visit, address, "visit_cost", "en")
    expect(element.locator("progress")).to_have_js_property("value", server.bytes_until_the_stall(), timeout=START)
    visit.clock.fast_forward(STALLED)
    _expect_sentence(element, "failed_download")
    server.heal()
    _expect_recovery(element)

"""The built site over HTTP with its headers, in a real browser; every page is watched for faults."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from benchmarks.chromium import CHROMIUM
from benchmarks.chromium import FLAGS as CHROMIUM_FLAGS
from site_build.serve import running, site_application

# Python runs for seconds in a test: compiling it once more, to run faster, costs a quarter of each start.
FLAGS = [*CHROMIUM_FLAGS, "--js-flags=--liftoff-only"]
# Chromium's and Firefox's name for a download that the page itself ended.
ABORTED = ("net::ERR_ABORTED", "NS_BINDING_ABORTED")


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the site's root, served with its security policy."""
    with running(site_application(site)) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium."""
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visit of its own, with nothing kept from another."""
    visit = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=False)
    yield visit
    visit.close()


def watched(page: Page, site_url: str) -> list[str]:
    """A list that fills with console errors, policy violations, failed requests and requests to other hosts."""
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    # A page that is left stops its own downloads: that is no fault.
    page.on(
        "requestfailed",
        lambda request: None if request.failure in ABORTED else faults.append(f"failed: {request.url}"),
    )
    page.on(
        "response",
        lambda response: faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None,
    )
    page.on(
        "request",
        lambda request: None if request.url.startswith((site_url, "data:", "blob:")) else faults.append(request.url),
    )
    return faults


@pytest.fixture
def page(context: BrowserContext, site_url: str) -> Iterator[Page]:
    """A page; the test fails where it leaves a fault behind."""
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    faults = watched(opened, site_url)
    yield opened
    assert faults == []

"""A person at a browser, whichever engine is in it: Firefox through Playwright, WebKit through Selenium."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from playwright.sync_api import Page, Playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

FIREFOX: Final = "/usr/bin/firefox-esr"
WEBKIT_DRIVER: Final = "/usr/bin/WebKitWebDriver"
DEBIAN_PYTHON: Final = "/usr/bin/python3"
WEBKIT_BROWSER: Final = Path(__file__).with_name("webkit_browser.py")
PATIENCE: Final = 30  # seconds that a slow machine may take for anything
EACH: Final = 0.02  # seconds between two looks at a page


class Reader(Protocol):
    """What the tests of all engines need of a browser, and no more.

    A function is JavaScript that takes one value; the policy of the site forbids expressions in texts.
    """

    def open(self, address: str) -> None:
        """Go to a page."""

    def fill(self, selector: str, text: str) -> None:
        """Type over what stands in a field, key by key."""

    def press_enter(self, selector: str) -> None:
        """Press Enter on what is found first."""

    def read(self, function: str, given: Any = None) -> Any:
        """What the function gives on the page that is shown."""

    def wait(self, function: str, given: Any) -> None:
        """Until the function gives something true, or the patience ends."""

    def console(self) -> list[str]:
        """The errors in the console so far."""


# Starts a browser on a profile, which it keeps for the next one, and ends it.
Engine = Callable[[Path], AbstractContextManager[Reader]]


def expect(reader: Reader, function: str, expected: Any, given: Any = None) -> None:
    """Wait until the function gives what is expected."""
    reader.wait(
        f"([expected, given]) => JSON.stringify(({function})(given)) === JSON.stringify(expected)", [expected, given]
    )
    found = reader.read(function, given)
    assert found == expected, found


class _PlaywrightReader:
    """A reader in a browser that Playwright drives."""

    def __init__(self, page: Page) -> None:
        page.set_default_timeout(PATIENCE * 1000)
        self._page = page
        self._console: list[str] = []
        page.on("console", lambda message: self._console.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._console.append(str(error)))

    def open(self, address: str) -> None:
        self._page.goto(address)

    def fill(self, selector: str, text: str) -> None:
        self._page.locator(selector).press("Control+A")
        self._page.keyboard.type(text)

    def press_enter(self, selector: str) -> None:
        self._page.locator(selector).first.press("Enter")

    def read(self, function: str, given: Any = None) -> Any:
        return self._page.evaluate(function, given)

    def wait(self, function: str, given: Any) -> None:
        try:
            self._page.wait_for_function(function, arg=given)
        except PlaywrightTimeoutError:
            return

    def console(self) -> list[str]:
        return self._console


class _SeleniumReader:
    """A reader in a browser that Selenium drives, whose output is in a file."""

    def __init__(self, driver: WebKitGTK, output: Path) -> None:
        self._driver = driver
        self._output = output
        self._waiting = WebDriverWait(driver, PATIENCE, EACH)

    def open(self, address: str) -> None:
        self._driver.get(address)

    def fill(self, selector: str, text: str) -> None:
        field = self._driver.find_element(By.CSS_SELECTOR, selector)
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(text)

    def press_enter(self, selector: str) -> None:
        self._driver.find_element(By.CSS_SELECTOR, selector).send_keys(Keys.ENTER)

    def read(self, function: str, given: Any = None) -> Any:
        return self._driver.execute_script(f"return ({function})(arguments[0])", given)

    def wait(self, function: str, given: Any) -> None:
        try:
            self._waiting.until(lambda _: self.read(function, given))
        except TimeoutException:
            return

    def console(self) -> list[str]:
        # A directive that WebKit does not know is left out by it, as it should.
        said = self._output.read_text(encoding="utf-8").splitlines()
        return [line for line in said if "ERROR" in line and "'manifest-src'" not in line]


def reader_on(page: Page) -> Reader:
    """A reader on a page that Playwright drives."""
    return _PlaywrightReader(page)


@contextmanager
def firefox(playwright: Playwright, profile: Path) -> Iterator[Reader]:
    """Debian's Firefox on a profile."""
    visit = playwright.firefox.launch_persistent_context(profile, channel="moz-firefox", executable_path=FIREFOX)
    try:
        yield reader_on(visit.new_page())
    finally:
        visit.close()


@contextmanager
def webkit(environment: Mapping[str, str], profile: Path) -> Iterator[Reader]:
    """Debian's WebKit on a profile, in an environment that names a screen."""
    options = WebKitGTKOptions()
    options.binary_location = DEBIAN_PYTHON
    options.add_argument(str(WEBKIT_BROWSER))
    options.add_argument(str(profile))
    profile.mkdir(exist_ok=True)
    output = profile / "console"
    service = Service(WEBKIT_DRIVER, log_output=str(output), env={**os.environ, **environment})
    driver = WebKitGTK(options, service)
    try:
        yield _SeleniumReader(driver, output)
    finally:
        driver.quit()


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment that names a screen that nobody sees, which WebKit needs."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        try:
            yield {"DISPLAY": f":{server.stdout.readline().strip()}"}
        finally:
            server.terminate()

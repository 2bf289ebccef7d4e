"""Files of Python that come damaged, stall or are missing: a sentence, and a Retry that really fetches them again.

The site is served for real, because a browser keeps nothing of what a test answers in the server's place.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import Final
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from site_build.serve import Switch, running, site_application
from tests.browser.calculators.pages import START, answer, expect_answer, open_calculator, script_word, shown

STALLED: Final = 30_000  # milliseconds without a byte after which a download counts as failed
WASM: Final = "pyodide.asm.wasm"
# What is counted while Python starts.
FETCHED: Final = ("pyodide-lock.json", WASM, "python_stdlib.zip", "calculators.zip")
TYPES: Final = {".wasm": "application/wasm", ".mjs": "text/javascript", ".zip": "application/zip"}
# Which file comes how, and which sentence says so.
DAMAGED: Final = (
    (WASM, "flipped", "failed_download"),
    (WASM, "page", "failed_download"),
    (WASM, "mistyped", "failed_start"),
    ("calculators.zip", "flipped", "failed_download"),
    ("pyodide.mjs", "missing", "failed_download"),
    ("pyodide.asm.mjs", "page", "failed_download"),
    ("manifest.json", "missing", "renewed"),
    ("manifest.json", "page", "renewed"),
)


class FaultyServer:
    """The site, of which one file can be served with a fault, to be kept for a year."""

    def __init__(self, site: Path, runtime: Path) -> None:
        """Serve everything as it is."""
        self._runtime = runtime
        self._sound = site_application(site)
        self._healed = Event()
        self.application = Switch(self._sound)

    def spoil(self, name: str, fault: str) -> None:
        """Serve one file of the runtime with a fault."""
        content = (self._runtime / name).read_bytes()
        middle = len(content) // 2
        sound_type = TYPES.get(Path(name).suffix, "application/json")
        flipped = (
            content[:middle] + bytes(byte ^ 0xFF for byte in content[middle : middle + 64]) + content[middle + 64 :]
        )
        status, content_type, body = {
            "flipped": ("200 OK", sound_type, [flipped]),
            "missing": ("404 Not Found", "text/html", [b"<!doctype html>"]),
            "mistyped": ("200 OK", "text/plain", [content]),
            "page": ("200 OK", "text/html", [b"<!doctype html>"]),
            "stalled": ("200 OK", sound_type, self._half(content)),
        }[fault]
        self.application.application = self._instead(name, status, content_type, body)

    def bytes_until_the_stall(self) -> int:
        """How many bytes come where the second half of the interpreter does not."""
        files = json.loads((self._runtime / "manifest.json").read_bytes())["files"]
        sizes = {name: int(file["bytes"]) for name, file in files.items() if name in FETCHED}
        return sum(sizes.values()) - sizes[WASM] + sizes[WASM] // 2

    def heal(self) -> None:
        """Serve everything as it is again."""
        self.application.application = self._sound
        self._healed.set()

    def _half(self, content: bytes) -> Iterator[bytes]:
        yield content[: len(content) // 2]
        self._healed.wait()

    def _instead(self, name: str, status: str, content_type: str, body: Iterable[bytes]) -> WSGIApplication:
        headers = [("Content-Type", content_type), ("Cache-Control", "public, max-age=31536000, immutable")]

        def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if not environ["PATH_INFO"].endswith(f"/{name}"):
                return self._sound(environ, start_response)
            start_response(status, headers)
            return body

        return application


@pytest.fixture
def server(site: Path, python_runtime: Path) -> Iterator[FaultyServer]:
    """A server whose faults a test chooses."""
    faulty = FaultyServer(site, python_runtime)
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

"""Times and bytes of visits to the built site in Chromium: first and return visit, next page, keystrokes, build.

Run as `python -m benchmarks.visits [--runs N]`.
"""

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from site_build.build import build
from site_build.serve import running, site_application

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
CALCULATOR = "calculators/visit_cost/"
NEXT = "late_payment"
KEYSTROKES = 100
READY = "() => document.querySelector('sales-calculator')?.dataset.python === 'ready'"
# Types one digit after another into a field and waits for the answer to each.
TYPE = """async ([selector, count]) => {
  const input = document.querySelector(selector);
  const head = document.querySelector('[data-part=head]');
  const times = [];
  for (let n = 0; n < count; n += 1) {
    const started = performance.now();
    const answered = new Promise((resolve) => {
      const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
      observer.observe(head, { childList: true });
    });
    input.value = String(60000 + n);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await answered;
    times.push(performance.now() - started);
  }
  return times;
}"""
PLAIN_START = """async () => {
  const root = new URL(document.querySelector('meta[name="python-runtime"]').content, location.href).href;
  const started = performance.now();
  const { loadPyodide } = await import(root + 'pyodide.mjs');
  const python = await loadPyodide({ indexURL: root });
  const archive = await (await fetch(root + 'calculators.zip')).arrayBuffer();
  python.unpackArchive(archive, 'zip', { extractDir: '/plain' });
  python.runPython('import sys; sys.path.insert(0, "/plain"); from calculators.door import respond');
  return (performance.now() - started) / 1000;
}"""


class Bytes:
    """Bytes over the wire of one page, headers included, by kind."""

    def __init__(self, page: Page) -> None:
        """Watch the page, and its worker, from now on."""
        self.page = 0
        self.runtime = 0
        self._addresses: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")
        page.context.on("response", self._of_worker)

    def _sent(self, event: dict[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _finished(self, event: dict[str, Any]) -> None:
        if "/runtime/" not in self._addresses.get(event["requestId"], ""):
            self.page += int(event["encodedDataLength"])

    def _of_worker(self, response: Any) -> None:
        if "/runtime/" in response.url and not response.from_service_worker:
            self.runtime += int(response.headers.get("content-length", "0"))


def shown(label: str, values: Sequence[float], unit: str) -> None:
    """Print the median with the lowest and the highest."""
    line = f"{label:<58} {statistics.median(values):9.3f} {unit}"
    print(f"{line}  ({min(values):.3f} - {max(values):.3f}, n={len(values)})" if len(values) > 1 else line)


def timed(action: Callable[[], object]) -> float:
    """Seconds that the action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def until_live(page: Page, address: str) -> tuple[float, float]:
    """Seconds from asking for the page, and from the first touch of its form, to Python's own answer in it."""
    asked = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("sales-calculator input:not([readonly])")
    page.evaluate("() => document.querySelector('sales-calculator input').focus()")
    touched = time.perf_counter()
    page.wait_for_function(READY)
    page.evaluate(TYPE, ["sales-calculator input", 1])
    answered = time.perf_counter()
    return answered - asked, answered - touched


def measured_visit(context: BrowserContext, address: str) -> tuple[tuple[float, float], Bytes]:
    """A visit on a page of its own: the seconds of `until_live`, and the bytes."""
    page = context.new_page()
    count = Bytes(page)
    seconds = until_live(page, address)
    page.close()
    return seconds, count


def visits(browser: Browser, root: str, runs: int) -> None:
    """First and return visits, with bytes; and a plain Pyodide start beside them."""
    first, touched, again, plain = [], [], [], []
    pages, runtimes, returned = [], [], []
    for _ in range(runs):
        context = browser.new_context()
        seconds, count = measured_visit(context, root + CALCULATOR)
        first.append(seconds[0])
        touched.append(seconds[1])
        pages.append(count.page / 1000)
        runtimes.append(count.runtime / 1000)
        seconds, count = measured_visit(context, root + CALCULATOR)
        again.append(seconds[0])
        returned.append(count.page / 1000)
        context.close()
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{root}reference/about/")
        plain.append(page.evaluate(PLAIN_START))
        context.close()
    shown("first visit, page asked for to live answer", first, "s")
    shown("first visit, first touch of the form to live answer", touched, "s")
    shown("plain Pyodide start with one calculator, same files", plain, "s")
    shown("return visit, same", again, "s")
    shown("page before Python, over the wire", pages, "kB")
    shown("Python runtime, over the wire", runtimes, "kB")
    shown("return visit, page over the wire", returned, "kB")


def within_a_visit(browser: Browser, root: str) -> None:
    """Keystrokes, and the next page by instant navigation."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    until_live(page, root + CALCULATOR)
    times = sorted(page.evaluate(TYPE, ["#visit_cost--revenue", KEYSTROKES]))
    print(f"{'keystroke to new answer, median':<58} {statistics.median(times):9.1f} ms")
    print(f"{'keystroke to new answer, 95th percentile':<58} {times[int(len(times) * 0.95) - 1]:9.1f} ms")
    following = []
    for name in (NEXT, "visit_cost", NEXT, "cost_per_visit", NEXT):
        link = page.locator(f".md-nav--primary a[href$='{name}/']").first

        def go(name: str = name, link: Any = link) -> None:
            link.click()
            page.wait_for_selector(f"#{name}-calculator input:not([readonly])")

        following.append(timed(go))
        page.evaluate(TYPE, ["sales-calculator input", 1])
    shown("next page in the same visit, click to usable calculator", following, "s")
    context.close()


def main() -> None:
    """Build, serve and measure."""
    parser = argparse.ArgumentParser(description="Times and bytes of visits to the built site.")
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(site)
        seconds = [timed(lambda: build(site, report=lambda _: None)) for _ in range(runs)]
        print(f"\n{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {sys.platform}")
        with running(site_application(site)) as root, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            print(f"Chromium {browser.version}\n")
            shown("both languages built, runtime in the cache", seconds, "s")
            visits(browser, root, runs)
            within_a_visit(browser, root)
            browser.close()


if __name__ == "__main__":
    main()

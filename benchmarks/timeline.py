"""Where our own time goes: `python -m benchmarks.timeline [--site FOLDER] [--runs N] [--slow] [--restart]`.

The site is served as it was built, but for some lines before the worker's script that mark what passes between the
script and the browser. A `performance.mark` that the product sets itself shows up among them.
"""

import argparse
import os
import statistics
from collections import defaultdict
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from benchmarks.candidates import OURS, PROJECT, built_site, ours
from benchmarks.server import serving
from benchmarks.visit import SCRIPTS, SETTINGS, Visitor, new_profile, reader

# Marks and large files of one thread, in milliseconds since the epoch: page and worker count from moments of their own.
MARKS: Final = """() => {
  const told = (kind) => performance.getEntriesByType(kind).map(({ name, startTime, responseEnd, transferSize }) =>
    ({ name, at: performance.timeOrigin + startTime, end: performance.timeOrigin + responseEnd, size: transferSize }));
  return { origin: performance.timeOrigin, marks: told("mark"), files: told("resource") };
}"""
PAGE: Final = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const { typedAt, answeredAt } = globalThis.benchmark;
  const moments = {
    "HTML begins (commit)": page.responseStart, "HTML here": page.responseEnd, "DOM ready": page.domInteractive,
    "DOMContentLoaded done": page.domContentLoadedEventEnd, "load done": page.loadEventEnd,
    "first paint": performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    "field usable, typed": typedAt, "ANSWER SHOWN": answeredAt,
  };
  return Object.entries(moments).map(([name, at]) => ({ name, at: performance.timeOrigin + at }));
}"""

Moments = dict[str, float]


class Timeline:
    """Gathers the moments of visits, in milliseconds after the page's commit."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self.visits: list[Moments] = []

    def look(self, page: Page) -> None:
        """Take the moments of a visit from its page and its workers."""
        moments = page.evaluate(PAGE)
        commit = moments[0]["at"]
        found = {f"page: {one['name']}": one["at"] - commit for one in moments}
        found |= _of_thread("page", page.evaluate(MARKS), commit)
        for worker in page.workers:
            seen, name = worker.evaluate(MARKS), _file(worker.url)
            found[f"{name}: begins"] = seen["origin"] - commit
            found |= _of_thread(name, seen, commit)
        self.visits.append(found)


def _of_thread(thread: str, seen: dict[str, Any], commit: float) -> Moments:
    found = {f"{thread}: {mark['name']}": mark["at"] - commit for mark in seen["marks"]}
    for file in seen["files"]:
        size = f"{file['size'] / 1000:,.0f} kB" if file["size"] else "kept"
        found[f"{thread}:   {_file(file['name'])} asked"] = file["at"] - commit
        found[f"{thread}:   {_file(file['name'])} here ({size})"] = file["end"] - commit
    return found


def _file(address: str) -> str:
    return urlsplit(address).path.rstrip("/").rsplit("/", 1)[-1]


def show(visits: list[Moments]) -> None:
    """Print the median of each moment in order, with the step since the one before, and the spread."""
    seen = defaultdict(list)
    for visit in visits:
        for name, at in visit.items():
            seen[name].append(at)
    before = 0.0
    for name, values in sorted(seen.items(), key=lambda one: statistics.median(one[1])):
        at = statistics.median(values)
        spread = f"   ({min(values):.0f}-{max(values):.0f})" if len(values) > 1 else ""
        missed = "" if len(values) == len(visits) else f"   in {len(values)} of {len(visits)}"
        print(f"{at:8.0f} ms  +{at - before:5.0f}  {name}{spread}{missed}")
        before = at


def main() -> None:
    """Visit our site and print where the time of first and return visits goes."""
    parser = argparse.ArgumentParser(description="Where the time to an answer goes.")
    parser.add_argument("--site", type=built_site, default=str(PROJECT / "site"), help="a built site")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--slow", action="store_true", help="a slow line and processor")
    parser.add_argument("--restart", action="store_true", help="the browser is started anew before the return visit")
    options = parser.parse_args()
    setting = SETTINGS["slow" if options.slow else "free"]
    candidate = ours(options.site)
    first, again = Timeline(), Timeline()
    with serving({OURS: candidate}) as server, sync_playwright() as playwright:
        server.say(prelude=(SCRIPTS / "worker-marks.js").read_text(encoding="utf-8"))
        early = (SCRIPTS / "page-marks.js").read_text(encoding="utf-8")
        visitors = [Visitor(OURS, candidate, server, setting, timeline.look, early) for timeline in (first, again)]
        turns = [visitors[:1], visitors[1:]] if options.restart else [visitors]
        for _ in range(options.runs):
            with new_profile() as profile:
                for turn in turns:
                    with reader(playwright, profile) as chromium:
                        for visitor in turn:
                            visitor.visit(chromium)
    for name, timeline in (("First visit", first), ("Return visit", again)):
        print(f"\n{name}, {setting.words}: milliseconds after commit, median of {options.runs}")
        print(f"(load {os.getloadavg()[0]:.1f})")
        show(timeline.visits)


if __name__ == "__main__":
    main()

"""Lighthouse, mobile, of the pages that are weighed: its scores, and what it measured."""

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from benchmarks.candidates import OURS
from benchmarks.chromium import CHROMIUM
from benchmarks.server import RunningServer
from benchmarks.tables import spread, table
from benchmarks.weight import PAGES

VERSION: Final = "12.8.2"
MOST_RUNS: Final = 3
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
# With the milliseconds in a unit, and the digits that it is told in.
FIGURES: Final = {
    "first-contentful-paint": ("first paint, s", 1000, 1),
    "largest-contentful-paint": ("largest paint, s", 1000, 1),
    "total-blocking-time": ("blocked, ms", 1, 0),
    "cumulative-layout-shift": ("layout shift", 1, 3),
}
FLAGS: Final = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"

Report = dict[str, Any]


def lighthouse(server: RunningServer, runs: int, report: Callable[[str], None]) -> str:
    """A table with a row for each page."""
    headings = [f"Lighthouse {VERSION}", *CATEGORIES, *(heading for heading, _, _ in FIGURES.values()), "fails"]
    rows = []
    for name, path in PAGES.items():
        found = [_report(server.address(OURS, path)) for _ in range(min(runs, MOST_RUNS))]
        rows.append([f"{name} (n = {len(found)})", *_row(found)])
        report(f"  {name}: {' '.join(rows[-1][1:5])}")
    return table(headings, rows)


def _report(address: str) -> Report:
    """What Lighthouse says of a page, in a browser of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json"]
        options = [f"--output-path={path}", f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"]
        subprocess.run(  # noqa: S603 - fixed arguments
            [*command, *options], check=True, env={**os.environ, "CHROME_PATH": CHROMIUM}
        )
        found: Report = json.loads(path.read_text(encoding="utf-8"))
        return found


def _row(found: list[Report]) -> list[str]:
    scores = [spread([one["categories"][name]["score"] * 100 for one in found]) for name in CATEGORIES]
    figures = [
        f"{statistics.median(one['audits'][name]['numericValue'] for one in found) / unit:.{digits}f}"
        for name, (_, unit, digits) in FIGURES.items()
    ]
    fails = sorted({name for one in found for name, audit in one["audits"].items() if _is_failed(audit)})
    return [*scores, *figures, ", ".join(fails)]


def _is_failed(audit: dict[str, Any]) -> bool:
    return audit.get("score") == 0 and audit.get("scoreDisplayMode") == "binary"

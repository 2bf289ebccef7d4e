"""What a reader fetches again after a release in which one calculator changed."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Playwright

from benchmarks.candidates import CALCULATOR, OURS, ours
from benchmarks.project_copy import built, project_copy
from benchmarks.server import RunningServer
from benchmarks.tables import kilobytes, spread, table
from benchmarks.visit import SETTINGS, Visitor, new_profile, reader

FORMULA: Final = f"calculators/models/{CALCULATOR}/formula.py"
HEADINGS: Final = ("", "page, kB", "Python, kB", "in vain", "seconds to the answer")


def update(playwright: Playwright, server: RunningServer, site: Path) -> str:
    """A table of a first visit, and of one after a release with one more line in a formula."""
    with project_copy() as project:
        with (project / FORMULA).open("a", encoding="utf-8") as formula:
            formula.write("\nCHANGED = True\n")
        built(project)
        with new_profile() as profile, reader(playwright, profile) as chromium:
            visitor = Visitor(OURS, ours(site), server, SETTINGS["free"])
            visits = {"first visit": visitor.visit(chromium)}
            server.say(folder=[OURS, str(project / "site")])
            visits["the first after a release with one changed formula"] = visitor.visit(chromium)
        server.say(folder=[OURS, str(site)])
    rows = []
    for name, visit in visits.items():
        wire = visit.wire_in_all
        sizes = [kilobytes(part.kilobytes) for part in (wire.page, wire.python)]
        rows.append([name, *sizes, str(wire.unchanged), spread([visit.answered], 2)])
    return table(HEADINGS, rows)

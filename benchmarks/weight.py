"""What our pages weigh over the wire, before Python and with it."""

import time
from typing import Final

from playwright.sync_api import Playwright

from benchmarks.candidates import CALCULATOR, OURS
from benchmarks.server import RunningServer
from benchmarks.tables import table
from benchmarks.visit import new_profile, reader

PAGES: Final = {
    "home": "",
    "chapter": "foundations/natural-laws/",
    "chapter with a calculator": "accounts/late-payment/",
    "calculator": f"calculators/{CALCULATOR}/",
}
# Seconds in which all that a page fetches by itself has come.
ALL: Final = 6
HEADINGS: Final = ("", "page, kB", "requests", "Python, kB", "requests")


def weights(playwright: Playwright, server: RunningServer) -> str:
    """A table with a row for each page."""
    rows = []
    for name, path in PAGES.items():
        with new_profile() as profile, reader(playwright, profile) as chromium:
            server.say(forget=True)
            chromium.context.new_page().goto(server.address(OURS, path))
            time.sleep(ALL)
            wire = server.say()
            page, python = wire.page, wire.python
            figures = (page.kilobytes, len(page.answers), python.kilobytes, len(python.answers))
            rows.append([name, *(f"{figure:,.0f}" for figure in figures)])
    return table(HEADINGS, rows)

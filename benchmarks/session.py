"""What goes on within a visit to our site: keystrokes to new answers, and the next page."""

from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Error

from benchmarks.candidates import NEXT_CALCULATOR, REVENUE
from benchmarks.chromium import Chromium
from benchmarks.tables import share, spread, table
from benchmarks.throttle import slowed
from benchmarks.visit import READ, SETTINGS, NoAnswerError, Visitor

KEYSTROKES: Final = 60
HEADINGS: Final = (
    "",
    "keystroke to new answer, ms: median",
    "95th of 100",
    "longest",
    "keystrokes",
    "next page: click to its answer, s",
)


@dataclass
class Sessions:
    """What was seen in all rounds at one setting, in milliseconds and in seconds."""

    keystrokes: list[float] = field(default_factory=list)
    next_pages: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def add(self, visitor: Visitor, chromium: Chromium) -> None:
        """Visit, type and go on to the next page; Python starts unthrottled. A failure is kept in words."""
        try:
            self._add(visitor, chromium)
        except (NoAnswerError, Error) as error:
            self.failures.append(str(error))
        finally:
            visitor.server.say(bits_per_second=0, round_trip=0)

    def _add(self, visitor: Visitor, chromium: Chromium) -> None:
        candidate, server = visitor.candidate, visitor.server
        page = visitor.page(chromium)
        with visitor.answer(page):
            page.goto(server.address(visitor.name, candidate.page), wait_until="load")
        visitor.set_line()
        with slowed(chromium.group, visitor.setting.times_slower):
            numbers = [str(int(REVENUE) + number) for number in range(1, KEYSTROKES + 1)]
            asked = {"field": candidate.field, "shown": candidate.shown, "numbers": numbers}
            self.keystrokes += page.evaluate("(asked) => typeNumbers(asked)", asked)
            page.evaluate(f"watchForAnswer({candidate.watch(NEXT_CALCULATOR)})")
            with visitor.answer(page):
                page.locator(f".md-nav--primary a[href$='{NEXT_CALCULATOR}/']").first.click()
        found = page.evaluate(READ)
        self.next_pages.append((found["answeredAt"] - found["clickedAt"]) / 1000)
        page.close()


def session_table(sessions: dict[str, Sessions]) -> str:
    """A row for each setting."""
    rows = [
        [
            SETTINGS[setting].words,
            spread([share(seen.keystrokes, 0.5)], 1),
            spread([share(seen.keystrokes, 0.95)], 1),
            spread([max(seen.keystrokes)], 1),
            str(len(seen.keystrokes)),
            spread(seen.next_pages, 2),
        ]
        for setting, seen in sessions.items()
        if seen.next_pages
    ]
    failures = "".join(f"\n- Failed: {failure}" for seen in sessions.values() for failure in seen.failures)
    return f"{table(HEADINGS, rows)}\n{failures}"

"""One visit to a candidate's page, from the commit of the page to the answer in it."""

import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Error, Page, Playwright

from benchmarks.candidates import REVENUE, Candidate, expected
from benchmarks.chromium import Chromium, opened
from benchmarks.server import RunningServer, Wire
from benchmarks.throttle import slowed

WATCH: Final = Path(__file__).parent / "scripts" / "watch.js"
ANSWERED: Final = "benchmark: answered"
PATIENCE: Final = 120_000  # milliseconds
# Seconds that a reader stays afterwards: what is written or fetched late belongs to this visit.
STAY: Final = 3
LONG: Final = 50  # milliseconds, as browsers define a long task
# Milliseconds of the page's own clock.
READ: Final = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? page.responseStart;
  return { ...globalThis.benchmark, committedAt: page.responseStart, paintedAt: paint };
}"""


@dataclass(frozen=True, slots=True)
class Setting:
    """How fast line and processor are."""

    bits_per_second: float
    round_trip: float
    times_slower: float
    words: str


SETTINGS: Final = {
    "free": Setting(0, 0, 1, "no throttling"),
    "slow": Setting(9e6, 0.06, 4, "9 Mbit/s, 60 ms round trip, a quarter of the processor"),
}


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit took: seconds from the page's commit, seconds of a processor, the wire, milliseconds of tasks."""

    answered: float
    typed: float
    painted: float
    processor: float
    wire: Wire
    later: Wire
    longest_task: float
    blocked: float


class NoAnswerError(Exception):
    """The expected answer did not come; with what the page complained of."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Visits a candidate over a server, at a setting.

    `look` sees the page before it is left; `scripts` run in it before its own.
    """

    name: str
    candidate: Candidate
    server: RunningServer
    setting: Setting
    look: Callable[[Page], None] = lambda _: None
    scripts: tuple[Path, ...] = ()

    def visit(self, chromium: Chromium, *, stay: float = STAY) -> Visit:
        """A visit on a page of its own.

        Raises:
            NoAnswerError: the expected answer is not shown within two minutes.
        """
        page = chromium.context.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)[:300]))
        page.on("console", lambda said: complaints.append(said.text[:300]) if said.type == "error" else None)
        page.add_init_script(self._asked())
        for script in (WATCH, *self.scripts):
            page.add_init_script(path=script)
        # The new page has come to rest.
        time.sleep(0.3)
        setting = self.setting
        self.server.say(bits_per_second=setting.bits_per_second, round_trip=setting.round_trip, forget=True)
        before = chromium.processor
        with slowed(chromium.group, setting.times_slower):
            try:
                with page.expect_console_message(lambda said: said.text == ANSWERED, timeout=PATIENCE):
                    page.goto(self.server.address(self.name, self.candidate.page), wait_until="commit")
            except Error as error:
                message = f"{self.name} gives no answer: {error.message.splitlines()[0]} {complaints[:3]}"
                raise NoAnswerError(message) from error
            processor = chromium.processor - before
            wire = self.server.say()
            time.sleep(stay * (1 if setting.times_slower == 1 else 2))
        self.look(page)
        found = replace(_visit(page.evaluate(READ), processor, wire), later=self.server.say())
        page.close()
        return found

    def _asked(self) -> str:
        asked = {
            "shown": self.candidate.shown,
            "expected": expected(has_sentence=self.candidate.has_sentence),
            "field": self.candidate.field,
            "typed": REVENUE,
        }
        return f"globalThis.benchmark = {json.dumps(asked)};"


def both_visits(playwright: Playwright, visitors: Sequence[Visitor], *, restart: bool) -> list[Visit]:
    """A first visit by the first of two visitors, and a return visit by the second, with one profile.

    Args:
        playwright: starts the browser.
        visitors: may be the same one twice.
        restart: the browser is started anew before the return visit.

    Raises:
        NoAnswerError: see `Visitor.visit`.
    """
    turns = [visitors[:1], visitors[1:]] if restart else [visitors]
    visits = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for turn in turns:
            with opened(playwright, Path(profile)) as chromium:
                # What a browser does when it has just started is no part of a visit.
                time.sleep(1.5)
                visits += [visitor.visit(chromium) for visitor in turn]
    return visits


def _visit(found: dict[str, Any], processor: float, wire: Wire) -> Visit:
    """From what the page saw, on its own clock."""
    tasks = [length for start, length in found["longTasks"] if start < found["answeredAt"]]

    def after_commit(moment: str) -> float:
        return float(found[moment] - found["committedAt"]) / 1000

    return Visit(
        answered=after_commit("answeredAt"),
        typed=after_commit("typedAt") if found["typedAt"] else 0,
        painted=after_commit("paintedAt"),
        processor=processor,
        wire=wire,
        later=wire,
        longest_task=max(tasks, default=0),
        blocked=sum(length - LONG for length in tasks if length > LONG),
    )

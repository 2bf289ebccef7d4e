"""One visit to a candidate's page, from the commit of the page to the answer in it."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Error, Page, Playwright

from benchmarks.candidates import Candidate
from benchmarks.chromium import Chromium, opened
from benchmarks.server import RunningServer, Wire
from benchmarks.throttle import slowed

SCRIPTS: Final = Path(__file__).parent / "scripts"
ANSWERED: Final = "benchmark: answered"
PATIENCE: Final = 120_000  # milliseconds
# Seconds that a reader stays afterwards, unthrottled: what is compiled, kept or fetched late belongs to this visit.
# Chromium keeps compiled WebAssembly when it has compiled nothing more for two seconds.
STAY: Final = 3
# Seconds after which a browser that was just started, and a new page in it, have come to rest.
REST: Final = 1
REST_OF_PAGE: Final = 0.3
LONG: Final = 50  # milliseconds, as browsers define a long task
READ: Final = """() => {
  const [page] = performance.getEntriesByType("navigation");
  return { ...globalThis.benchmark, committedAt: page.responseStart };
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
    was_typed: bool
    processor: float
    wire: Wire
    wire_in_all: Wire
    longest_task: float
    longest_since_typed: float
    blocked: float


class NoAnswerError(Exception):
    """The expected answer did not come; with what the page complained of."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Visits a candidate over a server, at a setting.

    `look` sees the page before it is left; `early` is a script that runs in it before its own.
    """

    name: str
    candidate: Candidate
    server: RunningServer
    setting: Setting
    look: Callable[[Page], None] = lambda _: None
    early: str = ""

    def visit(self, chromium: Chromium) -> Visit:
        """A visit on a page of its own.

        Raises:
            NoAnswerError: the expected answer is not shown within two minutes.
        """
        page = self.page(chromium)
        self.set_line()
        before = chromium.processor
        with slowed(chromium.group, self.setting.times_slower), self.answer(page):
            page.goto(self.server.address(self.name, self.candidate.page), wait_until="commit")
        processor = chromium.processor - before
        wire = self.server.say(bits_per_second=0, round_trip=0)
        found = page.evaluate(READ)
        time.sleep(STAY)
        self.look(page)
        wire_in_all = self.server.say()
        page.close()
        tasks = [(start, length) for start, length in found["longTasks"] if start < found["answeredAt"]]
        return Visit(
            answered=float(found["answeredAt"] - found["committedAt"]) / 1000,
            was_typed=found["typedAt"] > 0,
            processor=processor,
            wire=wire,
            wire_in_all=wire_in_all,
            longest_task=max((length for _, length in tasks), default=0),
            longest_since_typed=max((length for start, length in tasks if start > found["typedAt"]), default=0),
            blocked=sum(length - LONG for _, length in tasks),
        )

    def page(self, chromium: Chromium) -> Page:
        """A new page that has come to rest and is going to watch for the answer."""
        page = chromium.context.new_page()
        watch = (SCRIPTS / "watch.js").read_text(encoding="utf-8")
        script = f"{watch}\n{self.early}\nwatchForAnswer({self.candidate.watch()});"
        page.add_init_script(f"if (window === top && location.protocol.startsWith('http')) {{ {script} }}")
        time.sleep(REST_OF_PAGE)
        return page

    @contextmanager
    def answer(self, page: Page) -> Iterator[None]:
        """Waits at its end until the page shows the answer.

        Raises:
            NoAnswerError: it does not within two minutes.
        """
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)[:300]))
        page.on("console", lambda said: complaints.append(said.text[:300]) if said.type == "error" else None)
        try:
            with page.expect_console_message(lambda said: said.text == ANSWERED, timeout=PATIENCE):
                yield
        except Error as error:
            message = f"{self.name} gives no answer: {error.message.splitlines()[0]} {complaints[:3]}"
            raise NoAnswerError(message) from error

    def set_line(self) -> None:
        """Make the line as fast as the setting says, and count from here on."""
        setting = self.setting
        self.server.say(bits_per_second=setting.bits_per_second, round_trip=setting.round_trip, forget=True)


@contextmanager
def reader(playwright: Playwright, profile: Path) -> Iterator[Chromium]:
    """A browser on a profile, started and come to rest: what it does at its start is no part of a visit."""
    with opened(playwright, profile) as chromium:
        time.sleep(REST)
        yield chromium


@contextmanager
def new_profile() -> Iterator[Path]:
    """The profile of somebody who has never been there."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder)

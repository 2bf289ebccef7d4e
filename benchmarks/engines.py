"""First and return visits in each engine that is here, on a profile that is kept between the two."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from playwright.sync_api import Playwright

from benchmarks.chromium import opened
from benchmarks.tables import spread, table
from benchmarks.visit import REST, STAY, NoAnswerError, new_profile
from tests.browser.engines.readers import Engine, Reader, firefox, reader_on, screen, webkit

# It asks as soon as it can, as nobody types here.
LINK: Final = "calculators/visit_cost/#~calculator=visit_cost&lang=nl&revenue=60001"
ANSWERED: Final = "() => document.querySelector('sales-calculator')?.dataset.answer === 'answered'"
SECONDS: Final = """() => {
  const [page] = performance.getEntriesByType("navigation");
  return (performance.now() - page.responseStart) / 1000;
}"""
PACKAGES: Final = ("chromium", "firefox-esr", "libwebkit2gtk-4.1-0")


def engine_visits(playwright: Playwright, root: str, runs: int, say: Callable[[str], None]) -> str:
    """A table of both visits in each engine, from the commit of the page to the answer, all engines in each round.

    A look at the page every 20 ms ends the time, at its load event or later.

    Args:
        playwright: what drives all but WebKit.
        root: address of the site, with a slash at the end.
        runs: rounds, each with a new profile.
        say: is told of each round.

    Raises:
        NoAnswerError: an engine shows no answer.
    """
    with screen() as environment:
        engines: dict[str, Engine] = {
            "Chromium": partial(_chromium, playwright),
            "Firefox": partial(firefox, playwright),
            "WebKitGTK": partial(webkit, environment),
        }
        seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in engines}
        for number in range(1, runs + 1):
            say(f" round {number}")
            for name, engine in engines.items():
                with new_profile() as profile:
                    seconds[name].append((_visit(engine, profile, root), _visit(engine, profile, root)))
    rows = [[name, *(spread(visits, 2) for visits in zip(*both, strict=True))] for name, both in seconds.items()]
    return f"{table(('engine', 'first visit, s', 'return visit, s'), rows)}\n\n{_versions()}"


def _visit(engine: Engine, profile: Path, root: str) -> float:
    """Seconds of a visit in a browser that was just started and has come to rest."""
    with engine(profile) as reader:
        time.sleep(REST)
        reader.open(root + LINK)
        reader.wait(ANSWERED, None)
        seconds = float(reader.read(SECONDS))
        if not reader.read(ANSWERED):
            message = f"no answer after {seconds:.0f} s: {reader.console()[:3]}"
            raise NoAnswerError(message)
        time.sleep(STAY)
        return seconds


@contextmanager
def _chromium(playwright: Playwright, profile: Path) -> Iterator[Reader]:
    """Debian's Chromium on a profile."""
    with opened(playwright, profile) as chromium:
        yield reader_on(chromium.context.new_page())


def _versions() -> str:
    """The Debian packages of the engines."""
    command = ["dpkg-query", "--show", "--showformat", "${Package} ${Version}\n", *PACKAGES]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - of ours
    return f"Debian's {', '.join(told.stdout.splitlines())}."

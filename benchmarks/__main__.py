"""All that is measured of visits, pages and builds: `python -m benchmarks`; `--help` tells its options.

The site is built first, and all candidates are served alike. With `--write`, each part goes into `RESULTS.md` as soon
as it is measured.
"""

import argparse
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Playwright, sync_playwright

from benchmarks.build_time import build_times
from benchmarks.candidates import OURS, PEER_PAGES, Candidate, built_site, ours
from benchmarks.check import throttling
from benchmarks.engines import engine_visits
from benchmarks.lighthouse import lighthouse
from benchmarks.machine import circumstances
from benchmarks.peers.gather import gather
from benchmarks.server import RunningServer, serving
from benchmarks.session import Sessions, session_table
from benchmarks.tables import write_section
from benchmarks.update import update
from benchmarks.visit import SETTINGS, Visitor, new_profile, reader
from benchmarks.visits import Harness, Rounds
from benchmarks.weight import weights
from site_build.build import LOCAL_ADDRESS, build
from site_build.errors import MendableError


@dataclass(frozen=True, slots=True)
class Measurement:
    """What all parts measure with."""

    playwright: Playwright
    server: RunningServer
    ours: Candidate
    candidates: Mapping[str, Candidate]
    settings: tuple[str, ...]
    runs: int

    def throttling(self) -> Iterator[str]:
        """What the slow setting does to a page and to a worker."""
        yield throttling(self.playwright, self.server)

    def weight(self) -> Iterator[str]:
        """What pages weigh."""
        yield weights(self.playwright, self.server)

    def lighthouse(self) -> Iterator[str]:
        """What Lighthouse says of them."""
        yield lighthouse(self.server, self.runs, say)

    def build(self) -> Iterator[str]:
        """How long the site is built."""
        yield build_times(self.runs, say)

    def update(self) -> Iterator[str]:
        """What a release costs a reader."""
        yield update(self.playwright, self.server, self.ours.folder)

    def session(self) -> Iterator[str]:
        """Keystrokes and next pages."""
        seen = {setting: Sessions() for setting in self.settings}
        for _ in range(self.runs):
            for setting, sessions in seen.items():
                visitor = Visitor(OURS, self.ours, self.server, SETTINGS[setting])
                with new_profile() as profile, reader(self.playwright, profile) as chromium:
                    sessions.add(visitor, chromium)
            yield session_table(seen)

    def visits(self) -> Iterator[str]:
        """First and return visits, all candidates in each round."""
        harness, rounds = Harness(self.playwright, self.server, self.candidates, say), Rounds()
        for number in range(1, self.runs + 1):
            say(f" round {number}")
            for setting in self.settings:
                harness.add_round(rounds, setting)
            yield rounds.tables()

    def engines(self) -> Iterator[str]:
        """First and return visits in each engine."""
        yield engine_visits(self.playwright, self.server.address(OURS, ""), self.runs, say)


PARTS: Final[Mapping[str, tuple[str, Callable[[Measurement], Iterator[str]]]]] = {
    "throttling": ("What the throttling does", Measurement.throttling),
    "visits": ("Visits, beside others", Measurement.visits),
    "weight": ("What pages weigh", Measurement.weight),
    "update": ("What a release costs a reader", Measurement.update),
    "session": ("Within a visit", Measurement.session),
    "lighthouse": ("Lighthouse", Measurement.lighthouse),
    "build": ("Builds", Measurement.build),
    "engines": ("Visits in each engine", Measurement.engines),
}


def say(line: str) -> None:
    """Write a line of progress at once."""
    print(line, flush=True)


def _named(text: str) -> tuple[str, Path]:
    """A built site with a name of its own."""
    name, _, folder = text.partition("=")
    return name, built_site(folder)


def options() -> argparse.Namespace:
    """What is asked on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Times and bytes of visits and builds.")
    known = (OURS, *PEER_PAGES)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--parts", default=",".join(PARTS), help="with commas between them")
    parser.add_argument("--only", default=",".join(known), metavar="NAMES", help="candidates, with commas between them")
    parser.add_argument("--settings", default=",".join(SETTINGS), help="with commas between them")
    parser.add_argument("--site", type=built_site, help="a site that was built before, in the place of a new build")
    parser.add_argument(
        "--also", action="append", default=[], type=_named, metavar="NAME=FOLDER", help="one more of ours"
    )
    parser.add_argument("--write", action="store_true", help="put what is measured into RESULTS.md")
    asked = parser.parse_args()
    for given, among in ((asked.parts, PARTS), (asked.only, known), (asked.settings, SETTINGS)):
        if unknown := set(given.split(",")) - set(among):
            parser.error(f"There is no {', '.join(sorted(unknown))}: choose from {', '.join(among)}.")
    return asked


def measure(asked: argparse.Namespace, site: Path) -> None:
    """Measure the parts that are asked for, and tell or write each."""
    everyone = {OURS: ours(site), **PEER_PAGES}
    also = {name: ours(site) for name, site in asked.also}
    candidates = {name: everyone[name] for name in asked.only.split(",")} | also
    command = f"{Path(sys.executable).name} -m benchmarks {shlex.join(sys.argv[1:])}"
    parts = asked.parts.split(",")
    if "throttling" in parts or ("visits" in parts and not candidates.keys().isdisjoint(PEER_PAGES)):
        gather(say)
    with serving(everyone | also) as server, sync_playwright() as playwright:
        measurement = Measurement(
            playwright, server, everyone[OURS], candidates, tuple(asked.settings.split(",")), asked.runs
        )
        for part in parts:
            heading, measured = PARTS[part]
            say(f"{heading} ...")
            before, body = circumstances(command), ""
            for body in measured(measurement):
                if asked.write:
                    write_section(heading, f"{before}\n\n{body}")
            say(f"\n## {heading}\n\n{before}\n\n{body}\n")


def main() -> None:
    """Build, serve and measure."""
    asked = options()
    try:
        if asked.site:
            measure(asked, asked.site)
            return
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            build(site, site_url=LOCAL_ADDRESS)
            measure(asked, site)
    except MendableError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()

"""Rounds of visits to all candidates, one after another in each round: first visits and return visits."""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Error, Playwright

from benchmarks.candidates import OURS, Candidate
from benchmarks.server import RunningServer
from benchmarks.tables import kilobytes, spread, table
from benchmarks.visit import SETTINGS, NoAnswerError, Visit, Visitor, new_profile, reader

FIRST: Final = "First visit"
AGAIN: Final = "Return visit in a browser that stayed open"
ANEW: Final = "Return visit in a browser that was started anew"
HEADINGS: Final = (
    "",
    "seconds to the answer",
    "× ours",
    "seconds of a processor",
    "kB to the answer",
    "kB in all",
    "requests",
    "in vain",
    "longest task, ms",
    "since typed, ms",
    "blocked, ms",
)


@dataclass
class Rounds:
    """What was seen, by setting, kind of visit and candidate; and what failed, in words."""

    visits: dict[tuple[str, str, str], list[Visit]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def add(self, setting: str, name: str, seen: Mapping[str, Visit]) -> None:
        """Add what one candidate took in one round."""
        for kind, visit in seen.items():
            self.visits.setdefault((setting, kind, name), []).append(visit)

    def tables(self) -> str:
        """A table for each setting and kind of visit."""
        parts = []
        for setting, kind in dict.fromkeys(key[:2] for key in self.visits):
            found = {key[2]: visits for key, visits in self.visits.items() if key[:2] == (setting, kind)}
            rows = [_row(name, visits, found.get(OURS, [])) for name, visits in found.items()]
            parts += [f"### {kind}: {SETTINGS[setting].words}", table(HEADINGS, rows)]
        return "\n\n".join([*parts, "\n".join(f"- Failed: {failure}" for failure in self.failures)])


@dataclass(frozen=True, slots=True)
class Harness:
    """What rounds are run with."""

    playwright: Playwright
    server: RunningServer
    candidates: Mapping[str, Candidate]
    report: Callable[[str], None]

    def add_round(self, rounds: Rounds, setting: str) -> None:
        """Visit each candidate; one that fails is told, and tried once more."""
        for name, candidate in self.candidates.items():
            if candidate.is_heavy and SETTINGS[setting].bits_per_second and len(self.candidates) > 1:
                continue
            visitor = Visitor(name, candidate, self.server, SETTINGS[setting])
            try:
                seen = self._seen(visitor, rounds) or self._seen(visitor, rounds) or {}
            finally:
                self.server.say(bits_per_second=0, round_trip=0)
            rounds.add(setting, name, seen)
            self.report(f"  {setting} {name}: {', '.join(f'{visit.answered:.2f}' for visit in seen.values())} s")

    def _seen(self, visitor: Visitor, rounds: Rounds) -> dict[str, Visit] | None:
        """The visits of somebody who has never been there; nothing where one of them failed."""
        try:
            with new_profile() as profile:
                with reader(self.playwright, profile) as chromium:
                    seen = {FIRST: visitor.visit(chromium)}
                    if not visitor.setting.bits_per_second:
                        seen[AGAIN] = visitor.visit(chromium)
                with reader(self.playwright, profile) as chromium:
                    return {**seen, ANEW: visitor.visit(chromium)}
        except (NoAnswerError, Error) as error:
            rounds.failures.append(f"{visitor.setting.words}: {error}")
            self.report(f"  FAILED: {error}")
            return None


def _row(name: str, visits: list[Visit], ours: list[Visit]) -> list[str]:
    answered = [visit.answered for visit in visits]
    base = statistics.median(visit.answered for visit in ours) if ours else 0
    return [
        f"{name} (n = {len(visits)})",
        spread(answered, 2),
        f"{statistics.median(answered) / base:.2f}" if base else "",
        spread([visit.processor for visit in visits], 1),
        kilobytes(statistics.median(visit.wire.kilobytes for visit in visits)),
        kilobytes(statistics.median(visit.wire_in_all.kilobytes for visit in visits)),
        f"{statistics.median(len(visit.wire.answers) for visit in visits):.0f}",
        f"{statistics.median(visit.wire.unchanged for visit in visits):.0f}",
        spread([visit.longest_task for visit in visits]),
        spread([visit.longest_since_typed for visit in visits]) if any(visit.was_typed for visit in visits) else "",
        spread([visit.blocked for visit in visits]),
    ]

"""Rates that a law, bank or office can change: dated rows, each with its source, from `calculators/data`.

Nothing is known after the last day of a series, and no row is ever carried on beyond it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final

from calculators.core.data_files import json_file
from calculators.core.days import ONE_DAY
from calculators.core.sources import Source

# So long before the last day that is known, everybody who reads the series is told.
NOTICE: Final = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class DatedRate:
    """A rate, as a fraction (a year for interest), from the day `first`, with where it was read and when."""

    first: date
    rate: Decimal
    source: Source


@dataclass(frozen=True, slots=True)
class DatedSeries:
    """Rates by day: each row counts from its day up to the day before the next row.

    `rows` ascend; nothing is known after `known_until`. `law` is what the series follows from. The name and the
    certainty of the series stand in the shared words, under `series.<name>`.
    """

    name: str
    rows: tuple[DatedRate, ...]
    known_until: date
    law: Source

    @property
    def known_from(self) -> date:
        """The first day with a rate."""
        return self.rows[0].first

    def knows(self, day: date) -> bool:
        """Whether there is a rate for the day."""
        return self.known_from <= day <= self.known_until

    def row_on(self, day: date) -> DatedRate:
        """The row in force on a day that the series knows; LookupError on any other day."""
        if not self.knows(day):
            raise LookupError(day)
        return next(row for row in reversed(self.rows) if row.first <= day)

    def rate_on(self, day: date) -> Decimal:
        """The rate in force on a day that the series knows; LookupError on any other day."""
        return self.row_on(day).rate

    def changes(self, first: date, last: date) -> list[date]:
        """The days after `first`, up to and including `last`, on which another row starts."""
        return [row.first for row in self.rows if first < row.first <= last]

    def sources(self, first: date, last: date) -> list[Source]:
        """What the rates from `first` up to and including `last` were read from, each once, the latest first."""
        found = [
            row.source for row, end in zip(self.rows, self._ends(), strict=True) if row.first <= last and end >= first
        ]
        return list(dict.fromkeys(reversed(found)))

    def periods(self) -> list[tuple[date, date, DatedRate]]:
        """Every row as (from, until and including, row)."""
        return [(row.first, end, row) for row, end in zip(self.rows, self._ends(), strict=True)]

    def _ends(self) -> list[date]:
        return [row.first - ONE_DAY for row in self.rows[1:]] + [self.known_until]


def known_until(name: str) -> date:
    """The last day on which the figures in `calculators/data/<name>.json` are known, be they a series or a scale."""
    return date.fromisoformat(json_file("data", name)["known_until"])


def ends_soon(name: str, today: date) -> bool:
    """Whether the last day that is known of the figures in `calculators/data/<name>.json` is near, or past."""
    return today >= known_until(name) - NOTICE


def source_from(entry: dict[str, Any]) -> Source:
    """The source that a data file names: name, address and the day it was checked."""
    return Source(entry["name"], entry["address"], entry["checked"])


@cache
def dated_series(name: str) -> DatedSeries:
    """The series in `calculators/data/<name>.json`."""
    data = json_file("data", name)
    rows = tuple(
        DatedRate(
            date.fromisoformat(row["from"]),
            Decimal(row["rate"]),
            Source(row["source"], data["sources"][row["source"]], row["checked"]),
        )
        for row in data["rows"]
    )
    return DatedSeries(name, rows, known_until(name), source_from(data["law"]))

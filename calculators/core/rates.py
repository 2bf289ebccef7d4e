"""Rates that a law, bank or office can change: dated rows with their source, read from `calculators/data`.

The only module of the package that reads files.
"""

import json
import os
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

from calculators.core.days import ONE_DAY
from calculators.core.results import Source
from calculators.core.text import Text

DATA_FOLDER: Final = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")  # noqa: PTH118, PTH120 (pathlib costs start-up time in the browser)


@dataclass(frozen=True, slots=True)
class RateTable:
    """Rates by day: each row's rate counts from its day up to the day before the next row.

    `rows` ascend; nothing is known after `known_until`. A rate is a fraction (per year for interest).
    """

    rows: tuple[tuple[date, Decimal], ...]
    known_until: date
    source: Source

    @property
    def known_from(self) -> date:
        """The first day with a rate."""
        return self.rows[0][0]

    def knows(self, day: date) -> bool:
        """Whether there is a rate for the day."""
        return self.known_from <= day <= self.known_until

    def rate_on(self, day: date) -> Decimal:
        """The rate in force on a day that the table knows; LookupError on any other day."""
        if not self.knows(day):
            raise LookupError(day)
        return next(rate for start, rate in reversed(self.rows) if start <= day)

    def changes(self, first: date, last: date) -> list[date]:
        """The days after `first`, up to and including `last`, on which another rate starts."""
        return [start for start, _ in self.rows if first < start <= last]

    def periods(self) -> list[tuple[date, date, Decimal]]:
        """Every row as (from, until and including, rate)."""
        starts = [start for start, _ in self.rows]
        ends = [start - ONE_DAY for start in starts[1:]] + [self.known_until]
        return [(start, end, rate) for (start, rate), end in zip(self.rows, ends, strict=True)]


@cache
def data_file(name: str) -> Any:
    """The contents of `calculators/data/<name>.json`, numbers as text."""
    with open(os.path.join(DATA_FOLDER, f"{name}.json"), encoding="utf-8") as file:  # noqa: PTH118, PTH123 (see DATA_FOLDER)
        return json.load(file)


def source_from(entry: dict[str, Any]) -> Source:
    """The source that a data file names: title in two languages, address and the day it was checked."""
    return Source(Text(**entry["title"]), entry["address"], entry["checked"])


@cache
def rate_table(name: str) -> RateTable:
    """The rate table in `calculators/data/<name>.json`."""
    data = data_file(name)
    rows = tuple((date.fromisoformat(row["from"]), Decimal(row["rate"])) for row in data["rows"])
    return RateTable(rows, date.fromisoformat(data["known_until"]), source_from(data["source"]))

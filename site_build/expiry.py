"""Dated series that are about to end: what the build says before a law or a bank changes a figure."""

from collections.abc import Iterable
from datetime import date

from calculators.core.data_files import json_file
from calculators.core.dated_series import ends_soon, known_until
from site_build.pages import PROJECT


def series_with_an_end() -> list[str]:
    """The names of the series in `calculators/data` that are known until a day, sorted."""
    names = sorted(path.stem for path in (PROJECT / "calculators" / "data").glob("*.json"))
    return [name for name in names if "known_until" in json_file("data", name)]


def expiry_lines(names: Iterable[str], today: date) -> list[str]:
    """A line for each of the series that ends soon or has ended, with its last day and what to do."""
    lines = []
    for name in names:
        if ends_soon(name, today):
            last = known_until(name)
            ends = "ended" if last < today else "ends"
            lines.append(f"{name} {ends} on {last}: add the next row to calculators/data/{name}.json.")
    return lines

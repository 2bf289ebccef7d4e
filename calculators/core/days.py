"""Days and years, as interest counts them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

ONE_DAY: Final = timedelta(days=1)


def days_in(first: date, last: date) -> int:
    """The number of days from `first` up to and including `last`; 0 where `last` comes before."""
    return max(0, (last - first).days + 1)


def anniversary(start: date, years: int) -> date:
    """The day on which the year number `years` + 1 from `start` begins.

    A start on 29 February falls on 28 February in a year that has no 29th.
    """
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 2, 28)


def anniversaries(start: date, last: date) -> Iterator[date]:
    """The first days of the second and later years from `start`, up to and including `last`."""
    years = 1
    while start.year + years <= date.max.year and (day := anniversary(start, years)) <= last:
        yield day
        years += 1


def new_years_days(first: date, last: date) -> Iterator[date]:
    """Each 1 January after `first`, up to and including `last`."""
    for year in range(first.year + 1, last.year + 1):
        yield date(year, 1, 1)


def days_in_calendar_year(day: date) -> int:
    """365, or 366 in a leap year."""
    return days_in(date(day.year, 1, 1), date(day.year, 12, 31))

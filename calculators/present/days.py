"""Days as people write and type them."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from calculators.core.words import LANGS, Words, shared_words

SHORTEST_MONTH: Final = 3  # letters that name a month: mrt and mei differ at the third

_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th|e)? ([a-z]+)\.?,? (\d{4})", re.ASCII)
_MONTH_DAY_YEAR = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class DayReading:
    """A day as it was read; `other` is the second day that the same text can mean, if any."""

    value: date
    other: date | None = None


class UnreadableDayError(Exception):
    """Text that is not a day."""


def written_day(day: date, words: Words) -> str:
    """The day in words: `31 mei 2024`, `31 May 2024`. It reads back as the same day."""
    return _noted(day, words["notation.written_day"], words)


def typed_day(day: date, words: Words) -> str:
    """The day as a person would type it: `31-5-2024`, `31 May 2024`."""
    return _noted(day, words["notation.typed_day"], words)


def _noted(day: date, notation: str, words: Words) -> str:
    month = words[f"months.{day.month}"]
    return notation.format(day=day.day, number=day.month, month=month, year=f"{day.year:04d}")


def _month(name: str) -> int:
    """The number of the month that a Dutch or English name, or its first letters, stands for."""
    if name == "mrt":
        return 3
    if len(name) >= SHORTEST_MONTH:
        for lang in LANGS:
            for number in range(1, 13):
                month = shared_words(lang)[f"months.{number}"].lower()
                if month.startswith(name) or (name == "sept" and number == 9):  # noqa: PLR2004 (September)
                    return number
    raise UnreadableDayError(name)


def _existing(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar does not have it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_day(text: str, words: Words) -> DayReading:
    """The day that a person typed: ISO, day-month-year, or with the month in words.

    In English 5/6/2026 can be read in two ways: it is read as day/month, with the other day as `other`.

    Raises:
        UnreadableDayError: it is no day, or the year does not have four digits.
    """
    body = " ".join(text.lower().split())
    day = other = None
    if match := _ISO.fullmatch(body):
        year, month, number = map(int, match.groups())
        day = _existing(year, month, number)
    elif match := _NUMBERS.fullmatch(body):
        first, second, year = map(int, match.groups())
        day = _existing(year, second, first)
        if words.lang == "en" and "/" in body and first != second:
            other = _existing(year, first, second)
            day, other = (day, other) if day else (other, None)
    elif match := _DAY_MONTH_YEAR.fullmatch(body):
        day = _existing(int(match[3]), _month(match[2]), int(match[1]))
    elif match := _MONTH_DAY_YEAR.fullmatch(body):
        day = _existing(int(match[3]), _month(match[1]), int(match[2]))
    if day is None:
        raise UnreadableDayError(text)
    return DayReading(day, other)

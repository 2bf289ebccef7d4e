"""What people type and paste as days, and how it is read."""

from datetime import date

import pytest

from calculators.core.words import Lang, shared_words
from calculators.present.days import UnreadableDayError, read_day

READ: list[tuple[Lang, str, date, date | None]] = [
    ("nl", "31-5-2026", date(2026, 5, 31), None),
    ("nl", "5/6/2026", date(2026, 6, 5), None),
    ("nl", "1 mrt 2026", date(2026, 3, 1), None),
    ("nl", "2026-05-31", date(2026, 5, 31), None),
    ("en", "5/6/2026", date(2026, 6, 5), date(2026, 5, 6)),
    ("en", "5/13/2026", date(2026, 5, 13), None),
    ("en", "31 May 2026", date(2026, 5, 31), None),
    ("en", "May 31st, 2026", date(2026, 5, 31), None),
    ("en", "29\u00a0February 2024", date(2024, 2, 29), None),
]


@pytest.mark.parametrize(("lang", "text", "day", "other"), READ)
def test_a_day_is_read_with_its_other_reading(lang: Lang, text: str, day: date, other: date | None) -> None:
    """The day, and the second day that the text can mean."""
    reading = read_day(text, shared_words(lang))
    assert (reading.value, reading.other) == (day, other)


@pytest.mark.parametrize(
    "text", ["29-2-2025", "31-4-2026", "1-5-26", "morgen", "", "٣-5-2026", "2026-13-01", "m 1 2026"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    """No such day, a short year, words or digits of another alphabet."""
    with pytest.raises(UnreadableDayError):
        read_day(text, shared_words("nl"))

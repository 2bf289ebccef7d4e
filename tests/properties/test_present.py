"""What `present` writes, it reads back."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators.core.text import LANGS, Lang
from calculators.present.days import read_day, typed_day, written_day
from calculators.present.numbers import read_number, written_number
from calculators.present.values import written_amount

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4)
LANGUAGES = st.sampled_from(LANGS)


@given(number=NUMBERS, lang=LANGUAGES)
def test_a_written_number_reads_back(number: Decimal, lang: Lang) -> None:
    """Exact, with grouped thousands."""
    assert read_number(written_number(number, lang), lang).value == number


@given(cents=st.integers(-(10**13), 10**13), lang=LANGUAGES)
def test_a_written_amount_reads_back_and_only_so(cents: int, lang: Lang) -> None:
    """An amount shows its cents, so it has no other reading."""
    reading = read_number(written_amount(Decimal(cents) / 100, lang, 2), lang, euro=True)
    assert (reading.value, reading.other) == (Decimal(cents) / 100, None)


@given(day=st.dates(date(1000, 1, 1)), lang=LANGUAGES)
def test_a_written_day_reads_back_and_only_so(day: date, lang: Lang) -> None:
    """In words and as typed."""
    for text in (written_day(day, lang), typed_day(day, lang)):
        reading = read_day(text, lang)
        assert (reading.value, reading.other) == (day, None)

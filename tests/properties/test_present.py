"""What `present` writes, it reads back."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators.core.words import LANGS, Words, shared_words
from calculators.present.days import read_day, typed_day, written_day
from calculators.present.numbers import read_number, written_number
from calculators.present.quantities import written_amount

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4)
LANGUAGES = st.sampled_from([shared_words(lang) for lang in LANGS])


@given(number=NUMBERS, words=LANGUAGES)
def test_a_written_number_reads_back(number: Decimal, words: Words) -> None:
    """Exact, with grouped thousands."""
    assert read_number(written_number(number, words), words).value == number


@given(cents=st.integers(-(10**13), 10**13), words=LANGUAGES)
def test_a_written_amount_reads_back_and_only_so(cents: int, words: Words) -> None:
    """An amount shows its cents, so it has no other reading."""
    reading = read_number(written_amount(Decimal(cents) / 100, words, 2), words, euro=True)
    assert (reading.value, reading.other) == (Decimal(cents) / 100, None)


@given(day=st.dates(date(1000, 1, 1)), words=LANGUAGES)
def test_a_written_day_reads_back_and_only_so(day: date, words: Words) -> None:
    """In words and as typed."""
    for text in (written_day(day, words), typed_day(day, words)):
        reading = read_day(text, words)
        assert (reading.value, reading.other) == (day, None)

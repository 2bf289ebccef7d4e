"""What people type and paste as numbers, and how it is read."""

from decimal import Decimal

import pytest

from calculators.core.fields import percent
from calculators.core.words import Lang, shared_words
from calculators.present.numbers import UnreadableNumberError, read_number
from calculators.present.values import Reading, read_as

READ: list[tuple[Lang, str, str, str | None]] = [
    ("nl", "1250,50", "1250.50", None),
    ("nl", "12.5", "12.5", None),  # the point of a numeric pad
    ("nl", "1.234", "1234", "1.234"),
    ("nl", "-1.234", "-1234", "-1.234"),
    ("nl", "0.125", "0.125", "125"),
    ("nl", "1.234,56", "1234.56", None),
    ("nl", "1.234.567", "1234567", None),
    ("nl", "1 234 567,8", "1234567.8", None),
    ("nl", "€ 1.250,-", "1250", None),
    ("nl", "€\u00a01.250,00", "1250.00", None),
    ("nl", "\u22125", "-5", None),
    ("nl", "12,5 %", "12.5", None),
    ("en", "1,234", "1234", "1.234"),
    ("en", "0.125", "0.125", None),
    ("en", "12,5", "12.5", None),
    ("en", "1,234.56", "1234.56", None),
    ("en", "€1,234.56", "1234.56", None),
    ("en", "EUR 500", "500", None),
    ("en", "\t 7 \n", "7", None),
    ("en", "-€5", "-5", None),
    ("en", "\u2212\u2060€600.00", "-600.00", None),  # copied from a page
]
REFUSED: list[tuple[Lang, str, str]] = [
    ("nl", "1.23.4", "mixed_marks"),
    ("nl", "1,2,3", "mixed_marks"),
    ("en", "1,2,3", "mixed_marks"),
    ("en", "(1,234)", "not_a_number"),
    ("en", "1e5", "not_a_number"),
    ("en", "٣", "not_a_number"),
    ("en", "NaN", "not_a_number"),
    ("en", "1" * 41, "too_long"),
    ("nl", "", "not_a_number"),
]


@pytest.mark.parametrize(("lang", "text", "value", "other"), READ)
def test_a_number_is_read_with_its_other_reading(lang: Lang, text: str, value: str, other: str | None) -> None:
    """The value, and the second thing that the text can mean."""
    reading = read_number(text, shared_words(lang), euro=True, percent=True)
    assert reading.value == Decimal(value)
    assert reading.other == (None if other is None else Decimal(other))


@pytest.mark.parametrize(("lang", "text", "code"), REFUSED)
def test_what_is_no_number_is_refused_and_not_guessed(lang: Lang, text: str, code: str) -> None:
    """The code says why."""
    with pytest.raises(UnreadableNumberError) as refused:
        read_number(text, shared_words(lang))
    assert refused.value.code == code


def test_a_blank_percentage_is_read_as_nothing() -> None:
    """Not as a lone sign; one that was filled in has it."""
    field, words = percent("discount", optional=True), shared_words("nl")
    assert read_as(field, Reading(None), words) == ""
    assert read_as(field, Reading(Decimal("0.125")), words) == "12,5%"

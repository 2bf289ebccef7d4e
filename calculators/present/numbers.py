"""Numbers as people write and type them: a language's words say which mark starts decimals, and which one groups."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from calculators.core.money import rounded
from calculators.core.words import Words

NO_BREAK_SPACE: Final = "\u00a0"
MINUS: Final = "\u2212"
WORD_JOINER: Final = "\u2060"  # holds a sign to its amount in the text of a page
LONGEST_NUMBER: Final = 40  # characters; longer is no figure of a customer

_BLANKS = re.compile(r"[\s\u00a0\u202f\u2007\u2009]+")
_DASHES = re.compile(r"[\u2212\u2013\u2010\u2011]")
_EURO = re.compile(r"(?:€|\beuro?\b|\beur(?=[\d+-]))", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|\bprocent\b|\bpercent\b|\bper cent\b)", re.IGNORECASE)
_DIGITS_AND_MARKS = re.compile(r"[0-9., ]*[0-9][0-9., ]*")
_ROUND_AMOUNT = re.compile(r"(?<=\d)[.,]-{1,2}$")  # € 1.250,- as it stands on Dutch price tags


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A number as it was read; `other` is the second thing that the same text can mean, if any."""

    value: Decimal
    other: Decimal | None = None


class UnreadableNumberError(Exception):
    """Text that is not a number, with the code of a problem."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def written_number(value: Decimal | int, words: Words, decimals: int | None = None) -> str:
    """The number with grouped thousands, rounded half up to `decimals`, or exact where that is None."""
    exact = Decimal(value)
    if decimals is not None:
        exact = rounded(exact, Decimal(1).scaleb(-decimals))
    decimal_mark, group_mark = words["notation.decimal_mark"], words["notation.group_mark"]
    text = f"{exact.copy_abs():,f}".replace(",", "\0").replace(".", decimal_mark).replace("\0", group_mark)
    return f"{MINUS}{text}" if exact < 0 else text


def _without_signs(text: str, pattern: re.Pattern[str]) -> tuple[str, bool]:
    """The text without one currency or percent sign at either end, and whether there was one."""
    found = list(pattern.finditer(text))
    if len(found) != 1:
        return text, False
    start, end = found[0].span()
    before, after = text[:start].strip(" +-"), text[end:].strip()
    if before and after:
        return text, False
    return (text[:start] + text[end:]).strip(), True


def read_number(text: str, words: Words, *, euro: bool = False, percent: bool = False) -> NumberReading:
    """The number that a person typed or pasted, with blanks, signs and grouped thousands accepted.

    A single grouping mark before exactly three digits is read as thousands, with the decimal reading as
    `other`. `euro` and `percent` allow that sign.

    Raises:
        UnreadableNumberError: codes `not_a_number`, `mixed_marks`, `percent_sign`, `euro_sign`.
    """
    body = _DASHES.sub("-", _BLANKS.sub(" ", text.replace(WORD_JOINER, "")).strip())
    if len(body) > LONGEST_NUMBER:
        raise UnreadableNumberError("too_long")
    body, has_euro = _without_signs(body, _EURO)
    body, has_percent = _without_signs(body, _PERCENT)
    if has_percent and not percent:
        raise UnreadableNumberError("percent_sign")
    if has_euro and not euro:
        raise UnreadableNumberError("euro_sign")
    body, is_round = _ROUND_AMOUNT.subn("", body)
    sign = -1 if body.startswith("-") else 1
    body = body[1:] if body.startswith(("+", "-")) else body
    reading = _read_digits(body.strip(), words)
    other = None if reading.other is None or is_round else sign * reading.other
    return NumberReading(sign * reading.value, other)


def _read_digits(body: str, words: Words) -> NumberReading:
    """The number without sign that consists of digits, blanks and marks."""
    decimal_mark, group_mark = words["notation.decimal_mark"], words["notation.group_mark"]
    patterns = _patterns(decimal_mark, group_mark)
    if not _DIGITS_AND_MARKS.fullmatch(body):
        raise UnreadableNumberError("not_a_number")
    if patterns.plain.fullmatch(body):
        return NumberReading(Decimal(body.replace(decimal_mark, ".")))
    if match := patterns.thousands_or_decimals.fullmatch(body):
        as_decimal, as_thousands = Decimal(".".join(match.groups())), Decimal("".join(match.groups()))
        # 0.125 would be no way to write 125
        first, second = (as_decimal, as_thousands) if body[0] == "0" else (as_thousands, as_decimal)
        return NumberReading(first, second)
    if patterns.numeric_pad.fullmatch(body):
        return NumberReading(Decimal(body.replace(group_mark, ".")))
    if patterns.grouped.fullmatch(body):
        digits = body.replace(group_mark, "").replace(" ", "")
        return NumberReading(Decimal(digits.replace(decimal_mark, ".")))
    raise UnreadableNumberError("mixed_marks")


class _Patterns(NamedTuple):
    """How numbers are typed in a language."""

    plain: re.Pattern[str]
    thousands_or_decimals: re.Pattern[str]
    numeric_pad: re.Pattern[str]
    grouped: re.Pattern[str]


@cache
def _patterns(decimal_mark: str, group_mark: str) -> _Patterns:
    comma, dot = re.escape(decimal_mark), re.escape(group_mark)
    decimals, group = rf"(?:{comma}[0-9]+)?", r"[1-9][0-9]{0,2}"
    return _Patterns(
        re.compile(rf"[0-9]*{decimals}"),
        re.compile(rf"([0-9]{{1,3}}){dot}([0-9]{{3}})"),
        re.compile(rf"[0-9]*{dot}[0-9]+"),
        re.compile(rf"{group}(?:(?:{dot}[0-9]{{3}})+|(?: [0-9]{{3}})+){decimals}"),
    )

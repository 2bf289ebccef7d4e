"""Numbers as people write and type them.

In Dutch the comma is the decimal mark and the dot groups thousands; in English the other way around.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from calculators.core.money import rounded
from calculators.core.text import Lang, Text

NO_BREAK_SPACE: Final = "\u00a0"
MINUS: Final = "\u2212"
LONGEST_NUMBER: Final = 40  # characters; longer is no figure of a customer

_BLANKS = re.compile(r"[\s\u00a0\u202f\u2007\u2009]+")
_DASHES = re.compile(r"[\u2212\u2013\u2010\u2011]")
_EURO = re.compile(r"(?:€|\beuro?\b|\beur(?=[\d+-]))", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|\bprocent\b|\bpercent\b|\bper cent\b)", re.IGNORECASE)
_ROUND_AMOUNT = re.compile(r"(?<=\d)[.,]-{1,2}$")  # € 1.250,- as it stands on Dutch price tags


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A number as it was read; `other` is the second thing that the same text can mean, if any."""

    value: Decimal
    other: Decimal | None = None


class UnreadableNumberError(Exception):
    """Text that is not a number, with a code and what to do about it."""

    def __init__(self, code: str, text: Text) -> None:
        """Keep the code and the sentence."""
        super().__init__(code)
        self.code = code
        self.text = text


def _marks(lang: Lang) -> tuple[str, str]:
    """The decimal mark and the mark that groups thousands."""
    return (",", ".") if lang == "nl" else (".", ",")


def written_number(value: Decimal | int, lang: Lang, decimals: int | None = None) -> str:
    """The number with grouped thousands, rounded half up to `decimals`, or exact where that is None."""
    exact = Decimal(value)
    if decimals is not None:
        exact = rounded(exact, Decimal(1).scaleb(-decimals))
    decimal_mark, group_mark = _marks(lang)
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


NOT_A_NUMBER = Text(
    "Vul een getal in, met alleen cijfers en een komma voor de decimalen, zoals 1250,50.",
    "Enter a number, with digits only and a point for the decimals, such as 1250.50.",
)
MIXED_MARKS = Text(
    "De punten en komma's staan niet waar we ze verwachten. Schrijf het getal als 1.234,56 of 1234,56.",
    "The points and commas are not where we expect them. Write the number as 1,234.56 or 1234.56.",
)
PERCENT_IN_AMOUNT = Text(
    "Hier hoort geen percentage. Vul het getal in zonder procentteken.",
    "This is not a percentage. Enter the number without the percent sign.",
)
EURO_IN_NUMBER = Text(
    "Hier hoort geen bedrag. Vul het getal in zonder euroteken.",
    "This is not an amount of money. Enter the number without the euro sign.",
)


def read_number(text: str, lang: Lang, *, euro: bool = False, percent: bool = False) -> NumberReading:
    """The number that a person typed or pasted, with blanks, signs and grouped thousands accepted.

    A single grouping mark before exactly three digits is read as thousands, with the decimal reading as
    `other`. `euro` and `percent` allow that sign.

    Raises:
        UnreadableNumberError: codes `not_a_number`, `mixed_marks`, `percent_sign`, `euro_sign`.
    """
    body = _DASHES.sub("-", _BLANKS.sub(" ", text).strip())
    if len(body) > LONGEST_NUMBER:
        raise UnreadableNumberError("not_a_number", NOT_A_NUMBER)
    body, has_euro = _without_signs(body, _EURO)
    body, has_percent = _without_signs(body, _PERCENT)
    if has_percent and not percent:
        raise UnreadableNumberError("percent_sign", PERCENT_IN_AMOUNT)
    if has_euro and not euro:
        raise UnreadableNumberError("euro_sign", EURO_IN_NUMBER)
    body, is_round = _ROUND_AMOUNT.subn("", body)
    sign = -1 if body.startswith("-") else 1
    body = body.removeprefix("-").removeprefix("+") if body[:1] in "+-" else body
    reading = _read_digits(body.strip(), lang)
    other = None if reading.other is None or is_round else sign * reading.other
    return NumberReading(sign * reading.value, other)


def _read_digits(body: str, lang: Lang) -> NumberReading:
    """The number without sign that consists of digits, blanks and marks."""
    decimal_mark, group_mark = _marks(lang)
    comma, dot = re.escape(decimal_mark), re.escape(group_mark)
    if not re.fullmatch(r"[0-9., ]*[0-9][0-9., ]*", body):
        raise UnreadableNumberError("not_a_number", NOT_A_NUMBER)
    if re.fullmatch(rf"[0-9]*(?:{comma}[0-9]+)?", body):
        return NumberReading(Decimal(body.replace(decimal_mark, ".")))
    if match := re.fullmatch(rf"([0-9]{{1,3}}){dot}([0-9]{{3}})", body):
        as_decimal, as_thousands = (
            Decimal(".".join(match.groups())),
            Decimal("".join(match.groups())),
        )
        # 0.125 would be no way to write 125
        first, second = (as_decimal, as_thousands) if body[0] == "0" else (as_thousands, as_decimal)
        return NumberReading(first, second)
    if re.fullmatch(rf"[0-9]*{dot}[0-9]+", body):
        return NumberReading(Decimal(body.replace(group_mark, ".")))
    for separator in (dot, " "):
        if re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:{separator}[0-9]{{3}})+(?:{comma}[0-9]+)?", body):
            digits = body.replace(group_mark, "").replace(" ", "")
            return NumberReading(Decimal(digits.replace(decimal_mark, ".")))
    raise UnreadableNumberError("mixed_marks", MIXED_MARKS)

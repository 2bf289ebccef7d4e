"""Written figures, reckoned with as a person with a pocket calculator does."""

import re
from decimal import Decimal

from calculators.core.words import Words
from calculators.present.numbers import read_number
from tests.formulas import outcome

MINUS = "\u2212"
HUNDRED = Decimal(100)


def written_number(text: str, words: Words) -> Decimal:
    """The number that a written figure stands for, a percentage as a fraction."""
    match = _figure(words).fullmatch(text.strip())
    assert match, text
    return _value(match, words)


def reckoned(filled: str, words: Words) -> Decimal:
    """The outcome of a formula that is filled with written figures."""
    values: list[Decimal] = []

    def placed(match: re.Match[str]) -> str:
        values.append(_value(match, words))
        return f"{{v{len(values) - 1}}}"

    figure = _figure(words)
    # A minus sign belongs to its figure only where no figure or bracket stands before it.
    text, rest = "", filled
    while rest:
        match = figure.match(rest)
        if match and not (match["minus"] and re.search(r"[})]\s*$", text)):
            text += placed(match)
            rest = rest[match.end() :]
        else:
            text += rest[0]
            rest = rest[1:]
    return outcome(text, lambda name: values[int(name[1:])])


def _figure(words: Words) -> re.Pattern[str]:
    units = sorted({text for key, text in words.texts.items() if key.startswith("units.")}, key=len, reverse=True)
    unit = "|".join(map(re.escape, units))
    return re.compile(
        rf"(?P<minus>{MINUS}?)€?\u00a0?(?P<number>\d[\d.,]*)(?P<percent>%?)(?:\u00a0(?P<unit>{unit})\b)?", re.ASCII
    )


def _value(match: re.Match[str], words: Words) -> Decimal:
    # Written figures group thousands, so a single mark before three digits is always that.
    value = read_number(match["number"].rstrip(".,"), words).value
    points = {words["units.percentage_points.1"], words["units.percentage_points.2"]}
    value = value / HUNDRED if match["percent"] or match["unit"] in points else value
    return -value if match["minus"] else value

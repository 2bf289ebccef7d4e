"""The declared formulas of an answer as those of a spreadsheet, over cells that carry the names of the contract.

What such a formula gives is what the site would give, or nothing: a formula that divides by zero or less, counts less
than nothing in whole numbers, or goes on from a cell without a figure has no outcome.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from calculators.core.declarations import Step
from calculators.core.fields import NUMERIC
from calculators.core.quantities import Unit
from calculators.evaluation.records import Answer

SIGNS: Final = {"−": "-", "×": "*"}
DECIMALS: Final[dict[Unit, int]] = {"fraction": 10, "percentage_points": 10}
CENTS: Final = 2  # the decimals of all else, see `core.quantities`
# Where a count goes up or down to a whole one, what a spreadsheet's doubles add or lack must not.
SURE_DECIMALS: Final = 9

_NAME = re.compile(r"\{(\w+)\}")
_TOKEN = re.compile(r"\{\w+\}|\d+|[+−×/()]")


def live_formulas(answer: Answer) -> dict[str, str]:
    """The spreadsheet formula of each answer that follows from named cells, by the name of the answer.

    Left out are answers of which the way is only told in words.
    """
    taken = {step.key for step in answer.steps}
    found = {}
    for figure in answer.figures:
        ways = [step for step in answer.declared.steps if step.name == figure.name]
        formula = _by_what_is_known(ways, figure.quantity.unit, answer) or next(
            (_settled(way, figure.quantity.unit) for way in ways if way.key in taken and way.formula), ""
        )
        if formula:
            found[figure.name] = f"=IFERROR({formula},{quoted(answer.words['undefined'])})"
    return found


def changeable(answer: Answer, formulas: dict[str, str]) -> frozenset[str]:
    """The inputs that may be changed: figures that a live formula names."""
    named = {name for formula in formulas.values() for name in re.findall(r"\w+", formula)}
    return frozenset(field.name for field in answer.declared.fields if field.kind in NUMERIC and field.name in named)


def quoted(text: str) -> str:
    """A text as it stands in a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _by_what_is_known(ways: Sequence[Step], unit: Unit, answer: Answer) -> str:
    """One way where all of its optional inputs are filled in, another where they are not; empty without two such."""
    optional = {field.name for field in answer.declared.fields if field.optional}
    asked = [(way, [name for name in _names(way) if name in optional]) for way in ways if way.formula]
    full = next(((way, names) for way, names in asked if names), None)
    other = next((way for way, names in asked if not names), None)
    if full is None or other is None:
        return ""
    way, names = full
    return f"IF(COUNT({','.join(names)})={len(names)},{_settled(way, unit)},{_settled(other, unit)})"


def _names(step: Step) -> list[str]:
    """The names in a formula, each once."""
    return list(dict.fromkeys(_NAME.findall(step.formula)))


def _settled(step: Step, unit: Unit) -> str:
    """The formula with the rounding and the bound that the step declares."""
    reckoned = "".join(_translated(step.formula))
    if reckoned.isdigit():
        return reckoned
    if step.rounding is None:
        settled = f"ROUND({reckoned},{DECIMALS.get(unit, CENTS)})"
    else:
        settled = f"ROUND{step.rounding.upper()}(ROUND({reckoned},{SURE_DECIMALS}),0)"
    if step.at_least_zero:
        return f"MAX(0,{settled})"
    # What fits in is rounded down; where less than nothing does, there is no answer.
    return f"IF({reckoned}<0,NA(),{settled})" if step.rounding == "down" else settled


def _translated(formula: str) -> Iterator[str]:
    """The parts of a formula in the signs of a spreadsheet; a named divisor counts above zero only."""
    tokens = _TOKEN.findall(formula)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        yield SIGNS.get(token, token.strip("{}"))
        if token == "/":  # noqa: S105 (a sign)
            end = _end_of_part(tokens, place)
            divisor = "".join(_translated("".join(tokens[place:end])))
            yield divisor if divisor.isdigit() else f"IF({divisor.removeprefix('(').removesuffix(')')}>0,{divisor})"
            place = end


def _end_of_part(tokens: Sequence[str], first: int) -> int:
    """Where the name, number or bracket that begins at `first` has ended."""
    depth, place = 0, first
    while True:
        depth += {"(": 1, ")": -1}.get(tokens[place], 0)
        place += 1
        if not depth:
            return place

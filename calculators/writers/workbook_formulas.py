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
from calculators.evaluation.records import Answer, Figure

SIGNS: Final = {"−": "-", "×": "*"}
DECIMALS: Final[dict[Unit, int]] = {"fraction": 10, "percentage_points": 10}
CENTS: Final = 2  # the decimals of all else, see `core.quantities`
# What the doubles of a spreadsheet lack or have too much must not carry a count over a whole number.
SHADES: Final = {"up": "0.99999999999999", "down": "1.00000000000001"}

_NAME = re.compile(r"\{(\w+)\}")
_TOKEN = re.compile(r"\{\w+\}|\d+|[+−×/()]")


def live_formulas(answer: Answer) -> dict[str, str]:
    """The spreadsheet formula of each answer that follows from named cells, by the name of the answer.

    Left out are answers of which the way is only told in words.
    """
    found = {}
    for figure in answer.figures:
        if formula := _formula(figure, answer):
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


def _formula(figure: Figure, answer: Answer) -> str:
    """The way to an answer: the only one, the one that was taken, or that which goes with what is filled in."""
    known = answer.inputs.keys() | {other.name for other in answer.figures}
    ways = [step for step in answer.declared.steps if step.name == figure.name and known.issuperset(_names(step))]
    optional = {field.name for field in answer.declared.fields if field.optional}
    asking = [way for way in ways if way.formula and optional & set(_names(way))]
    content = [way for way in ways if way.formula and way not in asking]
    taken = {step.key for step in answer.steps}
    chosen = asking[:1] or ways if len(ways) == 1 or (asking and content) else [way for way in ways if way.key in taken]
    if not chosen or not chosen[0].formula:
        return ""
    settled = _settled(chosen[0], figure.quantity.unit)
    names = [name for name in _names(chosen[0]) if name in optional]
    if not names:
        return settled
    otherwise = _settled(content[0], figure.quantity.unit) if content else "NA()"
    return f"IF(COUNT({','.join(names)})={len(names)},{settled},{otherwise})"


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
        settled = f"ROUND{step.rounding.upper()}(({reckoned})*{SHADES[step.rounding]},0)"
    if step.at_least_zero:
        return f"MAX(0,{settled})"
    if step.above_zero:
        return f"IF({step.above_zero}>0,{settled},NA())"
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

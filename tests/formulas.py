"""The formulas of steps, evaluated: names between braces, whole numbers, + − × / and brackets."""

import re
from collections.abc import Callable
from decimal import Decimal

_TOKEN = re.compile(r"\s*(?:\{(?P<name>\w+)\}|(?P<number>\d+)|(?P<sign>[+−×/()]))")


class UndefinedFormulaError(Exception):
    """The formula has no outcome: it divides by zero or names something without a value."""


def names_in(formula: str) -> set[str]:
    """The names of inputs and answers that a formula or a sentence holds."""
    return set(re.findall(r"\{(\w+)[|}]", formula))


def outcome(formula: str, value_of: Callable[[str], Decimal | None]) -> Decimal:
    """The outcome of the formula with a value for each name.

    Raises:
        UndefinedFormulaError: it has none.
        ValueError: it is not a formula.
    """
    tokens = _tokens(formula)
    result = _total(tokens, value_of)
    if tokens:
        raise ValueError(formula)
    return result


def _tokens(formula: str) -> list[tuple[str, str]]:
    """The tokens as (kind, text), the first one last."""
    found = []
    place = 0
    while place < len(formula.rstrip()):
        match = _TOKEN.match(formula, place)
        if match is None:
            message = f"{formula}: names between braces, whole numbers, and the signs + − × / ( ), not - or *"
            raise ValueError(message)
        found.append((match.lastgroup or "", match[match.lastgroup or 0]))
        place = match.end()
    return found[::-1]


def _total(tokens: list[tuple[str, str]], value_of: Callable[[str], Decimal | None]) -> Decimal:
    result = _product(tokens, value_of)
    while tokens and tokens[-1][1] in "+−":
        sign = tokens.pop()[1]
        part = _product(tokens, value_of)
        result = result + part if sign == "+" else result - part
    return result


def _product(tokens: list[tuple[str, str]], value_of: Callable[[str], Decimal | None]) -> Decimal:
    result = _single(tokens, value_of)
    while tokens and tokens[-1][1] in "×/":
        sign = tokens.pop()[1]
        part = _single(tokens, value_of)
        if sign == "/" and not part:
            raise UndefinedFormulaError
        result = result * part if sign == "×" else result / part
    return result


def _single(tokens: list[tuple[str, str]], value_of: Callable[[str], Decimal | None]) -> Decimal:
    if not tokens:
        message = "a formula ends too soon"
        raise ValueError(message)
    kind, text = tokens.pop()
    if kind == "number":
        return Decimal(text)
    if kind == "name":
        value = value_of(text)
        if value is None:
            raise UndefinedFormulaError
        return value
    if text != "(":
        raise ValueError(text)
    result = _total(tokens, value_of)
    if not tokens or tokens.pop()[1] != ")":
        message = "a bracket stays open"
        raise ValueError(message)
    return result

"""The formulas of a workbook, reckoned with exact numbers: the functions that it uses, as spreadsheets know them."""

import re
from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Final

Value = Decimal | str | bool | None
WAYS: Final = {"ROUND": ROUND_HALF_UP, "ROUNDUP": ROUND_UP, "ROUNDDOWN": ROUND_DOWN}
OPEN, CLOSE, COMMA = "(", ")", ","
_TOKEN = re.compile(r'"(?:[^"]|"")*"|[\d.]+|\w+|[-+*/(),<>=]')


class WrongValueError(Exception):
    """What a spreadsheet shows as #VALUE!, #DIV/0! or #N/A."""


def reckoned(formula: str, value_of: Callable[[str], Value]) -> Value:
    """The outcome of a formula; an emptied cell is None, and counts as nothing in a sum.

    Raises:
        WrongValueError: it has none.
    """
    return _Reckoning(_TOKEN.findall(formula), value_of).outcome()


class _Reckoning:
    """A formula while it is reckoned; a part that does not count is read and not reckoned, as in a spreadsheet."""

    def __init__(self, tokens: list[str], value_of: Callable[[str], Value]) -> None:
        self.tokens, self.value_of, self.place = tokens, value_of, 0

    def outcome(self) -> Value:
        """The value of the expression that begins here."""
        left = self._sum()
        if self._next() not in ("<", ">", "="):
            return left
        sign, right = self._taken(), _number(self._sum())
        return {"<": _number(left) < right, ">": _number(left) > right, "=": _number(left) == right}[sign]

    def _sum(self) -> Value:
        found = self._product()
        while self._next() in ("+", "-"):
            sign, part = self._taken(), self._product()
            found = _number(found) + _number(part) * (1 if sign == "+" else -1)
        return found

    def _product(self) -> Value:
        found = self._single()
        while self._next() in ("*", "/"):
            sign, part = self._taken(), _number(self._single())
            if sign == "/" and not part:
                raise WrongValueError
            found = _number(found) * part if sign == "*" else _number(found) / part
        return found

    def _single(self) -> Value:
        token = self._taken()
        if token.startswith('"'):
            return token[1:-1].replace('""', '"')
        if token[0].isdigit():
            return Decimal(token)
        if token == OPEN:
            found = self.outcome()
            assert self._taken() == CLOSE
            return found
        return self._function(token) if self._next() == OPEN else self.value_of(token)

    def _function(self, name: str) -> Value:
        arguments = self._arguments()
        match name:
            case "IF":
                chosen = arguments[:2] if self._of(arguments[0]) else arguments[::2]
                return self._of(chosen[1]) if len(chosen) > 1 else False
            case "IFERROR":
                try:
                    return self._of(arguments[0])
                except WrongValueError:
                    return self._of(arguments[1])
            case "NA":
                raise WrongValueError
            case "COUNT":
                return Decimal(sum(isinstance(self._of(argument), Decimal) for argument in arguments))
            case "MAX":
                return max(_number(self._of(argument)) for argument in arguments)
            case _:
                number, decimals = (_number(self._of(argument)) for argument in arguments)
                return number.quantize(Decimal(1).scaleb(-int(decimals)), WAYS[name])

    def _arguments(self) -> list[list[str]]:
        """The tokens of each argument between the brackets that open here."""
        found: list[list[str]] = [[]]
        depth = 0
        while True:
            token = self._taken()
            if token == COMMA and depth == 1:
                found.append([])
            elif depth or token != OPEN:
                found[-1].append(token)
            depth += {OPEN: 1, CLOSE: -1}.get(token, 0)
            if not depth:
                found[-1].pop()
                return found

    def _of(self, tokens: list[str]) -> Value:
        return _Reckoning(tokens, self.value_of).outcome()

    def _next(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def _taken(self) -> str:
        self.place += 1
        return self.tokens[self.place - 1]


def _number(value: Value) -> Decimal:
    """The value as a number; WrongValueError for a text."""
    if isinstance(value, str):
        raise WrongValueError
    return Decimal(value or 0)

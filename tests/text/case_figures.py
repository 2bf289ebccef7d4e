"""What a marked figure of the text follows from: the answer of a calculator to a case, or a sum of such answers."""

import ast
import functools
import operator
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Final

from calculators.core.words import Lang
from calculators.evaluation import Question, evaluate
from calculators.writers.contract import contract
from site_build.blocks.case_figures import FIGURE
from site_build.cases import case

# The day on which the cases are asked: rates that depend on it would else change the text by themselves.
DAY: Final = date(2026, 11, 26)
_NAME: Final = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9_]+)+")
_SIGNS: Final[dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def marked_figures(text: str) -> list[tuple[str, str]]:
    """Each marked figure of a Markdown text: as it is shown, and what it follows from."""
    return re.findall(FIGURE, text)


@functools.cache
def _answered(name: str) -> dict[str, Fraction]:
    """Every input, answer and cell of a table of the case `name`, by its path; percentages are fractions of one."""
    found = case(name)
    asked = Question(found.calculator, found.inputs, "en", dict.fromkeys(found.inputs, "en"), DAY)
    told = contract(evaluate(asked))
    assert "answers" in told, (name, told)
    texts = {key: entry["value"] for part in ("inputs", "answers") for key, entry in told[part].items()}
    for table, content in told["tables"].items():
        for number, row in enumerate(content["rows"], start=1):
            texts |= {f"{table}.{number}.{column}": cell for column, cell in zip(content["columns"], row, strict=True)}
    return {key: Fraction(text) for key, text in texts.items() if re.fullmatch(r"-?\d+(\.\d+)?", str(text))}


def followed(expression: str) -> Fraction:
    """The value of `vos.contribution`, or of a sum such as `2 * (vos-repaired.contribution - vos.contribution)`."""
    values: list[Fraction] = []

    def noted(match: re.Match[str]) -> str:
        name, _, path = match[0].partition(".")
        values.append(_answered(name)[path])
        return f"v{len(values) - 1}"

    return _reckoned(ast.parse(_NAME.sub(noted, expression), mode="eval").body, values)


def _reckoned(node: ast.expr, values: list[Fraction]) -> Fraction:
    if isinstance(node, ast.BinOp):
        return _SIGNS[type(node.op)](_reckoned(node.left, values), _reckoned(node.right, values))
    if isinstance(node, ast.Name):
        return values[int(node.id.removeprefix("v"))]
    assert isinstance(node, ast.Constant), ast.dump(node)
    return Fraction(str(node.value))


def written(text: str, lang: Lang) -> tuple[Fraction, Fraction, bool]:
    """The figure in `text`: its value, half of its last decimal, and whether it has a sign."""
    groups, comma = (".", ",") if lang == "nl" else (",", ".")
    found = re.fullmatch(r"[^\d]*?([−+]?)[\s€⁠]*(\d[\d.,]*)(.*)", text)
    assert found, text
    digits = found[2].rstrip(".,").replace(groups, "").replace(comma, ".")
    percent = 100 if re.search(r"%|procent|per cent|percentage", text) else 1
    decimals = len(digits.partition(".")[2])
    return (
        Fraction(digits) * (-1 if found[1] == "−" else 1) / percent,
        Fraction(1, 2 * 10**decimals * percent),
        bool(found[1]),
    )

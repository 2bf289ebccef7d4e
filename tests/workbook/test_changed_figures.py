"""Whoever changes a figure in a workbook finds what the site would say, or no figure at all."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from calculators.catalogue import NAMES
from calculators.core.quantities import Quantity, Unit
from calculators.evaluation import Answer
from calculators.writers.workbook_formulas import changeable, live_formulas
from tests.questions import Asked, edge_questions, golden_questions
from tests.workbook.reckoning import Value, reckoned

FIFTEEN_DIGITS = Decimal("1e-13")  # more than a spreadsheet holds are none of a customer
NOTHING = "only the site knows"
EXACT: Mapping[Unit, Decimal] = {"EUR": Decimal(0), "fraction": Decimal("1e-9"), "percentage_points": Decimal("1e-9")}


def follows(found: Value, quantity: Quantity) -> bool:
    """Whether a cell says what the site says, or nothing."""
    if isinstance(found, str):
        return True
    if not isinstance(quantity.value, Decimal | int) or found is None:
        return False
    value = Decimal(quantity.value)
    return abs(Decimal(found) - value) <= EXACT.get(quantity.unit, abs(value) * FIFTEEN_DIGITS)


def cells(answer: Answer, other: Asked) -> dict[str, Value]:
    """What the cells of an answer hold once its free ones have the figures of another question."""
    formulas = live_formulas(answer)
    inputs = other.inputs.quantities()
    found: dict[str, Value] = {}

    def value_of(name: str) -> Value:
        if name not in formulas:
            value = inputs[name].value if name in inputs else None
            return NOTHING if name in other.result.answers else value if isinstance(value, Decimal) else _plain(value)
        if name not in found:
            found[name] = reckoned(formulas[name][1:], value_of)
        return found[name]

    return {name: value_of(name) for name in formulas}


def _plain(value: object) -> Value:
    return Decimal(value) if isinstance(value, int) else None


@pytest.mark.parametrize("name", NAMES)
def test_no_other_figure_is_shown(name: str) -> None:
    """Each workbook with the figures of every other question that differs in its free cells alone."""
    wrong = {}
    asked_again = edge_questions(name)
    seen = set()
    for asked in golden_questions(name):
        answer = asked.answer("en")
        free = changeable(answer, live_formulas(answer))
        shape = (tuple(sorted(live_formulas(answer).items())), tuple(_fixed(asked, free)))
        if shape in seen:
            continue
        seen.add(shape)
        for other in asked_again:
            if _fixed(other, free) != _fixed(asked, free):
                continue
            for answered, found in cells(answer, other).items():
                if not follows(found, other.result.answers[answered]):
                    wrong[answered] = (other.name, found, other.result.answers[answered].value)
    assert wrong == {}


def _fixed(asked: Asked, free: frozenset[str]) -> list[object]:
    """What cannot be changed in the workbook of a question, and which figures are there."""
    return [value for name, value in asked.inputs.values.items() if name not in free]

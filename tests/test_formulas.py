"""The evaluators that the tests of steps use."""

from decimal import Decimal

import pytest

from calculators.core.words import shared_words
from tests.formulas import UndefinedFormulaError, outcome
from tests.reckoning import reckoned


def test_formulas_are_read_as_written() -> None:
    """The evaluator of the step test knows precedence, brackets and what has no outcome."""
    values = {"one": Decimal(1), "two": Decimal(2), "nothing": None}
    assert outcome("{one} + {two} × ({two} − 4) / 2", values.__getitem__) == -1
    for undefined in ("{one} / ({two} − 2)", "{nothing} + 1"):
        with pytest.raises(UndefinedFormulaError):
            outcome(undefined, values.__getitem__)
    for broken in ("{one} {two}", "({one}", "{one} +", "{one} * {two}", "× {one}"):
        with pytest.raises(ValueError, match=r".*"):
            outcome(broken, values.__getitem__)


def test_written_figures_are_reckoned_with() -> None:
    """Amounts, percentages, points, counted things and signs, in either language."""
    dutch, english = shared_words("nl"), shared_words("en")
    assert reckoned("€\u00a01.234,56 × 10% − \u2212€\u00a05,00", dutch) == Decimal("128.456")
    assert reckoned("€1,234.00 − 24\u00a0visits × (1 − 7\u00a0percentage points)", english) == Decimal("1211.68")

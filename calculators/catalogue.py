"""The calculators by name; one is imported when it is asked for."""

from importlib import import_module
from typing import Final

from calculators.core.fields import Calculator

NAMES: Final = (
    "visit_cost",
    "cost_per_visit",
    "visit_plan",
    "discount_realignment",
    "discount_break_even",
    "late_payment",
    "statutory_interest",
    "prospecting_plan",
)


def calculator(name: str) -> Calculator:
    """The calculator called `name`.

    Raises:
        KeyError: there is none of that name.
    """
    if name not in NAMES:
        raise KeyError(name)
    declared: Calculator = import_module(f"calculators.{name}").CALCULATOR
    return declared

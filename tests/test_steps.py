"""The steps of every answer: by formula, and with the figures as they stand in the page."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import pytest

from calculators.catalogue import NAMES, declaration, words_of
from calculators.core.declarations import Step
from calculators.core.quantities import Quantity
from calculators.core.words import LANGS, Lang
from calculators.evaluation.explanations import taken_steps
from tests.formulas import UndefinedFormulaError, names_in, outcome
from tests.questions import golden_questions
from tests.reckoning import reckoned, written_number

every_calculator = pytest.mark.parametrize("name", NAMES)
EXACT = {"EUR": Decimal("0.005"), "fraction": Decimal("1e-9"), "percentage_points": Decimal("1e-9")}
# What is written shows cents, hundredths of a percent, or hundredths.
SHOWN = {"fraction": Decimal("0.0001"), "percentage_points": Decimal("0.0001")}
HUNDREDTH = Decimal("0.01")
PART = Decimal("1e-6")


def settled(computed: Decimal, step: Step) -> Decimal:
    """The outcome of a formula with the rounding and the bound that the step declares."""
    if step.rounding:
        computed = computed.to_integral_value({"up": ROUND_CEILING, "down": ROUND_FLOOR}[step.rounding])
    return max(Decimal(0), computed) if step.at_least_zero else computed


@every_calculator
def test_steps_compute_what_they_say(name: str) -> None:
    """The formula of each step, with the figures of the case, gives the answer that it stands for."""
    for asked in golden_questions(name):
        quantities: Mapping[str, Quantity] = asked.inputs.quantities() | dict(asked.result.answers)

        def value_of(name: str, known: Mapping[str, Quantity] = quantities) -> Decimal | None:
            value = known[name].value
            return Decimal(value) if isinstance(value, Decimal | int) else None

        for step in taken_steps(asked.inputs.declared, asked.result):
            if not step.formula:
                continue
            expected = value_of(step.name)
            assert expected is not None
            is_money = quantities[step.name].unit == "EUR"
            tolerance = EXACT.get(quantities[step.name].unit, HUNDREDTH)
            # Shares are held to ten decimals; money is exact to half a cent, however large.
            tolerance += 0 if is_money else abs(expected) * Decimal("1e-9")
            try:
                computed = settled(outcome(step.formula, value_of), step)
            except UndefinedFormulaError:
                pytest.fail(f"{asked.name}: {step.key} has an answer and no outcome")
            assert abs(computed - expected) <= tolerance, (
                f"{asked.name}: the formula goes on from another figure than the rounded answers that step {step.key} "
                f"names: {computed} instead of {expected}"
            )


@every_calculator
@pytest.mark.parametrize("lang", LANGS)
def test_a_pocket_calculator_finds_the_same(name: str, lang: Lang) -> None:
    """The figures as they are written, reckoned by hand, give the written answer, to its last digit."""
    for asked in golden_questions(name):
        answer = asked.answer(lang)
        steps = {step.name: step for step in taken_steps(asked.inputs.declared, asked.result)}
        for shown in answer.steps:
            if not shown.filled:
                continue
            unit = asked.result.answers[shown.name].unit
            expected = written_number(shown.written, answer.words)
            computed = settled(reckoned(shown.filled, answer.words), steps[shown.name])
            tolerance = SHOWN.get(unit, HUNDREDTH) + abs(expected) * PART
            assert abs(computed - expected) <= tolerance, (asked.name, shown, computed)


@every_calculator
def test_every_answer_has_a_step(name: str) -> None:
    """Each answer with a value, other than a verdict, says how it was reached: by formula, or in words."""
    words = [words_of(name, lang) for lang in LANGS]
    for asked in golden_questions(name):
        steps = taken_steps(asked.inputs.declared, asked.result)
        explained = [step.name for step in steps]
        assert len(explained) == len(set(explained)), asked.name
        for answered, quantity in asked.result.answers.items():
            assert quantity.value is None or quantity.unit == "code" or answered in explained, (asked.name, answered)
        for step in steps:
            assert step.formula or all(f"steps.{step.key}" in known for known in words), (asked.name, step.key)


@every_calculator
def test_steps_name_what_there_is(name: str) -> None:
    """Formulas name inputs and answers; keys are unique, and those of a result are declared."""
    declared = declaration(name)
    known = {field.name for field in declared.fields} | {output.name for output in declared.answers}
    keys = [step.key for step in declared.steps]
    assert len(keys) == len(set(keys))
    for step in declared.steps:
        assert names_in(step.formula) <= known, step.key
        assert step.name in {output.name for output in declared.answers}, step.key
    taken = {step.key for asked in golden_questions(name) for step in taken_steps(declared, asked.result)}
    assert taken == set(keys), "a golden case for each step"

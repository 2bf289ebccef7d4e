"""The steps to an answer, in words and with the person's figures."""

from collections.abc import Mapping, Sequence
from typing import Final

from calculators.core.declarations import Declaration, Step
from calculators.core.quantities import Quantity
from calculators.core.results import Result
from calculators.core.words import Words
from calculators.evaluation.records import Explanation
from calculators.present.quantities import written
from calculators.present.sentences import filled, inside_sentence, sentence

# Percentages in a formula show so many decimals that a person with a pocket calculator finds the same answer.
DECIMALS_TO_RECKON_WITH: Final = 6


def taken_steps(declared: Declaration, result: Result) -> list[Step]:
    """The declared steps that were taken, of the answers that have a value."""
    by_key = {step.key: step for step in declared.steps}
    steps = declared.steps if result.steps is None else [by_key[key] for key in result.steps]
    return [step for step in steps if result.answers[step.name].value is not None]


def explanations(
    declared: Declaration, steps: Sequence[Step], quantities: Mapping[str, Quantity], words: Words
) -> list[Explanation]:
    """Each step in words; a formula that names nothing, as that of what is left out, says nothing."""
    answers = {output.name for output in declared.answers}

    def label(name: str) -> str:
        return words[f"answers.{name}" if name in answers else f"fields.{name}.label"]

    def figure(name: str) -> str:
        return written(quantities[name], words, name, DECIMALS_TO_RECKON_WITH)

    return [
        Explanation(
            step.key,
            step.name,
            label(step.name),
            filled(step.formula, lambda name: inside_sentence(label(name))) if "{" in step.formula else "",
            filled(step.formula, figure) if "{" in step.formula else "",
            written(quantities[step.name], words, step.name),
            _note(step, quantities, words),
            words[f"sources.{step.source.name}"] if step.source else "",
        )
        for step in steps
    ]


def _note(step: Step, quantities: Mapping[str, Quantity], words: Words) -> str:
    """What the signs of the formula cannot say: the declared rounding and bound, and the words of the step."""
    parts = [words[f"rounding.{step.rounding}"]] if step.rounding else []
    if step.at_least_zero:
        parts.append(words["rounding.at_least_zero"])
    if f"steps.{step.key}" in words:
        parts.append(sentence(words[f"steps.{step.key}"], quantities, words))
    return " ".join(parts)

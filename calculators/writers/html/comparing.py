"""Two answers beside each other in HTML: what is said of each, the inputs that differ, and every figure."""

from collections.abc import Sequence
from typing import Final

from calculators.core.words import Words
from calculators.evaluation.comparing import ComparedAnswers
from calculators.evaluation.records import Answer, Comparison
from calculators.writers.html.answer import TONE_SIGNS
from calculators.writers.html.markup import Html, element, joined
from calculators.writers.html.table import plain_table

FIGURES: Final = (1, 2, 3)  # the columns that hold them


def comparison_html(names: Sequence[str], answers: Sequence[Answer], found: ComparedAnswers) -> Html:
    """The comparison of two answers under their `names`."""
    words = answers[0].words
    changed = _table(words["frame.inputs_that_differ"], names, found.inputs, words)
    same = element("p", {}, words["frame.same_inputs"])
    return joined(
        element("dl", {"class": "compared-headlines"}, *map(_headline, names, answers)),
        changed if found.inputs else same,
        _table(words["frame.answers_compared"], names, found.figures, words),
    )


def _headline(name: str, answer: Answer) -> Html:
    sign = element("span", {"class": "answer-sign", "aria-hidden": "true"}, TONE_SIGNS[answer.tone])
    return element(
        "div",
        {"data-tone": answer.tone},
        element("dt", {}, name),
        element("dd", {"class": "answer-headline"}, sign, element("span", {}, answer.headline)),
    )


def _table(caption: str, names: Sequence[str], rows: Sequence[Comparison], words: Words) -> Html:
    head = ["", *names, words["frame.difference"]]
    return plain_table(caption, head, (row.cells(words) for row in rows), FIGURES)

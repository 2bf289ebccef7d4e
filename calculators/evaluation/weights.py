"""How much each figure moves the main answer, as bars: from a tenth less of it to a tenth more."""

from typing import Final

from calculators.evaluation.influence import influences
from calculators.evaluation.question import Question
from calculators.evaluation.records import Answer
from calculators.evaluation.worded_pictures import WordedBar, WordedBars, WordedLevel
from calculators.present.sentences import filled

MOST_SHOWN: Final = 6


def worded_weights(question: Question, answer: Answer) -> WordedBars | None:
    """The figures that the main answer hangs on most, the heaviest first; None where there is nothing to compare.

    A bar leads from the main answer with a tenth less of the figure to that with a tenth more. A figure that has no
    answer on one of the two sides is left out, and so is one that changes nothing.
    """
    words, now = answer.words, answer.main.quantity
    bars = [
        WordedBar(words[f"fields.{found.field}.label"], found.less, found.more)
        for found in influences(question)
        if found.reach and found.less is not None and found.more is not None
    ]
    if not bars or now.value is None:
        return None
    main = answer.main.label

    def worded(key: str) -> str:
        return filled(words[key], lambda _: main)

    level = WordedLevel(worded("weights.level"), now.value)  # type: ignore[arg-type]  # influences compared numbers
    title, description = worded("weights.title"), worded("weights.description")
    return WordedBars("weights", title, description, main, now.unit, bars[:MOST_SHOWN], level)

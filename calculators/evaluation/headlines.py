"""What is said first of an answer."""

from collections.abc import Mapping

from calculators.core.quantities import Quantity
from calculators.core.results import Result
from calculators.core.words import Words
from calculators.present.sentences import filled, inside_sentence, sentence


def worded_headline(result: Result, quantities: Mapping[str, Quantity], words: Words) -> str:
    """The sentence of a result, and behind it what it leaves out because nobody knows it."""
    said = sentence(words[f"headlines.{result.headline}"], quantities, words)
    if not result.not_counted:
        return said
    names = [words[f"not_counted.{name}"] for name in result.not_counted]
    listed = ", ".join(map(inside_sentence, names))
    return f"{said} {filled(words['frame.not_counted'], lambda _: listed)}"

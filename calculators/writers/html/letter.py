"""The letter that an answer can be sent with, in HTML."""

from calculators.core.words import Words
from calculators.evaluation.records import WordedLetter
from calculators.writers.html.copied import copied_text
from calculators.writers.html.markup import Html, element


def letter_html(letter: WordedLetter, words: Words) -> Html:
    """The letter in its own language, with what to do before it is sent."""
    text = element("pre", {"lang": letter.lang}, letter.text)
    return element(
        "div",
        {"class": "answer-letter"},
        element("h3", {"class": "answer-subtitle"}, words["frame.letter"]),
        element("p", {"class": "answer-note"}, words["frame.letter_hint"]),
        copied_text(text, words),
    )

"""Markdown blocks for a self-check: a question, and its options with feedback.

    //// question | The customer asks when you can deliver. What is this?

    /// option | A signal that they are ready to buy.
        right: true
    Yes: they are picturing it in their own company.
    ///

    /// option | An objection.
    No: an objection sounds different.
    ///

    ////

Without JavaScript a page shows the question, its options, and the answers folded.
A question has two to six options, exactly one of them right, each with feedback; anything else fails the build.
"""

import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pymdownx.blocks.block import Block, type_boolean

from calculators.core.words import Lang
from site_build.words import word

FEWEST_OPTIONS: Final = 2
MOST_OPTIONS: Final = 6


class OptionBlock(Block):
    """`/// option | text`, with feedback as its contents."""

    NAME = "option"
    ARGUMENT = True
    OPTIONS = {"right": [False, type_boolean]}  # noqa: RUF012 (pymdownx reads it from the class)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """The option, which its question turns into a list entry and a piece of feedback."""
        place = etree.SubElement(parent, "question-option")
        place.set("text", self.argument)
        place.set("right", "true" if self.options["right"] else "false")
        return place

    def on_markdown(self) -> str:
        """How contents are treated: as blocks."""
        return "block"


class QuestionBlock(Block):
    """`//// question | text`, with options as its contents."""

    NAME = "question"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """The element that a script makes live."""
        count: int = self.tracker.get("questions", 0) + 1
        self.tracker["questions"] = count
        return etree.SubElement(parent, "check-question", {"class": "question", "data-question": f"q{count}"})

    def on_markdown(self) -> str:
        """How contents are treated: as blocks."""
        return "block"

    def on_end(self, block: etree.Element) -> None:
        """Turn the options into a list, and their feedback into a folded answer."""
        options = list(block)
        if any(option.tag != "question-option" for option in options):
            message = f"question {self.argument!r}: only options may stand in it"
            raise ValueError(message)
        for option in options:
            block.remove(option)
        given = [Option(option.get("text", ""), option.get("right") == "true", list(option)) for option in options]
        write_question(block, self.argument, given, self.config["lang"])


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options of a question: its text, whether it is the right one, and the feedback to it."""

    text: str
    is_right: bool
    feedback: list[etree.Element]


def write_question(place: etree.Element, text: str, options: Sequence[Option], lang: Lang) -> None:
    """Put a question into `place`: its text, the options, and what there is to say to each, folded.

    Raises:
        ValueError: there are not two to six options, not exactly one is right, or one has no feedback.
    """
    fault = _fault(options)
    if fault:
        message = f"question {text!r}: {fault}"
        raise ValueError(message)
    etree.SubElement(place, "p", {"class": "question-text"}).text = text
    entries = etree.SubElement(place, "ol", {"class": "question-options"})
    answer = etree.SubElement(place, "details", {"class": "question-answer"})
    etree.SubElement(answer, "summary").text = word("question.show", lang)
    for option in options:
        etree.SubElement(entries, "li").text = option.text
        feedback = etree.SubElement(
            answer, "div", {"class": "question-feedback", "data-right": "true" if option.is_right else "false"}
        )
        named = etree.SubElement(feedback, "p", {"class": "question-option"})
        verdict = etree.SubElement(named, "strong")
        said = word("question.right", lang) if option.is_right else word("question.wrong", lang)
        verdict.text, verdict.tail = f"{said}:", " "
        etree.SubElement(named, "span").text = option.text
        feedback.extend(option.feedback)


def _fault(options: Sequence[Option]) -> str:
    """What is wrong with the options, or nothing."""
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        return f"it has {len(options)} options; {FEWEST_OPTIONS} to {MOST_OPTIONS} are needed"
    right = sum(option.is_right for option in options)
    if right != 1:
        return f"{right} options are right; exactly one must be (`right: true`)"
    silent = [option.text for option in options if not option.feedback]
    return f"option {silent[0]!r} has no feedback" if silent else ""

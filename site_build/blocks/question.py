"""Markdown blocks for a self-check: a question, and its options with feedback.

    //// question | The customer asks when you can deliver. What is this?
        name: asks-delivery

    /// option | A signal that they are ready to buy.
        name: signal
        right: true
    Yes: they are picturing it in their own company.
    ///

    /// option | An objection.
        name: objection
    No: an objection sounds different.
    ///

    ////

Without JavaScript a page shows the question, its options, and the answers folded.
Answers are kept on readers' devices by the names of question and option, the same in both languages: texts and their
order may change, names may not.
A question has two to six options, exactly one of them right, each with feedback; anything else fails the build.
"""

import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pymdownx.blocks.block import Block, type_boolean, type_string

from calculators.core.words import Lang
from site_build.blocks.case_figures import without_marks
from site_build.content import name_from, refuse_doubles
from site_build.words import word

FEWEST_OPTIONS: Final = 2
MOST_OPTIONS: Final = 6


class OptionBlock(Block):
    """`/// option | text`, with feedback as its contents."""

    NAME = "option"
    ARGUMENT = True
    OPTIONS = {"name": ["", type_string], "right": [False, type_boolean]}  # noqa: RUF012 (pymdownx reads it from the class)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """The option, which its question turns into a list entry and a piece of feedback."""
        place = etree.SubElement(parent, "question-option")
        place.set("text", without_marks(self.argument))
        place.set("name", name_from(self.options, f"option {self.argument!r}"))
        place.set("right", "true" if self.options["right"] else "false")
        return place

    def on_markdown(self) -> str:
        """How contents are treated: as blocks."""
        return "block"


class QuestionBlock(Block):
    """`//// question | text`, with options as its contents."""

    NAME = "question"
    ARGUMENT = True
    OPTIONS = {"name": ["", type_string]}  # noqa: RUF012 (as above)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """The element that a script makes live."""
        where = f"question {self.argument!r}"
        name = name_from(self.options, where)
        names: list[str] = self.tracker.setdefault("questions", [])
        names.append(name)
        refuse_doubles(names, where)
        return etree.SubElement(parent, "check-question", {"class": "question", "data-question": name})

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
        given = [
            Option(option.get("name", ""), option.get("text", ""), option.get("right") == "true", list(option))
            for option in options
        ]
        write_question(block, without_marks(self.argument), given, self.config["lang"])


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options of a question: its name and text, whether it is the right one, and the feedback to it."""

    name: str
    text: str
    is_right: bool
    feedback: list[etree.Element]


def write_question(place: etree.Element, text: str, options: Sequence[Option], lang: Lang) -> None:
    """Put a question into `place`: its text, the options, and what there is to say to each, folded.

    Raises:
        ValueError: there are not two to six options, not exactly one is right, one lacks feedback, or names are double.
    """
    fault = _fault(options)
    if fault:
        message = f"question {text!r}: {fault}"
        raise ValueError(message)
    refuse_doubles((option.name for option in options), f"question {text!r}")
    etree.SubElement(place, "p", {"class": "question-text"}).text = text
    entries = etree.SubElement(place, "ol", {"class": "question-options"})
    answer = etree.SubElement(place, "details", {"class": "question-answer"})
    etree.SubElement(answer, "summary").text = word("question.show", lang)
    for option in options:
        etree.SubElement(entries, "li", {"data-option": option.name}).text = option.text
        right = "true" if option.is_right else "false"
        feedback = etree.SubElement(
            answer, "div", {"class": "question-feedback", "data-option": option.name, "data-right": right}
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

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
from collections.abc import Callable
from typing import Any, Final

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_boolean

from calculators.core.text import LANGS, Lang, Text

SHOW: Final = Text("Toon het antwoord", "Show the answer")
RIGHT: Final = Text("Goed", "Right")
WRONG: Final = Text("Niet goed", "Not right")
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
        lang: Lang = self.config["lang"]
        if lang not in LANGS:
            self._refuse(f"lang must be one of {', '.join(LANGS)}, not {lang!r}")
        options = list(block)
        self._check(options)
        for option in options:
            block.remove(option)
        text = etree.SubElement(block, "p", {"class": "question-text"})
        text.text = self.argument
        entries = etree.SubElement(block, "ol", {"class": "question-options"})
        answer = etree.SubElement(block, "details", {"class": "question-answer"})
        etree.SubElement(answer, "summary").text = SHOW[lang]
        for option in options:
            etree.SubElement(entries, "li").text = option.get("text")
            is_right = option.get("right") == "true"
            feedback = etree.SubElement(
                answer, "div", {"class": "question-feedback", "data-right": "true" if is_right else "false"}
            )
            named = etree.SubElement(feedback, "p", {"class": "question-option"})
            verdict = etree.SubElement(named, "strong")
            verdict.text, verdict.tail = f"{(RIGHT if is_right else WRONG)[lang]}:", " "
            etree.SubElement(named, "span").text = option.get("text")
            feedback.extend(list(option))

    def _check(self, options: list[etree.Element]) -> None:
        if any(option.tag != "question-option" for option in options):
            self._refuse("only options may stand in it")
        if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
            self._refuse(f"it has {len(options)} options; {FEWEST_OPTIONS} to {MOST_OPTIONS} are needed")
        right = sum(option.get("right") == "true" for option in options)
        if right != 1:
            self._refuse(f"{right} options are right; exactly one must be (`right: true`)")
        for option in options:
            if not len(option):
                self._refuse(f"option {option.get('text')!r} has no feedback")

    def _refuse(self, why: str) -> None:
        message = f"question {self.argument!r}: {why}"
        raise ValueError(message)


class QuestionBlocks(BlocksExtension):
    """The extension; `lang` is the language of the pages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Declare the option `lang`."""
        self.config = {"lang": ["nl", "Language of the pages: nl or en"]}
        super().__init__(*args, **kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (pymdownx' signature)
        """Register both blocks."""
        block_mgr.register(QuestionBlock, self.getConfigs())
        block_mgr.register(OptionBlock, self.getConfigs())


makeExtension: Callable[..., QuestionBlocks] = QuestionBlocks  # noqa: N816 (the name that Markdown looks for)

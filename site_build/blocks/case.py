"""`/// case | name`: a link that opens a calculator on its own page with the figures of a case.

    /// case | account_review
        says: Open De Wit as an account review, with every cost in it.
        preset: {list_revenue: "30000", visits: "24"}
    ///

The figures stand behind the # of the link, as in a link that a reader copies (frontend/calculator/figures-link.js).
"""

from datetime import datetime
from typing import Final
from urllib.parse import quote

from pymdownx.blocks.block import type_string

from calculators.core.words import Lang
from calculators.evaluation import Question
from calculators.writers.html.markup import Html, element
from site_build.blocks.calculator import preset_option
from site_build.blocks.html_block import HtmlBlock
from site_build.calculators.form import BUILDER_ROOT
from site_build.calculators.page import PRESET_LANG, declared_by, example_texts, worked_example
from site_build.cases import preset_of

# What JavaScript's encodeURIComponent leaves as it is, beyond letters and digits.
PLAIN: Final = "-_.!~*'()"


class CaseBlock(HtmlBlock):
    """A paragraph with the link."""

    NAME = "case"
    OPTIONS = {"preset": [{}, preset_option], "case": ["", type_string], "says": ["", type_string]}  # noqa: RUF012 (pymdownx reads it from the class)

    def html(self, lang: Lang) -> Html:
        """The link."""
        preset = preset_of(self.argument, self.options["case"], self.options["preset"])
        way = f"{BUILDER_ROOT}{self.argument}/#{figures_fragment(self.argument, lang, preset)}"
        return element("p", {}, element("a", {"href": way}, self.options["says"]))


def figures_fragment(name: str, lang: Lang, preset: dict[str, str]) -> str:
    """The part of a link behind the #: the figures of `preset` (plain English notation) as typed in `lang`.

    It names every field: where a link is silent, the example of the page would fill in figures of another case.

    Raises:
        PresetError: there is no calculator of that name, or it does not take the preset.
    """
    today = datetime.now().astimezone().date()
    declared = declared_by(name)
    answer = worked_example(Question(name, preset, lang, dict.fromkeys(preset, PRESET_LANG), today))
    texts = example_texts(declared, answer.words, preset)
    figures = (f"{field.name}={_written(texts[field.name])}" for field in declared.fields if not field.private)
    return "&".join((f"~calculator={name}", f"lang={lang}", *figures))


def _written(text: str | list[list[str]]) -> str:
    """A text as it stands in a link; rows end with ; and cells with :."""
    if isinstance(text, str):
        return quote(text, safe=PLAIN)
    return ";".join(":".join(quote(cell, safe=PLAIN) for cell in row) for row in text)

"""Markdown blocks that put a calculator, or a table of dated rates, into a page.

    /// calculator | visit_cost
        preset: {revenue: "60000", visits: "24"}
    ///

    /// rates | commercial
    ///

An unknown name or a preset with a fault fails the build.
"""

import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from calculators.core.text import LANGS, Lang
from calculators.html.markup import Html
from calculators.html.page import calculator_html
from calculators.html.rate_tables import rate_table_html


class HtmlBlock(Block):
    """A block without contents of its own that becomes HTML; its argument is a name."""

    ARGUMENT = True

    def html(self, lang: Lang) -> Html:
        """The HTML of the block."""
        raise NotImplementedError

    def on_create(self, parent: etree.Element) -> etree.Element:
        """A place for the HTML, which Markdown puts in after everything else."""
        lang = self.config["lang"]
        if lang not in LANGS:
            message = f"site_build.calculator_block: lang must be one of {', '.join(LANGS)}, not {lang!r}"
            raise ValueError(message)
        place = etree.SubElement(parent, "div")
        place.text = self.md.htmlStash.store(self.html(lang))
        return place

    def on_markdown(self) -> str:
        """How contents would be treated: not at all."""
        return "raw"


def preset_option(value: Any) -> dict[str, str]:
    """The option `preset` as text by field name.

    Raises:
        ValueError: it is not a mapping of names to texts.
    """
    if not isinstance(value, dict) or not all(isinstance(item, str) for pair in value.items() for item in pair):
        message = 'preset must be a mapping of field names to quoted texts, such as {revenue: "60000"}'
        raise ValueError(message)
    return value


class CalculatorBlock(HtmlBlock):
    """`/// calculator | name`, once a page for each calculator."""

    NAME = "calculator"
    OPTIONS = {"preset": [{}, preset_option]}  # noqa: RUF012 (pymdownx reads it from the class)

    def html(self, lang: Lang) -> Html:
        """The form and the worked example."""
        used: set[str] = self.tracker.setdefault("calculators", set())
        if self.argument in used:
            message = f"calculator {self.argument!r} stands twice in a page; its ids would not be unique"
            raise ValueError(message)
        used.add(self.argument)
        return calculator_html(self.argument, lang, self.options["preset"])


class RatesBlock(HtmlBlock):
    """`/// rates | name`."""

    NAME = "rates"

    def html(self, lang: Lang) -> Html:
        """The table of rates with its source."""
        return rate_table_html(self.argument, lang)


class CalculatorBlocks(BlocksExtension):
    """The extension; `lang` is the language of the pages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Declare the option `lang`."""
        self.config = {"lang": ["nl", "Language of the pages: nl or en"]}
        super().__init__(*args, **kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (the name that pymdownx calls)
        """Register both blocks."""
        block_mgr.register(CalculatorBlock, self.getConfigs())
        block_mgr.register(RatesBlock, self.getConfigs())


makeExtension: Callable[..., CalculatorBlocks] = CalculatorBlocks  # noqa: N816 (the name that Markdown looks for)

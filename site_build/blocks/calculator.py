"""Markdown blocks that put a calculator, or a table of dated rates, into a page.

    /// calculator | visit_cost
        preset: {revenue: "60000", visits: "24"}
    ///

    /// calculator | account_review
        case: vos
    ///

    /// calculator | portfolio
        list: northwind.csv
    ///

    /// rates | commercial
    ///

An unknown name or a preset with a fault fails the build.
"""

from datetime import date, datetime
from typing import Any

from calculators.core.words import Lang
from calculators.writers.html.markup import Html
from site_build.blocks.html_block import HtmlBlock
from site_build.calculators.page import calculator_html
from site_build.calculators.rate_tables import rate_table_html
from site_build.cases import preset_of


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
    OPTIONS = {"preset": [{}, preset_option], "case": ["", str], "list": ["", str]}  # noqa: RUF012 (pymdownx reads it from the class)

    def html(self, lang: Lang) -> Html:
        """The form and the worked example."""
        used: set[str] = self.tracker.setdefault("calculators", set())
        if self.argument in used:
            message = f"calculator {self.argument!r} stands twice in a page; its ids would not be unique"
            raise ValueError(message)
        used.add(self.argument)
        preset = preset_of(self.argument, self.options["case"], self.options["preset"])
        return calculator_html(self.argument, lang, preset, _today(), self.options["list"])


class RatesBlock(HtmlBlock):
    """`/// rates | name`."""

    NAME = "rates"

    def html(self, lang: Lang) -> Html:
        """The table of rates with its source."""
        return rate_table_html(self.argument, lang, _today())


def _today() -> date:
    """The day of the build, for rates that are about to end."""
    return datetime.now().astimezone().date()

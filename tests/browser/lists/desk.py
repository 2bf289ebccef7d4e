"""A list on a calculator, as a manager opens it."""

import re
from typing import Final

from playwright.sync_api import Locator, Page, expect

from calculators.core.words import Lang
from site_build.words import page_words
from tests.browser.calculators.pages import START, open_calculator

# Net revenue: 10,000 less 10%, 4,000 and 2,000; gross profit 2,250, 800 and 200; six visits of 300 for Bakker.
SMALL: Final = (
    "Klant;Omzet;Korting %;Brutomarge %;Bezoeken\r\n"
    "Bakker;10.000,00;10;25;6\r\n"
    "Visser & Zn;4.000,00;;20;0\r\n"
    "De Wit;2.000,00;;10;3\r\n"
)


def desk(page: Page, site_url: str, name: str = "portfolio", lang: Lang = "nl") -> Locator:
    """The place for the list of a calculator on its own page."""
    return open_calculator(page, site_url, name, lang).locator(".list-part")


def give(part: Locator, content: str | bytes, name: str = "klanten.csv") -> None:
    """Choose a file."""
    data = content.encode() if isinstance(content, str) else content
    part.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})


def answered(page: Page, timeout: int = START) -> Locator:
    """The calculator, once it answers to the list."""
    element = page.locator("sales-calculator")
    expect(element).to_have_attribute("data-answer", "answered", timeout=timeout)
    expect(element).to_have_attribute("data-shown", "own")
    return element


def list_word(key: str, lang: Lang = "nl", **parts: object) -> str:
    """What the scripts of lists say under that key."""
    return page_words(lang)[f"scripts.lists.{key}"].format(**parts)


def said(part: Locator, text: str) -> None:
    """It is said, to the eye and to a screen reader."""
    expect(part.locator("[data-part=said]")).to_contain_text(text, timeout=START)


def main_figure(page: Page, amount: str) -> None:
    """The main answer, with its blank that does not break."""
    written = re.compile(amount.replace(" ", r"\s"))
    expect(page.locator("[data-part=head] .answer-value")).to_have_text(written, timeout=START)


def rows_of(page: Page) -> list[str]:
    """The names in the table of customers, in their order."""
    return page.locator("[data-table-view=customers] tbody td:nth-child(2)").all_inner_texts()

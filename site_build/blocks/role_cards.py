"""Markdown blocks for an exercise: cards of which a reader sees one at a time, and the form of the observer.

    /// role-card | Meneer Mulder, ronde 1
        name: other-1

    Je bent ...
    ///

    /// observer |
    - Vraagt door voordat er een argument komt
    ///

Each card has an address of its own, by its name; the page shows the one that its address names, or else the links to
all of them. On paper each card and the form have a sheet of their own.
What the observer fills in is kept on the device by the places of the form: a behaviour goes by its number.
"""

import xml.etree.ElementTree as etree
from typing import Final

from pymdownx.blocks.block import Block, type_string

from calculators.core.words import Lang
from site_build.blocks.html_block import child
from site_build.content import ContentError, name_from, refuse_doubles
from site_build.words import word

ROUNDS: Final = (1, 2)
FEWEST_BEHAVIOURS: Final = 2
OBSERVER: Final = "observer"
CARDS: Final = "role-cards"


class RoleCardBlock(Block):
    """`/// role-card | title`, with what that person knows as its contents."""

    NAME = "role-card"
    ARGUMENT = True
    OPTIONS = {"name": ["", type_string]}  # noqa: RUF012 (pymdownx reads it from the class)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """The card, among the others of its page."""
        name = name_from(self.options, f"role-card {self.argument!r}")
        return _card(parent, name, self.argument, self.config["lang"])

    def on_markdown(self) -> str:
        """How contents are treated: as blocks."""
        return "block"


class ObserverBlock(Block):
    """`/// observer`, with a list of what to count as its contents."""

    NAME = "observer"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """The card with the form."""
        return _card(parent, OBSERVER, word("exercise.observer", self.config["lang"]), self.config["lang"])

    def on_markdown(self) -> str:
        """How contents are treated: as blocks."""
        return "block"

    def on_end(self, block: etree.Element) -> None:
        """Turn the list into a form with a place to count for each round.

        Raises:
            ContentError: there is no list of two or more things to count.
        """
        lang: Lang = self.config["lang"]
        entries = block.findall("ul/li")
        if len(entries) < FEWEST_BEHAVIOURS:
            message = f"observer: a list of what to count is needed, {FEWEST_BEHAVIOURS} lines '- ...' or more"
            raise ContentError(message)
        for written in block.findall("ul"):
            block.remove(written)
        child(block, "p", word("exercise.count", lang))
        form = child(block, "observer-form")
        table = child(form, "table", class_="observer-counts")
        head = child(child(table, "thead"), "tr")
        child(head, "th", word("exercise.behaviour", lang), scope="col")
        for number in ROUNDS:
            child(head, "th", word("exercise.round", lang, number=number), scope="col")
        body = child(table, "tbody")
        for row, entry in enumerate(entries, start=1):
            _add_behaviour(body, row, entry, lang)
        _add_sentences(form, lang)


def _add_behaviour(body: etree.Element, number: int, entry: etree.Element, lang: Lang) -> None:
    """A row of the form: what to count, and a counter for each round."""
    row = child(body, "tr")
    behaviour = child(row, "th", scope="row", id=f"behaviour-{number}")
    behaviour.text = entry.text
    behaviour.extend(list(entry))
    for round_number in ROUNDS:
        label = word("exercise.round", lang, number=round_number)
        child(
            child(row, "td"),
            "input",
            name=f"behaviour-{number}--round-{round_number}",
            type="number",
            min="0",
            max="99",
            inputmode="numeric",
            aria_label=label,
            aria_describedby=f"behaviour-{number}",
        )


def _add_sentences(form: etree.Element, lang: Lang) -> None:
    """A place to write down one sentence of each round."""
    group = child(form, "fieldset", class_="observer-said")
    child(group, "legend", word("exercise.said", lang))
    for number in ROUNDS:
        name = f"said--round-{number}"
        place = child(group, "p")
        child(place, "label", word("exercise.round", lang, number=number), for_=name)
        child(place, "textarea", id=name, name=name, rows="2")


def _card(parent: etree.Element, name: str, title: str, lang: Lang) -> etree.Element:
    """A card at the end of `parent`, and a link to it in the list before the first card.

    Raises:
        ContentError: there is a card of that name already.
    """
    refuse_doubles([*(str(card.get("id")) for card in parent.iter("section")), name], f"role card {title!r}")
    cards = parent.find(f"nav[@class='{CARDS}']")
    if cards is None:
        cards = child(parent, "nav", class_=CARDS, aria_label=word("exercise.cards", lang))
        child(cards, "p", word("exercise.choose", lang))
        child(cards, "ul")
    child(child(cards[-1], "li"), "a", title, href=f"#{name}", class_="role-card-link")
    card = child(parent, "section", class_="role-card", id=name, data_search_exclude="")
    child(card, "p", title, class_="role-card-title")
    return card

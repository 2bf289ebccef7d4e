"""Markdown block for a dialogue; its argument is our person, and each line a turn.

    /// dialogue | Sanne
    Mulder: Acht procent eraf, anders is het te duur.
    Sanne: (wacht) Waarmee vergelijkt u het?
    ///

What stands in round brackets is done, not said.
"""

import re
import xml.etree.ElementTree as etree
from typing import Final

from pymdownx.blocks.block import Block

from site_build.blocks.html_block import child

_TURN: Final = re.compile(r"([^:]{1,40}): (.+)")
_DIRECTION: Final = re.compile(r"(\([^)]+\))")


class DialogueBlock(Block):
    """A list of turns, each with the name of who speaks; stage directions stand in round brackets."""

    NAME = "dialogue"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """The list of turns."""
        return etree.SubElement(parent, "dl", {"class": "dialogue"})

    def on_markdown(self) -> str:
        """How contents are treated: as they are written, so that each line stays a turn."""
        return "raw"

    def on_end(self, block: etree.Element) -> None:
        """Turn the lines into turns.

        Raises:
            ValueError: a line is no turn, or our person says nothing.
        """
        lines = (block.text or "").split("\n")
        block.text = None
        speakers = [_add_turn(block, line.strip(), self.argument) for line in lines if line.strip()]
        if self.argument not in speakers:
            message = f"dialogue {self.argument!r}: nobody of that name speaks in it, only {', '.join(speakers)}"
            raise ValueError(message)


def _add_turn(block: etree.Element, line: str, ours: str) -> str:
    """Put a turn into the list; who speaks in it."""
    turn = _TURN.fullmatch(line)
    if not turn:
        message = f"dialogue {ours!r}: a line is 'Name: what is said', not {line!r}"
        raise ValueError(message)
    speaker, said = turn.groups()
    place = child(block, "div", class_="dialogue-ours" if speaker == ours else "dialogue-theirs")
    child(place, "dt", speaker)
    words = etree.SubElement(place, "dd")
    # Plain text, not atomic: figures in it are marked.
    for part in filter(None, _DIRECTION.split(said)):
        if _DIRECTION.fullmatch(part):
            etree.SubElement(words, "em").text = part
        elif len(words):
            words[-1].tail = part
        else:
            words.text = part
    return speaker

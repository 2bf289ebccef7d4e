"""What the blocks without contents of their own share."""

import xml.etree.ElementTree as etree

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from calculators.core.words import Lang


class HtmlBlock(Block):
    """A block without contents of its own that becomes HTML; its argument is a name."""

    ARGUMENT = True

    def html(self, lang: Lang) -> str:
        """The HTML of the block."""
        raise NotImplementedError

    def on_create(self, parent: etree.Element) -> etree.Element:
        """A place for the HTML, which Markdown puts in after everything else."""
        place = etree.SubElement(parent, "div")
        place.text = self.md.htmlStash.store(self.html(self.config["lang"]))
        return place

    def on_markdown(self) -> str:
        """How contents would be treated: not at all."""
        return "raw"


class ElementBlock(Block):
    """A block without contents of its own that becomes elements, so that MkDocs checks the links in it."""

    ARGUMENT = True

    def write(self, place: etree.Element, lang: Lang) -> None:
        """Put the elements of the block into `place`."""
        raise NotImplementedError

    def on_create(self, parent: etree.Element) -> etree.Element:
        """A place with the elements of the block."""
        place = etree.SubElement(parent, "div")
        self.write(place, self.config["lang"])
        return place

    def on_markdown(self) -> str:
        """How contents would be treated: not at all."""
        return "raw"


def child(parent: etree.Element, tag: str, text: str = "", **attributes: str) -> etree.Element:
    """A new element at the end of `parent`; its text is shown as it is, and `class_` stands for the attribute class."""
    made = etree.SubElement(
        parent, tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    )
    if text:
        made.text = AtomicString(text)
    return made

"""`/// customer-says`: what customers say, each sentence with a link to what to answer; a block of the home page."""

import xml.etree.ElementTree as etree

from calculators.core.words import Lang
from site_build.blocks.html_block import ElementBlock, child
from site_build.customers import sayings


class CustomerSaysBlock(ElementBlock):
    """A list of links, which MkDocs checks."""

    NAME = "customer-says"
    ARGUMENT = False

    def write(self, place: etree.Element, lang: Lang) -> None:
        """Put the list into `place`."""
        place.set("class", "tiles tiles--spoken")
        tiles = child(place, "ul")
        for saying in sayings():
            tile = child(tiles, "li")
            child(tile, "a", f"“{saying.sentence[lang]}”", href=f"{saying.page}.md#{saying.place}")

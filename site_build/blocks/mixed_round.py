"""`/// mixed-round`: the drills, found from their files, with links that a script draws one round of all cases from."""

import xml.etree.ElementTree as etree

from calculators.core.words import Lang
from site_build.blocks.drill import CASES_A_ROUND
from site_build.blocks.html_block import ElementBlock, child
from site_build.blocks.ideas import section_title
from site_build.content import content_names
from site_build.words import word


class MixedRoundBlock(ElementBlock):
    """A link to the page of each drill, which holds its cases, also for a reader without JavaScript."""

    NAME = "mixed-round"
    ARGUMENT = False

    def write(self, place: etree.Element, lang: Lang) -> None:
        """Put the links into `place`."""
        place.tag = "mixed-round"
        place.set("data-cases", str(CASES_A_ROUND))
        child(place, "p", word("mixed.drills", lang))
        entries = child(place, "ul")
        for name in content_names("drills"):
            title = section_title(lang, f"training/{name}#{name}")
            child(child(entries, "li"), "a", title, href=f"{name}.md", data_drill=name)

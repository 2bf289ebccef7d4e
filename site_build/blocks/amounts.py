"""Amounts in the text of pages: a line never ends between the euro sign and its number."""

import re
import xml.etree.ElementTree as etree
from typing import Final

from markdown.treeprocessors import Treeprocessor

_BREAKABLE: Final = re.compile(r"€ (?=\d)")
_UNBROKEN: Final = "€\N{NO-BREAK SPACE}"


class UnbrokenAmounts(Treeprocessor):
    """Writers type a plain space, and the page gets one that holds."""

    def run(self, root: etree.Element) -> None:
        """Hold the amounts together in the whole page, also in what blocks wrote."""
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = _BREAKABLE.sub(_UNBROKEN, element.text)
            if element.tail:
                element.tail = _BREAKABLE.sub(_UNBROKEN, element.tail)

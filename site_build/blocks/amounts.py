"""Amounts in the text of pages: a line never ends within one, neither behind its sign nor behind the euro sign."""

import re
import xml.etree.ElementTree as etree
from typing import Final

from markdown.treeprocessors import Treeprocessor

from calculators.present.numbers import NO_BREAK_SPACE, WORD_JOINER

_SIGN: Final = re.compile(r"(?<=[\N{MINUS SIGN}+])(?=€)")
_SPACE: Final = re.compile(r"(?<=€) (?=\d)")


class UnbrokenAmounts(Treeprocessor):
    """Writers type a plain space and a plain sign, and the page gets ones that hold."""

    def run(self, root: etree.Element) -> None:
        """Hold the amounts together in the whole page, also in what blocks wrote."""
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = _unbroken(element.text)
            if element.tail:
                element.tail = _unbroken(element.tail)


def _unbroken(text: str) -> str:
    return _SIGN.sub(WORD_JOINER, _SPACE.sub(NO_BREAK_SPACE, text))

"""HTML from elements, escaped by construction."""

import re
from collections.abc import Mapping
from typing import Final

from calculators.present.numbers import WORD_JOINER

# A line could end behind the sign of an amount, and an amount without its minus is another one.
_BEHIND_A_SIGN: Final = re.compile(r"(?<=[\N{MINUS SIGN}+])(?=€)")
VOID_ELEMENTS: Final = frozenset({"br", "input", "circle", "line", "path", "polyline", "rect"})


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """The text as HTML; a signed amount stays on one line."""
    if isinstance(text, Html):
        return text
    return Html(
        _BEHIND_A_SIGN.sub(WORD_JOINER, text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def element(tag: str, attributes: Mapping[str, str | bool | None], *children: str) -> Html:
    """An element; an attribute of True stands alone, one of False or None is left out."""
    written = "".join(
        f" {name}" if value is True else f' {name}="{escaped(value)}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    if tag in VOID_ELEMENTS:
        return Html(f"<{tag}{written}>" if tag in {"br", "input"} else f"<{tag}{written}/>")
    return Html(f"<{tag}{written}>{joined(*children)}</{tag}>")


def joined(*children: str) -> Html:
    """The children one after the other."""
    return Html("".join(escaped(child) for child in children))


def identifier(calculator: str, *parts: str | int) -> str:
    """The id of a part of a calculator in a page; ids of the page's own sections never hold a double dash."""
    return "--".join([calculator, *map(str, parts)])

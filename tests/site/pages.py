"""What the tests read out of a built page."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

LOADED = "[src], link[rel=stylesheet], link[rel=icon], link[rel=modulepreload]"


@dataclass(frozen=True)
class BuiltPage:
    """The parts of a page that readers and browsers rely on."""

    ids: list[str]
    links: list[str]
    loaded: list[str]
    alternates: dict[str, str]
    meta: dict[str, str]
    headings: int
    styled: list[str]
    language: str


def _value(node: LexborNode, *names: str) -> str:
    """The first of the attributes that is there."""
    return next((node.attributes[name] or "" for name in names if name in node.attributes), "")


def _carries_style_or_script(node: LexborNode) -> bool:
    """Whether the security policy would refuse a part of the element."""
    return node.tag == "style" or any(name == "style" or name.startswith("on") for name in node.attributes)


@cache
def read_page(path: Path) -> BuiltPage:
    """What a built page holds."""
    page = LexborHTMLParser(path.read_text(encoding="utf-8"))
    root = page.css_first("html")
    return BuiltPage(
        ids=[_value(node, "id") for node in page.css("[id]")],
        links=[_value(node, "href") for node in page.css("a[href]")],
        loaded=[_value(node, "src", "href") for node in page.css(LOADED)],
        alternates={_value(node, "hreflang"): _value(node, "href") for node in page.css("link[hreflang]")},
        meta={_value(node, "name", "http-equiv"): _value(node, "content") for node in page.css("meta")},
        headings=len(page.css("h1")),
        styled=[str(node.html) for node in page.css("*") if _carries_style_or_script(node)],
        language=_value(root, "lang") if root else "",
    )

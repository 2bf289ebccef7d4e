"""What the tests read out of a built page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_TEXT_TAGS = ("title", "h1")


@dataclass
class BuiltPage:
    """The parts of a page that readers and browsers rely on."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    styled: list[str] = field(default_factory=list)
    language: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = BuiltPage()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take from a start tag what the tests ask about."""
        found = {name: value or "" for name, value in attrs}
        page = self.page
        page.counts[tag] = page.counts.get(tag, 0) + 1
        if "id" in found:
            page.ids.append(found["id"])
        if tag == "html":
            page.language = found.get("lang", "")
        if tag == "a" and "href" in found:
            page.links.append(found["href"])
        if "src" in found or (tag == "link" and found.get("rel", "") in {"stylesheet", "icon"}):
            page.loaded.append(found.get("src", found.get("href", "")))
        if tag == "link" and "hreflang" in found:
            page.alternates[found["hreflang"]] = found["href"]
        if tag == "meta":
            page.meta[found.get("name", found.get("http-equiv", ""))] = found.get("content", "")
        if "style" in found or tag == "style" or any(name.startswith("on") for name in found):
            page.styled.append(self.get_starttag_text() or tag)


def read_page(path: Path) -> BuiltPage:
    """Return what a built page holds."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page

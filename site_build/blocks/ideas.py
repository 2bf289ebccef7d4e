"""`/// ideas | slug`: the ideas of one source article, beside the sections that hold them."""

import xml.etree.ElementTree as etree
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from calculators.core.words import Lang
from site_build.blocks.html_block import ElementBlock, child
from site_build.blocks.section_text import heading_of, section_elements
from site_build.content import DOCS, ContentError, content_of, entries_from, text_from
from site_build.words import word


class IdeasBlock(ElementBlock):
    """For each section, the ideas that it claims to hold, and its text to be read beside them.

    Links are those of a page in a folder beside the chapters, and MkDocs checks them.
    """

    NAME = "ideas"

    def write(self, place: etree.Element, lang: Lang) -> None:
        """Put the sections into `place`, in the order in which the article comes to them."""
        where = f"docs/ideas/{self.argument}.json"
        claimed: dict[str, list[str]] = {}
        for entry in entries_from(content_of("ideas", self.argument), "ideas", where):
            for section in _sections(entry, where):
                claimed.setdefault(section, []).append(text_from(entry, "idea", where)[lang])
        for section, ideas in claimed.items():
            _add_section(child(place, "section", class_="idea-section"), section, ideas, lang)


def _sections(entry: dict[str, Any], where: str) -> list[str]:
    sections = entry.get("sections")
    if not isinstance(sections, list) or not sections:
        message = f"{where}: 'sections' must be a list of page#id in {entry}"
        raise ContentError(message)
    return sections


def _add_section(place: etree.Element, section: str, ideas: list[str], lang: Lang) -> None:
    title = section_title(lang, section)
    child(child(place, "p", class_="idea-place"), "a", title, href=f"../{_target(section)}")
    listed = child(place, "ul")
    for idea in ideas:
        child(listed, "li", idea)
    path, _, name = section.partition("#")
    # Search finds the text in its chapter.
    folded = child(place, "details", data_search_exclude="")
    child(folded, "summary", word("ideas.read", lang))
    folded.extend(section_elements(_page(DOCS / lang / f"{path}.md")[1], name))


def _target(section: str) -> str:
    path, _, name = section.partition("#")
    return f"{path}.md#{name}"


def section_title(lang: Lang, section: str) -> str:
    """The title of a page and of one of its sections (`path#id`), in `lang`.

    Raises:
        ContentError: there is no such page or section.
    """
    path, _, name = section.partition("#")
    title, text = _page(DOCS / lang / f"{path}.md")
    heading = heading_of(text, name)
    if not heading:
        message = f"there is no section {section} in {lang}"
        raise ContentError(message)
    return title if heading[1] == "#" else f"{title} › {heading[2]}"


@cache
def _page(path: Path) -> tuple[str, str]:
    """The title and the text of a page, which many ideas lead to; blank where there is none."""
    if not path.is_file():
        return "", ""
    text = path.read_text(encoding="utf-8")
    matter: dict[str, Any] = yaml.safe_load(text.split("---\n", 2)[1])
    return str(matter["title"]), text

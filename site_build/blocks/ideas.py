"""`/// ideas | slug`: the ideas of one source article, each with a link to the section that holds it."""

import re
import xml.etree.ElementTree as etree
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from calculators.core.words import Lang
from site_build.blocks.html_block import ElementBlock, child
from site_build.content import DOCS, ContentError, content_of, text_from
from site_build.words import word


class IdeasBlock(ElementBlock):
    """A table of ideas; links are those of a page in a folder beside the chapters, and MkDocs checks them."""

    NAME = "ideas"

    def write(self, place: etree.Element, lang: Lang) -> None:
        """Put the table into `place`."""
        ideas = content_of("ideas", self.argument)["ideas"]
        table = child(place, "table")
        head = child(child(table, "thead"), "tr")
        child(head, "th", word("ideas.idea", lang), scope="col")
        child(head, "th", word("ideas.place", lang), scope="col")
        body = child(table, "tbody")
        for entry in ideas:
            row = child(body, "tr")
            child(row, "td", text_from(entry, "idea", f"docs/ideas/{self.argument}.json")[lang])
            cell = child(row, "td")
            for number, section in enumerate(entry["sections"]):
                if number:
                    cell[-1].tail = "; "
                child(cell, "a", section_title(lang, section), href=f"../{_target(section)}")


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
    heading = re.search(rf"^#+ (.+?) \{{ #{re.escape(name)} \}}$", text, re.MULTILINE)
    if not heading:
        message = f"there is no section {section} in {lang}"
        raise ContentError(message)
    return title if heading[0].startswith("# ") else f"{title}: {heading[1]}"


@cache
def _page(path: Path) -> tuple[str, str]:
    """The title and the text of a page, which many ideas lead to; blank where there is none."""
    if not path.is_file():
        return "", ""
    text = path.read_text(encoding="utf-8")
    matter: dict[str, Any] = yaml.safe_load(text.split("---\n", 2)[1])
    return str(matter["title"]), text

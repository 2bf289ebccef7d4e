"""The pages as their authors wrote them: front matter, headings and the words that a reader sees."""

import functools
import os
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import markdown
import mkdocs.config
import yaml

from calculators.core.words import LANGS, Lang

PROJECT: Final = Path(__file__).resolve().parent.parent.parent
DOCS: Final = PROJECT / "docs"
CHAPTER_PARTS: Final = ("foundations", "inside", "new-business", "conversation", "accounts", "management")
# Pages of those parts that are no chapters.
NO_CHAPTERS: Final = {"management/figures-to-watch"}


def pages_in(*parts: str) -> list[str]:
    """The pages of these folders in either language, without suffix, sorted."""
    return sorted(
        {
            path.relative_to(DOCS / lang).with_suffix("").as_posix()
            for lang in LANGS
            for part in parts
            for path in (DOCS / lang / part).glob("*.md")
        }
    )


CHAPTERS: Final = [path for path in pages_in(*CHAPTER_PARTS) if path not in NO_CHAPTERS]

# What a reader does not see at once: folded text, the options of a question, and the form of a calculator.
_UNSEEN: Final = {"details", "sales-calculator", "script", "style", "svg", "work-sheet"}
_VOID: Final = {"br", "hr", "img", "input", "link", "meta", "wbr"}
_HEADINGS: Final = {"h1", "h2", "h3", "h4"}


@dataclass
class Section:
    """A heading with its level and id."""

    level: int
    name: str
    title: str = ""


@dataclass
class Written:
    """A page: its front matter, its headings in order, and its text."""

    meta: dict[str, Any]
    source: str
    html: str
    sections: list[Section] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    visible: str = ""

    @property
    def words(self) -> int:
        """How many words stand on the screen when the page opens."""
        return len(re.findall(r"\w[\w'’.,-]*", self.visible))


class _Reader(HTMLParser):
    def __init__(self, page: Written) -> None:
        super().__init__()
        self.page = page
        self.unseen: list[str] = []
        self.heading: Section | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ids, headings and links; note what hides its contents."""
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.page.ids.append(found["id"])
        if tag == "a" and found.get("class") != "headerlink":
            self.page.links.append(found.get("href", ""))
        if tag in _HEADINGS and not self.unseen:
            self.heading = Section(int(tag[1]), found.get("id", ""))
            self.page.sections.append(self.heading)
        hides = tag in _UNSEEN or found.get("class") in {"question-options", "headerlink", "footnote"}
        if tag not in _VOID and (self.unseen or hides):
            self.unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave a heading, or what hides its contents."""
        if self.unseen and tag not in _VOID:
            self.unseen.pop()
        if tag in _HEADINGS:
            self.heading = None

    def handle_data(self, data: str) -> None:
        """Take the text that can be seen."""
        if self.unseen:
            return
        self.page.visible += data
        if self.heading:
            self.heading.title += data


@functools.cache
def _extensions(lang: Lang) -> tuple[list[str], dict[str, Any]]:
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    config = mkdocs.config.load_config(str(PROJECT / ("mkdocs.yml" if lang == "nl" else "mkdocs.en.yml")))
    return list(config["markdown_extensions"]), dict(config["mdx_configs"])


@functools.cache
def written_page(lang: Lang, path: str) -> Written:
    """The page `path`, without suffix, as the extensions of the site render it."""
    text = (DOCS / lang / f"{path}.md").read_text(encoding="utf-8")
    _, matter, body = text.split("---\n", 2)
    extensions, settings = _extensions(lang)
    previous = Path.cwd()
    os.chdir(PROJECT)
    try:
        html = markdown.markdown(body, extensions=extensions, extension_configs=settings)
    finally:
        os.chdir(previous)
    page = Written(yaml.safe_load(matter), body, html)
    _Reader(page).feed(html)
    return page

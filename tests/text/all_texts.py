"""Everything that people read in a language, each text with its place, without codes."""

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import yaml
from selectolax.lexbor import LexborHTMLParser

from calculators.core.words import LANGS, Lang
from tests.text.pages import DOCS, PROJECT, written_page

# For those who work on the project; there is no Dutch counterpart.
FOR_COLLEAGUES: Final = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/*.md", "decisions/*.md")
# `{name}` stands for a figure; of `{name|one|many}` people read one or the other.
PLACE: Final = re.compile(r"\{\w+((?:\|[^{}|]*)*)\}")
CODE_IN_MARKDOWN: Final = re.compile(r"^ {4}.*$|^```.*?^```$|`[^`\n]+`|\]\([^)\s]+\)", re.MULTILINE | re.DOTALL)
SHOWN_ATTRIBUTES: Final = ("title", "aria-label", "placeholder")


def _prose(html: str) -> str:
    """The text of a page without its code, with what tooltips and screen readers say."""
    page = LexborHTMLParser(html)
    page.strip_tags(["code", "script", "style", "cite"])
    said = [node.attributes[name] or "" for name in SHOWN_ATTRIBUTES for node in page.css(f"[{name}]")]
    return "\n".join([page.root.text(separator="\n") if page.root else "", *said])


def _texts(entry: Any) -> Iterator[str]:
    """Each text of a data file that holds one language."""
    if isinstance(entry, dict | list):
        for part in entry.values() if isinstance(entry, dict) else entry:
            yield from _texts(part)
    elif isinstance(entry, str):
        yield PLACE.sub(lambda place: place[1].replace("|", " "), entry)


def _texts_in(lang: Lang, entry: Any) -> Iterator[str]:
    """Each text of a data file that holds both languages, and codes beside them."""
    if isinstance(entry, dict) and set(entry) == set(LANGS):
        yield from _texts(entry[lang])
    elif isinstance(entry, dict | list):
        for part in entry.values() if isinstance(entry, dict) else entry:
            yield from _texts_in(lang, part)


@cache
def _customers() -> list[str]:
    """The names in the first column of the demo lists, which stand in worked examples; longer ones first."""
    names = set[str]()
    for path in (DOCS / "lists").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            names |= {row[0] for row in list(csv.reader(file))[1:]}
    return sorted(names, key=len, reverse=True)


def _without_customers(text: str) -> str:
    """The text without names that somebody else gave, in whatever language."""
    for name in _customers():
        text = text.replace(name, " ")
    return text


def pages(lang: Lang) -> Iterator[tuple[str, str]]:
    """Each page with its tooltips and what screen readers say; its place is its path without suffix."""
    for path in sorted((DOCS / lang).rglob("*.md")):
        name = path.relative_to(DOCS / lang).with_suffix("").as_posix()
        page = written_page(lang, name)
        prose = _without_customers(_prose(page.html))
        yield name, "\n".join([prose, str(page.meta["title"]), str(page.meta["description"])])


def content(lang: Lang) -> Iterator[tuple[str, str]]:
    """Worksheets, drills, ideas and what customers say, by kind and name."""
    for kind in ("worksheets", "drills", "ideas"):
        for path in sorted((DOCS / kind).glob("*.json")):
            yield f"{kind}/{path.stem}", "\n".join(_texts_in(lang, json.loads(path.read_text(encoding="utf-8"))))
    said = json.loads((DOCS / "customer-words.json").read_text(encoding="utf-8"))
    yield "customer-words", "\n".join(_texts_in(lang, said))


def words(lang: Lang) -> Iterator[tuple[str, str]]:
    """The words of the calculators, and those of templates, blocks and scripts."""
    for path in sorted((PROJECT / "calculators").rglob(f"{lang}.json")):
        yield path.relative_to(PROJECT).as_posix(), "\n".join(_texts(json.loads(path.read_text(encoding="utf-8"))))
    path = PROJECT / "frontend" / "words" / f"{lang}.yml"
    extra = yaml.safe_load(path.read_text(encoding="utf-8"))["extra"]
    yield path.relative_to(PROJECT).as_posix(), "\n".join(_texts(extra["words"]))


def notes_for_colleagues() -> Iterator[tuple[str, str]]:
    """What stands beside the code, in English."""
    for pattern in FOR_COLLEAGUES:
        for path in sorted(PROJECT.glob(pattern)):
            yield path.name, CODE_IN_MARKDOWN.sub(" ", path.read_text(encoding="utf-8"))

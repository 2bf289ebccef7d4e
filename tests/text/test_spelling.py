"""Every word that people read is in a dictionary, or in the word list of its language."""

import csv
import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from calculators.core.words import LANGS, Lang
from tests.text.pages import DOCS, PROJECT, written_page

# One worker asks the dictionaries, once for each language.
pytestmark = pytest.mark.xdist_group("spelling")

DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
LISTS = Path(__file__).parent
# For those who work on the project; there is no Dutch counterpart.
FOR_COLLEAGUES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/*.md", "decisions/*.md")
# An address, a file name, a code, an option or a field of a calculator is no word.
NO_WORD = re.compile(r"https?://\S+|\S+\.(?:md|json|csv|html|txt|nl)\b|\w+_\w+|\S*\d\S*|[#/]\S+|--\w+")
# `{name}` stands for a figure; of `{name|one|many}` people read one or the other.
PLACE = re.compile(r"\{\w+((?:\|[^{}|]*)*)\}")
CODE_IN_MARKDOWN = re.compile(r"^ {4}.*$|^```.*?^```$|`[^`\n]+`|\]\([^)\s]+\)", re.MULTILINE | re.DOTALL)
SHOWN_ATTRIBUTES = ("title", "aria-label", "placeholder")


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


def _pages(lang: Lang) -> Iterator[tuple[str, str]]:
    for path in sorted((DOCS / lang).rglob("*.md")):
        page = written_page(lang, path.relative_to(DOCS / lang).with_suffix("").as_posix())
        prose = _without_customers(_prose(page.html))
        yield path.name, "\n".join([prose, str(page.meta["title"]), str(page.meta["description"])])


def _content(lang: Lang) -> Iterator[tuple[str, str]]:
    for kind in ("worksheets", "drills", "ideas"):
        for path in sorted((DOCS / kind).glob("*.json")):
            yield path.name, "\n".join(_texts_in(lang, json.loads(path.read_text(encoding="utf-8"))))


def _words(lang: Lang) -> Iterator[tuple[str, str]]:
    """The words of the calculators, and those of templates, blocks and scripts."""
    for path in sorted((PROJECT / "calculators").rglob(f"{lang}.json")):
        yield path.relative_to(PROJECT).as_posix(), "\n".join(_texts(json.loads(path.read_text(encoding="utf-8"))))
    path = PROJECT / "frontend" / "words" / f"{lang}.yml"
    extra = yaml.safe_load(path.read_text(encoding="utf-8"))["extra"]
    yield path.relative_to(PROJECT).as_posix(), "\n".join(_texts(extra["words"]))


def _notes_for_colleagues() -> Iterator[tuple[str, str]]:
    for pattern in FOR_COLLEAGUES:
        for path in sorted(PROJECT.glob(pattern)):
            yield path.name, CODE_IN_MARKDOWN.sub(" ", path.read_text(encoding="utf-8"))


def _read(lang: Lang) -> Iterator[tuple[str, str]]:
    """Everything that people read in the language, each text with the name of its file."""
    yield from _pages(lang)
    yield from _content(lang)
    yield from _words(lang)
    if lang == "en":
        yield from _notes_for_colleagues()


@cache
def _unknown(lang: Lang) -> dict[str, str]:
    """Each word that the dictionary does not know, with a file that has it; one run of hunspell."""
    words: dict[str, str] = {}
    for name, text in _read(lang):
        plain = NO_WORD.sub(" ", text.replace("’", "'").replace("\u00ad", ""))
        for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", plain):
            words.setdefault(word, name)
    asked = subprocess.run(
        ["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[lang]],  # noqa: S607 (Debian's, wherever it stands)
        input="\n".join(words),
        capture_output=True,
        text=True,
        check=True,
    )
    return {word: words.get(word, "part of a word") for word in asked.stdout.split()}


@cache
def _listed(lang: Lang) -> list[str]:
    return (LISTS / f"words.{lang}.txt").read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_is_spelled_right(lang: Lang) -> None:
    """A word is in the dictionary, or a person put it in tests/text/words.LANG.txt."""
    known = set(_listed(lang))
    assert {word: place for word, place in _unknown(lang).items() if word not in known} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_word_list_holds_what_is_used(lang: Lang) -> None:
    """The word list is sorted, without doubles, and without words that no text needs any more."""
    listed = _listed(lang)
    assert listed == sorted(set(listed))
    assert set(listed) - set(_unknown(lang)) == set()

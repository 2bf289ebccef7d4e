"""Every word of the pages and of the content files is in a dictionary, or in the word list of its language."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from calculators.core.text import LANGS, Lang
from tests.text.pages import DOCS, written_page

DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
LISTS = Path(__file__).parent
# An address, a file name, a code or a field of a calculator is no word.
NO_WORD = re.compile(r"https?://\S+|\S+\.(?:md|json|csv|html|txt|nl)\b|\w+_\w+|\S*\d\S*|[#/]\S+")


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Code is no prose; the title of a picture or a tooltip is."""
        self.code += tag in {"code", "script", "style", "cite"}
        self.texts += [value for name, value in attrs if name in {"title", "aria-label", "placeholder"} and value]

    def handle_endtag(self, tag: str) -> None:
        """Leave code."""
        self.code -= tag in {"code", "script", "style", "cite"}

    def handle_data(self, data: str) -> None:
        """Keep prose."""
        if not self.code:
            self.texts.append(data)


def _pages(lang: Lang) -> Iterator[tuple[str, str]]:
    """Each page with its text, front matter included."""
    for path in sorted((DOCS / lang).rglob("*.md")):
        name = path.relative_to(DOCS / lang).with_suffix("").as_posix()
        page = written_page(lang, name)
        reader = _Texts()
        reader.feed(page.html)
        yield name, "\n".join([*reader.texts, str(page.meta["title"]), str(page.meta["description"])])


def _texts(entry: Any, lang: Lang) -> Iterator[str]:
    """Each text of a content file in the language."""
    if isinstance(entry, dict):
        if set(entry) == set(LANGS):
            yield entry[lang]
        else:
            for part in entry.values():
                yield from _texts(part, lang)
    elif isinstance(entry, list):
        for part in entry:
            yield from _texts(part, lang)


@cache
def _unknown(lang: Lang) -> dict[str, str]:
    """Each word that the dictionary does not know, with a file that has it; one run of hunspell."""
    written = dict(_pages(lang))
    for kind in ("worksheets", "drills", "ideas"):
        for path in sorted((DOCS / kind).glob("*.json")):
            written[f"{kind}/{path.name}"] = "\n".join(_texts(json.loads(path.read_text(encoding="utf-8")), lang))
    words: dict[str, str] = {}
    for name, text in written.items():
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
    """The word list is sorted, without doubles, and without words that no page needs any more."""
    listed = _listed(lang)
    assert listed == sorted(set(listed))
    assert set(listed) - set(_unknown(lang)) == set()

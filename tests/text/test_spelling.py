"""Every word that people read is in a dictionary, or in the word list of its language."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from calculators.core.words import LANGS, Lang
from tests.text import all_texts

# One worker asks the dictionaries, once for each language.
pytestmark = pytest.mark.xdist_group("spelling")

DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
LISTS = Path(__file__).parent
# An address, a file name, a code, an option or a field of a calculator is no word.
NO_WORD = re.compile(r"https?://\S+|\S+\.(?:md|json|csv|html|txt|nl)\b|\w+_\w+|\S*\d\S*|[#/]\S+|--\w+")


def _read(lang: Lang) -> Iterator[tuple[str, str]]:
    """Everything that people read in the language, each text with its place."""
    yield from all_texts.pages(lang)
    yield from all_texts.content(lang)
    yield from all_texts.words(lang)
    if lang == "en":
        yield from all_texts.notes_for_colleagues()


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

"""One word for one thing: no text that people read uses another one, but where the list of terms says so."""

import json
import re
from functools import cache
from typing import Any

import pytest

from calculators.core.words import LANGS, Lang
from tests.text import all_texts
from tests.text.pages import DOCS

# One worker reads all pages, once for each language.
pytestmark = pytest.mark.xdist_group("terms")

ABOUT = 40


@cache
def _terms(lang: Lang) -> list[dict[str, Any]]:
    terms: list[dict[str, Any]] = json.loads((DOCS / "terms.json").read_text(encoding="utf-8"))[lang]
    return terms


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Any of the words, whole and in any case; a star stands for any ending."""
    written = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", " ") for word in words)
    return re.compile(rf"(?<![\w-])(?:{written})(?![\w])", re.IGNORECASE)


@cache
def _found(lang: Lang) -> list[tuple[str, str, str]]:
    """Each use of a word that is not to be used: the term, the place, and the words around it."""
    texts = [*all_texts.pages(lang), *all_texts.content(lang), *all_texts.words(lang)]
    found: list[tuple[str, str, str]] = []
    for place, text in texts:
        plain = " ".join(text.replace("\u00ad", "").replace("’", "'").split())
        for term in _terms(lang):
            for match in _pattern(term["not"]).finditer(plain):
                around = plain[max(0, match.start() - ABOUT) : match.end() + ABOUT]
                found.append((term["use"], place, around))
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_one_word_for_one_thing(lang: Lang) -> None:
    """The words not to use stand only where the list allows them."""
    may = {(term["use"], place) for term in _terms(lang) for place in term.get("may", {})}
    found = [f"{place}: write {use!r}: …{around}…" for use, place, around in _found(lang) if (use, place) not in may]
    assert found == []


@pytest.mark.parametrize("lang", LANGS)
def test_exceptions_are_needed(lang: Lang) -> None:
    """Each place where another word may stand has it, and says why."""
    found = {(use, place) for use, place, _ in _found(lang)}
    for term in _terms(lang):
        for place, reason in term.get("may", {}).items():
            assert (term["use"], place) in found, place
            assert reason.strip(), place


@pytest.mark.parametrize("lang", LANGS)
def test_terms_do_not_contradict_each_other(lang: Lang) -> None:
    """No term is a word that is not to be used, and none is listed twice."""
    used = [word.strip() for term in _terms(lang) for word in term["use"].split(",")]
    assert len(used) == len(set(used))
    for word in used:
        assert [term["use"] for term in _terms(lang) if _pattern(term["not"]).fullmatch(word)] == []


@pytest.mark.parametrize(
    ("word", "text", "is_found"),
    [
        ("prospectie*", "Een prospectieplan.", True),
        ("prospectie*", "Onze acquisitie.", False),
        ("client", "The Client left.", True),
        ("client", "A clientele.", False),
        ("a quote", "Send a quote.", True),
        ("a quote", "Send a quoted price.", False),
    ],
)
def test_word_is_found_whole(word: str, text: str, is_found: bool) -> None:
    """In any case, with any ending where the list says so."""
    assert bool(_pattern([word]).search(text)) == is_found

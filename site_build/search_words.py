"""Phrases that lead to a page when somebody searches: what customers say, and words of the trade that pages lack."""

from typing import Final

from calculators.core.words import Lang
from site_build.content import ContentError, content_of, entries_from, typed_from
from site_build.customers import CUSTOMER_WORDS, sayings

SEARCH_WORDS: Final = "docs/search-words.json"


def phrases(lang: Lang) -> dict[str, list[str]]:
    """By the location of a page or a place (`a/b/`, `a/b/#id`), the phrases that lead there.

    Raises:
        ContentError: a file has a fault.
    """
    return _joined([*customer_phrases(lang), *trade_words(lang)])


def customer_phrases(lang: Lang) -> list[tuple[str, str]]:
    """What customers say, each with the location that answers it."""
    found = [
        (f"{saying.page}/#{saying.place}", phrase)
        for saying in sayings()
        for phrase in (saying.sentence[lang], *saying.typed[lang])
    ]
    return found + _listed("customer-words", "others", CUSTOMER_WORDS, lang)


def trade_words(lang: Lang) -> list[tuple[str, str]]:
    """Words of the trade, each with the location of a page that it should find."""
    return _listed("search-words", "pages", SEARCH_WORDS, lang)


def _listed(name: str, key: str, where: str, lang: Lang) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in entries_from(content_of(".", name), key, where):
        page, _, place = str(entry.get("answer", "")).partition("#")
        if not page:
            message = f"{where}: 'answer' must be a page, or page#id, in {entry}"
            raise ContentError(message)
        location = f"{page}/#{place}" if place else f"{page}/"
        found += [(location, phrase) for phrase in typed_from(entry, where)[lang]]
    return found


def _joined(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for location, phrase in pairs:
        found.setdefault(location, []).append(phrase)
    return found

"""The search index, apart from the pages that hand it over: a reader who does not search does not download it."""

import html
import json
import re
from pathlib import Path
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from calculators.core.words import Lang
from site_build.content import ContentError
from site_build.customers import Saying, sayings
from site_build.search_words import phrases

LANGUAGES: Final = "assets/javascripts/lunr"
INDEX: Final = "search/search_index.json"
PAGES: Final = "search/pages.json"
# What a word counts for in each field, once that it stands there; a field with phrases is ours, and nobody sees it.
FIELDS: Final = {"title": {"boost": 20.0}, "text": {"boost": 1.0}, "phrases": {"boost": 40.0}}
# What pages count for that serve the chapters: by the length of their texts they would stand before them.
ROOMS: Final = {
    "calculators": 0.4,
    "exercises": 0.4,
    "reference": 0.2,
    "talk-tracks": 0.7,
    "training": 0.6,
    "worksheets": 0.5,
}
# `frontend/page/asked-words.js` asks for a phrase as one word that nobody types.
SIGN: Final = "="
_AROUND_WORDS: Final = re.compile(r"""[\s.,;:!?"“”„…()*~^+=-]+""")


def split_search_index(language_site: Path, lang: Lang) -> None:
    """Leave the settings in the index that Material fetches on every page, and put the pages beside it.

    `frontend/page/search-words.js` fetches the pages with the first question.
    What customers say goes along, each sentence with its answer.

    Raises:
        ContentError: a sentence of customers has no answer at the place that it names.
    """
    path = language_site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    # The headings in a calculator have no address that lasts.
    docs = [entry for entry in index["docs"] if "--" not in entry["location"]]
    docs += [_entry(language_site, saying, lang) for saying in sayings()]
    _add_weights(docs)
    _add_phrases(docs, lang)
    pages = json.dumps(docs, ensure_ascii=False, separators=(",", ":"))
    (language_site / PAGES).write_text(pages, encoding="utf-8")
    index["config"]["fields"] = FIELDS
    path.write_text(json.dumps({**index, "docs": []}, ensure_ascii=False), encoding="utf-8")
    _leave_out_languages(language_site, index["config"]["lang"])


def _add_weights(docs: list[dict[str, Any]]) -> None:
    """Say of each page and section what it counts for."""
    for doc in docs:
        weight = ROOMS.get(doc["location"].split("/")[0])
        if weight is not None:
            doc["boost"] = weight


def _add_phrases(docs: list[dict[str, Any]], lang: Lang) -> None:
    """Put the phrases that lead to a page or a place beside it.

    Raises:
        ContentError: a phrase leads to a place that search does not know.
    """
    by_location = {doc["location"]: doc for doc in docs}
    for place, found in phrases(lang).items():
        if place not in by_location:
            message = f"docs/search-words.json or docs/customer-words.json: search knows no {place!r}"
            raise ContentError(message)
        by_location[place]["phrases"] = [_as_one_word(phrase) for phrase in found]


def _as_one_word(phrase: str) -> str:
    return SIGN + "_".join(filter(None, _AROUND_WORDS.split(phrase.lower().replace("’", "'"))))


def _leave_out_languages(language_site: Path, kept: list[str]) -> None:
    """Leave out what Material's engine would load for other languages than those of the pages."""
    wanted = {"lunr.stemmer.support.min.js", *(f"lunr.{lang}.min.js" for lang in kept)}
    for path in (language_site / LANGUAGES).rglob("*.js"):
        if path.name not in wanted:
            path.unlink()


def _entry(language_site: Path, saying: Saying, lang: Lang) -> dict[str, Any]:
    """What search shows of a saying."""
    return {
        "location": f"{saying.page}/#{saying.place}",
        "title": f"“{html.escape(saying.sentence[lang], quote=False)}”",
        "text": html.escape(_answer(language_site, saying), quote=False),
        # Material counts a section for less than a page.
        "boost": 3,
    }


def _answer(language_site: Path, saying: Saying) -> str:
    """What to say, as it stands on the page."""
    page = language_site / saying.page / "index.html"
    place = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first(f"#{saying.place}") if page.is_file() else None
    if place is None:
        message = f"docs/customer-words.json: there is no {saying.page}#{saying.place}"
        raise ContentError(message)
    # A bold text repeats what the customer said.
    for said in place.css("strong"):
        said.decompose()
    return place.text().strip(" :")

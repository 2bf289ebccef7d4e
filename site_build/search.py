"""The search index, apart from the pages that hand it over: a reader who does not search does not download it."""

import html
import json
from pathlib import Path
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from calculators.core.words import Lang
from site_build.content import ContentError
from site_build.customers import Saying, sayings

LANGUAGES: Final = "assets/javascripts/lunr"
INDEX: Final = "search/search_index.json"
PAGES: Final = "search/pages.json"


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
    pages = json.dumps(docs, ensure_ascii=False, separators=(",", ":"))
    (language_site / PAGES).write_text(pages, encoding="utf-8")
    path.write_text(json.dumps({**index, "docs": []}, ensure_ascii=False), encoding="utf-8")
    _leave_out_languages(language_site, index["config"]["lang"])


def _leave_out_languages(language_site: Path, kept: list[str]) -> None:
    """Leave out what Material's engine would load for other languages than those of the pages."""
    wanted = {"lunr.stemmer.support.min.js", *(f"lunr.{lang}.min.js" for lang in kept)}
    for path in (language_site / LANGUAGES).rglob("*.js"):
        if path.name not in wanted:
            path.unlink()


def _entry(language_site: Path, saying: Saying, lang: Lang) -> dict[str, Any]:
    """What search knows of a saying: tags weigh more there than titles and texts."""
    sentence = saying.sentence[lang]
    return {
        "location": f"{saying.page}/#{saying.place}",
        "title": f"“{html.escape(sentence, quote=False)}”",
        "text": html.escape(_answer(language_site, saying), quote=False),
        "tags": [sentence.rstrip("."), *saying.typed[lang]],
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

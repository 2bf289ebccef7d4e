"""The search index, apart from the pages that hand it over: a reader who does not search does not download it."""

import json
from pathlib import Path
from typing import Final

from calculators.core.words import Lang
from site_build.errors import MendableError
from site_build.pages import PROJECT

INDEX: Final = "search/search_index.json"
PAGES: Final = "search/pages.json"
CUSTOMER_WORDS: Final = PROJECT / "docs" / "customer-words.json"


class UnknownPageError(MendableError):
    """The words of customers lead to a page that does not exist."""


def customer_words(lang: Lang) -> dict[str, list[str]]:
    """What customers say, by the address of the page that answers it."""
    pages = json.loads(CUSTOMER_WORDS.read_text(encoding="utf-8"))
    return {location: words[lang] for location, words in pages.items()}


def split_search_index(language_site: Path, lang: Lang) -> None:
    """Leave the settings in the index that Material fetches on every page, and put the pages beside it.

    `frontend/page/search-words.js` fetches the pages with the first question.
    What customers say goes along as tags, which weigh more in Material's search than titles and texts.

    Raises:
        UnknownPageError: `docs/customer-words.json` names a page that does not exist.
    """
    path = language_site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    for location, words in customer_words(lang).items():
        if location not in entries:
            message = f"{CUSTOMER_WORDS.name}: there is no page {location} in {lang}"
            raise UnknownPageError(message)
        entries[location]["tags"] = words
    pages = json.dumps(index["docs"], ensure_ascii=False, separators=(",", ":"))
    (language_site / PAGES).write_text(pages, encoding="utf-8")
    path.write_text(json.dumps({**index, "docs": []}, ensure_ascii=False), encoding="utf-8")

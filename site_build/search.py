"""The search index, apart from the pages that hand it over: a reader who does not search does not download it."""

import json
from pathlib import Path
from typing import Final

INDEX: Final = "search/search_index.json"
PAGES: Final = "search/pages.json"


def split_search_index(language_site: Path) -> None:
    """Leave the settings in the index that Material fetches on every page, and put the pages beside it.

    `frontend/page/search-words.js` fetches the pages with the first question.
    """
    path = language_site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    pages = json.dumps(index["docs"], ensure_ascii=False, separators=(",", ":"))
    (language_site / PAGES).write_text(pages, encoding="utf-8")
    path.write_text(json.dumps({**index, "docs": []}, ensure_ascii=False), encoding="utf-8")

"""Addresses that last: every page and heading that was ever published keeps working.

`docs/addresses.json` holds, the same for both languages:

- `pages`: each page with the ids of its headings; `python -m site_build addresses` adds what is new and drops nothing;
- `moved`: an old page, and the page that took its place;
- `renamed`: for a page, an old id and the id that took its place.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from calculators.core.words import Lang
from site_build.content import DOCS
from site_build.errors import MendableError
from site_build.words import word

ADDRESSES_FILE: Final = DOCS / "addresses.json"
_HEADINGS: Final = ", ".join(f"h{level}[id]" for level in range(1, 7))
_REDIRECT: Final = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{target}">
<meta http-equiv="refresh" content="1; url={target}">
<script type="module" src="{root}assets/javascripts/moved-page.js"></script>
</head>
<body>
<p><a id="moved-page" href="{target}">{title}</a></p>
</body>
</html>
"""


class AddressError(MendableError):
    """An address that was published and no longer leads anywhere; the message says what to write down."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """What was published: pages with their ids, pages that moved, and ids that were renamed."""

    pages: Mapping[str, tuple[str, ...]]
    moved: Mapping[str, str]
    renamed: Mapping[str, Mapping[str, str]]


def read_addresses(path: Path = ADDRESSES_FILE) -> Addresses:
    """The addresses in a file.

    Raises:
        AddressError: the file does not hold them.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        pages = {page: tuple(ids) for page, ids in content["pages"].items()}
        return Addresses(pages, content["moved"], content["renamed"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"docs/addresses.json cannot be read: {error}"
        raise AddressError(message) from error


def write_addresses(addresses: Addresses, path: Path = ADDRESSES_FILE) -> None:
    """Put the addresses into a file, pages and ids in order."""
    content = {
        "pages": {page: sorted(ids) for page, ids in sorted(addresses.pages.items())},
        "moved": dict(sorted(addresses.moved.items())),
        "renamed": {page: dict(sorted(ids.items())) for page, ids in sorted(addresses.renamed.items())},
    }
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def published(site: Path) -> dict[str, tuple[str, ...]]:
    """The Dutch pages of a built site with the ids of their headings; the English pages have the same."""
    english = site / "en"
    pages = (page for page in site.rglob("index.html") if english not in page.parents)
    return {_path_of(page.parent, site): heading_ids(page.read_text(encoding="utf-8")) for page in pages}


def heading_ids(html: str) -> tuple[str, ...]:
    """The ids of the headings of a page, but for those of the theme (`__`) and of parts of a calculator (`--`)."""
    found = (heading.attributes["id"] or "" for heading in LexborHTMLParser(html).css(_HEADINGS))
    return tuple(name for name in found if not name.startswith("__") and "--" not in name)


def with_new(addresses: Addresses, pages: Mapping[str, tuple[str, ...]]) -> Addresses:
    """The addresses with those of `pages` that were not known yet."""
    known = {page: tuple({*addresses.pages.get(page, ()), *ids}) for page, ids in pages.items()}
    return Addresses({**addresses.pages, **known}, addresses.moved, addresses.renamed)


def lost(addresses: Addresses, pages: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Each published address that leads nowhere in `pages`, as path or path#id."""
    found = []
    for page, ids in addresses.pages.items():
        place = final_page(addresses, page)
        if place not in pages:
            found.append(page)
            continue
        names = {*pages[place], *addresses.renamed.get(place, {})}
        found += [f"{page}#{name}" for name in ids if name not in names]
    for page, renamed in addresses.renamed.items():
        found += [f"{page}#{new}" for new in renamed.values() if new not in pages.get(page, ())]
    return found


def final_page(addresses: Addresses, page: str) -> str:
    """The page that a published page leads to now.

    Raises:
        AddressError: pages send to each other in a circle.
    """
    seen = [page]
    while (target := addresses.moved.get(seen[-1])) is not None:
        if target in seen:
            message = f"docs/addresses.json: {' -> '.join([*seen, target])} is a circle"
            raise AddressError(message)
        seen.append(target)
    return seen[-1]


def keep_addresses(language_site: Path, addresses: Addresses, lang: Lang) -> None:
    """Let every moved page and renamed id of one built language work.

    Raises:
        AddressError: a page stands at an address that is said to have moved, or a new id does not exist.
    """
    for old in addresses.moved:
        _write_redirect(language_site, old, final_page(addresses, old), lang)
    for page, renamed in addresses.renamed.items():
        path = language_site / page / "index.html"
        path.write_text(with_aliases(path.read_text(encoding="utf-8"), renamed), encoding="utf-8")


def with_aliases(html: str, renamed: Mapping[str, str]) -> str:
    """The page with a mark of the old name before each renamed heading.

    Raises:
        AddressError: there is no heading of the new name, or the old name is taken.
    """
    for old, new in renamed.items():
        # The rest of the page must stay as it is, letter by letter: a parser would write it anew.
        heading = re.search(rf'<h[1-6][^>]*\bid="{re.escape(new)}"', html)
        if not heading or f'id="{old}"' in html:
            message = f"docs/addresses.json: {old!r} cannot stand for {new!r}"
            raise AddressError(message)
        html = f'{html[: heading.start()]}<span id="{old}" class="alias"></span>{html[heading.start() :]}'
    return html


def _write_redirect(language_site: Path, old: str, new: str, lang: Lang) -> None:
    path = language_site / old / "index.html"
    if path.exists() or not (language_site / new / "index.html").exists():
        message = f"docs/addresses.json: {old!r} cannot send to {new!r}"
        raise AddressError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    root = "../" * len(Path(old).parts)
    text = _REDIRECT.format(lang=lang, title=word("moved", lang), root=root, target=f"{root}{new}/")
    path.write_text(text, encoding="utf-8")


def _path_of(folder: Path, site: Path) -> str:
    return "" if folder == site else folder.relative_to(site).as_posix()

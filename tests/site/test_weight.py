"""What a page weighs before Python."""

from pathlib import Path
from typing import Final

import pytest

from site_build.search import INDEX
from tests.site.pages import read_page

# Bytes over the wire, without headers, of any page with all that it loads at a first visit.
MOST: Final = 125_000
# What Material asks for on each page.
ALWAYS: Final = ("sitemap.xml", INDEX)


def files_of(page: Path, root: Path) -> set[Path]:
    """The files that a page loads, and that are not Python's; `root` is the folder of its language."""
    (search,) = (root / "assets" / "javascripts" / "workers").glob("search-words-*.js")
    named = {(page.parent / address).resolve() for address in read_page(page).loaded}
    return {page, search, *named, *(root / name for name in ALWAYS)}


def _on_the_wire(path: Path) -> int:
    packed = path.with_name(path.name + ".br")
    return (packed if packed.exists() else path).stat().st_size


@pytest.mark.parametrize("folder", ["", "en"])
def test_page_is_light(site: Path, folder: str) -> None:
    """Each page with its styles and scripts, at a first visit."""
    root = site / folder
    pages = [page for page in root.rglob("index.html") if folder or "en" not in page.relative_to(site).parts]
    weights = {
        page.parent.relative_to(site).as_posix(): sum(map(_on_the_wire, files_of(page, root)))
        for page in pages
        if read_page(page).loaded
    }
    assert len(weights) > 40
    assert {path: weight for path, weight in weights.items() if weight > MOST} == {}

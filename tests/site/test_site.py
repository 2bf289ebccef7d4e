"""What the built pages promise, in both languages."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_build.csp import inline_scripts, script_hash
from site_build.headers import read_netlify
from site_build.search import PAGES
from tests.site.pages import BuiltPage, read_page


def _pages(site: Path) -> dict[str, BuiltPage]:
    """Each page by the path of its folder."""
    return {path.parent.relative_to(site).as_posix(): read_page(path) for path in site.rglob("index.html")}


def _english(path: str) -> str:
    return "en" if path == "." else f"en/{path}"


def test_both_languages_have_the_same_pages_and_ids(site: Path) -> None:
    """A page and each of its headings has the same address in both languages."""
    pages = _pages(site)
    dutch = [path for path in pages if path != "en" and not path.startswith("en/")]
    assert {_english(path) for path in dutch} == {path for path in pages if path not in dutch}
    for path in dutch:
        both = (pages[path], pages[_english(path)])
        named = [{name for name in page.ids if not name.startswith("__")} for page in both]
        assert named[0] == named[1], path


def test_every_page_says_what_it_is(site: Path) -> None:
    """Each page has one heading of the first level, a title, a description, its language and its counterparts."""
    for path, page in _pages(site).items():
        assert page.headings == 1, path
        assert page.meta.get("description"), path
        assert page.language == ("en" if path == "en" or path.startswith("en/") else "nl"), path
        assert set(page.alternates) == {"nl", "en", "x-default"}, path


def test_ids_are_unique(site: Path) -> None:
    """No page uses an id twice."""
    for path, page in _pages(site).items():
        assert sorted(page.ids) == sorted(set(page.ids)), path


def test_links_and_fragments_resolve(site: Path) -> None:
    """Every link inside the site leads to a page that exists, and to a place in it that exists."""
    pages = _pages(site)
    broken = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (site / path / unquote(parts.path)).resolve() if parts.path else site / path
            name = target.relative_to(site.resolve()).as_posix() if parts.path else path
            known = name in pages
            if not known or (parts.fragment and _place(parts.fragment) not in pages[name].ids):
                broken.append((path, link))
    assert broken == [], broken


def _place(fragment: str) -> str:
    """The id that a fragment leads to: that of the calculator where it holds figures."""
    figures = re.match(r"~calculator=(\w+)&", fragment)
    return f"{figures[1]}-calculator" if figures else unquote(fragment)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No page loads a file of a third party."""
    for path, page in _pages(site).items():
        assert [address for address in page.loaded if urlsplit(address).netloc] == [], path


def test_one_policy_covers_every_inline_script(site: Path) -> None:
    """All pages carry the same policy; it names each inline script, and no page holds an inline style or handler."""
    sent = dict(read_netlify((site / "_headers").read_text(encoding="utf-8"))[0].headers)["Content-Security-Policy"]
    policies = set()
    for path in site.rglob("*.html"):
        page = read_page(path)
        policy = page.meta["Content-Security-Policy"]
        policies.add(policy)
        assert page.styled == [], path
        for script in inline_scripts(path.read_text(encoding="utf-8")):
            assert script_hash(script) in policy, path
    assert len(policies) == 1
    assert sent == f"{policies.pop()}; frame-ancestors 'none'"
    assert "unsafe-inline" not in sent
    assert "'unsafe-eval'" not in sent
    # Cloudflare Pages refuses longer lines.
    assert len(sent) < 1900


def test_search_knows_a_chapter_once(site: Path) -> None:
    """The page that shows chapters beside the ideas of their articles puts no second copy of them in search."""
    for root in (site, site / "en"):
        found = json.loads((root / PAGES).read_text(encoding="utf-8"))
        texts = {entry["location"]: entry["text"] for entry in found}
        ideas = "".join(text for location, text in texts.items() if location.startswith("reference/ideas/"))
        paragraphs = re.findall(r"<p>([^<>]{80,})</p>", texts["conversation/closing/#principle"])
        assert paragraphs
        assert [paragraph for paragraph in paragraphs if paragraph in ideas] == []

"""The bundles of scripts and styles."""

import re
from pathlib import Path

import pytest

from site_build import scripts

# What every page carries, in bytes before compression.
MOST_FOR_EVERY_PAGE = 10_000


def _with_imports(folder: Path, name: str) -> set[str]:
    """A script and all that it imports at once, not those that it fetches later."""
    found, open_names = set(), {name}
    while open_names:
        current = open_names.pop()
        found.add(current)
        text = (folder / current).read_text(encoding="utf-8")
        open_names |= set(re.findall(r'(?:from|import)"\./([\w-]+\.js)"', text)) - found
    return found


def test_every_page_loads_only_what_it_uses(site: Path) -> None:
    """What stands on every page is small, and holds no calculator, drill or worksheet."""
    folder = site / "assets" / "javascripts"
    (name,) = (path.name for path in folder.glob("site-*.js"))
    texts = [(folder / name).read_text(encoding="utf-8") for name in _with_imports(folder, name)]
    assert sum(map(len, texts)) < MOST_FOR_EVERY_PAGE
    assert not [text for text in texts if "customElements.define" in text]


@pytest.mark.parametrize("name", ["site-*", "python-worker-*", "moved-page", "workers/search-words-*"])
def test_scripts_stand_where_pages_ask_for_them(site: Path, name: str) -> None:
    """In both languages, with all that they import beside them."""
    for folder in (site, site / "en"):
        (path,) = (folder / "assets" / "javascripts").glob(f"{name}.js")
        assert _with_imports(path.parent, path.name)


def test_fault_in_a_style_stops_the_build_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the file that cannot be bundled."""
    monkeypatch.setattr(scripts, "STYLE", "frontend/nowhere.css")
    with pytest.raises(scripts.BundleError, match=r"nowhere\.css"):
        scripts.write_bundles(tmp_path, {})


def test_missing_bundler_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to do."""
    monkeypatch.setattr(scripts, "ESBUILD", tmp_path / "esbuild")
    with pytest.raises(scripts.BundleError, match="npm ci"):
        scripts.write_bundles(tmp_path, {})


def test_feature_that_the_build_cannot_read_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise its page would come without its words."""
    monkeypatch.setattr(scripts, "_FEATURE", re.compile(r'for: "(sales-calculator)".*?"([^"]+)"'))
    with pytest.raises(scripts.BundleError, match="FEATURES"):
        scripts.write_bundles(tmp_path, {})

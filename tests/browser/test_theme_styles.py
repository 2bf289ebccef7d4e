"""The theme's styles, of which the build leaves out what no page can use: nothing is left out that a reader meets."""

import importlib.util
import re
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, Page, expect

CLASS: Final = re.compile(r"\.(-?[a-zA-Z_][\w-]*)(?=[^{}]*\{)")
PAGES: Final = (
    "accounts/late-payment/",
    "training/price-objection/",
    "worksheets/contact-map/",
    "calculators/statutory_interest/",
)
# Every class that an element of the page ever has, from the first one on.
SEEN: Final = """
window.seen = new Set();
const note = (element) => element.classList?.forEach((name) => window.seen.add(name));
const noteAll = (root) => { note(root); root.querySelectorAll?.("*").forEach(note); };
new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
  if (type === "attributes") note(target);
  else addedNodes.forEach(noteAll);
})).observe(document, { attributeFilter: ["class"], childList: true, subtree: true });
"""


def _classes(style: str) -> set[str]:
    return set(CLASS.findall(re.sub(r'"[^"]*"', "", style)))


def _left_out(site: Path) -> set[str]:
    """The classes for which the theme has rules, and the site has none."""
    (theme,) = getattr(importlib.util.find_spec("material"), "submodule_search_locations", None) or []
    (ours,) = (site / "assets" / "stylesheets").glob("*.css")
    return {
        name
        for path in Path(theme).glob("templates/assets/stylesheets/*.css")
        for name in _classes(path.read_text("utf-8"))
    } - _classes(ours.read_text("utf-8"))


def _read(page: Page) -> None:
    """Read as people do: scroll, point at something, search."""
    page.mouse.wheel(0, 1500)
    page.locator("article h1 .headerlink").first.hover()
    expect(page.locator(".md-tooltip2--active")).to_be_visible()
    page.keyboard.press("f")
    page.keyboard.type("korting")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"\d"))
    page.keyboard.press("Escape")


def test_rules_that_readers_meet_are_not_left_out(
    context: BrowserContext, page: Page, site: Path, site_url: str
) -> None:
    """No element has a class, at any moment, of which the rules were left out."""
    left_out = _left_out(site)
    assert {"md-annotation", "highlight", "md-version"} <= left_out
    context.add_init_script(SEEN)
    for path in PAGES:
        page.goto(f"{site_url}{path}")
        _read(page)
        seen = set(page.evaluate("[...window.seen]"))
        assert {"md-search-result__item", "md-header--shadow"} <= seen
        assert left_out & seen == set()


def test_colours_change_at_once(page: Page, site_url: str) -> None:
    """Nothing fades when a reader chooses other colours, though the theme's rule for it is left out."""
    page.goto(f"{site_url}accounts/late-payment/")
    dark = page.locator("#__palette_2")
    moving = dark.evaluate("(radio) => { radio.click(); return document.getAnimations().length; }")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert moving == 0
    expect(page.locator("body.colours-change")).to_have_count(0)

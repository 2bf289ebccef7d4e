"""What axe finds on a page, and whether a page is wider than its screen."""

from pathlib import Path
from typing import Final

from playwright.sync_api import Page

AXE: Final = Path(__file__).resolve().parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
# What another scheme of colours can change; everything else is the same page.
COLOUR_RULES: Final = ("color-contrast", "link-in-text-block")
RUN: Final = """async (rules) => {
  const only = rules && { runOnly: { type: "rule", values: rules } };
  const found = await axe.run(document, { resultTypes: ["violations"], ...only });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}"""


def violations(page: Page, rules: tuple[str, ...] | None = None) -> list[str]:
    """What axe finds on the page as it stands: the rule, and the element that breaks it; only `rules`, if given."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, rules)
    return found


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its screen."""
    more: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return more

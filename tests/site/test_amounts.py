"""Amounts in the pages of the built site."""

import re
from html import unescape
from pathlib import Path

BREAKABLE = r".{0,30}(?:€ |[\u2212+]€\s?)\d.{9}"


def test_no_line_ends_within_an_amount(site: Path) -> None:
    """In every page a space that does not break stands behind each euro sign, and a joiner behind the sign of each."""
    breakable = []
    for page in site.glob("**/*.html"):
        text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", "", page.read_text("utf-8"), flags=re.DOTALL)
        breakable += [(str(page.relative_to(site)), found) for found in re.findall(BREAKABLE, unescape(text))]
    assert breakable == []

"""Amounts in the pages of the built site."""

import re
from html import unescape
from pathlib import Path


def test_no_line_ends_between_the_euro_sign_and_its_number(site: Path) -> None:
    """In every page a space that does not break stands behind each euro sign."""
    breakable = []
    for page in site.glob("**/*.html"):
        text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", "", page.read_text("utf-8"), flags=re.DOTALL)
        breakable += [(str(page.relative_to(site)), found) for found in re.findall(r".{0,30}€ \d.{9}", unescape(text))]
    assert breakable == []

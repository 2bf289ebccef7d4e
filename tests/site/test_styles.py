"""The styles of the site hold no rule for what no page shows."""

import re
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).parents[2]
CLASS: Final = re.compile(r"\.(-?[a-zA-Z][\w-]*)")
# What an author may write, though no page has one yet.
OFFERED: Final = {"footnote-ref", "footnote-backref"}


def _classes_of_styles() -> set[str]:
    """The classes in the selectors of our own styles."""
    found = set()
    for path in (PROJECT / "frontend").rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selector in re.findall(r"([^{};]+)\{", text):
            found |= set(CLASS.findall(selector)) if not selector.strip().startswith("@") else set()
    return found


def _is_written(name: str, sources: str) -> bool:
    """Whether a program writes the class, whole or as a beginning and a kind."""
    if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", sources):
        return True
    start, _, kind = name.rpartition("-")
    return bool(re.search(rf"{re.escape(start)}-\$?\{{", sources) and re.search(rf"[\"']{kind}[\"']", sources))


def test_every_rule_is_for_something_that_pages_show(site: Path) -> None:
    """Each class in a style stands in a built page, or is written by a script, a block or a writer of answers."""
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    shown = {name for text in pages for names in re.findall(r'class="?([^">]+)', text) for name in names.split()}
    ours = [
        *(PROJECT / "frontend").rglob("*.js"),
        *(PROJECT / "calculators" / "writers").rglob("*.py"),
        *(PROJECT / "site_build").rglob("*.py"),
    ]
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in (*ours, *site.glob("assets/javascripts/bundle*.js"))
    )
    unused = {name for name in _classes_of_styles() - shown - OFFERED if not _is_written(name, sources)}
    assert unused == set()

"""Figures as a table in Markdown, and the section of `RESULTS.md` that it stands in."""

import re
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

RESULTS: Final = Path(__file__).with_name("RESULTS.md")
LITTLE: Final = 20


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is text and whose others are figures."""
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def spread(values: Sequence[float], digits: int = 0) -> str:
    """The median, with the lowest and the highest where they differ as written."""
    middle, lowest, highest = (
        f"{value:,.{digits}f}" for value in (statistics.median(values), min(values), max(values))
    )
    return middle if lowest == highest else f"{middle} ({lowest}–{highest})"


def kilobytes(value: float) -> str:
    """With a decimal where it is little."""
    return f"{value:,.0f}" if value >= LITTLE else f"{value:.1f}"


def share(values: Sequence[float], part: float) -> float:
    """The least of the values that so large a part of them does not exceed."""
    return sorted(values)[max(0, round(len(values) * part) - 1)]


def write_section(heading: str, body: str, path: Path = RESULTS) -> None:
    """Put a section in the place of the one with its heading, or behind the others; the others stay as they are."""
    section = f"## {heading}\n\n{body.strip()}\n"
    text = path.read_text(encoding="utf-8")
    old = re.compile(rf"^## {re.escape(heading)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if not old.search(text):
        text = f"{text.rstrip()}\n\n## {heading}\n"
    path.write_text(old.sub(lambda _: f"{section}\n", text).rstrip() + "\n", encoding="utf-8")

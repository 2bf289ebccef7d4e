"""`[€ 2.000]{=bakker.discount_leak}`: a figure that follows from a case, in the text as a reader sees it.

The page shows the figure; what stands behind it is for the test that recomputes it (tests/text/test_figures.py).
"""

import re
from re import Match
from typing import Final

from markdown.inlinepatterns import InlineProcessor

FIGURE: Final = r"\[([^\]\[]+)\]\{=([^}]+)\}"


def without_marks(text: str) -> str:
    """The text as a reader sees it."""
    return re.sub(FIGURE, r"\1", text)


class CaseFigures(InlineProcessor):
    """Leaves the figure, and takes its mark away."""

    def handleMatch(self, m: Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802 (the name and arguments that Markdown calls)
        """The text of the figure, and where the mark begins and ends."""
        return m[1], m.start(0), m.end(0)

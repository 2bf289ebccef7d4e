"""How long a build of the site takes, with more and more pages.

The pages are chapters of ours, copied under other names in a temporary copy of the project, and put into its menus.
"""

import shutil
import statistics
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Final

from benchmarks.candidates import PROJECT
from benchmarks.project_copy import built, project_copy
from benchmarks.tables import spread, table

# Pages of a language, and how often that is built at most.
SIZES: Final = {50: 7, 200: 3, 800: 1}
LANGUAGES: Final = {"nl": "mkdocs.yml", "en": "mkdocs.en.yml"}
CHAPTERS: Final = ("accounts", "conversation", "foundations", "inside", "new-business")
EACH: Final = 50  # pages in a section of the menu


def build_times(runs: int, report: Callable[[str], None]) -> str:
    """A table with a row for each size."""
    rows = []
    with project_copy() as project:
        for size, most in SIZES.items():
            pages = max(_fill(project, lang, size) for lang in LANGUAGES)
            seconds = [built(project) for _ in range(min(runs, most))]
            each = statistics.median(seconds) / (pages * len(LANGUAGES)) * 1000
            rows.append([f"{pages} (n = {len(seconds)})", spread(seconds, 1), f"{each:.0f}"])
            report(f"  {pages} pages a language: {spread(seconds, 1)} s")
    return table(("pages a language", "seconds", "ms a page"), rows)


def _fill(project: Path, lang: str, size: int) -> int:
    """Copy chapters, in the menu too, until there are so many pages; how many there are."""
    docs = project / "docs" / lang
    there = len(list(docs.rglob("*.md")))
    originals = sorted(path for name in CHAPTERS for path in (PROJECT / "docs" / lang / name).glob("*.md"))
    copies = list(zip(range(there, size), cycle(originals), strict=False))
    # The menu is the last of each configuration.
    with (project / LANGUAGES[lang]).open("a", encoding="utf-8") as configuration:
        for start in range(0, len(copies), EACH):
            configuration.write(f"  - From {there + start}:\n")
            for number, original in copies[start : start + EACH]:
                # Beside the original, so that its links lead somewhere.
                copy = f"{original.parent.name}/{original.stem}-{number}.md"
                shutil.copy2(original, docs / copy)
                configuration.write(f"      - {copy}\n")
    return max(there, size)

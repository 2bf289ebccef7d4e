"""How long a build of the site takes, with more and more pages.

The pages are chapters of ours, copied under other names in a temporary copy of the project, and put into its menus.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Final

from benchmarks.candidates import PROJECT
from benchmarks.tables import spread, table

# Pages of a language, and how often that is built at most.
SIZES: Final = {50: 7, 200: 3, 800: 1}
LANGUAGES: Final = {"nl": "mkdocs.yml", "en": "mkdocs.en.yml"}
CHAPTERS: Final = ("accounts", "conversation", "foundations", "inside", "new-business")
EACH: Final = 50  # pages in a section of the menu
SHARED: Final = (".cache", "node_modules")
LEFT_OUT: Final = frozenset({"node_modules", "site", "build", "tests", "benchmarks"})


def build_times(runs: int, report: Callable[[str], None]) -> str:
    """A table with a row for each size."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        shutil.copytree(PROJECT, project, ignore=_left_out)
        for name in SHARED:
            (project / name).symlink_to(PROJECT / name)
        for size, most in SIZES.items():
            pages = max(_fill(project, lang, size) for lang in LANGUAGES)
            seconds = [_seconds(project) for _ in range(min(runs, most))]
            each = statistics.median(seconds) / (pages * len(LANGUAGES)) * 1000
            rows.append([f"{pages} (n = {len(seconds)})", spread(seconds, 1), f"{each:.0f}"])
            report(f"  {pages} pages a language: {spread(seconds, 1)} s")
    return table(("pages a language", "seconds", "ms a page"), rows)


def _left_out(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name.startswith(".") or name in LEFT_OUT] if Path(folder) == PROJECT else []


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


def _seconds(project: Path) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "site_build", "build"]
    made = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if made.returncode:
        raise RuntimeError(made.stdout + made.stderr)
    return time.perf_counter() - started

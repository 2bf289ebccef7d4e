"""The pages of both languages, written by MkDocs: a build of its own for each, both at once, and strict."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from calculators.core.words import Lang, shared_words
from site_build.errors import MendableError

PROJECT: Final = Path(__file__).resolve().parent.parent
CONFIGURATIONS: Final[Mapping[Lang, str]] = {"nl": "mkdocs.yml", "en": "mkdocs.en.yml"}
# MkDocs and Material each print a banner about a coming version.
_NO_BANNERS: Final = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
# What ends a traceback that a fault of an author caused; after anything else the traceback is worth reading.
_FAULT_OF_AUTHOR: Final = re.compile(r"(?:ValueError|FileNotFoundError|site_build\.[\w.]+Error): ")


class BuildFailedError(MendableError):
    """The site could not be built."""


def write_pages(folder: Path, settings: Mapping[str, str], report: Callable[[str], None]) -> None:
    """Build each language into `folder/LANGUAGE`; `settings` are environment variables that the configurations read.

    Raises:
        BuildFailedError: with what MkDocs said of each language that failed.
    """
    started = time.monotonic()
    running = {
        lang: _started(name, folder / lang, {**settings, "MONTHS": _months(lang)})
        for lang, name in CONFIGURATIONS.items()
    }
    failed = []
    for lang, process in running.items():
        output, _ = process.communicate()
        if process.returncode:
            failed.append(f"{CONFIGURATIONS[lang]}:\n{complaint(output)}")
        else:
            pages = sum(1 for _ in (folder / lang).rglob("index.html"))
            report(f"  {lang}: {pages} pages, {time.monotonic() - started:.1f} s")
    if failed:
        raise BuildFailedError("\n".join(failed))


def _started(configuration: str, target: Path, settings: Mapping[str, str]) -> subprocess.Popen[str]:
    """MkDocs at work on one language."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", configuration]
    return subprocess.Popen(  # noqa: S603 (our own interpreter with fixed arguments)
        [*command, "--site-dir", str(target)],
        cwd=PROJECT,
        env={**os.environ, **_NO_BANNERS, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def _months(lang: Lang) -> str:
    """The names of the months with commas between them, as the templates take them."""
    return ",".join(shared_words(lang)[f"months.{number}"] for number in range(1, 13))


def complaint(output: str) -> str:
    """What MkDocs complains of: its warnings and errors, or all that it wrote where the fault is not an author's."""
    lines = output.strip().splitlines()
    is_bug = any(line.startswith("Traceback") for line in lines) and not _FAULT_OF_AUTHOR.match(lines[-1])
    told, going_on = [], False
    for line in lines:
        going_on = line.startswith(("WARNING", "ERROR")) or (going_on and line.startswith(" "))
        if going_on:
            told.append(line)
    return "\n".join(lines if is_bug or not told else told)

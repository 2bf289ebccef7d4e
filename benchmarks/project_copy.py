"""A temporary copy of the project that can be changed and built, with the same packages and caches."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.candidates import PROJECT

SHARED: Final = (".cache", "node_modules")
LEFT_OUT: Final = frozenset({"node_modules", "site", "build", "tests", "benchmarks"})


class BrokenCopyError(Exception):
    """A copy of the project cannot be built; with what the build said."""


@contextmanager
def project_copy() -> Iterator[Path]:
    """The folder of a copy, for a while."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        shutil.copytree(PROJECT, project, ignore=_left_out)
        for name in SHARED:
            (project / name).symlink_to(PROJECT / name)
        yield project


def _left_out(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name.startswith(".") or name in LEFT_OUT] if Path(folder) == PROJECT else []


def built(project: Path) -> float:
    """Build the site of a copy, into its folder `site`; the seconds that it took.

    Raises:
        BrokenCopyError: see there.
    """
    started = time.perf_counter()
    command = [sys.executable, "-m", "site_build", "build"]
    made = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if made.returncode:
        raise BrokenCopyError(made.stdout + made.stderr)
    return time.perf_counter() - started

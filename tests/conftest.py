"""The built site, once in a run of the tests, however many workers there are."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.python_files import folders_of_python

PROJECT = Path(__file__).resolve().parent.parent
# Set by the first process of a run, and handed down to its workers.
RUN = os.environ.setdefault("PLAYBOOK_TEST_RUN", str(os.getpid()))
FOLDER = PROJECT / "build" / f"test-{RUN}"


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the site, built by the command that a person gives: both languages, strict."""
    built = FOLDER / "site"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with FileLock(FOLDER / "lock"):
        if not built.exists():
            command = [sys.executable, "-m", "site_build", "build", "--target", str(built)]
            finished = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
            assert finished.returncode == 0, finished.stdout + finished.stderr
    return built


@pytest.fixture(scope="session")
def python_folders(site: Path) -> dict[str, Path]:
    """By kind, the folders from which a browser runs Python: see `site_build/runtime/folders.py`."""
    return folders_of_python(site)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Throw the site away when the last worker has finished."""
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(FOLDER, ignore_errors=True)

"""Debian's Chromium for one reader: a profile on disk, and the process group that all of its processes are in."""

import contextlib
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, Playwright

CHROMIUM: Final = "/usr/bin/chromium"
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PROCESSES: Final = Path("/proc")


@dataclass(frozen=True, slots=True)
class Chromium:
    """A running browser with one profile."""

    context: BrowserContext
    group: int

    @property
    def processor(self) -> float:
        """Seconds of a processor that all of its processes took so far; other load on the machine hardly moves it."""
        ticks = 0
        for folder in _folders():
            with contextlib.suppress(OSError):
                words = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
                ticks += int(words[11]) + int(words[12]) if int(words[2]) == self.group else 0
        return ticks / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def opened(playwright: Playwright, profile: Path) -> Iterator[Chromium]:
    """A browser of its own on a profile on disk: only there does Chromium keep compiled WebAssembly, as readers' do."""
    mark = f"--benchmark={uuid.uuid4().hex}"
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=CHROMIUM, args=[*FLAGS, mark], viewport={"width": 1280, "height": 900}
    )
    try:
        yield Chromium(context, _group_with(mark.encode()))
    finally:
        context.close()


def version(context: BrowserContext) -> str:
    """The version of the browser that a page says it is of."""
    browser = context.browser
    return browser.version if browser else "?"


def _folders() -> Iterator[Path]:
    return (folder for folder in PROCESSES.iterdir() if folder.name.isdigit())


def _group_with(mark: bytes) -> int:
    """The process group of the browser that has this mark on its command line.

    Raises:
        RuntimeError: there is none.
    """
    for folder in _folders():
        with contextlib.suppress(OSError):
            words = (folder / "cmdline").read_bytes().split(b"\0")
            if mark in words and not any(word.startswith(b"--type=") for word in words):
                return os.getpgid(int(folder.name))
    message = "The browser is not to be found among the processes."
    raise RuntimeError(message)

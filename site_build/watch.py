"""The site, served and built again when a source file changes; a failed build leaves the last good one standing."""

import queue
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from site_build.build import WORK, Say
from site_build.pages import PROJECT
from site_build.serve import Switch, running, site_application

_FOLDERS = ("calculators", "docs", "frontend", "site_build")
_CHANGED = frozenset({"created", "deleted", "modified", "moved"})
# Editors write a file in several steps: wait until they are done.
_QUIET_SECONDS = 0.3


class _Changes(FileSystemEventHandler):
    """Puts the path of every changed source file into a queue."""

    def __init__(self) -> None:
        self.paths: queue.Queue[Path] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a changed file, not of one that was only read or that Python made."""
        path = Path(str(event.src_path))
        is_source = (
            path.suffix not in {".pyc", ".swp"} and not path.name.startswith(".#") and "__pycache__" not in path.parts
        )
        at_top = path.parent == PROJECT
        if event.is_directory or event.event_type not in _CHANGED or not is_source:
            return
        if not at_top or path.name.startswith("mkdocs"):
            self.paths.put(path)


def watch(site: Path, port: int, report: Say) -> None:
    """Serve `site` on `port`, and each later build in its place, until the program is interrupted.

    Raises:
        PortTakenError: another program has the port.
    """
    changes = _Changes()
    observer = Observer()
    observer.schedule(changes, str(PROJECT), recursive=False)
    for folder in _FOLDERS:
        observer.schedule(changes, str(PROJECT / folder), recursive=True)
    switch = Switch(site_application(site))
    WORK.mkdir(exist_ok=True)
    builds = Path(tempfile.mkdtemp(dir=WORK, prefix="serve-"))
    try:
        with running(switch, port) as address:
            observer.start()
            report(f"Serving {address} and {address}en/ - rebuilding on change, stop with Ctrl+C")
            _rebuild_forever(changes.paths, builds, switch, report)
    finally:
        observer.stop()
        shutil.rmtree(builds, ignore_errors=True)


def _rebuild_forever(paths: "queue.Queue[Path]", builds: Path, switch: Switch, report: Say) -> None:
    """Wait for changes and build, again and again; each build in a new folder, so that no reader sees half a site."""
    number = 0
    while True:
        changed = paths.get()
        time.sleep(_QUIET_SECONDS)
        while not paths.empty():
            paths.get_nowait()
        report(f"{changed.relative_to(PROJECT)} changed.")
        number += 1
        target = builds / str(number)
        # A program of its own, so that changed Python code counts too.
        command = [sys.executable, "-m", "site_build", "build", "--target", str(target)]
        if subprocess.run(command, cwd=PROJECT, check=False).returncode:  # noqa: S603 - our own interpreter
            report("That build failed: the last good one is still served.")
            continue
        switch.application = site_application(target)
        # The build before the last one may still be read; the one before that is not.
        shutil.rmtree(builds / str(number - 2), ignore_errors=True)

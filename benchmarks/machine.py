"""Where and when something was measured, so that figures of two machines are not mistaken for each other."""

import json
import os
import platform
import re
import subprocess
from datetime import datetime
from pathlib import Path

from benchmarks.candidates import PROJECT
from benchmarks.chromium import CHROMIUM


def circumstances(command: str) -> str:
    """A sentence on the command, the day, the machine and its versions; and on how busy it was."""
    now = datetime.now().astimezone()
    pyodide = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))["dependencies"]["pyodide"]
    processor = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"`{command}` on {now.day} {now:%B %Y} at {now:%H:%M}: {os.cpu_count()} processors"
        f" ({processor[1] if processor else platform.machine()}), {memory:.0f} GB, {platform.system()},"
        f" {_version(CHROMIUM)}, Node {_version('node')}, Python {platform.python_version()}, Pyodide {pyodide};"
        f" load average {' '.join(f'{load:.1f}' for load in os.getloadavg())}."
    )


def _version(program: str) -> str:
    """The name and the version, without what a distribution adds."""
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)  # noqa: S603 - of ours
    return told.stdout.partition(" built on")[0].strip().removeprefix("v")

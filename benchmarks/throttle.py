"""Makes one browser slower: its whole process group runs for a part of the time, and stands still for the rest.

Chromium's own throttling of the processor slows the main thread alone: it refuses workers, and WebAssembly is compiled
on other threads. Stopping the group slows every thread of every candidate alike. It runs in a process of its own,
`python -m benchmarks.throttle GROUP TIMES`, until standard input closes.
"""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Final

# Seconds that the group runs before it stands still: short beside a task of 50 ms.
TURN: Final = 0.005
# Seconds that are made up for at most: where the machine itself stood still, that is not the browser's debt.
LONGEST: Final = 0.1


@contextlib.contextmanager
def slowed(group: int, times: float) -> Iterator[None]:
    """A while in which the processes of `group` are so many times slower; 1 leaves them alone."""
    if times <= 1:
        yield
        return
    command = [sys.executable, "-m", "benchmarks.throttle", str(group), str(times)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - this module
    try:
        yield
    finally:
        process.communicate(timeout=10)


def _alternate(group: int, times: float) -> None:
    """Stop and continue the group by turns, until standard input closes or the group has gone."""
    owed, started = 0.0, time.monotonic()
    while not _is_over(TURN):
        os.killpg(group, signal.SIGSTOP)
        stopped = time.monotonic()
        # A late wake-up is made up for in the same turn or the next.
        owed = min(owed + (stopped - started) * (times - 1), LONGEST)
        _is_over(max(owed, 0))
        os.killpg(group, signal.SIGCONT)
        started = time.monotonic()
        owed = max(owed - (started - stopped), -LONGEST)


def _is_over(seconds: float) -> bool:
    """Whether standard input closes within so many seconds."""
    return bool(select.select([sys.stdin], [], [], seconds)[0])


def main() -> None:
    """Slow the group down until standard input closes."""
    group, times = int(sys.argv[1]), float(sys.argv[2])
    if group in {0, 1, os.getpgrp()}:
        sys.exit("That is no process group of its own.")
    with contextlib.suppress(OSError):
        os.nice(-10)
    try:
        _alternate(group, times)
    except ProcessLookupError:
        return
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGCONT)


if __name__ == "__main__":
    main()

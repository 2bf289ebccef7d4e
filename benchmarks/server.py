"""The harness's end of `benchmarks.serving`."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any, Final, Self, cast

from benchmarks.candidates import Candidate
from benchmarks.serving import HOST

RUNTIME: Final = "/runtime/"


@dataclass(frozen=True, slots=True)
class Wire:
    """What the server sent, headers included."""

    answers: tuple[tuple[str, int, int], ...]

    @property
    def kilobytes(self) -> float:
        """Of 1000 bytes."""
        return sum(size for _, _, size in self.answers) / 1000

    @property
    def python(self) -> Self:
        """What is of Python on our pages."""
        return type(self)(tuple(answer for answer in self.answers if answer[0].startswith(RUNTIME)))

    @property
    def page(self) -> Self:
        """What is not."""
        return type(self)(tuple(answer for answer in self.answers if not answer[0].startswith(RUNTIME)))

    @property
    def unchanged(self) -> int:
        """How many files were asked for again in vain."""
        return sum(status == 304 for _, status, _ in self.answers)  # noqa: PLR2004 - Not Modified


class RunningServer:
    """Serves all candidates until it is left."""

    def __init__(self, orders: IO[str], replies: IO[str]) -> None:
        """Talk over these."""
        self._orders = orders
        self._replies = replies
        self._ports: dict[str, int] = json.loads(replies.readline())

    def address(self, name: str, path: str) -> str:
        """Where a candidate's page is."""
        return f"http://{HOST}:{self._ports[name]}/{path}"

    def say(self, **order: Any) -> Wire:
        """Tell the server something; what it sent since it was last told to `forget`."""
        self._orders.write(json.dumps(order) + "\n")
        self._orders.flush()
        return Wire(tuple((path, status, size) for path, status, size in json.loads(self._replies.readline())))


@contextlib.contextmanager
def serving(candidates: Mapping[str, Candidate]) -> Iterator[RunningServer]:
    """A server of these candidates, in a process of its own."""
    sites = {name: {"root": str(one.folder), "headers": dict(one.headers)} for name, one in candidates.items()}
    process = subprocess.Popen(  # noqa: S603 - a module of ours
        [sys.executable, "-m", "benchmarks.serving", json.dumps(sites)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield RunningServer(cast("IO[str]", process.stdin), cast("IO[str]", process.stdout))
    finally:
        process.communicate(timeout=10)

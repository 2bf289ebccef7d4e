"""The door inside Pyodide under Node, from the files that a browser gets and in each of the ways in which it starts."""

import json
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SCRIPT: Final = Path(__file__).with_name("answers.mjs")
MOST_SECONDS: Final = 900
# With the smaller interpreter, from the image of the build or from one that a browser kept; or with all of Python.
WAYS: Final = ("quick", "kept", "complete")

Action = dict[str, str]


def asked(question: str | Mapping[str, Any]) -> Action:
    """The action of asking the door."""
    return {"ask": question if isinstance(question, str) else json.dumps(question)}


def taken(name: str, content: bytes) -> Action:
    """The action of handing over a file."""
    return {"take": name, "content": b64encode(content).decode()}


@dataclass(frozen=True, slots=True)
class Ways:
    """The folders of the runtime, by kind."""

    folders: Mapping[str, Path]

    def replies(self, way: str, actions: Sequence[Action], *, interpreter: Path | None = None) -> dict[str, Any]:
        """What one Python replies: its `platform`, the `answers` in order, and the functions that it `called`.

        Args:
            way: one of `WAYS`.
            actions: what is asked and handed over, in order; all parts are there from the start.
            interpreter: the folder of another interpreter than the way's own.
        """
        node = shutil.which("node")
        assert node, "Node 20 is needed to run Python inside Pyodide."
        own = self.folders["complete" if way == "complete" else "python"]
        finished = subprocess.run(
            [
                node,
                SCRIPT,
                way,
                self.folders["python"],
                interpreter or own,
                self.folders["calculators"],
                *sorted(self.folders["parts"].glob("*.zip")),
            ],
            input=json.dumps(actions),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=MOST_SECONDS,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr[-2000:]
        found: dict[str, Any] = json.loads(finished.stdout)
        return found

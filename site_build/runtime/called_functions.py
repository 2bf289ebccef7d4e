"""Which functions of the interpreter our questions call: `called_functions.txt`, see `tests/pyodide/calls.py`.

A list that misses one costs a reader time and no more: the function traps, and the complete Python answers instead.
"""

import hashlib
from pathlib import Path
from typing import Final

from site_build.errors import MendableError

LIST: Final = Path(__file__).with_name("called_functions.txt")


class OutdatedListError(MendableError):
    """The list is that of another interpreter; the message says what to do."""


def called_functions(interpreter: bytes) -> frozenset[int]:
    """The numbers of the functions that are called.

    Raises:
        OutdatedListError: the list was made for another interpreter.
    """
    made_for, *ranges = LIST.read_text(encoding="utf-8").split()
    if made_for != hashlib.sha256(interpreter).hexdigest():
        message = "called_functions.txt is that of another Pyodide: run `.venv/bin/python -m tests.pyodide.calls`."
        raise OutdatedListError(message)
    found: set[int] = set()
    for text in ranges:
        first, _, last = text.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


def listed(interpreter: bytes, called: frozenset[int]) -> str:
    """The text of the list: the hash of the interpreter, and the numbers, those in a row by their first and last."""
    numbers = sorted(called)
    rows: list[list[int]] = []
    for number in numbers:
        if rows and rows[-1][-1] == number - 1:
            rows[-1][1:] = [number]
        else:
            rows.append([number])
    lines = [" ".join("-".join(map(str, row)) for row in rows[at : at + 20]) for at in range(0, len(rows), 20)]
    return "\n".join([hashlib.sha256(interpreter).hexdigest(), *lines]) + "\n"

"""Modules and functions stay small enough to read whole.

A module or a style sheet has at most 300 lines, all of them counted. A function has at most 40, its signature and its
docstring left out: a formula takes every field of its calculator by name, and to name or to say more must not be what
makes a function too long. `.oxlintrc.json` holds scripts to the same sizes.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
MOST_LINES_OF_A_MODULE = 300
MOST_LINES_OF_A_FUNCTION = 40
PYTHON = sorted(
    path for name in ("benchmarks", "calculators", "site_build", "tests") for path in (PROJECT / name).rglob("*.py")
)
STYLES = sorted((PROJECT / "frontend").rglob("*.css"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _shown(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def _functions(path: Path) -> Iterator[Function]:
    yield from (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, Function))


def _lines(function: Function) -> int:
    """How many lines the body of a function has without its docstring."""
    first = function.body[0]
    docstring = (
        (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(function, clean=False) is not None else 0
    )
    return (function.end_lineno or 0) - first.lineno + 1 - docstring


def test_the_sources_are_found() -> None:
    """There is something to measure."""
    assert len(PYTHON) > 50
    assert len(STYLES) > 10


@pytest.mark.parametrize("path", [*PYTHON, *STYLES], ids=_shown)
def test_module_is_small(path: Path) -> None:
    """A longer module does more than one job: take one of them out."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_A_MODULE, _shown(path)


@pytest.mark.parametrize("path", PYTHON, ids=_shown)
def test_functions_are_small(path: Path) -> None:
    """A longer function holds a piece that deserves a name of its own."""
    long = {f"{function.name}, line {function.lineno}": _lines(function) for function in _functions(path)}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}, _shown(path)

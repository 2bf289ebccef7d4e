"""The core stays pure: no clock, no float, and files in one place; `lint-imports` keeps modules for the rest out."""

import ast
from pathlib import Path

import pytest

import calculators

PACKAGE = Path(calculators.__file__).parent
CLOCK = {"today", "now", "utcnow", "time", "monotonic"}
READS_FILES = "data_files.py"


def _module_files() -> list[Path]:
    """Every module below the command line."""
    return sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "command_line")


@pytest.mark.parametrize("path", _module_files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_uses_no_clock_no_float_and_no_file(path: Path) -> None:
    """Today is an input, numbers are never binary, and only `core/data_files.py` reads files."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCK, f"line {node.lineno}: {node.attr}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"line {node.lineno}: {node.value}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "float", f"line {node.lineno}"
            assert node.func.id != "open" or path.name == READS_FILES, f"line {node.lineno}"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and isinstance(node.right, ast.Constant):
            assert not isinstance(node.left, ast.Constant), f"line {node.lineno}: two whole numbers make a float"

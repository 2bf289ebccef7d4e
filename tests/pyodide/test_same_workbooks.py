"""The parts that a browser fetches on demand read and write the very same there as here."""

import base64
import io
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

# One worker starts Pyodide.
pytestmark = pytest.mark.xdist_group("pyodide")

MOST_SECONDS = 120
READ = """
import base64, io
from calculators.lists.source import opened

content = base64.b64decode("{content}")
answer = [[line.number, line.cells] for line in opened(lambda: io.BytesIO(content)).lines()]
"""
# Only the time of writing differs.
WRITTEN = """
import hashlib, io, zipfile
from calculators.evaluation import Question, evaluate
from calculators.writers.workbook import workbook

content = workbook(evaluate(Question("visit_cost", {}, "nl")))
with zipfile.ZipFile(io.BytesIO(content)) as archive:
    names = [name for name in archive.namelist() if name != "docProps/core.xml"]
    answer = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names}
"""


def _here(lines: str) -> Any:
    scope: dict[str, Any] = {}
    exec(lines, scope)  # noqa: S102 (the lines above, as Pyodide runs them)
    return scope["answer"]


def _in_pyodide(runtime: Path, lines: str) -> Any:
    node = shutil.which("node")
    assert node, "Node 20 is needed to run Python inside Pyodide."
    script = Path(__file__).with_name("run.mjs")
    finished = subprocess.run(
        [node, script, runtime],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr[-2000:]
    return json.loads(finished.stdout)


def test_a_workbook_is_read_alike(python_runtime: Path) -> None:
    """Text, figures as a spreadsheet keeps them, days and blanks, as the same lines."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Naam", "Omzet", "Marge", "Vervaldag"])
        sheet.write_row(1, 0, ["Café Ünal €", 9165.299999999999, 0.125])
        sheet.write_datetime(1, 3, date(2026, 2, 28), day)
        sheet.write_row(3, 0, ["0017", -1e-05, 123456789012])
    lines = READ.format(content=base64.b64encode(content.getvalue()).decode())
    found = _in_pyodide(python_runtime, lines)
    assert found[1] == [2, ["Café Ünal €", "9165.3", "0.1250", "2026-02-28"]]
    assert found == json.loads(json.dumps(_here(lines)))


def test_a_workbook_is_written_alike(python_runtime: Path) -> None:
    """Every file in it, byte for byte."""
    found = _in_pyodide(python_runtime, WRITTEN)
    assert len(found) > 5
    assert found == _here(WRITTEN)

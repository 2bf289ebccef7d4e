"""Customer lists, ours beside pandas and a spreadsheet: `python -m benchmarks.portfolio [ROWS ...]`.

Each runs in a process of its own, from the same CSV file to the figures of the list, the customers ranked and written
out: ours by the command line with `--json`; pandas with the same sums in floats, and without the levers that ours also
finds; LibreOffice with the same sums as formulas in a workbook, opened, reckoned and written as CSV. There nobody is
ranked: RANK takes hours for a hundred thousand rows. Ours in Pyodide, as `make build` made it last, runs under Node;
its start is left out, and its megabytes are the heap of Python.
"""

import json
import os
import platform
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter

from tests.workbook.spreadsheet import RECKON_ALWAYS

RUNTIMES = Path(__file__).resolve().parent.parent / "site/runtime"
SCRIPT = Path(__file__).with_name("portfolio_in_pyodide.mjs")
SIZES = (5_000, 100_000, 1_000_000)
MOST_IN_A_BROWSER = 100_000
MOST_IN_A_SPREADSHEET = 1_000_000  # a sheet has 1,048,576 rows
COST_PER_VISIT, COST_PER_ORDER = 250, 25
HEADINGS = ("Customer", "List revenue", "Discount %", "Gross margin %", "Visits", "Orders", "Freight costs")


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds on the clock and of a processor, megabytes at its peak, and the contribution."""

    clock: float
    processor: float
    memory: float
    contribution: float


def main() -> None:
    """Measure each size, and print a table."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print(f"{datetime.now().astimezone():%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print("| customers | with | seconds | of a processor | MB at the peak | contribution |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.csv"
            _write_list(path, size)
            for name, run in _runs(path, size):
                figures = f"{run.clock:.1f} | {run.processor:.1f} | {run.memory:.0f} | {run.contribution:,.2f}"
                print(f"| {size:,} | {name} | {figures} |", flush=True)


def _rows(size: int) -> Iterator[tuple[str, float, int, int, int, int, float]]:
    """Customers as they are: a few large ones, many small, each visited and served alike."""
    chance = random.Random(size)  # noqa: S311 (no secret)
    for number in range(size):
        revenue = round(min(chance.paretovariate(1.1) * 3000, 5e6), 2)
        shares = chance.randint(0, 20), chance.randint(15, 45)
        yield (
            f"Customer {number}",
            revenue,
            *shares,
            chance.randint(0, 12),
            chance.randint(1, 60),
            round(chance.uniform(0, 900), 2),
        )


def _write_list(path: Path, size: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(HEADINGS) + "\n")
        file.writelines(",".join(map(str, row)) + "\n" for row in _rows(size))


def _runs(path: Path, size: int) -> Iterator[tuple[str, Run]]:
    out = path.with_suffix(".out")
    costs = ("--cost-per-visit", str(COST_PER_VISIT), "--cost-per-order", str(COST_PER_ORDER))
    took = _measured([sys.executable, "-m", "calculators", "portfolio", str(path), *costs, "--json"], out)
    with out.open(encoding="utf-8") as file:
        start = file.read(100_000)
    answers = json.JSONDecoder().raw_decode(start, start.index('"answers": ') + len('"answers": '))[0]
    yield "ours, with levers", Run(*took, float(answers["total_contribution"]["value"]))
    took = _measured(
        [sys.executable, "-m", "benchmarks.portfolio_in_pandas", str(path), str(COST_PER_VISIT), str(COST_PER_ORDER)],
        out,
    )
    yield "pandas", Run(*took, float(out.read_text(encoding="utf-8").splitlines()[0]))
    if size <= MOST_IN_A_BROWSER and RUNTIMES.is_dir():
        yield "ours in Pyodide", _in_pyodide(path, out)
    if size <= MOST_IN_A_SPREADSHEET and shutil.which("soffice"):
        yield "LibreOffice", _in_libreoffice(path, size, out)


def _in_pyodide(path: Path, out: Path) -> Run:
    """What the script says of itself: Node and the start of Python are not of our making."""
    newest = max(RUNTIMES.iterdir(), key=lambda runtime: runtime.stat().st_mtime)
    _measured(["node", str(SCRIPT), str(newest), str(path), str(COST_PER_VISIT), str(COST_PER_ORDER)], out)
    found = json.loads(out.read_text(encoding="utf-8"))
    return Run(found["clock"], found["processor"], found["memory"], float(found["contribution"]))


def _measured(command: list[str], out: Path) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of a processor and megabytes at the peak of a command."""
    start = time.perf_counter()
    with out.open("wb") as file, Path(os.devnull).open("wb") as nothing:
        actions = [(os.POSIX_SPAWN_DUP2, file.fileno(), 1), (os.POSIX_SPAWN_DUP2, nothing.fileno(), 2)]
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
        _, status, used = os.wait4(child, 0)
    if status:
        message = f"{command} ended with {status}"
        raise RuntimeError(message)
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _in_libreoffice(path: Path, size: int, out: Path) -> Run:
    """A workbook with the same sums, reckoned and written as CSV; making the workbook is not measured."""
    workbook = path.with_suffix(".xlsx")
    _write_workbook(workbook, size)
    settings = path.parent / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(RECKON_ALWAYS, encoding="utf-8")
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    to = ["--headless", "--convert-to", "csv", "--outdir", str(path.parent / "reckoned")]
    took = _measured(["soffice", profile, *to, str(workbook)], out)
    with (path.parent / "reckoned" / path.name).open(encoding="utf-8") as file:
        return Run(*took, float(file.readline().split(",")[0]))


def _write_workbook(path: Path, size: int) -> None:
    """The rows, the contribution of each, and over them the sums, by formula."""
    last = size + 2
    sums = (
        f"=SUM(H3:H{last})",
        f'=COUNTIF(H3:H{last},"<0")',
        f'=SUMIF(H3:H{last},"<0")',
        f"=SUMSQ(B3:B{last})/SUM(B3:B{last})^2",
    )
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, formula in enumerate(sums):
            sheet.write_formula(0, place, formula)
        sheet.write_row(1, 0, HEADINGS)
        for number, row in enumerate(_rows(size), start=3):
            sheet.write_row(number - 1, 0, row)
            net = f"(B{number}-ROUND(B{number}*C{number}/100,2))"
            costs = f"E{number}*{COST_PER_VISIT}-F{number}*{COST_PER_ORDER}-G{number}"
            sheet.write_formula(number - 1, 7, f"=ROUND({net}*D{number}/100,2)-{costs}")


if __name__ == "__main__":
    main()

"""The folder that the peers are served from: pinned packages, pages that ask our question, our calculators.

`make benchmark` fetches the packages: those of npm by `package-lock.json`, those of Python by `requirements.txt`.
"""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

import brotli

from benchmarks.candidates import PEERS, PROJECT
from benchmarks.peers.streamlit import THEIRS, WHEELS, write_streamlit
from site_build.errors import MendableError

OURS: Final = PROJECT / "node_modules"
PAGES: Final = Path(__file__).with_name("pages")
# Brotli at its hardest takes minutes: what it made is kept by what a file holds.
COMPRESSED: Final = PEERS.with_name("peers-compressed")
SMALLEST_WORTH_IT: Final = 400
LARGE: Final = 1_000_000
PYODIDE: Final = (
    "pyodide.js",
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
# Only the command line uses these.
LEFT_OUT: Final = frozenset({"__main__.py", "__pycache__", "cluster", "command_line"})


class MissingPeersError(MendableError):
    """The packages of the peers have not been fetched; the message says how."""


def gather(report: Callable[[str], None]) -> None:
    """Write the folder of the peers anew; seconds, but minutes where something is compressed for the first time.

    Raises:
        MissingPeersError: see there.
    """
    if not THEIRS.is_dir() or not WHEELS.is_dir():
        message = "What our site is measured beside has not been fetched: `make benchmark` does that first."
        raise MissingPeersError(message)
    shutil.rmtree(PEERS, ignore_errors=True)
    # The same Pyodide as ours, but for stlite, whose last release that runs without a network is for an older one.
    _place(OURS / "pyodide", PEERS / "pyodide", PYODIDE)
    _place(THEIRS / "@pyscript/core/dist", PEERS / "pyscript")
    _place(THEIRS / "@micropython/micropython-webassembly-pyscript", PEERS / "micropython")
    _place(THEIRS / "pyodide-0.27.7", PEERS / "pyodide-0.27.7", PYODIDE)
    _place(THEIRS / "@stlite/mountable/build", PEERS / "stlite")
    _place(PAGES, PEERS)
    write_streamlit(PEERS / "pyodide-0.27.7")
    _write_calculators(PEERS / "calculators.zip")
    for path in sorted(PEERS.rglob("*")):
        if path.is_file() and path.stat().st_size >= SMALLEST_WORTH_IT:
            _compress(path, report)


def _place(source: Path, target: Path, names: Collection[str] = ()) -> None:
    """Link the files of a package into `target`: those of these names, or all that a browser may ask for."""
    for path in source.rglob("*"):
        is_wanted = path.name in names if names else path.suffix != ".map" and not path.name.endswith(".d.ts")
        if path.is_file() and is_wanted:
            to = target / path.relative_to(source)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, to)


def _write_calculators(target: Path) -> None:
    """Our package as sources, not deflated, because brotli on the wire does better."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted((PROJECT / "calculators").rglob("*")):
            inside = path.relative_to(PROJECT)
            if path.suffix in {".py", ".json"} and not LEFT_OUT & set(inside.parts):
                archive.writestr(zipfile.ZipInfo(inside.as_posix()), path.read_bytes())


def _compress(path: Path, report: Callable[[str], None]) -> None:
    content = path.read_bytes()
    kept = COMPRESSED / f"{hashlib.sha256(content).hexdigest()}.br"
    if not kept.exists():
        if len(content) > LARGE:
            report(f"  compressing {path.relative_to(PEERS)} (once) ...")
        COMPRESSED.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(brotli.compress(content, quality=11))
        part.replace(kept)
    shutil.copy2(kept, path.with_name(f"{path.name}.br"))

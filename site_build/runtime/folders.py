"""The folders that a browser needs to run the calculators, each with an address of its own.

| Folder | Holds | Changes with |
| --- | --- | --- |
| `python` | Pyodide's scripts, the smaller interpreter, the memory that it starts from | Pyodide |
| `complete` | the whole interpreter and standard library, for what the smaller one lacks | Pyodide |
| `calculators` | our package | a calculator |
| `parts` | packages that only some questions need | their versions |

Each is named after its contents and kept under `.cache`, so that a later build only links it into the site.
"""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import Any, Final

import brotli
from pyodide_build.pyzip import create_zipfile

from site_build.errors import MendableError
from site_build.pages import PROJECT
from site_build.runtime.called_functions import called_functions
from site_build.runtime.parts import PINS, side_modules, write_parts
from site_build.runtime.webassembly import exported_names, imported_names, trimmed, with_exports

PYODIDE: Final = PROJECT / "node_modules" / "pyodide"
CACHE: Final = PROJECT / ".cache" / "runtime"
BUNDLE: Final = "calculators.zip"
LIBRARY: Final = "python_stdlib.zip"
INTERPRETER: Final = "pyodide.asm.wasm"
IMAGE: Final = "python.image"
SCRIPTS: Final = ("pyodide.mjs", "pyodide.asm.mjs")
LOCK_FILE: Final = "pyodide-lock.json"
# Smaller copies of a file, for servers that send one of them.
COPIES: Final = frozenset({".br", ".gz"})
# The folders that a first visit fetches.
FIRST: Final = ("python", "calculators")
HERE: Final = Path(__file__).parent
# Where Pyodide puts the standard library, as tracebacks name it.
LIBRARY_ROOT: Final = "/lib/python314.zip/"
# Only the command line uses these.
LEFT_OUT: Final = frozenset({"__main__.py", "__pycache__", "cluster", "command_line", "py.typed", "report.py"})

Report = Callable[[str], None]


class RuntimeFilesError(MendableError):
    """The runtime cannot be put together; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """What browsers run Python from.

    Attributes:
        folders: by kind, the folder in the cache; its name is its address under `runtime/`.
        description: what the worker is told of it, see `frontend/python/runtime-files.js`.
    """

    folders: Mapping[str, Path]
    description: Mapping[str, Any]

    @property
    def megabytes(self) -> Decimal:
        """What a first visit fetches, packed, to one decimal and never less than it is."""
        fetched = sum(path.stat().st_size for kind in FIRST for path in self.folders[kind].glob("*.br"))
        return (Decimal(fetched) / 1_000_000).quantize(Decimal("0.1"), ROUND_CEILING)


def prepared_runtime(report: Report) -> Runtime:
    """The finished folders; each made only when something in it changed.

    Raises:
        RuntimeFilesError: the npm package is missing, or has another version than `package.json` pins; or Node is.
        MissingPartError: a package that browsers fetch on demand is missing.
    """
    version = _checked_version()
    CACHE.mkdir(parents=True, exist_ok=True)

    def write_python(folder: Path) -> None:
        report(f"Making the Python {version} that browsers start from (once for each version) ...")
        _copy_from_pyodide(SCRIPTS, folder)
        whole = quick_interpreter()
        (folder / INTERPRETER).write_bytes(whole)
        bare = _library(version, report, "bare")
        _run_node(HERE / "make_image.mjs", folder, PYODIDE / LOCK_FILE, bare, folder / IMAGE)
        (folder / INTERPRETER).write_bytes(trimmed(whole, called_functions(whole)))

    def write_complete(folder: Path) -> None:
        _copy_from_pyodide((INTERPRETER,), folder)
        shutil.copy2(_library(version, report), folder / LIBRARY)

    def write_calculators(folder: Path) -> None:
        _write_bundle(folder / BUNDLE, _library(version, report))

    makers = [path for path in sorted(HERE.iterdir()) if path.suffix in {".py", ".mjs", ".txt"}]
    pyodide: list[str | Path] = [version, *makers]
    folders = {
        "python": _kept("python", [*pyodide, PINS], write_python, report),
        "complete": _kept("complete", pyodide, write_complete, report),
        "calculators": _kept("calculators", [*pyodide, *_sources()], write_calculators, report),
        "parts": _kept("parts", [HERE / "parts.py", PINS], write_parts, report),
    }
    return Runtime(folders, _description(folders))


def quick_interpreter() -> bytes:
    """Pyodide's interpreter with the exports that its script and our parts use, before functions are left out.

    Pyodide gives each of 8,560 exports an address at every start; 707 are used. Its numbers are those of
    `called_functions.txt`, and its memory that of the image.
    """
    whole = (PYODIDE / INTERPRETER).read_bytes()
    script = (PYODIDE / "pyodide.asm.mjs").read_text(encoding="utf-8")
    words = Counter(re.findall(r"[\w$]+", script))
    # The script declares each export once and sets it twice, under its name with a line before it.
    used = {name for name in exported_names(whole) if words[f"_{name}"] > 3 or words[name] > 1}  # noqa: PLR2004
    # Of some it reads the value as soon as it has them.
    used.update(re.findall(r'wasmExports\["([^"]+)"\]\.value', script))
    return with_exports(whole, used.union(*map(imported_names, side_modules())))


def _checked_version() -> str:
    """The version of Pyodide that is pinned and installed."""
    pinned = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))
    wanted = (pinned.get("dependencies", {}) | pinned.get("devDependencies", {}))["pyodide"]
    try:
        installed = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"]
    except (FileNotFoundError, NotADirectoryError):
        message = "Pyodide is not installed: run `npm ci` (or `make build`, which does)."
        raise RuntimeFilesError(message) from None
    if installed != wanted:
        message = f"Pyodide {installed} is installed but package.json pins {wanted}: run `npm ci`."
        raise RuntimeFilesError(message)
    return str(installed)


def _kept(kind: str, inputs: Sequence[str | Path], write: Callable[[Path], None], report: Report) -> Path:
    """The folder that was made from the same inputs, or a new one; its name follows from what it holds."""
    digest = hashlib.sha256()
    for given in inputs:
        text = given if isinstance(given, str) else str(given.relative_to(PROJECT))
        digest.update(text.encode() + b"\0" + (given.read_bytes() if isinstance(given, Path) else b""))
    # Which folder it became is noted beside it.
    note = CACHE / f"{kind}-{digest.hexdigest()[:16]}.made"
    if note.exists() and (folder := CACHE / note.read_text(encoding="utf-8")).exists():
        return folder
    with tempfile.TemporaryDirectory(dir=CACHE) as work:
        made = Path(work) / "made"
        made.mkdir()
        write(made)
        contents = hashlib.sha256(json.dumps(_files(made), sort_keys=True).encode()).hexdigest()
        _compress(made, report)
        folder = CACHE / f"{kind}-{contents[:16]}"
        try:
            made.rename(folder)
        except OSError:
            # Another build may have made the same folder meanwhile.
            if not folder.exists():
                raise
    note.write_text(folder.name, encoding="utf-8")
    return folder


def _copy_from_pyodide(names: Sequence[str], folder: Path) -> None:
    for name in names:
        shutil.copy2(PYODIDE / name, folder / name)


def _library(version: str, report: Report, *bare: str) -> Path:
    """Python's standard library as compiled modules; made once for each version of Pyodide and of the compiler."""
    compiler = HERE / "compile_modules.mjs"
    digest = hashlib.sha256(compiler.read_bytes()).hexdigest()[:8]
    kept = CACHE.parent / f"{'-'.join(('library', *bare))}-pyodide-{version}-{digest}.zip"
    if not kept.exists():
        report("  compiling Python's standard library (once for each version of Pyodide) ...")
        part = kept.with_suffix(f".{os.getpid()}")
        _run_node(compiler, PYODIDE, PYODIDE / LIBRARY, part, LIBRARY_ROOT, *bare)
        part.replace(kept)
    return kept


def _run_node(script: Path, *given: str | Path) -> None:
    node = shutil.which("node")
    if node is None:
        message = "Node is not installed: the build runs Python for browsers with it."
        raise RuntimeFilesError(message)
    made = subprocess.run([node, script, *given], capture_output=True, text=True, check=False)  # noqa: S603 - our script
    if made.returncode:
        message = f"{script.name} failed:\n{made.stderr[-3000:]}"
        raise RuntimeFilesError(message)


def _sources() -> list[Path]:
    """The files of our package that a browser needs."""
    package = PROJECT / "calculators"
    return sorted(
        path
        for path in package.rglob("*")
        if path.suffix in {".py", ".json"} and not LEFT_OUT & set(path.relative_to(package).parts)
    )


def _write_bundle(target: Path, library: Path) -> None:
    """Our package as one archive of compiled modules; not deflated, because brotli on the wire does better.

    pyodide-build puts it together. The tree is filtered first: its `create_zipfile` fails where it is given a filter.
    """

    def ignored(_: str, names: Sequence[str]) -> set[str]:
        return set(LEFT_OUT & set(names))

    with tempfile.TemporaryDirectory() as work:
        tree, sources = Path(work) / "tree", Path(work) / BUNDLE
        shutil.copytree(PROJECT / "calculators", tree / "calculators", ignore=ignored)
        create_zipfile([tree], sources, pycompile=False, compression_level=0)
        _run_node(HERE / "compile_modules.mjs", PYODIDE, sources, target, "", "bare", library)


def _files(folder: Path) -> dict[str, dict[str, int | str]]:
    """By name, the length and the hash of each file, so that a browser can tell progress and refuse what is damaged."""
    contents = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix not in COPIES}
    return {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in contents.items()
    }


def _description(folders: Mapping[str, Path]) -> dict[str, Any]:
    """What the worker is told: the address of each folder, its files, and what Pyodide asks of a lock file."""
    lock = json.loads((PYODIDE / LOCK_FILE).read_text(encoding="utf-8"))
    return {
        "lock": {"info": lock["info"], "packages": {}},
        "folders": {kind: folder.name for kind, folder in folders.items()},
        "files": {f"{path.name}/{name}": told for path in folders.values() for name, told in _files(path).items()},
    }


def _compress(folder: Path, report: Report) -> None:
    """Smaller copies beside each file; those that hardly ever change as small as can be, and kept by what they hold."""
    kept = CACHE.parent / "compressed"
    kept.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.iterdir()):
        content, compressed = path.read_bytes(), path.with_name(f"{path.name}.br")
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, compresslevel=6, mtime=0))
        if path.name == BUNDLE:
            compressed.write_bytes(brotli.compress(content, quality=9))
            continue
        stored = kept / f"{hashlib.sha256(content).hexdigest()}.br"
        if not stored.exists():
            report(f"  compressing {path.name} (once for each version of it) ...")
            part = stored.with_suffix(f".{os.getpid()}")
            part.write_bytes(brotli.compress(content, quality=11, lgwin=24))
            part.replace(stored)
        shutil.copy2(stored, compressed)

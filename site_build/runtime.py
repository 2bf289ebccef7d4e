"""The folder that a browser needs to run the calculators: Pyodide from the pinned npm package, our own package, parts.

The folder is named after its contents and kept under `.cache`, so that a later build only links it into the site.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import brotli
from pyodide_build.pyzip import create_zipfile

from site_build.errors import MendableError
from site_build.pages import PROJECT
from site_build.parts import PARTS, PINS, write_parts

PYODIDE: Final = PROJECT / "node_modules" / "pyodide"
CACHE: Final = PROJECT / ".cache" / "runtime"
BUNDLE: Final = "calculators.zip"
LIBRARY: Final = "python_stdlib.zip"
PYODIDE_FILES: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", LIBRARY)
COMPILER: Final = Path(__file__).with_name("compile_library.mjs")
LOCK_FILE: Final = "pyodide-lock.json"
# They hardly ever change, so that compressing them as hard as can be is worth the wait.
LASTING_FILES: Final = (*PYODIDE_FILES, *(f"{name}.zip" for name in PARTS))
PARTS_MAKER: Final = Path(__file__).with_name("parts.py")
# Only the command line uses these.
LEFT_OUT: Final = frozenset({"__main__.py", "__pycache__", "cluster", "command_line", "py.typed", "report.py"})


class RuntimeFilesError(MendableError):
    """The runtime cannot be put together; the message says what to do."""


def prepared_runtime(report: Callable[[str], None]) -> Path:
    """The finished folder of the runtime, named after its contents; made only when something changed.

    Raises:
        RuntimeFilesError: the npm package is missing, or has another version than `package.json` pins.
        MissingPartError: a package that browsers fetch on demand is missing.
    """
    version = _checked_version()
    key = _key(version)
    folder = CACHE / key
    if folder.exists():
        return folder
    report("Putting the Python runtime together ...")
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as work:
        made = Path(work) / key
        made.mkdir()
        for name in PYODIDE_FILES:
            shutil.copy2(PYODIDE / name, made / name)
        shutil.copy2(_compiled_library(version, report), made / LIBRARY)
        (made / LOCK_FILE).write_text(json.dumps(_lock_without_packages()), encoding="utf-8")
        _write_bundle(made / BUNDLE)
        write_parts(made)
        _write_manifest(made, version)
        _compress(made, report)
        try:
            made.rename(folder)
        except OSError:
            # Another build may have made the same folder meanwhile.
            if not folder.exists():
                raise
    return folder


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


def _compiled_library(version: str, report: Callable[[str], None]) -> Path:
    """Python's standard library as compiled modules; made once for each version of Pyodide."""
    kept = CACHE.parent / f"library-pyodide-{version}.zip"
    if not kept.exists():
        report("  compiling Python's standard library (once for each version of Pyodide) ...")
        part = kept.with_suffix(f".{os.getpid()}")
        node = shutil.which("node")
        if node is None:
            message = "Node is not installed: the build compiles Python's standard library with it."
            raise RuntimeFilesError(message)
        subprocess.run([node, COMPILER, PYODIDE, part], check=True)  # noqa: S603 - our own script on the pinned package
        part.replace(kept)
    return kept


def _sources() -> list[Path]:
    """The files of our package that a browser needs."""
    package = PROJECT / "calculators"
    return sorted(
        path
        for path in package.rglob("*")
        if path.suffix in {".py", ".json"} and not LEFT_OUT & set(path.relative_to(package).parts)
    )


def _key(version: str) -> str:
    """A name that changes with anything in the runtime."""
    digest = hashlib.sha256(version.encode())
    for path in (*_sources(), Path(__file__), COMPILER, PARTS_MAKER, PINS):
        digest.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _write_bundle(target: Path) -> None:
    """Our package as one archive, made by pyodide-build; not deflated, because brotli on the wire does better.

    The tree is filtered first: `create_zipfile` of pyodide-build 0.25.1 fails where it is given a filter.
    """

    def ignored(_: str, names: Sequence[str]) -> set[str]:
        return set(LEFT_OUT & set(names))

    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(PROJECT / "calculators", Path(work) / "calculators", ignore=ignored)
        create_zipfile([Path(work)], target, pycompile=False, compression_level=0)


def _lock_without_packages() -> dict[str, object]:
    """Pyodide's lock file without the packages that we never load."""
    lock: dict[str, object] = json.loads((PYODIDE / LOCK_FILE).read_text(encoding="utf-8"))
    return lock | {"packages": {}}


def _write_manifest(folder: Path, version: str) -> None:
    """What a browser is going to fetch, so that it can tell progress in bytes and refuse what came damaged."""
    contents = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    files = {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in contents.items()
    }
    manifest = {"runtime": folder.name, "pyodide": version, "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _compress(folder: Path, report: Callable[[str], None]) -> None:
    """A brotli copy beside each file; those that are slow to make are kept by what they hold."""
    kept = CACHE.parent / "compressed"
    kept.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.iterdir()):
        content, compressed = path.read_bytes(), path.with_name(f"{path.name}.br")
        if path.name in LASTING_FILES:
            stored = kept / f"{hashlib.sha256(content).hexdigest()}.br"
            if not stored.exists():
                report(f"  compressing {path.name} (once for each version of it) ...")
                part = stored.with_suffix(f".{os.getpid()}")
                part.write_bytes(brotli.compress(content, quality=11))
                part.replace(stored)
            shutil.copy2(stored, compressed)
        else:
            compressed.write_bytes(brotli.compress(content, quality=9))

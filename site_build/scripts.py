"""The scripts and styles of the site, bundled from `frontend/` into few files.

`site.js` stands on every page and fetches what only some pages need; all scripts lie in one folder, so that each finds
the worker of Python beside itself.
"""

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from site_build.errors import MendableError

PROJECT: Final = Path(__file__).resolve().parent.parent
ESBUILD: Final = PROJECT / "node_modules" / ".bin" / "esbuild"
SCRIPTS: Final = "assets/javascripts"
STYLES: Final = "assets/stylesheets"
MODULES: Final = ("frontend/page/site.js", "frontend/page/moved-page.js", "frontend/python/python-worker.js")
# It runs before Material's own script, which is no module.
EARLY: Final = "frontend/page/same-page-links.js"
# Material starts it as a worker that is no module, and its own worker, which this one loads, looks around from there.
SEARCH: Final = "frontend/page/search-words.js"
STYLE: Final = "frontend/playbook.css"


class BundleError(MendableError):
    """The scripts or styles could not be bundled; the message says what to mend."""


def write_bundles(folder: Path) -> None:
    """Put the scripts and styles into `folder`, under `assets/`, where the pages ask for them.

    Raises:
        BundleError: esbuild is not installed, or found a fault in a script or a style.
    """
    if not ESBUILD.exists():
        message = "esbuild is not installed: run `npm ci` (or `make build`, which does)."
        raise BundleError(message)
    scripts = folder / SCRIPTS
    _bundle(MODULES, scripts, "--format=esm", "--splitting", "--entry-names=[name]", "--chunk-names=[name]-[hash]")
    _bundle((EARLY,), scripts, "--format=iife", "--entry-names=[name]")
    _bundle((SEARCH,), scripts / "workers", "--format=iife", "--entry-names=[name]")
    _bundle((STYLE,), folder / STYLES)


def _bundle(entries: Iterable[str], folder: Path, *options: str) -> None:
    """Bundle and minify `entries` into `folder`."""
    made = subprocess.run(  # noqa: S603 - the pinned bundler with fixed arguments
        [
            str(ESBUILD),
            *entries,
            "--bundle",
            "--minify",
            "--target=es2022,chrome111,firefox113,safari16.4",
            "--log-level=warning",
            f"--outdir={folder}",
            *options,
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode or made.stderr.strip():
        message = f"The scripts or styles of frontend/ cannot be bundled:\n{made.stderr.strip()}"
        raise BundleError(message)

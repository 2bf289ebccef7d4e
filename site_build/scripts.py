"""The scripts and styles of the site, bundled from `frontend/` into few files.

`site.js` stands on every page and fetches what only some pages need.
"""

import hashlib
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from site_build.errors import MendableError

PROJECT: Final = Path(__file__).resolve().parent.parent
ESBUILD: Final = PROJECT / "node_modules" / ".bin" / "esbuild"
SCRIPTS: Final = "assets/javascripts"
STYLES: Final = "assets/stylesheets"
SITE: Final = "frontend/page/site.js"
MODULES: Final = (SITE, "frontend/page/moved-page.js")
WORKER: Final = "frontend/python/python-worker.js"
# It runs before Material's own script, which is no module.
EARLY: Final = "frontend/page/same-page-links.js"
# It stands in the pages themselves, before all that they fetch.
INLINE: Final = "frontend/python/early-start.js"
# Material starts it as a worker that is no module, and its own worker, which this one loads, looks around from there.
SEARCH: Final = "frontend/page/search-words.js"
STYLE: Final = "frontend/playbook.css"
# How site.js says what a page has to hold for a script to come, and how scripts ask for words.
_FEATURE: Final = re.compile(r'\{ for: "([^"]+)", load: \(\) => import\("([^"]+)"\) \}')
_WORDS: Final = re.compile(r"\bword\(\s*[\"'](\w+)")
# A page that moved names its script as it is.
_RENAMED: Final = (
    f"{SCRIPTS}/site.js",
    f"{SCRIPTS}/same-page-links.js",
    f"{SCRIPTS}/python-worker.js",
    f"{SCRIPTS}/workers/search-words.js",
)


class BundleError(MendableError):
    """The scripts or styles could not be bundled; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Bundles:
    """What pages have to know of the bundles; addresses are relative to the root of a language.

    `names` gives the address of a file by the one that the templates know. Scripts go by the path of their source:
    `features` gives the script of what a page may hold, by selector, `imports` what a script takes along at once, with
    itself first, and `sections` the sections of the words that it uses. `inline` gives the text of a script that stands
    in the pages themselves, by the address that the templates know.
    """

    names: Mapping[str, str]
    features: Mapping[str, str]
    imports: Mapping[str, tuple[str, ...]]
    sections: Mapping[str, frozenset[str]]
    inline: Mapping[str, str]


def write_bundles(folder: Path, runtime: Mapping[str, Any]) -> Bundles:
    """Put the scripts and styles into `folder`, under `assets/`, where the pages ask for them.

    Args:
        folder: where to put them.
        runtime: what the worker is told of the files that it starts Python from.

    Raises:
        BundleError: esbuild is not installed, or found a fault in a script or a style.
    """
    if not ESBUILD.exists():
        message = "esbuild is not installed: run `npm ci` (or `make build`, which does)."
        raise BundleError(message)
    scripts = folder / SCRIPTS
    options = ("--format=esm", "--splitting", "--entry-names=[name]", "--chunk-names=[name]-[hash]")
    outputs = _bundle(MODULES, scripts, *options)
    _bundle((WORKER,), scripts, "--format=esm", "--entry-names=[name]", f"--define:RUNTIME={json.dumps(runtime)}")
    _bundle((EARLY, INLINE), scripts, "--format=iife", "--entry-names=[name]")
    _bundle((SEARCH,), scripts / "workers", "--format=iife", "--entry-names=[name]")
    _bundle((STYLE,), folder / STYLES)
    names = {name: f"{Path(name).parent}/{named_by_content(folder / name).name}" for name in _RENAMED}
    together = {
        made["entryPoint"]: _with_imports(outputs, name) for name, made in outputs.items() if "entryPoint" in made
    }
    return Bundles(
        names,
        _features(outputs),
        {entry: tuple(_address(name, names) for name in taken) for entry, taken in together.items()},
        {
            entry: _sections(source for name in taken for source in outputs[name]["inputs"])
            for entry, taken in together.items()
        },
        {f"{SCRIPTS}/{Path(INLINE).name}": _taken_out(scripts / Path(INLINE).name)},
    )


def named_by_content(path: Path) -> Path:
    """The file under a new name that holds a hash of what is in it, so that browsers may keep it."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8].upper()
    return path.rename(path.with_stem(f"{path.stem}-{digest}"))


def _features(outputs: Mapping[str, Any]) -> dict[str, str]:
    """The script of what a page may hold, by selector.

    Raises:
        BundleError: the site's script fetches something in another way than the others.
    """
    written = _FEATURE.findall((PROJECT / SITE).read_text(encoding="utf-8"))
    features = {wanted: os.path.normpath(f"{SITE}/../{script}") for wanted, script in written}
    (site,) = (made for made in outputs.values() if made.get("entryPoint") == SITE)
    fetched = {outputs[each["path"]].get("entryPoint") for each in site["imports"] if each["kind"] == "dynamic-import"}
    if fetched != set(features.values()):
        message = f"{SITE}: write each feature in a line of FEATURES, as the others are."
        raise BundleError(message)
    return features


def _taken_out(path: Path) -> str:
    """The text of a file, which goes."""
    text = path.read_text(encoding="utf-8").strip()
    path.unlink()
    return text


def _with_imports(outputs: Mapping[str, Any], name: str) -> list[str]:
    """A script and all that it takes along at once, not what it fetches later."""
    found = [name]
    for each in found:
        imports = (other["path"] for other in outputs[each]["imports"] if other["kind"] == "import-statement")
        found += [other for other in imports if other not in found]
    return found


def _address(output: str, names: Mapping[str, str]) -> str:
    """Where pages find a script that was written."""
    written = f"{SCRIPTS}/{Path(output).name}"
    return names.get(written, written)


def _sections(sources: Iterable[str]) -> frozenset[str]:
    """The sections of the words that scripts use, by their files."""
    texts = ((PROJECT / source).read_text(encoding="utf-8") for source in sources)
    return frozenset(section for text in texts for section in _WORDS.findall(text))


def _bundle(entries: Iterable[str], folder: Path, *options: str) -> dict[str, Any]:
    """Bundle and minify `entries` into `folder`; gives what was written, as esbuild describes it."""
    with tempfile.NamedTemporaryFile(suffix=".json") as described:
        made = subprocess.run(  # noqa: S603 - the pinned bundler with fixed arguments
            [
                str(ESBUILD),
                *entries,
                "--bundle",
                "--minify",
                "--target=es2022,chrome111,firefox113,safari16.4",
                "--log-level=warning",
                f"--outdir={folder}",
                f"--metafile={described.name}",
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
        outputs: dict[str, Any] = json.load(described)["outputs"]
    return outputs

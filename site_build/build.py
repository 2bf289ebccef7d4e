"""Both languages of the site as one folder, ready to be put on any host.

MkDocs writes each language into a folder of its own, both at once; the two are put together, the Python runtime, the
security policy and the compressed copies are added, and only then does the new folder take the place of the old one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from site_build import runtime
from site_build.addresses import AddressError, keep_addresses, read_addresses
from site_build.compress import compress_site
from site_build.csp import apply_policy
from site_build.headers import write_header_files
from site_build.search import split_search_index

PROJECT = Path(__file__).resolve().parent.parent
CONFIGURATIONS = {"nl": "mkdocs.yml", "en": "mkdocs.en.yml"}
LOCAL_ADDRESS = "http://127.0.0.1:8000/"
# Work folders lie inside the project, so that a finished site can be moved into place instead of copied.
WORK = PROJECT / "build"

Say = Callable[[str], None]


class BuildFailedError(Exception):
    """The site could not be built; the message is for the person who asked for it."""


def say(line: str) -> None:
    """Write a line of progress at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def build(target: Path, *, site_url: str | None = None, report: Say = say) -> None:
    """Build both languages, strict, and put the result in the place of `target`.

    Args:
        target: the folder to write; what is there is replaced, and only when everything succeeded.
        site_url: the address of the site's root, from environment variable SITE_URL when not given.
        report: gets each line of progress.

    Raises:
        BuildFailedError: with what MkDocs said, or the address that would be lost.
    """
    try:
        _build(target, site_url, report)
    except AddressError as error:
        raise BuildFailedError(str(error)) from None


def _build(target: Path, site_url: str | None, report: Say) -> None:
    started = time.monotonic()
    root_url = (site_url or os.environ.get("SITE_URL") or LOCAL_ADDRESS).rstrip("/") + "/"
    WORK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK, prefix="site-") as folder:
        parts = Path(folder)
        python = runtime.prepared_runtime(report)
        report("Building the Dutch and the English pages ...")
        _run_mkdocs(parts, root_url, f"runtime/{python.name}/", report)
        site = parts / "nl"
        addresses = read_addresses()
        for language in CONFIGURATIONS:
            keep_addresses(parts / language, addresses, language)
            split_search_index(parts / language)
        (parts / "en").rename(site / "en")
        shutil.copytree(python, site / "runtime" / python.name, copy_function=_link)
        policy = apply_policy(site)
        write_header_files(site, policy, urlsplit(root_url).path)
        count = compress_site(site)
        report(f"Security policy added, {count} files compressed.")
        replace_folder(target, site)
    report(f"Built {_shown(target)} in {time.monotonic() - started:.1f} s.")


def replace_folder(target: Path, new: Path) -> None:
    """Move `new` to `target`; what was there goes only after the new folder stands."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        new.rename(target)
        return
    old = Path(tempfile.mkdtemp(dir=WORK, prefix="old-")) / target.name
    target.rename(old)
    new.rename(target)
    shutil.rmtree(old.parent)


def _run_mkdocs(parts: Path, root_url: str, python: str, report: Say) -> None:
    """Build each language into `parts/LANGUAGE`, both at the same time."""
    environment = {
        **os.environ,
        "SITE_URL": root_url,
        "SITE_URL_EN": f"{root_url}en/",
        "PYTHON_RUNTIME": python,
        # MkDocs and Material each print a banner about a coming version.
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    started = time.monotonic()
    running = {
        language: subprocess.Popen(  # noqa: S603 - our own interpreter with fixed arguments
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "--config-file",
                name,
                "--site-dir",
                str(parts / language),
            ],
            cwd=PROJECT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for language, name in CONFIGURATIONS.items()
    }
    failed = []
    for language, process in running.items():
        output, _ = process.communicate()
        if process.returncode:
            failed.append(f"{CONFIGURATIONS[language]}:\n{output.strip()}")
        else:
            pages = sum(1 for _ in (parts / language).rglob("index.html"))
            report(f"  {language}: {pages} pages, {time.monotonic() - started:.1f} s")
    if failed:
        raise BuildFailedError("\n\n".join(failed))


def _link(source: str, destination: str) -> None:
    """Put the same file in a second place: without a copy where the disk allows it."""
    try:
        os.link(source, destination)
    except OSError:
        shutil.copy2(source, destination)


def _shown(path: Path) -> str:
    """Return the path as a person in the project's folder would write it."""
    return str(path.relative_to(PROJECT)) if path.is_relative_to(PROJECT) else str(path)

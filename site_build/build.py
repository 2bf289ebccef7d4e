"""Both languages of the site as one folder, ready to be put on any host.

MkDocs writes each language into a folder of its own; the two are put together, the Python runtime, the security policy
and the compressed copies are added, and only then does the new folder take the place of the old one.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from site_build.addresses import keep_addresses, read_addresses
from site_build.calculators.list_field import published_lists
from site_build.compress import compress_site
from site_build.csp import apply_policy
from site_build.expiry import expiry_lines, series_with_an_end
from site_build.headers import write_header_files
from site_build.page_files import load_files
from site_build.pages import CONFIGURATIONS, PROJECT, BuildFailedError, write_pages
from site_build.runtime.folders import prepared_runtime
from site_build.scripts import write_bundles
from site_build.search import split_search_index
from site_build.styles import write_style

LOCAL_ADDRESS: Final = "http://127.0.0.1:8000/"
WORK: Final = PROJECT / "build"

Say = Callable[[str], None]


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
        MendableError: with what has to be mended first.
    """
    started = time.monotonic()
    _refuse_other_folder(target)
    root_url = (site_url or os.environ.get("SITE_URL") or LOCAL_ADDRESS).rstrip("/") + "/"
    target.parent.mkdir(parents=True, exist_ok=True)
    WORK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK, prefix="site-") as folder:
        site = _finished_site(Path(folder), root_url, report)
        replace_folder(target, site)
    for line in expiry_lines(series_with_an_end(), datetime.now().astimezone().date()):
        report(line)
    report(f"Built {_shown(target)} in {time.monotonic() - started:.1f} s.")


def _finished_site(parts: Path, root_url: str, report: Say) -> Path:
    """The whole site in `parts/nl`."""
    addresses = read_addresses()
    python = prepared_runtime(report)
    bundles = parts / "bundles"
    made = write_bundles(bundles, python.description)
    report("Building the Dutch and the English pages ...")
    settings = {"SITE_URL": root_url, "SITE_URL_EN": f"{root_url}en/"}
    write_pages(parts, settings, report)
    for lang in CONFIGURATIONS:
        shutil.copytree(bundles, parts / lang, copy_function=_link, dirs_exist_ok=True)
        (parts / lang / "lists").mkdir()
        for path in published_lists():
            _link(str(path), str(parts / lang / "lists" / path.name))
        keep_addresses(parts / lang, addresses, lang)
        split_search_index(parts / lang, lang)
    style = write_style(parts, [parts / lang for lang in CONFIGURATIONS])
    for lang in CONFIGURATIONS:
        load_files(parts / lang, lang, made, style, python.megabytes)
    site = parts / "nl"
    (parts / "en").rename(site / "en")
    for runtime in python.folders.values():
        shutil.copytree(runtime, site / "runtime" / runtime.name, copy_function=_link)
    policy = apply_policy(site)
    write_header_files(site, policy, urlsplit(root_url).path)
    count = compress_site(site)
    report(f"Security policy added, {count} files compressed.")
    return site


def replace_folder(target: Path, new: Path) -> None:
    """Move `new` to `target`, from any file system; what was there goes only after the new folder stands.

    A move between file systems copies, so it goes to a folder beside the target first: what is seen at `target` is
    always a whole site.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as beside:
        ready, old = Path(beside) / "new", Path(beside) / "old"
        shutil.move(new, ready)
        if target.exists():
            target.rename(old)
        try:
            ready.rename(target)
        except BaseException:
            if old.exists():
                old.rename(target)
            raise


def _refuse_other_folder(target: Path) -> None:
    """Nothing, where a build may replace what stands at `target`.

    Raises:
        BuildFailedError: it is a file, or a folder with something else than a built site.
    """
    is_ours = target.is_dir() and ((target / "_headers").exists() or not any(target.iterdir()))
    if target.exists() and not is_ours:
        message = f"{_shown(target)} is no built site and would be replaced: choose an empty or a new folder."
        raise BuildFailedError(message)


def _link(source: str, destination: str) -> None:
    """Put the same file in a second place: without a copy where the disk allows it."""
    try:
        os.link(source, destination)
    except OSError:
        shutil.copy2(source, destination)


def _shown(path: Path) -> str:
    """The path as a person in the project's folder would write it."""
    return str(path.relative_to(PROJECT)) if path.is_relative_to(PROJECT) else str(path)

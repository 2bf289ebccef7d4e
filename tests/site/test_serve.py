"""The local server: it sends what hosts send that read `_headers`."""

import re
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from site_build.headers import read_netlify
from site_build.serve import running, site_application
from tests.site.test_weight import files_of


def _answer(address: str, path: str) -> HTTPResponse:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_only_what_exists_is_kept_for_a_year(site: Path, python_folders: dict[str, Path]) -> None:
    """A file of the runtime may be kept; the answer that there is none may not, so that it mends itself."""
    folder = f"/{python_folders['calculators'].relative_to(site).as_posix()}/"
    with running(site_application(site)) as address:
        found = _answer(address, f"{folder}calculators.zip")
        missing = _answer(address, f"{folder}nowhere.zip")
    assert (found.status, missing.status) == (200, 404)
    assert "immutable" in str(found.headers["Cache-Control"])
    assert missing.headers["Cache-Control"] == "no-store"
    assert missing.headers["Content-Security-Policy"] == found.headers["Content-Security-Policy"]


def test_hosts_keep_no_file_that_is_missing(site: Path) -> None:
    """Long caching is said of files that are there: a rule for a folder would also cover answers that one is not."""
    kept = [
        rule for rule in read_netlify((site / "_headers").read_text("utf-8")) if "Cache-Control" in dict(rule.headers)
    ]
    assert any(rule.path.startswith("/runtime/") for rule in kept)
    assert all((site / rule.path.removeprefix("/")).is_file() for rule in kept)


def test_a_return_visit_asks_for_no_script_or_style_again(site: Path) -> None:
    """Each has a name that changes with what is in it, and is kept."""
    kept = {
        rule.path
        for rule in read_netlify((site / "_headers").read_text("utf-8"))
        if "immutable" in dict(rule.headers).get("Cache-Control", "")
    }
    for path in ("training/review-one-account", "en/worksheets/contact-map"):
        root = site / "en" if path.startswith("en/") else site
        loaded = files_of(site / path / "index.html", root)
        asked_again = {file.name for file in loaded if f"/{file.relative_to(site).as_posix()}" not in kept}
        assert asked_again == {"index.html", "favicon.svg", "sitemap.xml", "search_index.json"}


@pytest.mark.parametrize("name", [".htaccess", "nginx-headers.conf"])
def test_other_hosts_keep_the_same_files(site: Path, name: str) -> None:
    """Their rule is a pattern: it takes just the addresses that are named one by one elsewhere."""
    (pattern,) = re.findall(r'(?:Request_URI|\$uri ~) "([^"]+)"', (site / name).read_text("utf-8"))
    named = {
        rule.path
        for rule in read_netlify((site / "_headers").read_text("utf-8"))
        if "immutable" in dict(rule.headers).get("Cache-Control", "")
    }
    addresses = (f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file())
    taken = {address for address in addresses if re.search(pattern, address)}
    assert {address for address in taken if not address.endswith((".br", ".gz"))} == named

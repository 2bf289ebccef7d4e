"""The local server: it sends what hosts send that read `_headers`."""

from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from site_build.serve import running, site_application


def _answer(address: str, path: str) -> HTTPResponse:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_only_what_exists_is_kept_for_a_year(site: Path, python_runtime: Path) -> None:
    """A file of the runtime may be kept; the answer that there is none may not, so that it mends itself."""
    folder = f"/runtime/{python_runtime.name}/"
    with running(site_application(site)) as address:
        found = _answer(address, f"{folder}manifest.json")
        missing = _answer(address, f"{folder}nowhere.json")
    assert (found.status, missing.status) == (200, 404)
    assert "immutable" in str(found.headers["Cache-Control"])
    assert missing.headers["Cache-Control"] == "no-store"
    assert missing.headers["Content-Security-Policy"] == found.headers["Content-Security-Policy"]

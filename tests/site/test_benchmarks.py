"""What the benchmarks lean on: the server that counts, the figures that they tell, the sections that they write."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.candidates import OURS, ours
from benchmarks.server import RunningServer, serving
from benchmarks.tables import kilobytes, share, spread, write_section
from site_build.headers import read_netlify
from site_build.serve import running, site_application

PAGE = "calculators/visit_cost/"


@pytest.fixture(scope="module")
def counting(site: Path) -> Iterator[RunningServer]:
    """The server of the benchmarks, for our site."""
    with serving({OURS: ours(site)}) as server:
        yield server


def _asked(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(address)
    connection = HTTPConnection(str(parts.hostname), parts.port, timeout=30)
    connection.request("GET", parts.path, headers={"Accept-Encoding": "br", **headers})
    response = connection.getresponse()
    found = response.status, dict(response.getheaders()), response.read()
    connection.close()
    return found


def _paths(site: Path) -> list[str]:
    """A page, a file that browsers ask for again, one that they keep, and the largest of Python."""
    rules = read_netlify((site / "_headers").read_text(encoding="utf-8"))
    kept = next(rule.path for rule in rules if rule.path.startswith("/assets/"))
    largest = max((site / "runtime").rglob("*.wasm"), key=lambda path: path.stat().st_size)
    return [PAGE, "assets/images/favicon.svg", kept.removeprefix("/"), largest.relative_to(site).as_posix()]


def test_ours_is_served_as_by_our_own_server(site: Path, counting: RunningServer) -> None:
    """Bodies and headers are those that the site's own server sends."""
    with running(site_application(site)) as root:
        for path in _paths(site):
            status, headers, body = _asked(counting.address(OURS, path))
            own = _asked(root + path)
            assert (status, body) == (own[0], own[2]), path
            assert _telling(headers) == _telling(own[1]), path


def _telling(headers: dict[str, str]) -> list[str | bool]:
    """What makes a visit fast or slow, or a page work at all."""
    kept = "immutable" in headers["Cache-Control"]
    kind = headers["Content-Type"].partition(";")[0]
    return [kept, kind, headers["Content-Security-Policy"], headers.get("Content-Encoding", "")]


def test_bytes_are_counted_and_what_is_kept_is_not_sent_again(counting: RunningServer) -> None:
    """The whole answer counts, headers too; one that has not changed has no body."""
    counting.say(forget=True)
    _, headers, body = _asked(counting.address(OURS, PAGE))
    (answer,) = counting.say().answers
    assert answer[:2] == (f"/{PAGE}", 200)
    sent = len(body) + sum(len(f"{name}: {value}\r\n") for name, value in headers.items())
    assert 0 < answer[2] - sent < 40  # the first line, and the empty one
    counting.say(forget=True)
    status, _, body = _asked(counting.address(OURS, PAGE), **{"If-None-Match": headers["ETag"]})
    assert (status, body, counting.say().unchanged) == (304, b"", 1)


def test_worker_is_marked_only_for_a_timeline(site: Path, counting: RunningServer) -> None:
    """The lines that mark stand before a worker's script, and nothing else is changed."""
    file = next(site.glob("assets/javascripts/python-worker*.js"))
    worker = file.relative_to(site).as_posix()
    counting.say(prelude="/* marks */")
    for kind, marks in (("worker", b"/* marks */"), ("script", b"")):
        _, _, body = _asked(counting.address(OURS, worker), **{"Sec-Fetch-Dest": kind, "Accept-Encoding": "identity"})
        assert body == marks + file.read_bytes()
    counting.say(prelude="")


def test_figures_are_told_as_a_person_would() -> None:
    """The median with lowest and highest, and nothing twice."""
    assert spread([3.0, 1.0, 2.26], 1) == "2.3 (1.0–3.0)"
    assert spread([1.0, 3.0]) == "2 (1–3)"
    assert spread([5.01, 5.04], 1) == "5.0"
    assert spread([1234.0]) == "1,234"
    assert share([float(value) for value in range(1, 101)], 0.95) == 95
    assert share([7.0], 0.95) == 7
    assert (kilobytes(0.31), kilobytes(5_956.4)) == ("0.3", "5,956")


def test_section_takes_the_place_of_itself_alone(tmp_path: Path) -> None:
    """A new section comes last; what another part wrote, or a person, stays."""
    results = tmp_path / "RESULTS.md"
    results.write_text("# Results\n\n## Lists\n\nkept\n\n## Visits\n\nold\n\n### First\n\nold\n", encoding="utf-8")
    write_section("Builds", "slow", results)
    write_section("Visits", "new\n", results)
    expected = "# Results\n\n## Lists\n\nkept\n\n## Visits\n\nnew\n\n## Builds\n\nslow\n"
    assert results.read_text(encoding="utf-8") == expected

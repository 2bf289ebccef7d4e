"""Parts of Python that come on demand: never before a question asks for them, whole or not at all."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from xlsxwriter import Workbook

from site_build.serve import running
from tests.browser.calculators.faulty_server import FaultyServer
from tests.browser.calculators.probe import Client, probe_site

STALLED = 30_000  # milliseconds without a byte after which a download counts as failed
NAMED = {"inspect": {"file": "list"}}
READ = """
import io
from python_calamine import CalamineWorkbook
answer = CalamineWorkbook.from_filelike(io.BytesIO(files["list"])).get_sheet_by_index(0).to_python()
"""
WRITE = """
import base64, io
from xlsxwriter import Workbook
content = io.BytesIO()
book = Workbook(content, {"in_memory": True})
book.add_worksheet().write_row(0, 0, ["Jansen", 12.5])
book.close()
answer = content.getvalue()[:2].decode()
"""


@pytest.fixture(scope="module")
def site_with_probe(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site."""
    return probe_site(site, tmp_path_factory.mktemp("probe"))


@pytest.fixture
def server(site_with_probe: Path) -> Iterator[FaultyServer]:
    """A server whose faults a test chooses."""
    faulty = FaultyServer(site_with_probe)
    yield faulty
    faulty.heal()


@pytest.fixture
def address(server: FaultyServer) -> Iterator[str]:
    """Where that server listens."""
    with running(server.application) as found:
        yield found
        server.heal()


@pytest.fixture
def workbook() -> bytes:
    """A list as a spreadsheet keeps it."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Naam", "Omzet"])
        sheet.write_row(1, 0, ["Jansen", 1250.5])
    return content.getvalue()


def test_a_part_is_fetched_when_a_question_asks_for_it_and_once(
    context: BrowserContext, address: str, workbook: bytes
) -> None:
    """Python starts without; afterwards the real reader reads the file, and the real writer writes one."""
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    client = Client(page, address)
    assert client.ask("one", "answer = 1") == 1
    assert not [name for name in asked if name.startswith("workbook_")]
    client.keep("list", workbook)
    for _ in range(2):
        rows = client.ask("one", READ, **NAMED, parts=["workbook_reader"])
        assert rows == [["Naam", "Omzet"], ["Jansen", 1250.5]]
    assert client.ask("one", WRITE, parts=["workbook_reader", "workbook_writer"]) == "PK"
    assert sorted(name for name in asked if name.startswith("workbook_")) == [
        "workbook_reader.zip",
        "workbook_writer.zip",
    ]
    assert client.spied("progress.at(-1)")["doing"] == "fetching"


@pytest.mark.parametrize("fault", ["flipped", "missing", "page"])
def test_a_part_that_does_not_come_whole_rejects_its_question_alone(
    context: BrowserContext, server: FaultyServer, address: str, workbook: bytes, fault: str
) -> None:
    """Others are answered, and the next question that needs it gets it, whatever the browser kept of the first."""
    server.spoil("parts/workbook_reader.zip", fault)
    client = Client(context.new_page(), address)
    client.keep("list", workbook)
    reading = client.start("one", READ, **NAMED, parts=["workbook_reader"])
    other = client.start("two", "answer = 2")
    outcome = client.finished(reading)
    assert (outcome["kind"], outcome["fault"]) == ("rejected", "download")
    assert client.finished(other) == 2
    server.heal()
    rows = client.ask("one", READ, **NAMED, parts=["workbook_reader"])
    assert rows[1] == ["Jansen", 1250.5]
    assert client.spied("workers") == 1


def test_a_part_that_stalls_rejects_its_question_alone(
    context: BrowserContext, server: FaultyServer, address: str, workbook: bytes
) -> None:
    """After half a minute without a byte the reader can try again."""
    page = context.new_page()
    page.clock.install()
    server.spoil("parts/workbook_reader.zip", "stalled")
    client = Client(page, address)
    client.keep("list", workbook)
    reading = client.start("one", READ, **NAMED, parts=["workbook_reader"])
    page.wait_for_function("() => progress.some(({ doing, done }) => doing === 'fetching' && done > 0)")
    page.clock.fast_forward(STALLED)
    assert client.finished(reading)["fault"] == "download"
    server.heal()
    assert client.ask("one", READ, **NAMED, parts=["workbook_reader"])[1] == ["Jansen", 1250.5]

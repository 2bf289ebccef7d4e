"""Files in the hands of the worker, long work on them, and work that breaks it: told, ended, and the page goes on."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from site_build.serve import running, site_application
from tests.browser.calculators.probe import HEAP, Client, probe_site

CONTENT = bytes(range(256)) * 40
HASHED = "import hashlib\nanswer = hashlib.sha256(files['list']).hexdigest()"
ENDLESS = "tick(0, 1)\nwhile True: tick(1, 2)"
SIX_SECONDS = """
import time
end = time.monotonic() + 6
while (left := end - time.monotonic()) > 0:
    tick(int(6000 - 1000 * left), 6000)
answer = 2
"""
NAMED = {"values": {"customers": {"file": "list"}}}
SUPERSEDED = {"kind": "superseded"}
SILENT = 20_000  # milliseconds without a word after which the worker counts as lost


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site with its probe is served."""
    with running(site_application(probe_site(site, tmp_path_factory.mktemp("probe")))) as found:
        yield found


@pytest.fixture
def client(context: BrowserContext, address: str) -> Client:
    """The client, in a visit of its own."""
    return Client(context.new_page(), address)


def _reckoned() -> str:
    return hashlib.sha256(CONTENT).hexdigest()


def test_a_file_is_handed_over_once_and_dropped(client: Client) -> None:
    """Python holds the very bytes, however often they are asked about, until the page drops the file."""
    client.keep("list", CONTENT)
    assert client.ask("one", HASHED, **NAMED) == _reckoned()
    assert client.ask("two", HASHED, inspect={"field": "customers", "file": "list"}) == _reckoned()
    assert client.spied("handed") == ["list"]
    client.page.evaluate("python.dropFile('list')")
    assert client.ask("one", "answer = list(files)") == []


def test_another_file_of_the_same_name_takes_its_place(client: Client) -> None:
    """A later choice counts."""
    client.keep("list", b"earlier")
    client.ask("one", HASHED, **NAMED)
    client.keep("list", CONTENT)
    assert client.ask("one", HASHED, **NAMED) == _reckoned()


def test_a_file_that_changed_on_the_disk_is_told_and_chosen_again(client: Client, tmp_path: Path) -> None:
    """What a browser refuses to read any more rejects that question alone, and each that names it until then."""
    chosen = tmp_path / "list.csv"
    chosen.write_bytes(b"earlier")
    client.page.evaluate("document.body.append(Object.assign(document.createElement('input'), { type: 'file' }))")
    keep = "document.querySelector('input[type=file]').files[0]"
    picker = client.page.locator("input[type=file]")
    picker.set_input_files(chosen)
    client.page.evaluate(f"python.keepFile('list', {keep})")
    chosen.write_bytes(CONTENT)
    for _ in range(2):
        outcome = client.ask("one", HASHED, **NAMED)
        assert (outcome["kind"], outcome["fault"]) == ("rejected", "file")
    picker.set_input_files(chosen)
    client.page.evaluate(f"python.keepFile('list', {keep})")
    assert client.ask("one", HASHED, **NAMED) == _reckoned()
    assert client.spied("workers") == 1


def test_long_work_says_how_far_it_is_and_is_not_taken_for_silence(context: BrowserContext, address: str) -> None:
    """Longer than it may be silent the worker does not answer, but it says how far it is."""
    page = context.new_page()
    page.clock.install()
    client = Client(page, address)
    client.ask("one", "answer = 1")
    asked = client.start("one", SIX_SECONDS)
    client.wait_for_progress()
    for _ in range(2):
        page.clock.fast_forward(SILENT * 3 // 5)
        client.wait_for_progress(client.spied("progress.length"))  # a word that came after the leap
    assert client.finished(asked) == 2
    assert client.spied("workers") == 1
    stages = client.spied("progress")
    assert [stage["done"] for stage in stages] == sorted(stage["done"] for stage in stages)
    assert {(stage["doing"], stage["total"]) for stage in stages} == {("working", 6000)}


def test_work_that_is_cancelled_ends_at_once(client: Client) -> None:
    """What others asked is answered by the next worker, which gets the file too."""
    client.keep("list", CONTENT)
    endless = client.start("one", ENDLESS, **NAMED)
    other = client.start("two", HASHED, **NAMED)
    client.wait_for_progress()
    client.page.evaluate("python.cancel(askers.one)")
    assert client.finished(endless) == SUPERSEDED
    assert client.finished(other) == _reckoned()
    assert client.ask("one", "answer = 3") == 3
    assert (client.spied("workers"), client.spied("handed")) == (2, ["list", "list"])


def test_a_later_question_ends_long_work_on_a_file(client: Client) -> None:
    """Whoever asks about a list again does not wait for an answer that nobody wants any more."""
    client.keep("list", CONTENT)
    endless = client.start("one", ENDLESS, **NAMED)
    client.wait_for_progress()
    assert client.ask("one", HASHED, **NAMED) == _reckoned()
    assert client.finished(endless) == SUPERSEDED
    assert client.spied("workers") == 2


def test_short_work_on_a_file_is_left_to_end(client: Client) -> None:
    """A new worker would take longer than the answer that is nearly there."""
    client.keep("list", CONTENT)
    client.ask("one", HASHED, **NAMED)
    client.page.evaluate(
        "([probe, more]) => { for (let n = 0; n < 20; n += 1) ask('one', { probe, ...more }); }", [HASHED, NAMED]
    )
    assert client.ask("one", HASHED, **NAMED) == _reckoned()
    assert client.spied("workers") == 1


def test_a_file_that_python_cannot_hold_is_refused_unread(client: Client) -> None:
    """Nothing is copied, so that the worker stays as it is."""
    client.ask("one", "answer = 1")
    client.page.evaluate("python.keepFile('list', new Blob(Array(257).fill(new Uint8Array(1024 ** 2))))")
    outcome = client.ask("one", HASHED, **NAMED)
    assert (outcome["kind"], outcome["fault"]) == ("rejected", "memory")
    assert client.ask("one", "answer = list(files)") == []
    assert client.spied("workers") == 1


def test_a_question_that_takes_too_much_memory_is_rejected_alone(client: Client) -> None:
    """The next one is answered by a worker that takes as little memory as the first did."""
    heap = client.ask("one", HEAP)
    greedy = client.start("one", "answer = len(bytearray(1_200_000_000))")
    other = client.start("two", "answer = 2")
    outcome = client.finished(greedy)
    assert (outcome["kind"], outcome["fault"]) == ("rejected", "memory")
    assert client.finished(other) == 2
    assert client.ask("one", HEAP) == heap
    assert client.spied("workers") == 2


def test_a_worker_that_grew_to_the_limit_is_replaced_after_its_answer(client: Client) -> None:
    """Python gives no memory back: whoever asks next finds room again."""
    heap = client.ask("one", HEAP)
    caught = "try: bytearray(1_200_000_000)\nexcept MemoryError: answer = 'refused in words'"
    assert client.ask("one", caught) == "refused in words"
    assert client.ask("one", HEAP) == heap
    assert client.spied("workers") == 2


def test_a_worker_that_traps_is_replaced(client: Client) -> None:
    """What ends Python itself rejects the question at work alone, once the complete one was asked too."""
    trap = client.start("one", "import ctypes\nctypes.CFUNCTYPE(None)(12345678)()")
    other = client.start("two", "answer = 2")
    outcome = client.finished(trap)
    assert (outcome["kind"], outcome["fault"]) == ("rejected", "unknown")
    assert client.finished(other) == 2
    assert client.spied("workers") == 3  # noqa: PLR2004 (quick, complete, and the one that follows)

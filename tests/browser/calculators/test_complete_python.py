"""What the quick Python lacks: the complete one takes over by itself, and is asked the same again."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, expect

from site_build.runtime.folders import INTERPRETER, quick_interpreter
from site_build.runtime.webassembly import trimmed
from site_build.serve import running, site_application
from tests.browser.calculators.pages import answer, expect_answer, open_calculator, shown
from tests.browser.calculators.probe import Client, probe_site
from tests.python_files import exchange, folders_of_python

NAMED: Final = {"values": {"customers": {"file": "list"}}}
FEW: Final = 2_000  # functions, too few for Python to start with
# None of our questions leads there: a function of the interpreter, and a module of the library.
LACKING: Final = {
    "trap": ("answer = (1.5).hex() + files['list'].decode()", "0x1.8000000000000p+0;list"),
    "module": ("import colorsys\nanswer = f'{len(colorsys.rgb_to_hsv(0, 0, 0))}' + files['list'].decode()", "3;list"),
}


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site with its probe is served, with the smaller interpreter that readers get."""
    copy = probe_site(site, tmp_path_factory.mktemp("probe"), is_whole=False)
    with running(site_application(copy)) as found:
        yield found


@pytest.fixture
def client(context: BrowserContext, address: str) -> Client:
    """The client, in a visit of its own, with a file."""
    found = Client(context.new_page(), address)
    found.keep("list", b";list")
    return found


@pytest.mark.parametrize("name", LACKING)
def test_the_complete_python_answers_what_the_quick_one_lacks(client: Client, name: str) -> None:
    """The question, the file that it names and what others asked meanwhile go to it; it stays for the visit."""
    probe, expected = LACKING[name]
    assert client.ask("one", "answer = 1") == 1
    assert client.spied("workers") == 1
    lacking = client.start("one", probe, **NAMED)
    other = client.start("two", "answer = 2")
    assert client.finished(lacking) == expected
    assert client.finished(other) == 2  # noqa: PLR2004 (as asked)
    assert client.ask("one", probe, **NAMED) == expected
    assert client.spied("workers") == 2  # noqa: PLR2004 (the quick and the complete one)


def test_a_fault_of_ours_is_told_after_the_complete_python_met_it_too(client: Client) -> None:
    """It rejects that question alone, and the next one is answered; nothing is started over and over."""
    for _ in range(2):
        outcome = client.ask("one", "answer = 1 // 0")
        assert (outcome["kind"], outcome["fault"]) == ("rejected", "unknown")
    assert client.ask("one", "answer = 3") == 3  # noqa: PLR2004 (as asked)
    assert client.spied("workers") == 2  # noqa: PLR2004 (the quick and the complete one)


@pytest.fixture
def address_without_start(site: Path, tmp_path: Path) -> Iterator[str]:
    """Where a site is served whose smaller interpreter traps before Python stands."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    interpreter = folders_of_python(copy)["python"] / INTERPRETER
    exchange(copy, interpreter, trimmed(quick_interpreter(), range(FEW)))
    with running(site_application(copy)) as found:
        yield found


def test_the_complete_python_answers_where_the_quick_one_does_not_start(
    context: BrowserContext, address_without_start: str
) -> None:
    """Whoever waits for an interpreter that traps would wait for ever; the reader hears nothing of it."""
    page = context.new_page()
    element = open_calculator(page, address_without_start, "visit_cost")
    page.fill("#visit_cost--visits", "12")
    expect_answer(element, answer("visit_cost", "nl", shown(element)))
    expect(element.locator(".calculator-retry")).to_have_count(0)

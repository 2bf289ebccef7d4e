"""When Python starts: where somebody sees a calculator, and for who pays for each byte only once it is used."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.calculators.pages import answer, expect_answer, open_calculator, shown

CHAPTER: Final = "accounts/late-payment/"
SPARING: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "data saver": ("Emulation.setDataSaverOverride", {"dataSaverEnabled": True}),
    "slow": (
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 600,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
            "connectionType": "cellular3g",
        },
    ),
}


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """What this visit asks for to run Python."""
    found: list[str] = []
    context.on(
        "request",
        lambda request: (
            found.append(request.url) if "/runtime/" in request.url or "python-worker" in request.url else None
        ),
    )
    return found


@pytest.mark.parametrize("path", ["", "en/reference/about/", "training/price-objection/"])
def test_nothing_of_python_comes_where_no_calculator_is(page: Page, asked: list[str], site_url: str, path: str) -> None:
    """A page without one costs no more than itself."""
    page.goto(f"{site_url}{path}", wait_until="networkidle")
    assert asked == []


def test_a_chapter_fetches_python_when_its_calculator_is_seen(page: Page, asked: list[str], site_url: str) -> None:
    """Not before somebody came so far."""
    page.goto(f"{site_url}{CHAPTER}", wait_until="networkidle")
    element = page.locator("sales-calculator").first
    expect(element).not_to_be_in_viewport()
    assert asked == []
    with page.expect_request("**/*.wasm"):
        element.scroll_into_view_if_needed()


@pytest.mark.parametrize("name", SPARING)
def test_who_spares_bytes_fetches_python_by_typing(  # noqa: PLR0913, PLR0917 (what pytest hands over)
    page: Page,
    context: BrowserContext,
    asked: list[str],
    site_url: str,
    python_folders: dict[str, Path],
    name: str,
) -> None:
    """To look at the example costs nothing, and the page says what typing costs; whoever types gets the answer."""
    session = context.new_cdp_session(page)
    session.send(*SPARING[name])
    element = open_calculator(page, site_url, "visit_cost")
    page.wait_for_load_state("networkidle")
    assert asked == []
    told = element.locator(".calculator-sparing").text_content() or ""
    megabytes = Decimal(re.findall(r"\d+,\d", told)[0].replace(",", "."))
    packed = [path for kind in ("python", "calculators") for path in python_folders[kind].glob("*.br")]
    assert 0 <= megabytes - Decimal(sum(path.stat().st_size for path in packed)) / 1_000_000 < Decimal("0.1")
    session.detach()  # and with it what it set, so that nobody waits
    page.fill("#visit_cost--visits", "12")
    expect_answer(element, answer("visit_cost", "nl", shown(element)))
    assert asked != []

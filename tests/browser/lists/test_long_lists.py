"""A list of 100,000 customers: the page stays alive, says how far it is, and stops at once."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lists.desk import SMALL, answered, desk, give, list_word, main_figure, rows_of, said

pytestmark = pytest.mark.xdist_group("python")

ROWS = 100_000
MINUTES = 180_000  # milliseconds for a slow machine


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Customer n has n euros of revenue and one visit; so together 100,000 x 100,001 / 2."""
    rows = "".join(f"Klant {number};{number};1\r\n" for number in range(1, ROWS + 1))
    path = tmp_path_factory.mktemp("lists") / "lang.csv"
    path.write_text("Klant;Omzet;Bezoeken\r\n" + rows, encoding="utf-8")
    return path


def test_a_long_list_is_answered_with_the_page_alive(page: Page, site_url: str, long_list: Path) -> None:
    """A quarter of 5,000,050,000 is left; a click is heard meanwhile, and only a page of rows stands in the page."""
    part = desk(page, site_url)
    give(part, SMALL)
    answered(page)
    part.locator("input[type=file]").set_input_files(long_list)
    expect(part.locator("[data-part=progress] progress")).to_be_visible(timeout=MINUTES)
    reckoning = page.locator(".calculator-state .list-progress")
    expect(reckoning.locator("progress")).to_be_visible(timeout=MINUTES)
    expect(reckoning).to_contain_text(f"van de {ROWS} rijen")
    expect(page.locator("sales-calculator")).to_have_attribute("data-answer", "waiting")
    visits = page.locator("#portfolio--visits")
    visits.click()
    expect(visits).to_be_focused()
    answered(page, MINUTES)
    main_figure(page, "€ 1.250.012.500,00")
    expect(reckoning).to_be_hidden()
    assert rows_of(page)[:2] == ["Klant 100000", "Klant 99999"]
    page.locator("[data-view=search]").fill("klant 4321")
    expect(page.locator("[data-table-view=customers] tbody tr")).to_have_count(11, timeout=MINUTES)
    expect(page.locator("[data-writer=workbook]")).to_have_count(0)


def test_stopping_leaves_the_list_that_was_there(page: Page, site_url: str, long_list: Path) -> None:
    """While the new one is read, and while it is reckoned with; the next file counts."""
    part = desk(page, site_url)
    give(part, SMALL)
    answered(page)
    part.locator("input[type=file]").set_input_files(long_list)
    part.locator("[data-part=progress] button").click(timeout=MINUTES)
    said(part, list_word("stopped"))
    main_figure(page, "€ 3.250,00")
    answered(page)
    part.locator("input[type=file]").set_input_files(long_list)
    page.locator(".calculator-state .list-progress button").click(timeout=MINUTES)
    answered(page)
    main_figure(page, "€ 3.250,00")
    expect(part.locator("[data-part=state]")).to_contain_text("klanten.csv")
    expect(part.locator(".list-columns")).to_contain_text("16.000,00")
    page.locator("#portfolio--gross_margin").fill("30")
    give(part, SMALL.replace("10.000", "20.000"), "nieuw.csv")
    main_figure(page, "€ 5.500,00")

"""The customers of a list: ordered, sought, turned, opened as a review and back, and saved; and what stays private."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import violations
from tests.browser.calculators.pages import START, live
from tests.browser.lists.desk import SMALL, answered, desk, give, list_word, main_figure, rows_of, said

pytestmark = pytest.mark.xdist_group("python")

# 120 customers: number n has n x 100 of revenue; the largest brings the most.
MANY = "Klant;Omzet\r\n" + "".join(f"Klant {number:03};{number * 100}\r\n" for number in range(1, 121))


def test_the_table_is_ordered_sought_and_turned(page: Page, site_url: str) -> None:
    """By buttons in its head that say so; focus stays, and a change of figures leaves what is looked at."""
    part = desk(page, site_url)
    give(part, MANY)
    answered(page)
    table = page.locator("[data-table-view=customers]")
    assert rows_of(page)[0] == "Klant 120"
    revenue = table.locator("[data-view=sort][data-column=revenue]")
    revenue.click()
    expect(table.locator("th[aria-sort=descending]")).to_have_count(1)
    expect(revenue).to_be_focused()
    page.keyboard.press("Enter")
    expect(table.locator("th[aria-sort=ascending]")).to_have_count(1)
    assert rows_of(page)[0] == "Klant 001"
    table.locator("[data-action=rows]").last.click()
    expect(table).to_contain_text(re.compile(r"Rij 51 tot en met 100 van 120"))
    expect(table.locator("[data-action=rows]").last).to_be_focused()
    assert rows_of(page)[0] == "Klant 051"
    page.locator("#portfolio--gross_margin").fill("50")
    main_figure(page, "€ 363.000,00")
    assert rows_of(page)[0] == "Klant 051"
    search = table.locator("[data-view=search]")
    search.press_sequentially("klant 01")
    expect(table.locator("tbody tr")).to_have_count(10)
    expect(search).to_be_focused()
    expect(search).to_have_value("klant 01")
    search.fill("")
    expect(table.locator("tbody tr")).to_have_count(50)
    table.locator("select[data-column=revenue_class]").select_option("c")
    expect(table).to_contain_text(re.compile(r"Klant 001"))
    search.fill("niemand")
    expect(table.locator(".list-none")).to_be_visible()


def test_rows_of_an_earlier_answer_never_come_into_a_later_one(page: Page, site_url: str) -> None:
    """A page is turned while other figures are reckoned with: it shows the second page of the later answer."""
    part = desk(page, site_url)
    give(part, MANY)
    answered(page)
    page.evaluate(
        """() => {
            const margin = document.getElementById("portfolio--gross_margin");
            margin.value = "50";
            margin.dispatchEvent(new InputEvent("input", { bubbles: true }));
            document.querySelector("[data-table-view=customers] [data-action=rows]:last-of-type").click();
        }"""
    )
    table = page.locator("[data-table-view=customers]")
    expect(table).to_contain_text(re.compile(r"Rij 51 tot en met 100 van 120"))
    expect(table).not_to_have_attribute("aria-busy", "true")
    main_figure(page, "€ 363.000,00")
    first = table.locator("tbody tr").first
    expect(first).to_contain_text("Klant 070")
    expect(first).to_contain_text(re.compile(r"€\s3\.500,00"))


def test_another_list_is_looked_at_from_its_start(page: Page, site_url: str) -> None:
    """What was sought in the list before would hide its customers."""
    part = desk(page, site_url)
    give(part, MANY)
    answered(page)
    search = page.locator("[data-table-view=customers] [data-view=search]")
    search.fill("klant 01")
    expect(page.locator("[data-table-view=customers] tbody tr")).to_have_count(10)
    give(part, SMALL, "andere.csv")
    said(part, list_word("read", file="andere.csv"))
    expect(page.locator("[data-table-view=customers] tbody tr")).to_have_count(3, timeout=START)
    expect(search).to_have_value("")


def test_a_row_opens_as_a_review_and_the_list_is_there_again(page: Page, site_url: str) -> None:
    """With the figures of the row and of the list, the name in its private field, and the same contribution."""
    part = desk(page, site_url)
    give(part, SMALL)
    answered(page)
    page.locator("#portfolio--cost_per_visit").fill("300")
    main_figure(page, "€ 550,00")
    page.locator("[data-view=search]").fill("wit")
    expect(page.locator("[data-table-view=customers] tbody tr")).to_have_count(1)
    page.locator("[data-view=open]").click()
    page.wait_for_url("**/account_review/**")
    live(page, "account_review")
    answered(page)
    main_figure(page, "\u2212\u2060€ 700,00")
    expect(page.locator("#account_review--customer")).to_have_value("De Wit")
    expect(page.locator("#account_review--visits")).to_have_value("3")
    page.get_by_role("button", name="Terug naar ‘Klantenlijst’").click()
    page.wait_for_url("**/portfolio/**")
    live(page, "portfolio")
    answered(page)
    main_figure(page, "€ 550,00")
    expect(page.locator("[data-view=search]")).to_have_value("wit")
    expect(page.locator("[data-view=open]")).to_be_focused(timeout=START)
    expect(page.locator("[data-part=state]")).to_contain_text("klanten.csv")


def test_the_table_is_saved_as_separated_text_and_as_a_workbook(page: Page, site_url: str) -> None:
    """Every row in the order of the answer; a name that a spreadsheet would reckon with is harmless."""
    part = desk(page, site_url)
    give(part, MANY.replace("Klant 120", "=1+1"))
    answered(page)
    with page.expect_download() as download:
        page.locator("[data-writer=separated]").click()
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig")), delimiter=";"))
    assert (len(rows), rows[1][1]) == (121, "'=1+1")
    with page.expect_download(timeout=START) as download:
        page.locator("[data-writer=workbook]").click()
    assert download.value.suggested_filename == "portfolio.xlsx"
    assert Path(download.value.path()).read_bytes().startswith(b"PK")


def test_a_list_leaves_the_tab_in_no_way(page: Page, context: BrowserContext, site_url: str) -> None:
    """Not in storage, not in a link, which says so, and not over a reload, which says so too."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    part = desk(page, site_url)
    give(part, SMALL, "geheim.csv")
    answered(page)
    page.locator("#portfolio--cost_per_visit").fill("300")
    main_figure(page, "€ 550,00")
    page.locator("[data-action=copy-link]").click()
    preview = page.locator("[data-part=link-preview]")
    expect(preview).to_contain_text(list_word("not_in_link"))
    preview.get_by_role("button").first.click()
    expect(page.locator("[data-part=copied]")).not_to_be_empty()
    link = page.evaluate("navigator.clipboard.readText()")
    kept = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert "cost_per_visit=300" in link
    for secret in ("Bakker", "Visser", "10.000", "geheim"):
        assert secret not in link
        assert secret not in kept
    page.reload()
    said(page.locator(".list-part"), list_word("gone"))
    expect(page.locator("#portfolio--cost_per_visit")).to_have_value("300")


def test_by_keyboard_alone_and_into_the_other_language(page: Page, site_url: str) -> None:
    """A list is opened, corrected and left; the page in the other language says that it is gone."""
    part = desk(page, site_url)
    part.locator("[data-part=paste]").focus()
    page.keyboard.insert_text("Klant\tOmzet\nBakker\t1.000,00\n")
    page.keyboard.press("Tab")
    answered(page)
    main_figure(page, "€ 250,00")
    notation = part.locator("select[data-list=notation]")
    notation.focus()
    page.keyboard.press("ArrowDown")
    expect(part.locator(".list-wrong")).to_have_count(1)
    said(part, list_word("not_yet_kept", file=list_word("pasted"), kept=list_word("pasted")))
    main_figure(page, "€ 250,00")
    page.get_by_role("link", name="In English").click()
    page.wait_for_url("**/en/**")
    said(page.locator(".list-part"), list_word("gone", "en"))
    expect(page.locator("sales-calculator")).to_have_attribute("data-answer", "example")


def test_the_example_is_a_list_too(page: Page, site_url: str) -> None:
    """Its table can be looked into, and other figures are tried on it; nothing of it is fetched before."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    desk(page, site_url)
    expect(page.locator("sales-calculator")).to_have_attribute("data-python", "ready", timeout=START)
    assert [address for address in asked if "/lists/" in address] == []
    table = page.locator("[data-table-view=customers]")
    table.locator("[data-view=sort][data-column=name]").click()
    expect(table.locator("tbody tr").first).to_contain_text("Alfreds Futterkiste")
    expect(page.locator("sales-calculator")).to_have_attribute("data-answer", "example")
    page.locator("#portfolio--gross_margin").fill("0")
    answered(page)
    main_figure(page, "\u2212\u2060€ 64.942,69")


def test_late_invoices_takes_a_list_by_the_same_way(page: Page, site_url: str) -> None:
    """10 days late on 36,500 at 6% a year: 60.00 of interest; closing the list brings the example back."""
    part = desk(page, site_url, "late_invoices")
    give(part, "Klant;Factuurdatum;Vervaldatum;Betaald op;Bedrag\r\nBakker;1-6-2026;1-7-2026;11-7-2026;36.500,00\r\n")
    answered(page)
    main_figure(page, "€ 60,00")
    part.get_by_role("button", name=list_word("close")).click()
    expect(page.locator("sales-calculator")).to_have_attribute("data-answer", "example")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_list_on_a_phone_has_no_barrier(page: Page, site_url: str, scheme: str) -> None:
    """Nothing beside the screen, and nothing that a screen reader or a keyboard stumbles over."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two
    page.set_viewport_size({"width": 390, "height": 844})
    part = desk(page, site_url)
    give(part, MANY + "Fout;veel\r\n")
    answered(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []


def test_paper_shows_the_answer_and_says_that_there_are_more_rows(page: Page, site_url: str) -> None:
    """Without what only works on a screen."""
    part = desk(page, site_url)
    give(part, MANY)
    answered(page)
    page.emulate_media(media="print")
    expect(page.locator(".list-drop")).to_be_hidden()
    expect(page.locator(".list-tools").first).to_be_hidden()
    expect(page.locator(".list-on-paper").last).to_be_visible()
    expect(page.locator(".list-on-paper").last).to_contain_text("1 tot en met 50 van 120")

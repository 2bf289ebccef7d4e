"""From a file to an answer: dropped, pasted or chosen, looked at, corrected, and what is wrong told by its row.

Figures of the small list are worked out by hand: see `desk.SMALL`.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lists.desk import SMALL, answered, desk, give, list_word, main_figure, rows_of, said
from tests.lists.small_lists import workbook

pytestmark = pytest.mark.xdist_group("python")

DROP = """([text, name]) => {
    const data = new DataTransfer();
    if (name) data.items.add(new File([text], name)); else data.setData("text/plain", text);
    const place = document.querySelector(".list-drop");
    place.dispatchEvent(name
        ? new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true})
        : new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def test_a_dropped_file_counts(page: Page, site_url: str) -> None:
    """Contribution without visits' costs: 2,250 + 800 + 200."""
    part = desk(page, site_url)
    page.evaluate(DROP, [SMALL, "klanten.csv"])
    answered(page)
    main_figure(page, "€ 3.250,00")
    said(part, list_word("read", file="klanten.csv"))
    assert rows_of(page) == ["Bakker", "Visser & Zn", "De Wit"]
    expect(part.locator(".list-columns tbody tr").nth(1)).to_contain_text("16.000,00")


def test_figures_of_the_whole_list_count_where_the_list_has_none(page: Page, site_url: str) -> None:
    """A visit costs 300: Bakker brings 450, Visser 800, De Wit loses 700."""
    part = desk(page, site_url)
    page.evaluate(DROP, [SMALL, ""])
    answered(page)
    page.locator("#portfolio--cost_per_visit").fill("300")
    main_figure(page, "€ 550,00")
    assert rows_of(page) == ["Visser & Zn", "Bakker", "De Wit"]
    said(part, list_word("read", file=list_word("pasted")))
    visits = page.locator("[data-field=visits]")
    expect(visits).to_contain_text(list_word("in_list"))
    expect(page.locator("[data-field=orders]")).not_to_contain_text(list_word("in_list"))


def test_rows_with_a_fault_are_told_and_the_rest_counts(page: Page, site_url: str) -> None:
    """With the number of the line and the column; totals and blank rows are told too."""
    part = desk(page, site_url)
    give(part, "Klant;Omzet;Orders\r\nA;100;1\r\nB;veel;2\r\n\r\nC;300;x\r\nTotaal;400;3\r\n")
    answered(page)
    main_figure(page, "€ 25,00")
    expect(part).to_contain_text("1 van de 5 rijen telt mee.")
    faults = part.locator(".list-faults li")
    expect(faults).to_have_count(2)
    expect(faults.nth(0)).to_contain_text("Rij 3, omzet tegen lijstprijs")
    expect(faults.nth(1)).to_contain_text("Rij 5, orders")
    expect(part).to_contain_text("rij 6")


def test_a_workbook_is_read_by_its_sheet(page: Page, site_url: str) -> None:
    """The part that reads it is fetched first; another sheet is one choice away."""

    def fill(book: object) -> None:
        for name, revenue in (("2025", 400), ("2024", 200)):
            sheet = book.add_worksheet(name)  # type: ignore[attr-defined]  # a workbook of XlsxWriter, which has no types
            sheet.write_row(0, 0, ["Klant", "Omzet"])
            sheet.write_row(1, 0, ["Bakker", revenue])

    part = desk(page, site_url)
    give(part, workbook(fill), "klanten.xlsx")
    answered(page)
    main_figure(page, "€ 100,00")
    part.locator("select[data-list=sheet]").select_option("2024")
    main_figure(page, "€ 50,00")


def test_the_other_reading_of_numbers_is_one_click_away(page: Page, site_url: str) -> None:
    """1.200 is twelve hundred or a little more than one; both totals are shown."""
    part = desk(page, site_url)
    give(part, "Klant;Omzet\r\nBakker;1.200\r\nVisser;2.400\r\n")
    answered(page)
    main_figure(page, "€ 900,00")
    expect(part.locator(".list-doubt")).to_contain_text("3.600,00")
    expect(part.locator(".list-doubt")).to_contain_text("3,60")
    part.locator(".list-doubt button").click()
    main_figure(page, "€ 0,90")


def test_the_other_reading_of_percentages_is_one_click_away(page: Page, site_url: str) -> None:
    """A discount of 0.5 is half a percent, 25% of 995; or it is a half, 25% of 500."""
    part = desk(page, site_url)
    give(part, "Klant;Omzet;Korting\r\nBakker;1000;0,5\r\n")
    answered(page)
    main_figure(page, "€ 248,75")
    expect(part.locator(".list-doubt")).to_contain_text("0,5 is gelezen als 0,5%. Het kan ook 50% zijn.")
    part.locator(".list-doubt button").click()
    main_figure(page, "€ 125,00")
    expect(part.locator(".list-doubt")).to_contain_text("0,5 is gelezen als 50%. Het kan ook 0,5% zijn.")


def test_a_corrected_column_is_remembered_without_any_customer(page: Page, site_url: str) -> None:
    """For the next file with these headings, until the reader forgets it."""
    part = desk(page, site_url)
    give(part, "Wie;Bedrag A;Bedrag B\r\nBakker;100;400\r\n")
    expect(part.locator(".list-columns")).to_be_visible(timeout=20_000)
    for place, column in ((0, "name"), (1, ""), (2, "list_revenue")):
        select = part.locator(f"select[data-place='{place}']")
        select.focus()
        select.select_option(column)
        expect(part.locator(f"select[data-place='{place}']")).to_have_value(column)
    answered(page)
    main_figure(page, "€ 100,00")
    said(part, list_word("kept"))
    kept = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert "list_revenue" in kept
    for secret in ("Bakker", "400", "Bedrag"):
        assert secret not in kept
    give(part, "Wie;Bedrag A;Bedrag B\r\nVisser;100;800\r\n", "ander.csv")
    main_figure(page, "€ 200,00")
    said(part, list_word("remembered"))
    part.locator("[data-list=forget]").click()
    said(part, list_word("forgotten"))
    assert page.evaluate("localStorage.getItem('playbook:list-layouts')") is None


def test_no_column_of_the_file_means_two_things(page: Page, site_url: str) -> None:
    """A column that is chosen elsewhere leaves its first place; focus stays where the reader is."""
    part = desk(page, site_url)
    give(part, "Klant;Omzet;Kostprijs\r\nBakker;100;40\r\n")
    answered(page)
    main_figure(page, "€ 60,00")
    select = part.locator("select[data-place='2']")
    select.focus()
    select.select_option("gross_profit")
    main_figure(page, "€ 40,00")
    expect(select).to_be_focused()
    select.select_option("list_revenue")
    expect(part.locator("select[data-place='1']")).to_have_value("")
    main_figure(page, "€ 10,00")


def test_a_wrong_file_leaves_the_good_list(page: Page, site_url: str) -> None:
    """What cannot be read is told, with the list that the answer still belongs to."""
    part = desk(page, site_url)
    give(part, SMALL)
    answered(page)
    give(part, b"%PDF-1.7", "brief.pdf")
    said(part, "brief.pdf")
    said(part, "klanten.csv")
    main_figure(page, "€ 3.250,00")
    answered(page)
    give(part, "Alleen;Tekst\r\nx;y\r\n", "leeg.csv")
    said(part, list_word("not_yet_kept", file="leeg.csv", kept="klanten.csv"))
    main_figure(page, "€ 3.250,00")
    part.get_by_role("button", name=list_word("back_to", file="klanten.csv")).click()
    expect(part.locator(".list-columns")).to_contain_text("16.000,00")


def test_the_demo_list_never_comes_over_a_file_that_was_chosen_after_it(page: Page, site_url: str) -> None:
    """It is asked for first, and is still on its way when the file is given."""
    part = desk(page, site_url)
    page.evaluate(
        """(content) => {
            const part = document.querySelector(".list-part");
            part.querySelector("[data-list=demo]").click();
            const input = part.querySelector("input[type=file]");
            const given = new DataTransfer();
            given.items.add(new File([content], "klanten.csv", { type: "text/csv" }));
            input.files = given.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        SMALL,
    )
    answered(page)
    said(part, list_word("read", file="klanten.csv"))
    expect(part.locator("[data-part=state]")).to_contain_text("klanten.csv")

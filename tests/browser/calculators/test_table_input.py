"""Rows by hand, from a spreadsheet and from a file; every cell stays as it was typed."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from calculators.catalogue import declaration
from tests.browser.calculators.pages import START, answer, expect_answer, open_calculator, script_word, shown


def _ladder(page: Page, site_url: str) -> tuple[Locator, Locator]:
    element = open_calculator(page, site_url, "discount_realignment", "nl")
    return element, element.locator("[data-field=ladder]")


def _paste(page: Page, cell: Locator, text: str) -> None:
    """Paste as from a spreadsheet, through the clipboard of the browser."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    cell.press("Control+V")


def test_rows_can_be_added_and_removed(page: Page, site_url: str) -> None:
    """A table grows and shrinks, the keyboard's place follows, and so does the answer."""
    element, table = _ladder(page, site_url)
    rows = table.locator("tbody tr")
    before = rows.count()
    table.locator("[data-action=add-row]").click()
    expect(rows).to_have_count(before + 1)
    expect(rows.last.locator("input").first).to_be_focused()
    rows.last.locator("input").first.fill("90.000")
    rows.last.locator("input").last.fill("22,5")
    expect_answer(element, answer("discount_realignment", "nl", shown(element)))
    rows.nth(1).locator("[data-action=remove-row]").click()
    expect(rows).to_have_count(before)
    expect_answer(element, answer("discount_realignment", "nl", shown(element)))


def test_cells_of_a_spreadsheet_fill_the_table(page: Page, site_url: str) -> None:
    """A copied block spreads from the cell where it is pasted; rows beyond the maximum stay, refused in a sentence."""
    element, table = _ladder(page, site_url)
    cell = table.locator("tbody input").first
    cell.fill("")
    _paste(page, cell, "0\t0\r\n10.000\t5,5%\r\n25.000\t10\r\n60.000\t20\r\n")
    assert shown(element)["ladder"] == [["0", "0"], ["10.000", "5,5%"], ["25.000", "10"], ["60.000", "20"]]
    expect(table.locator(".field-said")).not_to_be_empty()
    expect_answer(element, answer("discount_realignment", "nl", shown(element)))
    most = declaration("discount_realignment").field("ladder").maximum_rows
    _paste(page, cell, "".join(f"{number * 1000}\t{number}\n" for number in range(most + 2)))
    expect(table.locator("tbody tr")).to_have_count(most + 2)
    expect(element).to_have_attribute("data-answer", "refused")


def test_one_copied_cell_is_pasted_as_text(page: Page, site_url: str) -> None:
    """Pasting a single figure fills one cell, as in any field."""
    element, table = _ladder(page, site_url)
    before = shown(element)["ladder"]
    cell = table.locator("tbody tr").last.locator("input").last
    cell.press("Control+A")
    _paste(page, cell, "17,5")
    expect(cell).to_have_value("17,5")
    assert len(shown(element)["ladder"]) == len(before)


def _open(table: Locator, file: Path, content: bytes) -> None:
    """Open a file with this content in the table, as a person chooses one."""
    file.write_bytes(content)
    with table.page.expect_file_chooser() as chooser:
        table.locator("[data-action=open-file]").click()
    chooser.value.set_files(file)


def test_a_csv_file_fills_the_table(page: Page, site_url: str, tmp_path: Path) -> None:
    """A heading is left out and told, cells are as in the file, and what is no table changes nothing."""
    element, table = _ladder(page, site_url)
    said = table.locator(".field-said")
    file = tmp_path / "staffel.csv"
    _open(table, file, "\ufeffvanaf;korting\n0;0\n10.000,00;5,5%\n".encode())
    expect(said).to_contain_text("vanaf, korting", timeout=START)
    assert shown(element)["ladder"] == [["0", "0"], ["10.000,00", "5,5%"]]
    expect_answer(element, answer("discount_realignment", "nl", shown(element)))
    _open(table, file, "0\t0\r\n€ 25.000\t7,5%\r\n".encode("cp1252"))
    expect(said).to_contain_text(script_word("windows_1252", "nl"))
    windows = [["0", "0"], ["€ 25.000", "7,5%"]]
    assert shown(element)["ladder"] == windows
    for content in (b"PK\x03\x04\0\0 a workbook", b"1;2\n" * 600_000, b"\n;\n"):
        said.evaluate("place => { place.textContent = '' }")
        _open(table, file, content)
        expect(said).to_have_text(script_word("no_table_file", "nl").replace("{file}", file.name))
        assert shown(element)["ladder"] == windows
    expect_answer(element, answer("discount_realignment", "nl", shown(element)))


def test_a_file_beyond_the_limit_is_kept_and_refused(page: Page, site_url: str, tmp_path: Path) -> None:
    """All its rows count, though the form lays out the first alone, and a sentence says what to do."""
    element, table = _ladder(page, site_url)
    rows = [[str(number), "1"] for number in range(300)]
    _open(table, tmp_path / "staffel.csv", "".join(f"{';'.join(row)}\n" for row in rows).encode())
    expect(element).to_have_attribute("data-answer", "refused", timeout=START)
    assert shown(element)["ladder"] == rows[:50]
    refused = answer("discount_realignment", "nl", {**shown(element), "ladder": rows})
    expect(table.locator(".field-error")).to_have_text(refused["errors"][0]["message"])


def test_a_file_of_five_thousand_rows_is_answered(page: Page, site_url: str, tmp_path: Path) -> None:
    """The form lays out the first rows, the answer rests on all, a reload keeps all, and the table can be emptied."""
    element = open_calculator(page, site_url, "visit_plan", "nl")
    table = element.locator("[data-field=segments]")
    most = declaration("visit_plan").field("segments").maximum_rows
    rows = [[f"Klant {number}", "1", "2,5", "1", "1.000,50"] for number in range(most)]
    lines = [f"{';'.join(row)}\n" for row in rows]
    faulty = [*lines[:2999], "Klant;veel;1;1;1\n", *lines[3000:]]
    _open(table, tmp_path / "klanten.csv", "".join(faulty).encode())
    expect(element).to_have_attribute("data-answer", "refused", timeout=START)
    element.locator("[type=submit]").click()
    first = table.locator("tbody input").first
    link = element.locator("[data-part=errors] a")
    expect(link).to_contain_text("3000")
    expect(link).to_have_attribute("href", f"#{first.get_attribute('id')}")
    _open(table, tmp_path / "klanten.csv", "".join(lines).encode())
    expect(table.locator(".field-extent")).to_contain_text(f"50 van {most}")
    expect(table.locator("[data-action=add-row]")).to_be_hidden()
    expect(table.locator("[data-action=remove-row]").first).to_be_hidden()
    expect(first).not_to_be_editable()
    assert shown(element)["segments"] == rows[:50]
    expect_answer(element, answer("visit_plan", "nl", {**shown(element), "segments": rows}))
    page.reload()
    expect(table.locator(".field-extent")).to_contain_text(f"50 van {most}")
    assert shown(element)["segments"] == rows[:50]
    table.locator("[data-action=clear-table]").click()
    expect(first).to_be_focused()
    expect(first).to_be_editable()
    assert shown(element)["segments"] == [[""] * 5]


def test_a_large_table_is_answered_a_page_at_a_time(page: Page, site_url: str) -> None:
    """Many rows are taken from a spreadsheet, and later rows of the answer come when they are asked for."""
    element = open_calculator(page, site_url, "visit_plan", "nl")
    cell = element.locator("[data-field=segments] tbody input").first
    _paste(page, cell, "".join(f"Segment {number}\t{number + 1}\t2\t1\t\n" for number in range(60)))
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    expect_answer(element, answer("visit_plan", "nl", shown(element)))
    element.locator("[data-action=rows]").last.click()
    expect_answer(element, answer("visit_plan", "nl", shown(element), views={"segments": {"page": 2}}))
    expect(element.locator("[data-action=rows]").first).to_be_focused()

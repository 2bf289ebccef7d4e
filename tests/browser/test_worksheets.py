"""Worksheets, as a reader uses them."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

SHEET = "worksheets/contact-map/"


def test_worksheet_is_kept_on_the_device(page: Page, site_url: str) -> None:
    """What was filled in is there after a reload and in the other language; clearing can be undone."""
    page.goto(f"{site_url}{SHEET}")
    page.get_by_label("Klant", exact=True).fill("Terpstra & Zn <b>")
    page.get_by_label("Directie: Nu").select_option("cold")
    page.get_by_label("Financieel: Bij de klant").fill("Mevrouw De Groot\ncontroller")
    page.reload()
    expect(page.get_by_label("Klant", exact=True)).to_have_value("Terpstra & Zn <b>")
    page.locator("a.language-switch").click()
    expect(page.get_by_label("Customer", exact=True)).to_have_value("Terpstra & Zn <b>")
    expect(page.get_by_label("Board: Now")).to_have_value("cold")
    page.locator(".worksheet-bar").get_by_role("button", name="Clear").click()
    expect(page.get_by_label("Customer", exact=True)).to_have_value("")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Board: Now")).to_have_value("cold")
    page.locator(".worksheet-bar").get_by_role("button", name="Clear").click()
    page.reload()
    expect(page.get_by_label("Customer", exact=True)).to_have_value("")


def test_long_text_in_a_worksheet_comes_back(page: Page, site_url: str) -> None:
    """What is said to be kept comes back, however long, and what is broken takes nothing else with it."""
    page.goto(f"{site_url}{SHEET}")
    status = page.locator(".worksheet-bar [role=status]")
    page.get_by_label("Klant", exact=True).fill("Terpstra")
    page.get_by_label("Financieel: Bij de klant").fill("x" * 20001)
    expect(status).to_have_text("Wat je invult, blijft op dit apparaat bewaard.")
    page.reload()
    expect(page.get_by_label("Financieel: Bij de klant")).to_have_value("x" * 20001)
    expect(page.get_by_label("Klant", exact=True)).to_have_value("Terpstra")
    page.evaluate(
        """() => {
            const kept = JSON.parse(localStorage.getItem("worksheet:contact-map"));
            kept.values.broken = 1;
            kept.values["of-an-older-sheet"] = "kept";
            localStorage.setItem("worksheet:contact-map", JSON.stringify(kept));
        }"""
    )
    page.reload()
    expect(page.get_by_label("Klant", exact=True)).to_have_value("Terpstra")
    page.get_by_label("Klant", exact=True).fill("Vos")
    kept = page.evaluate("JSON.parse(localStorage.getItem('worksheet:contact-map')).values")
    assert kept["case--customer"] == "Vos"
    assert kept["of-an-older-sheet"] == "kept"


def test_worksheet_that_cannot_be_kept_says_so(page: Page, site_url: str) -> None:
    """Where this browser has no room left, the reader is told to save a file."""
    page.goto(f"{site_url}en/{SHEET}")
    expect(page.locator(".worksheet-bar")).to_be_visible()
    page.evaluate(
        """() => {
            let text = "x".repeat(4e6);
            for (let number = 0; text.length > 1; number += 1) {
                try { localStorage.setItem(`full-${number}`, text); } catch { text = text.slice(text.length / 2); }
            }
        }"""
    )
    page.get_by_label("Customer", exact=True).fill("Terpstra")
    expect(page.locator(".worksheet-bar [role=status]")).to_contain_text("not kept")


def test_opened_worksheet_can_be_taken_back(page: Page, site_url: str, tmp_path: Path) -> None:
    """A file takes the place of what was filled in, which can be brought back; what has no place is named."""
    page.goto(f"{site_url}en/{SHEET}")
    page.get_by_label("Customer", exact=True).fill("Terpstra")
    values = {"case--customer": "Vos", "gone": "x"}
    sheet = {"format": "sales-playbook-worksheet", "version": 1, "worksheet": "contact-map", "values": values}
    file = tmp_path / "file.json"
    file.write_text(json.dumps(sheet), encoding="utf-8")
    page.locator("work-sheet input[type=file]").set_input_files(file)
    expect(page.get_by_label("Customer", exact=True)).to_have_value("Vos")
    expect(page.locator(".worksheet-bar [role=status]")).to_contain_text("left out")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Customer", exact=True)).to_have_value("Terpstra")


def test_worksheet_goes_to_a_file_and_back(page: Page, site_url: str, tmp_path: Path) -> None:
    """The file holds what was filled in, and puts it back on an empty sheet."""
    page.goto(f"{site_url}{SHEET}")
    page.get_by_label("Klant", exact=True).fill("Terpstra")
    with page.expect_download() as download:
        page.get_by_role("button", name="Opslaan als bestand").click()
    file = tmp_path / "sheet.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["values"] == {"case--customer": "Terpstra"}
    page.locator(".worksheet-bar").get_by_role("button", name="Wissen").click()
    page.locator("work-sheet input[type=file]").set_input_files(file)
    expect(page.get_by_label("Klant", exact=True)).to_have_value("Terpstra")
    expect(page.locator(".worksheet-bar [role=status]")).to_have_text("Ingevuld uit sheet.json.")


def test_worksheet_refuses_what_it_cannot_read(page: Page, site_url: str, tmp_path: Path) -> None:
    """Another sheet, a broken file or a hostile stored text changes nothing, and says so in words."""
    page.goto(f"{site_url}en/{SHEET}")
    page.get_by_label("Customer", exact=True).fill("Terpstra")
    other = {"format": "sales-playbook-worksheet", "version": 1, "worksheet": "hidden-reasons", "values": {}}
    for content, said in (
        (json.dumps(other), "belongs to another worksheet (hidden-reasons)"),
        ("not a sheet", "is not a saved worksheet"),
        (json.dumps({**other, "worksheet": "contact-map", "values": [1]}), "is not a saved worksheet"),
        (json.dumps({**other, "worksheet": "contact-map"}), "holds nothing that fits"),
        (json.dumps({**other, "worksheet": "contact-map", "values": {"a": "x", "b": 1}}), "holds nothing that fits"),
    ):
        file = tmp_path / "file.json"
        file.write_text(content, encoding="utf-8")
        page.locator("work-sheet input[type=file]").set_input_files(file)
        expect(page.locator(".worksheet-bar [role=status]")).to_contain_text(said)
        expect(page.get_by_label("Customer", exact=True)).to_have_value("Terpstra")
    page.evaluate("localStorage.setItem('worksheet:contact-map', '{\"values\": [1]}')")
    page.reload()
    expect(page.get_by_label("Customer", exact=True)).to_have_value("")
    page.get_by_label("Customer", exact=True).fill("Vos")
    page.reload()
    expect(page.get_by_label("Customer", exact=True)).to_have_value("Vos")


def test_worksheet_comes_alive_after_instant_navigation(page: Page, site_url: str) -> None:
    """A page without a worksheet does not load its script; a page that is shown without a new load does."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}worksheets/")
    page.evaluate("window.loadedOnce = true")
    expect(page.locator(".cite button")).to_be_visible()
    assert not [url for url in asked if "work-sheet" in url]
    page.locator('.md-content a[href$="contact-map/"]').first.click()
    expect(page.locator(".worksheet-bar")).to_be_visible()
    assert page.evaluate("window.loadedOnce")
    page.get_by_label("Klant", exact=True).fill("Terpstra")
    page.reload()
    expect(page.get_by_label("Klant", exact=True)).to_have_value("Terpstra")

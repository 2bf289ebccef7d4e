"""Reviews in files. Figures: the worked case of the page brings −€ 600 with six visits; each visit costs € 250."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculators.core.words import Lang
from tests.browser.calculators.pages import START
from tests.browser.kept_reviews import act, keep, opened, said, visits
from tests.test_command_line import run


def test_a_review_with_a_fault_is_kept_too(page: Page, site_url: str) -> None:
    """What was typed is not lost, but there is no answer, no file and no comparison."""
    reviews = opened(page, site_url)
    keep(reviews, "Half af", "veel")
    expect(reviews.locator(".reviews-then")).to_contain_text("Bewaard op")
    reviews.get_by_role("button", name="Opslaan als bestand").click()
    expect(said(reviews)).to_contain_text("geen bestand", timeout=START)
    visits(page, "6")
    reviews.get_by_role("button", name="Vergelijk", exact=True).click()
    expect(said(reviews)).to_contain_text("‘Half af’")
    expect(reviews.locator("[data-part=comparison]")).to_be_hidden()
    act(reviews, "Open", "Half af")
    expect(visits(page)).to_have_value("veel")


def test_a_file_goes_to_the_command_line_and_back(page: Page, site_url: str, tmp_path: Path) -> None:
    """It holds the same figures for a program as for a reader of the other language, and has a plain name."""
    reviews = opened(page, site_url)
    visits(page, "10")
    page.locator("#account_review--cost_per_shipment").fill("26,25")
    page.locator("#account_review--customer").fill("Café Zoë/<b>")
    with page.expect_download(timeout=START) as download:
        reviews.get_by_role("button", name="Opslaan als bestand").click()
    assert download.value.suggested_filename.startswith("Cafe-Zoe-b-20")
    file = tmp_path / "review.json"
    download.value.save_as(file)
    printed = json.loads(run("account_review", "--inputs", str(file), "--lang", "nl", "--json").stdout)
    assert printed["answers"]["contribution"]["value"] == "-1600.00"
    saved = json.loads(file.read_text("utf-8"))
    # In the browser 12.000 was typed, which is also twelve.
    saved["notes"] = [note for note in saved["notes"] if note["field"] is None]
    assert saved == printed
    reviews = opened(page, site_url, "en")
    visits(page, "3")
    reviews.locator("input[type=file]").set_input_files(file)
    expect(visits(page)).to_have_value("10", timeout=START)
    expect(page.locator("#account_review--cost_per_shipment")).to_have_value("26.25")
    expect(page.locator("[data-part=notice]")).to_contain_text("review.json")
    page.get_by_role("button", name="Back to my own figures").click()
    expect(visits(page)).to_have_value("3")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_wrong_file_changes_nothing(page: Page, site_url: str, tmp_path: Path, lang: Lang) -> None:
    """It is said what is wrong, in the reader's language, and what to do."""
    reviews = opened(page, site_url, lang)
    visits(page, "10")
    answer = json.loads(run("account_review", "--json").stdout)
    wrong = {
        "no saved answer|geen opgeslagen antwoord": "{",
        "another calculator: Visit plan|andere rekenhulp: Bezoekplan": run("visit_plan", "--json").stdout,
        "newer version|nieuwere versie": json.dumps({**answer, "version": 2}),
        "too large|te groot": " " * 3_000_000 + json.dumps(answer),
        "Gross margin: |Brutomarge: ": json.dumps(
            {**answer, "inputs": {"gross_margin": {"value": "3", "unit": "fraction"}}}
        ),
    }
    for told, content in wrong.items():
        file = tmp_path / "file.json"
        file.write_text(content, encoding="utf-8")
        reviews.locator("input[type=file]").set_input_files(file)
        expect(said(reviews)).to_contain_text(told.split("|")[lang == "nl"], timeout=START)
        expect(said(reviews)).to_contain_text("file.json")
        expect(visits(page)).to_have_value("10")
    picture = tmp_path / "picture.json"
    picture.write_bytes(b"\x89PNG\0\xff" * 1000)
    reviews.locator("input[type=file]").set_input_files(picture)
    expect(said(reviews)).to_contain_text("picture.json")
    expect(visits(page)).to_have_value("10")

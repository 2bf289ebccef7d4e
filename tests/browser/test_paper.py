"""What a reader gets on paper, read back from the PDF of the print."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PageObject, PdfReader

from calculators.catalogue import NAMES, declaration
from site_build.words import page_words
from tests.browser.calculators.pages import START, held_python, open_calculator, script_word


def _plain(text: str | None) -> str:
    """A text without white space, as lines may break anywhere, without ligatures and what holds a line together."""
    return re.sub(r"[\s\u2060]", "", unicodedata.normalize("NFKC", text or ""))


def _sheets(page: Page) -> list[PageObject]:
    """The sheets of A4 that the page prints on."""
    return list(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


def _printed(page: Page) -> list[str]:
    """The plain text of each sheet that the page prints on."""
    return [_plain(sheet.extract_text()) for sheet in _sheets(page)]


def _filled(sheet: PageObject) -> float:
    """How far down its last line stands, as a part of the height of the sheet."""
    lowest = float(sheet.mediabox.height)

    def see(text: str, outer: list[float], inner: list[float], *_font: object) -> None:
        nonlocal lowest
        if text.strip():
            lowest = min(lowest, inner[4] * outer[1] + inner[5] * outer[3] + outer[5])

    sheet.extract_text(visitor_text=see)
    return 1 - lowest / float(sheet.mediabox.height)


def _worksheets(site: Path) -> list[str]:
    """The addresses of all worksheets, below the root of the site."""
    return [f"{folder.relative_to(site).as_posix()}/" for folder in sorted(site.glob("**/worksheets/*/"))]


def test_every_empty_worksheet_prints_on_one_sheet(page: Page, site_url: str, site: Path) -> None:
    """Each worksheet is one page of A4, in both languages."""
    for path in _worksheets(site):
        page.goto(f"{site_url}{path}")
        expect(page.locator(".worksheet-bar")).to_be_visible()
        assert len(_printed(page)) == 1, path


def test_filled_worksheet_prints_every_word(page: Page, site_url: str, site: Path) -> None:
    """Nothing that was filled in is cut: it takes as many sheets as it needs."""
    for path in _worksheets(site)[:10]:
        page.goto(f"{site_url}{path}")
        expect(page.locator(".worksheet-bar")).to_be_visible()
        filled = page.evaluate(
            """() => {
                const controls = document.querySelectorAll(".worksheet-part :is(textarea, input[type=text])");
                const texts = [...controls.keys()].map((control) =>
                    [...Array(60).keys()].map((word) => `w${control}x${word}z`),
                );
                for (const [number, control] of controls.entries()) control.value = texts[number].join(" ");
                controls[0].dispatchEvent(new Event("input", { bubbles: true }));
                return texts.flat();
            }"""
        )
        printed = "".join(_printed(page))
        assert [word for word in filled if word not in printed] == [], path


def _print_button(page: Page) -> int:
    """How often the Print button of the first calculator brings the dialog, which is kept away: there is no printer."""
    page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    page.locator("sales-calculator [data-action=print]").first.click()
    prints: int = page.evaluate("window.prints")
    return prints


@pytest.mark.parametrize(("lang", "names"), [("", NAMES[::2]), ("en/", NAMES[1::2])])
def test_every_example_prints_on_one_sheet(page: Page, site_url: str, lang: str, names: tuple[str, ...]) -> None:
    """The print of a calculator is one A4 with title, address, figures, verdict, pictures and sources, and no help."""
    held_python(page.context)
    for name in names:
        page.goto(f"{site_url}{lang}calculators/{name}/")
        calculator = page.locator("sales-calculator")
        headline = _plain(calculator.locator(".answer-headline span").last.text_content())
        hint = _plain(calculator.locator(".field-hint").first.text_content())
        sources = _plain(calculator.locator(".answer-sources li").last.text_content())
        figures = page.evaluate(
            "[...document.querySelectorAll('.calculator-form input[type=text]')].map((input) => input.value)"
        )
        _print_button(page)
        sheets = _printed(page)
        # The customers of a list run on over the next sheets.
        assert len(sheets) == 1 or declaration(name).opening, name
        assert _plain(page_words("en" if lang else "nl")["blocks.calculator.example"]) in sheets[0], name
        assert headline in sheets[0], name
        assert sources in sheets[-1], name
        assert f"calculators/{name}/" in sheets[0], name
        assert hint not in sheets[0], name
        assert [text for text in figures if text.strip() and _plain(text) not in sheets[0]] == [], name


def test_answer_is_printed_for_a_customer(page: Page, site_url: str) -> None:
    """The name heads the paper, stays with its figures and with no others, and leaves the tab in no way."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    element = open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", "77,000")
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    customer = element.get_by_label(page_words("en")["blocks.calculator.customer"])
    customer.fill("Terpstra & <b>")
    assert _print_button(page) == 1
    (sheet,) = _printed(page)
    assert sheet.startswith("Terpstra&<b>")
    assert "Visitcostversusrevenue" in sheet
    assert "77,000" in sheet
    assert _plain(element.locator(".answer-value").text_content()) in sheet
    assert "Example" not in sheet
    element.locator("[data-action=copy-link]").click()
    expect(page).to_have_url(re.compile("#~calculator=visit_cost&"))
    page.reload()
    expect(customer).to_have_value("Terpstra & <b>")
    assert not [told for told in [page.url, *asked] if "Terpstra" in told]
    page.evaluate("location.hash = '~calculator=visit_cost&lang=en&revenue=12,345'")
    expect(page.locator("#visit_cost--revenue")).to_have_value("12,345")
    expect(customer).to_have_value("")
    element.get_by_role("button", name=script_word("own_figures", "en")).click()
    expect(customer).to_have_value("Terpstra & <b>")
    element.locator("[data-action=reset]").click()
    expect(customer).to_have_value("")


def test_claim_of_ten_years_prints_on_one_sheet(page: Page, site_url: str) -> None:
    """Every period of a long claim stands on the one A4 with its answer and its sources, and no emptied row."""
    element = open_calculator(page, site_url, "statutory_interest")
    page.fill("#statutory_interest--due", "31-5-2016")
    element.locator("[data-group=part_payments] summary").click()
    payments = element.locator("[data-field=payments]")
    payments.locator(".field-calendar").click()
    payments.locator("input[type=date]").fill("2026-06-30")
    expect(payments.locator("input[type=text]").first).to_have_value("30-6-2026", timeout=START)
    expect(element).to_have_attribute("data-answer", "refused")
    payments.locator("input[type=text]").first.clear()
    expect(element).to_have_attribute("data-answer", "answered")
    rows = element.locator(".answer-table").first.locator("tbody tr").all_text_contents()
    assert len(rows) > 18
    _print_button(page)
    (sheet,) = _printed(page)
    assert _plain(payments.locator("legend").text_content()) not in sheet
    assert [row for row in rows if _plain(row) not in sheet] == []
    assert _plain(element.locator(".answer-sources li").last.text_content()) in sheet


def test_only_an_answer_is_printed_as_one(page: Page, context: BrowserContext, site_url: str) -> None:
    """Where the figures wait, are refused or could not be computed, paper says so, and shows no other verdict."""
    held = held_python(context)
    with page.expect_request("**/*.wasm"):
        element = open_calculator(page, site_url, "visit_cost", "en", "#~calculator=visit_cost&lang=en&revenue=77,000")
    expect(element).to_have_attribute("data-answer", "waiting")
    _expect_none_on_paper(page, element)
    for route in held:
        route.continue_()
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    page.fill("#visit_cost--visits", "many")
    expect(element).to_have_attribute("data-answer", "refused")
    _expect_none_on_paper(page, element)


def _expect_none_on_paper(page: Page, element: Locator) -> None:
    """The print of the page has figures without an answer, and the Print button says that there is none."""
    headline = _plain(element.locator(".answer-headline span").last.text_content())
    value = _plain(element.locator(".answer-value").text_content())
    printed = "".join(_printed(page))
    assert "77,000" in printed
    assert _plain(page_words("en")["blocks.calculator.none_on_paper"]) in printed
    assert headline not in printed
    assert value not in printed.split("Whatitisfor")[0]
    assert _print_button(page) == 0
    expect(element.locator("[data-part=copied]")).to_have_text(script_word("no_print", "en"))


def test_page_is_whole_again_after_an_answer_was_printed(page: Page, site_url: str) -> None:
    """What is hidden for the print of one calculator comes back, and the next print is that of the page."""
    held_python(page.context)
    page.goto(f"{site_url}en/calculators/visit_cost/")
    _print_button(page)
    expect(page.locator("html.prints-answer [data-printed] .answer-origin")).to_have_count(1)
    _printed(page)
    expect(page.locator(".prints-answer, [data-printed], .answer-origin, [data-blank]")).to_have_count(0)
    assert "Howitisworkedout" in "".join(_printed(page))


def test_no_sheet_is_half_empty(page: Page, site_url: str, site: Path) -> None:
    """Every sheet of every other chapter and calculator's page, but its last, is filled for two thirds at least."""
    held_python(page.context)
    folders = [
        found
        for part in ("accounts", "calculators", "conversation", "foundations")
        for found in site.glob(f"{part}/*/")
    ]
    assert len(folders) > 15
    for folder in sorted(folders)[::2]:
        page.goto(f"{site_url}{folder.relative_to(site).as_posix()}/")
        expect(page.locator(".cite button")).to_be_visible()
        filled = [round(_filled(sheet), 2) for sheet in _sheets(page)]
        assert [part for part in filled[:-1] if part < 2 / 3] == [], (folder.name, filled)


def test_long_rate_table_is_short_on_paper(page: Page, site_url: str) -> None:
    """The page with the longest table takes seven sheets, with that one of its two tables that the reader chose."""
    held_python(page.context)
    open_calculator(page, site_url, "statutory_interest")
    first, second = [_plain(text) for text in page.locator(".tabbed-block tbody tr:last-child").all_text_contents()]
    printed = _printed(page)
    assert len(printed) <= 7
    assert first in "".join(printed)
    assert second not in "".join(printed)
    page.locator(".tabbed-labels > label").last.click()
    printed = _printed(page)
    assert first not in "".join(printed)
    assert second in "".join(printed)


def test_fold_is_printed_where_the_reader_opened_it(page: Page, site_url: str) -> None:
    """The figures of a picture and the steps stay folded on paper, and so does the how-to, until they are opened."""
    held_python(page.context)
    open_calculator(page, site_url, "visit_cost")
    fold = page.locator(".answer-steps")
    step = _plain(fold.locator(".step-figures").first.text_content())
    how_to = _plain(page.locator(".md-content__inner > details:not([class])").first.text_content())
    before = "".join(_printed(page))
    assert step not in before
    assert how_to not in before
    fold.locator("summary").click()
    assert step in "".join(_printed(page))


def test_a_whole_review_prints_on_one_sheet(page: Page, site_url: str) -> None:
    """Customer, day, figures, conclusion, actions, waterfall, verdict, levers and proposal, each with its words."""
    element = open_calculator(page, site_url, "account_review", "en")
    typed = {"customer": "Terpstra", "proposed_orders": "12", "proposed_visits": "2", "conclusion": "We go on " * 20}
    for name, text in typed.items():
        page.fill(f"#account_review--{name}", text)
    actions = [("Propose one order a month", "Anna", "15 January 2027"), ("Check in July", "Joost", "1 July 2027")]
    for row, cells in enumerate(actions):
        if row:
            page.locator("[data-field=actions] [data-action=add-row]").click()
        for column, text in enumerate(cells):
            page.fill(f"#account_review--actions--{row}--{column}", text)
    expect(element).to_have_attribute("data-answer", "answered", timeout=START)
    _print_button(page)
    (sheet,) = _printed(page)
    told = ["Terpstra", "Wegoon", *(_plain(cell) for row in actions for cell in row)]
    told += [_plain(caption) for caption in page.locator(".answer-table caption").all_inner_texts()]
    told += [_plain(page.locator(".answer-headline span").last.text_content()), "€2,059.00"]
    assert [text for text in told if text not in sheet] == []
    assert "Leaveblank" not in sheet

"""What a reader gets on paper, read back from the PDF of the print."""

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader


def _printed(page: Page) -> list[str]:
    """The text of each A4 that the page prints on, without white space: lines may break anywhere."""
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [re.sub(r"\s", "", sheet.extract_text()) for sheet in paper.pages]


def _worksheets(site: Path) -> list[str]:
    """The addresses of all worksheets, below the root of the site."""
    return [f"{folder.relative_to(site).as_posix()}/" for folder in sorted(site.glob("**/worksheets/*/"))]


def test_every_empty_worksheet_prints_on_one_sheet(page: Page, site_url: str, site: Path) -> None:
    """Each worksheet is one page of A4, in both languages."""
    for path in _worksheets(site):
        page.goto(f"{site_url}{path}")
        expect(page.locator(".worksheet-bar")).to_be_visible()
        assert len(_printed(page)) == 1, path


@pytest.mark.parametrize("words", [3, 60])
def test_filled_worksheet_prints_every_word(page: Page, site_url: str, site: Path, words: int) -> None:
    """Nothing that was filled in is cut: it takes as many sheets as it needs."""
    for path in _worksheets(site)[:10]:
        page.goto(f"{site_url}{path}")
        expect(page.locator(".worksheet-bar")).to_be_visible()
        filled = page.evaluate(
            """(words) => {
                const controls = document.querySelectorAll(".worksheet-part :is(textarea, input[type=text])");
                const texts = [...controls.keys()].map((control) =>
                    [...Array(words).keys()].map((word) => `w${control}x${word}z`),
                );
                for (const [number, control] of controls.entries()) control.value = texts[number].join(" ");
                controls[0].dispatchEvent(new Event("input", { bubbles: true }));
                return texts.flat();
            }""",
            words,
        )
        printed = "".join(_printed(page))
        assert [word for word in filled if word not in printed] == [], path

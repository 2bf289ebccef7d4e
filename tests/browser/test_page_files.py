"""The files of a page: all asked for at once, and nothing else."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.site.test_weight import files_of


@pytest.mark.parametrize(
    ("path", "element"),
    [
        ("", "search-field"),
        ("accounts/late-payment/", "sales-calculator"),
        ("training/review-one-account/", "kept-reviews"),
        ("training/price-objection/", "sales-drill"),
        ("worksheets/contact-map/", "work-sheet"),
    ],
)
def test_page_names_every_file_that_it_needs(page: Page, site: Path, site_url: str, path: str, element: str) -> None:
    """A script that is found only when another one runs would come a way to the server and back later."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{site_url}{path}", wait_until="networkidle")
    expect(page.locator(f"{element}:defined").first).to_be_attached()
    named = {file.relative_to(site).as_posix() for file in files_of(site / path / "index.html", site)}
    others = [name.removeprefix("/") for name in asked if "/runtime/" not in name and "python-worker" not in name]
    assert sorted(others) == sorted({name.removesuffix("index.html") for name in named})

"""Files that are no list, through the page: each gets a clear sentence soon, and the next good file counts."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculators.core.words import shared_words
from tests.browser.lists.desk import SMALL, answered, desk, give, main_figure
from tests.lists.test_hostile_files import HOSTILE

pytestmark = pytest.mark.xdist_group("python")

MOST = 20_000  # milliseconds on a busy machine, in slow code, with the handing over; 3 seconds were seen on an idle one


def test_each_hostile_file_is_refused_and_the_page_goes_on(page: Page, site_url: str, tmp_path: Path) -> None:
    """One after the other in one page, with the good list standing all along."""
    part = desk(page, site_url)
    give(part, SMALL)
    answered(page)
    for name, (make, code) in HOSTILE.items():
        file = tmp_path / f"{code}-{name}"
        file.write_bytes(make())
        part.locator("input[type=file]").set_input_files(file)
        beginning = shared_words("nl")[f"problems.{code}"].split("{")[0]
        expect(part.locator("[data-part=said]")).to_contain_text(f"‘{file.name}’: {beginning}", timeout=MOST)
        main_figure(page, "€ 3.250,00")
        file.unlink()
    give(part, SMALL.replace("10.000", "20.000"), "nieuw.csv")
    main_figure(page, "€ 5.500,00")
    answered(page)

"""Firefox: tests of Chromium over what browsers do differently, and the console of a page of each kind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.calculators.test_built_up_figures import test_the_cost_of_a_visit_is_built_up_and_carried_back
from tests.browser.calculators.test_figure_links import (
    test_a_link_that_is_followed_on_the_page_takes_over_and_gives_back,
)
from tests.browser.calculators.test_kept_figures import test_typed_figures_survive_reload_and_language_switch
from tests.browser.calculators.test_table_input import test_rows_can_be_added_and_removed
from tests.browser.calculators.test_typed_answers import test_an_ambiguous_number_is_read_back
from tests.browser.test_drills import test_drill_counts_the_first_answer_and_resumes
from tests.browser.test_exercises import test_a_card_is_open_again_on_the_way_back
from tests.browser.test_reviews import test_own_figures_are_offered_back, test_two_tabs_show_the_same_list
from tests.browser.test_search import test_search_finds_the_page_in_the_words_of_a_customer
from tests.browser.test_worksheets import test_worksheet_is_kept_on_the_device

# pytest runs these here once more, with the browser of this module.
__all__ = [
    "test_a_card_is_open_again_on_the_way_back",
    "test_a_link_that_is_followed_on_the_page_takes_over_and_gives_back",
    "test_an_ambiguous_number_is_read_back",
    "test_drill_counts_the_first_answer_and_resumes",
    "test_own_figures_are_offered_back",
    "test_rows_can_be_added_and_removed",
    "test_search_finds_the_page_in_the_words_of_a_customer",
    "test_the_cost_of_a_visit_is_built_up_and_carried_back",
    "test_two_tabs_show_the_same_list",
    "test_typed_figures_survive_reload_and_language_switch",
    "test_worksheet_is_kept_on_the_device",
]

FIREFOX = "/usr/bin/firefox-esr"
KINDS = (
    "",
    "en/roles/manager/",
    "conversation/closing/",
    "en/calculators/visit_cost/",
    "worksheets/contact-map/",
    "en/training/price-objection/",
    "reference/checklists/",
)

# Started once, by one worker.
pytestmark = pytest.mark.xdist_group("firefox")


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Firefox, in the place of Chromium."""
    firefox = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    yield firefox
    firefox.close()


@pytest.mark.parametrize("path", KINDS)
def test_a_page_of_each_kind_leaves_the_console_empty(page: Page, site_url: str, path: str) -> None:
    """Firefox refuses nothing, misses nothing, and fetches nothing unasked that the policy would refuse."""
    page.goto(f"{site_url}{path}", wait_until="networkidle")
    expect(page.locator("h1")).to_have_count(1)

"""What only some pages need, where it cannot be fetched: said where it stands, with a way to try again."""

import pytest
from playwright.sync_api import BrowserContext, expect

from site_build.words import page_words

# A page, the script that it needs, and what a reader can use once that is there.
FEATURES = [
    ("calculators/visit_cost/", "**/calculator-element-*.js", "#visit_cost--revenue:not([readonly])"),
    ("training/price-objection/", "**/practice-*.js", ".drill-bar"),
    ("worksheets/top-five-account-plan/", "**/work-sheet-*.js", "work-sheet button"),
]


@pytest.mark.parametrize(("path", "script", "usable"), FEATURES)
def test_a_script_that_does_not_come_is_told(
    context: BrowserContext, site_url: str, path: str, script: str, usable: str
) -> None:
    """A sentence and a button stand before what does not work; while there is no connection the page is not left."""
    page = context.new_page()
    context.route(script, lambda route: route.abort())
    page.goto(site_url + path)
    told = page.get_by_role("alert").filter(has_text=page_words("nl")["scripts.page.not_loaded"])
    expect(told).to_have_count(1)
    expect(page.locator(usable)).to_have_count(0)
    context.set_offline(offline=True)
    told.get_by_role("button").click()
    expect(told).to_be_visible()
    context.set_offline(offline=False)
    context.unroute(script)
    told.get_by_role("button").click()
    expect(page.locator(usable).first).to_be_visible()
    expect(told).to_have_count(0)

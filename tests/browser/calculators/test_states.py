"""Each state of a calculator is accessible, and fits a phone."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.accessibility import COLOUR_RULES, overflow, violations
from tests.browser.calculators.states import STATES


@pytest.mark.parametrize("state", STATES)
def test_each_state_is_accessible_and_fits_a_phone(context: BrowserContext, site_url: str, state: str) -> None:
    """Axe finds nothing in the light scheme, nor in the colours of the dark one; nothing scrolls sideways."""
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    STATES[state](page, site_url, "nl")
    assert overflow(page) <= 0
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert violations(page, COLOUR_RULES) == []

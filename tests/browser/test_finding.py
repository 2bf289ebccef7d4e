"""Finding the way without search: pages that do not exist, the line to cite a section with, and pages to read on."""

import pytest
from playwright.sync_api import Browser, Page, expect


def test_sentence_to_say_is_one_tap_from_the_top_on_a_phone(page: Page, site_url: str) -> None:
    """A chapter opens with a way to "Say this"; where the table of contents stands beside it, it has none."""
    page.goto(f"{site_url}en/conversation/price-and-discount/")
    jump = page.get_by_role("navigation", name="On this page")
    expect(jump).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 700})
    link = jump.locator("a[href$='#talk-track']")
    expect(link).to_be_in_viewport(ratio=1)
    link.click()
    expect(page.locator("h2#talk-track")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("root", "words"), [("", "Deze pagina bestaat niet"), ("en/", "This page does not exist")])
def test_page_that_does_not_exist_helps_on(page: Page, site_url: str, root: str, words: str) -> None:
    """In the language of the address, with ways on that work."""
    response = page.request.get(f"{site_url}{root}nowhere/at/all/")
    assert response.status == 404
    page.route(
        "**/nowhere/at/all/", lambda route: route.fulfill(status=200, body=response.body(), content_type="text/html")
    )
    page.goto(f"{site_url}{root}nowhere/at/all/")
    expect(page.locator("h1")).to_have_text(words)
    links = [str(link.get_attribute("href")) for link in page.locator(".not-found a").all()]
    assert len(links) >= 8
    for link in links:
        address = page.evaluate("href => new URL(href, location.href).href", link)
        assert page.request.get(address).status == 200, address


def test_sign_beside_a_heading_is_seen_where_nothing_hovers(browser: Browser, site_url: str) -> None:
    """A page tells its readers to choose the sign, so it stands there on a touch screen too."""
    phone = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = phone.new_page()
    page.goto(f"{site_url}en/conversation/closing/")
    sign = page.locator("h2#talk-track .headerlink")
    assert float(sign.evaluate("sign => getComputedStyle(sign).opacity")) > 0.5
    sign.tap()
    expect(page.locator(".cite-text")).to_contain_text("Say this, not that")
    phone.close()


def test_citation_names_the_section_of_the_address(page: Page, site_url: str) -> None:
    """A link to a heading makes the line under the page cite that section."""
    page.goto(f"{site_url}en/conversation/closing/#four-laws")
    text = page.locator(".cite-text")
    expect(text).to_contain_text("Sales Playbook, Closing, The four laws before you ask, edition 2026.11")
    expect(text).to_contain_text("/en/conversation/closing/#four-laws")
    page.goto(f"{site_url}en/conversation/closing/#goal")
    expect(text).to_contain_text("An order, a meeting or a quotation")


def test_related_pages_lead_on(page: Page, site_url: str) -> None:
    """A chapter ends with pages to read on."""
    page.goto(f"{site_url}conversation/closing/")
    expect(page.locator(".related a")).to_have_count(4)
    page.locator(".related a").first.click()
    expect(page.locator("h1")).to_contain_text("Vragen en koopsignalen")


def test_role_has_a_path_that_remembers_what_is_done(page: Page, site_url: str) -> None:
    """Minutes are added up, and a step that is ticked stays so: in the other language, and on another role's path."""
    page.goto(f"{site_url}roles/manager/")
    minutes = [int(text.split()[-2]) for text in page.locator(".reading-facts").all_text_contents()]
    assert len(minutes) >= 5
    expect(page.locator("#read-first + p")).to_contain_text(f"{len(minutes)} stappen, samen ongeveer {sum(minutes)}")
    page.goto(f"{site_url}roles/salesperson/")
    page.get_by_role("checkbox", name="Gedaan: Afsluiten").check()
    page.goto(f"{site_url}en/roles/trainer/")
    expect(page.get_by_role("checkbox", name="Done: Closing")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Done: Price and discount")).not_to_be_checked()

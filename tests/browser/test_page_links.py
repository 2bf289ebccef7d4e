"""Links within a page and steps of the history: what is shown stays, and it is what the address names."""

from playwright.sync_api import BrowserContext, Page, Route, expect

CHAPTER = "en/conversation/price-and-discount/"
SHOWN = "[data-md-component=container]"
# Material notes the place a moment after the page came to rest.
NOTED = """new Promise(done => {
    const look = () => (history.state?.y ? done(history.state.y) : requestAnimationFrame(look));
    look();
})"""


def test_a_link_within_the_page_keeps_what_is_open(context: BrowserContext, site_url: str) -> None:
    """Also the first one, and without a network: nothing is put anew, and back leads to the place before."""
    page = context.new_page()
    page.goto(f"{site_url}{CHAPTER}")
    page.wait_for_load_state("networkidle")
    shown = page.locator(SHOWN).element_handle()
    context.set_offline(True)
    page.mouse.wheel(0, 300)
    place = page.evaluate(NOTED)
    page.locator(".md-sidebar--secondary a[href$='#talk-track']").click()
    expect(page.locator("h2#talk-track")).to_be_in_viewport(ratio=1)
    page.go_back()
    expect(page.locator("html")).to_have_js_property("scrollTop", place)
    page.go_forward()
    expect(page.locator("h2#talk-track")).to_be_in_viewport(ratio=1)
    assert page.evaluate("shown => shown.isConnected", shown)


def test_going_back_before_the_next_page_is_there_shows_the_page_of_the_address(page: Page, site_url: str) -> None:
    """A slow page that was left again never comes up under the address of another."""
    page.goto(f"{site_url}{CHAPTER}")
    page.wait_for_load_state("networkidle")
    title = page.locator("h1").inner_text()
    held: list[Route] = []
    page.route("**/en/conversation/closing/", lambda route: held.append(route))  # noqa: PLW0108 - Playwright cannot wrap a built-in
    with page.expect_request("**/en/conversation/closing/"):
        page.get_by_role("link", name="Closing", exact=True).click()
    with page.expect_response(f"**/{CHAPTER}"):
        page.go_back()
    held[0].continue_()
    expect(page.locator("h1")).to_have_text(title)
    expect(page).to_have_url(f"{site_url}{CHAPTER}")


def test_a_link_followed_while_the_page_still_scrolls_leads_to_its_part(page: Page, site_url: str) -> None:
    """The place of the page that is left never becomes the place of the page that comes."""
    page.goto(f"{site_url}en/")
    page.wait_for_load_state("networkidle")
    held: list[Route] = []
    page.route(f"**/{CHAPTER}", lambda route: held.append(route))  # noqa: PLW0108 - Playwright cannot wrap a built-in
    with page.expect_request(f"**/{CHAPTER}"):
        page.get_by_role("link", name="“Your competitor is 5% cheaper.”").click()
    page.mouse.wheel(0, 200)
    page.evaluate(NOTED)
    held[0].continue_()
    expect(page.locator("p#competitor-cheaper")).to_be_in_viewport(ratio=1)


def test_the_menu_closes_also_for_the_part_that_is_shown(page: Page, site_url: str) -> None:
    """On a phone, a tap on the part of the page that the address names already leads back to it."""
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{site_url}{CHAPTER}#talk-track")
    page.get_by_role("button", name="Menu").click()
    page.locator(".md-sidebar--primary label[for=__toc]:visible").first.click()
    page.locator(".md-sidebar--primary .md-nav--secondary a[href$='#talk-track']").click()
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(page.locator("h2#talk-track")).to_be_in_viewport(ratio=1)

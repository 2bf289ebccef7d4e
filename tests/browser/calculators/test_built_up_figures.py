"""A figure that another calculator builds up: there, and back with its answer."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.calculators.pages import START, answer, expect_answer, live, open_calculator, script_word, shown

CHAPTER = "en/accounts/visit-programme/"


def _offer(builder: Locator) -> Locator:
    return builder.locator("[data-part=build-up] button")


def test_the_cost_of_a_visit_is_built_up_and_carried_back(page: Page, site_url: str) -> None:
    """The field leads to its calculator, whose live answer takes its place; everything else is as it was."""
    element = open_calculator(page, site_url, "visit_cost", "en")
    page.fill("#visit_cost--revenue", "77,000.50")
    before = shown(element)
    element.locator("[data-field=cost_per_visit] [data-action=build-up]").click()
    builder = live(page, "cost_per_visit")
    page.fill("#cost_per_visit--annual_pay", "91,000")
    expect(builder).to_have_attribute("data-answer", "answered", timeout=START)
    built = answer("cost_per_visit", "en", shown(builder))["main"]["text"]
    _offer(builder).click()
    element = live(page, "visit_cost")
    expect(page.locator("#visit_cost--cost_per_visit")).to_have_value(built)
    assert shown(element) == before | {"cost_per_visit": built}
    expect(element.locator("[data-part=notice]")).to_be_visible()
    expect(element.locator("[data-part=notice]")).not_to_contain_text(script_word("restored", "en"))
    expect_answer(element, answer("visit_cost", "en", shown(element)))
    page.reload()
    live(page, "visit_cost")
    expect(page.locator("#visit_cost--cost_per_visit")).to_have_value(built)


def test_the_builder_offers_nothing_to_who_came_by_himself(page: Page, site_url: str) -> None:
    """Only a reader who came from a field is asked to take the answer there."""
    builder = open_calculator(page, site_url, "cost_per_visit", "en")
    expect(_offer(builder)).to_have_count(0)


def test_the_answer_of_the_example_is_computed_before_it_is_taken(page: Page, site_url: str) -> None:
    """A reader who changes nothing takes the answer to what stands in the builder's form."""
    element = open_calculator(page, site_url, "visit_cost", "nl")
    element.locator("[data-field=cost_per_visit] [data-action=build-up]").click()
    builder = live(page, "cost_per_visit")
    built = answer("cost_per_visit", "nl", shown(builder))["main"]["text"]
    _offer(builder).click()
    page.wait_for_url("**/calculators/visit_cost/**", timeout=START)
    live(page, "visit_cost")
    expect(page.locator("#visit_cost--cost_per_visit")).to_have_value(built)
    assert "/en/" not in page.url


def test_a_builder_on_the_same_page_is_used_there(page: Page, site_url: str) -> None:
    """A chapter with both calculators is not left: the answer goes from the one into the other."""
    page.goto(f"{site_url}{CHAPTER}")
    element, builder = live(page, "visit_cost"), live(page, "cost_per_visit")
    address = page.url
    before = shown(element)
    element.locator("[data-field=cost_per_visit] [data-action=build-up]").click()
    expect(builder.locator("input").first).to_be_focused()
    page.fill("#cost_per_visit--annual_pay", "91,000")
    _offer(builder).click()
    built = answer("cost_per_visit", "en", shown(builder))["main"]["text"]
    expect(page.locator("#visit_cost--cost_per_visit")).to_have_value(built, timeout=START)
    expect(page.locator("#visit_cost--cost_per_visit")).to_be_focused()
    expect(_offer(builder)).to_have_count(0)
    assert shown(element) == before | {"cost_per_visit": built}
    assert page.url == address
    expect_answer(element, answer("visit_cost", "en", shown(element)))


def test_a_review_is_looked_at_closer_and_takes_the_figures_back(page: Page, site_url: str) -> None:
    """The visits open with the review's figures; what the reader makes of them there stands in the review."""
    review = open_calculator(page, site_url, "account_review", "en")
    page.fill("#account_review--customer", "Terpstra")
    page.fill("#account_review--discount", "10")
    before = shown(review)
    review.locator("[data-closer=visit_cost]").click()
    visits = live(page, "visit_cost")
    expect(page.locator("#visit_cost--revenue")).to_have_value("13,500")
    expect(page.locator("#visit_cost--visits")).to_have_value("6")
    expect(visits.locator("[data-part=notice]")).to_contain_text("Account review")
    page.fill("#visit_cost--visits", "3")
    expect(visits).to_have_attribute("data-answer", "answered", timeout=START)
    page.reload()
    live(page, "visit_cost")
    expect(page.locator("#visit_cost--visits")).to_have_value("3")
    _offer(live(page, "visit_cost")).click()
    # Python starts once more after a reload, and computes before it hands over.
    expect(page.locator("#account_review-calculator")).to_be_attached(timeout=START)
    review = live(page, "account_review")
    expect(page.locator("#account_review--visits")).to_have_value("3")
    assert shown(review) == before | {"visits": "3"}
    expect_answer(review, answer("account_review", "en", shown(review)))

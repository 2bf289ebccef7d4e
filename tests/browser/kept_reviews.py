"""Kept reviews on the page of the account review, as a reader meets them."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from calculators.core.words import Lang
from site_build.words import page_words
from tests.browser.calculators.pages import ROOTS, live


def opened(page: Page, site_url: str, lang: Lang = "nl") -> Locator:
    """The kept reviews beside the account review, unfolded, with their list read."""
    page.goto(f"{site_url}{ROOTS[lang]}calculators/account_review/")
    return unfolded(page)


def unfolded(page: Page) -> Locator:
    """The kept reviews on the page that is shown."""
    live(page, "account_review")
    reviews = page.locator("kept-reviews")
    expect(reviews.locator("[data-part=loading]")).to_be_hidden()
    if reviews.locator("details").get_attribute("open") is None:
        reviews.locator("summary").click()
    return reviews


def visits(page: Page, number: str | None = None) -> Locator:
    """The field with the visits, and what is typed in it."""
    field = page.locator("#account_review--visits")
    if number is not None:
        field.fill(number)
    return field


def keep(reviews: Locator, name: str, number: str) -> None:
    """Keep the worked case with so many visits under a name."""
    visits(reviews.page, number)
    reviews.get_by_label(word("blocks", "name", reviews), exact=True).fill(name)
    reviews.get_by_role("button", name=word("blocks", "keep", reviews)).click()
    expect(names(reviews).filter(has_text=name)).to_have_count(1)


def word(section: str, key: str, reviews: Locator) -> str:
    """A word of the reviews, in the language of the page."""
    lang: Lang = "en" if "/en/" in reviews.page.url else "nl"
    return page_words(lang)[f"{section}.reviews.{key}"]


def names(reviews: Locator) -> Locator:
    """The names in the list."""
    return reviews.locator("[data-part=reviews] strong")


def act(reviews: Locator, what: str, name: str) -> None:
    """Press a button of one review."""
    reviews.get_by_role("button", name=f"{what}: {name}", exact=True).click()


def said(reviews: Locator) -> Locator:
    """The status line."""
    return reviews.get_by_role("status")


def write(page: Page, entries: dict[str, Any]) -> None:
    """Put something into the database of the reviews, as nobody does."""
    page.evaluate(
        """(entries) => new Promise((done) => {
            indexedDB.open("playbook-reviews").onsuccess = ({ target }) => {
                const change = target.result.transaction("reviews", "readwrite");
                for (const [id, value] of Object.entries(entries)) change.objectStore("reviews").put(value, id);
                change.oncomplete = done;
            };
        })""",
        entries,
    )

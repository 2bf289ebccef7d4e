"""The states of a calculator on its page, each reached as a reader reaches it."""

from collections.abc import Callable
from typing import Final

from playwright.sync_api import Locator, Page, expect

from calculators.core.words import Lang
from tests.browser.calculators.pages import ROOTS, START, held_python, live, open_calculator

NAME: Final = "visit_cost"
REVENUE: Final = f"#{NAME}--revenue"
LINK: Final = f"#~calculator={NAME}&lang=nl&revenue=30000&visits=12"


def _example(page: Page, site_url: str, lang: Lang) -> Locator:
    return open_calculator(page, site_url, NAME, lang)


def _loading(page: Page, site_url: str, lang: Lang) -> Locator:
    held_python(page.context)
    element = open_calculator(page, site_url, NAME, lang)
    page.fill(REVENUE, "30000")
    return _reached(element, "waiting")


def _own(page: Page, site_url: str, lang: Lang) -> Locator:
    element = open_calculator(page, site_url, NAME, lang)
    page.fill(REVENUE, "30000")
    return _reached(element, "answered")


def _refused(page: Page, site_url: str, lang: Lang) -> Locator:
    element = _own(page, site_url, lang)
    page.fill(REVENUE, "much")
    page.fill(f"#{NAME}--visits", "-1")
    return _reached(element, "refused")


def _failed(page: Page, site_url: str, lang: Lang) -> Locator:
    page.context.route("**/*.wasm", lambda route: route.abort())
    element = open_calculator(page, site_url, NAME, lang)
    page.fill(REVENUE, "30000")
    return _reached(element, "failed")


def _linked(page: Page, site_url: str, lang: Lang) -> Locator:
    held_python(page.context)
    element = open_calculator(page, site_url, NAME, lang, LINK)
    return _reached(element, "waiting")


def _restored(page: Page, site_url: str, lang: Lang) -> Locator:
    _own(page, site_url, lang)
    page.reload()
    return _reached(live(page, NAME), "answered")


def _other_language(page: Page, site_url: str, lang: Lang) -> Locator:
    other: Lang = "en" if lang == "nl" else "nl"
    _own(page, site_url, other)
    page.goto(f"{site_url}{ROOTS[lang]}calculators/{NAME}/")
    return _reached(live(page, NAME), "answered")


def _reached(element: Locator, answer: str) -> Locator:
    expect(element).to_have_attribute("data-answer", answer, timeout=START)
    return element


STATES: Final[dict[str, Callable[[Page, str, Lang], Locator]]] = {
    "example": _example,
    "loading": _loading,
    "own": _own,
    "refused": _refused,
    "failed": _failed,
    "linked": _linked,
    "restored": _restored,
    "other_language": _other_language,
}

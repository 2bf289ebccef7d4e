"""What tests of the mixed round share: the day, what a device keeps, and the cases of the round."""

import datetime as dt
import json
from typing import Final

from playwright.sync_api import Page, expect

from calculators.core.words import Lang
from site_build.words import page_words
from tests.browser.drills import NAMES

PAGES: Final[dict[Lang, str]] = {"nl": "training/mixed-round/", "en": "en/training/mixed-round/"}
MISSED: Final = NAMES[0]


def say(key: str, lang: Lang = "nl", **parts: object) -> str:
    """What the script of the mixed round says."""
    return page_words(lang)[f"scripts.mixed.{key}"].format(**parts)


def on_day(page: Page, day: str) -> None:
    """Let the clock of the reader's device stand still on a day; the first time before there is a page."""
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{day}T22:30"))


def cases_of_round(page: Page) -> list[str]:
    """The cases of the round, as devices keep them."""
    expect(page.locator("mixed-round .drill-case:visible")).to_have_count(1)
    cases = page.locator("mixed-round .drill-case").all()
    return [f"{case.get_attribute('data-drill')}/{case.get_attribute('data-case')}" for case in cases]


def opened_round(page: Page, site_url: str, day: str, lang: Lang = "nl") -> list[str]:
    """Visit the mixed round on a day; gives its cases."""
    on_day(page, day)
    page.goto(f"{site_url}{PAGES[lang]}")
    return cases_of_round(page)


def keep_cases(page: Page, site_url: str, cases: dict[str, str]) -> None:
    """Let this device have practised: for each case its box and its day."""
    on_day(page, "2026-11-26")
    page.goto(f"{site_url}training/")
    page.evaluate("(cases) => localStorage.setItem('drill-cases', cases)", json.dumps(cases))

"""What was missed comes back after a day, a week and a month; what a device keeps of it, forgets, or cannot keep."""

import json

import pytest
from playwright.sync_api import Page, expect

from calculators.core.words import LANGS, Lang
from site_build.words import page_words
from tests.browser.drills import NAMES, ROUND, answer, choices, shown_case
from tests.browser.mixed_rounds import MISSED, PAGES, cases_of_round, keep_cases, on_day, opened_round, say

# Leaves no room for a single sign more.
FILL = """() => {
  for (let text = "x".repeat(2 ** 20), part = 0; text; part += 1) {
    try { localStorage.setItem(`full-${part}`, text); } catch { text = text.slice(0, text.length >> 1); }
  }
}"""


def _answer_in_its_drill(page: Page, site_url: str, name: str, right: bool) -> None:
    """Answer a case on the page of its drill."""
    drill, _, case = name.partition("/")
    page.goto(f"{site_url}training/{drill}/#case-{case}")
    answer(page, right)


def test_what_was_missed_comes_back_after_a_day_a_week_and_a_month(page: Page, site_url: str) -> None:
    """Missed in a drill; right at each return; in both languages, which keep the same; then it is done."""
    plan = page.locator(".mixed-plan")
    on_day(page, "2026-11-26")
    _answer_in_its_drill(page, site_url, MISSED, right=False)
    assert MISSED not in opened_round(page, site_url, "2026-11-26", "en")
    expect(plan).to_contain_text(say("none_due", "en"))
    expect(plan).to_contain_text(say("next", "en", day="27 November 2026"))
    for eve, day, following in (
        ("2026-11-26", "2026-11-27", "4 december 2026"),
        ("2026-12-03", "2026-12-04", "4 januari 2027"),
        ("2027-01-03", "2027-01-04", ""),
    ):
        assert MISSED not in opened_round(page, site_url, eve)
        assert opened_round(page, site_url, day)[0] == MISSED
        expect(plan).to_contain_text(say("due", due=1))
        answer(page, right=True)
        page.evaluate("localStorage.removeItem('mixed-round')")
        assert MISSED not in opened_round(page, site_url, day)
        expect(plan).to_contain_text(say("next", day=following) if following else say("no_next"))
    assert MISSED not in opened_round(page, site_url, "2028-06-01")


def test_wrong_at_a_return_starts_over(page: Page, site_url: str) -> None:
    """A case that had got as far as a month comes back the next day."""
    keep_cases(page, site_url, {MISSED: "3 2026-10-26"})
    assert opened_round(page, site_url, "2026-11-26")[0] == MISSED
    answer(page, right=False)
    assert opened_round(page, site_url, "2026-11-27", "en")[0] == MISSED


def test_one_wrong_answer_in_a_case_is_a_miss(page: Page, site_url: str) -> None:
    """Right answers after it do not make up for it, whatever question it was."""
    on_day(page, "2026-11-26")
    drill, _, case = MISSED.partition("/")
    page.goto(f"{site_url}training/{drill}/#case-{case}")
    questions = shown_case(page).locator("check-question").all()
    for place, question in enumerate(questions):
        choices(question, right=place != len(questions) - 1)[0].check()
    assert opened_round(page, site_url, "2026-11-27")[0] == MISSED


def test_a_round_that_was_left_open_gives_way_the_next_day(page: Page, site_url: str) -> None:
    """Nothing of it is answered beforehand, and what was missed in it comes first."""
    missed = opened_round(page, site_url, "2026-11-26")[0]
    answer(page, right=False)
    assert opened_round(page, site_url, "2026-11-27")[0] == missed
    expect(page.locator("check-question[data-verdict]")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_due_and_nothing_new_is_said(page: Page, site_url: str, lang: Lang) -> None:
    """With the day on which the next case comes back, and ways to the drills."""
    keep_cases(page, site_url, {**dict.fromkeys(NAMES, "0 2026-11-01"), MISSED: "2 2026-11-24"})
    page.goto(f"{site_url}{PAGES[lang]}")
    plan = page.locator(".mixed-plan")
    expect(plan).to_contain_text(say("nothing", lang))
    day = {"nl": "1 december 2026", "en": "1 December 2026"}[lang]
    expect(plan).to_contain_text(say("next", lang, day=day))
    expect(page.locator(".drill-case, .drill-result")).to_have_count(0)
    page.locator("mixed-round").get_by_role("link").first.click()
    expect(page.locator("sales-drill")).to_be_visible()


def test_what_is_kept_can_be_cleared_and_brought_back(page: Page, site_url: str) -> None:
    """One button forgets all, at once and after a reload; another one brings it back, by keyboard as well."""
    keep_cases(page, site_url, {MISSED: "1 2026-11-20"})
    opened_round(page, site_url, "2026-11-26")
    clear = page.get_by_role("button", name=say("clear"))
    clear.click()
    status = page.locator(".mixed-told")
    expect(status).to_contain_text(say("cleared"))
    expect(page.locator(".mixed-plan")).to_have_text(f"{say('none_due')} {say('no_next')}")
    status.get_by_role("button").press("Enter")
    expect(status).to_have_text(say("restored"))
    expect(clear).to_be_focused()
    assert cases_of_round(page)[0] == MISSED
    clear.click()
    page.reload()
    cases_of_round(page)
    expect(page.locator(".mixed-plan")).to_have_text(f"{say('none_due')} {say('no_next')}")
    assert MISSED not in page.evaluate("JSON.stringify(localStorage.getItem('drill-cases'))")


def test_forgetting_twice_on_a_phone_can_be_undone(page: Page, site_url: str) -> None:
    """The way back is in sight of who presses the button, also where it was pressed twice; answers since then count."""
    page.set_viewport_size({"width": 390, "height": 844})
    keep_cases(page, site_url, {MISSED: "1 2026-11-20"})
    opened_round(page, site_url, "2026-11-26")
    for _ in range(2):
        page.get_by_role("button", name=say("clear")).click()
    undo = page.locator(".mixed-told").get_by_role("button")
    expect(undo).to_be_in_viewport()
    missed = cases_of_round(page)[0]
    assert missed != MISSED
    answer(page, right=False)
    undo.click()
    assert cases_of_round(page)[0] == MISSED
    kept = json.loads(page.evaluate("localStorage.getItem('drill-cases')"))
    assert kept == {MISSED: "1 2026-11-20", missed: "1 2026-11-26"}


def test_a_browser_that_has_no_room_left_promises_nothing(page: Page, site_url: str) -> None:
    """Once an answer cannot be kept it is said, and nothing is promised for tomorrow."""
    opened_round(page, site_url, "2026-11-26")
    page.evaluate(FILL)
    answer(page, right=False)
    status = page.locator(".drill-status")
    expect(status).to_have_text(say("not_kept"))
    said = status.evaluate_handle("(place) => place.firstChild")
    for _ in range(ROUND - 1):
        page.locator(".drill-next").click()
        answer(page, right=False)
    page.locator(".drill-next").click()
    assert status.evaluate("(place, said) => place.firstChild === said", said), "it is read out once"
    expect(page.locator(".drill-advice")).to_have_text(page_words("nl")["scripts.drill.missed"])

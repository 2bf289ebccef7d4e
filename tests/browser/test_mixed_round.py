"""The mixed round: cases of all drills, ten a round, in both languages, on a phone and by keyboard."""

import json
import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculators.core.words import LANGS, Lang
from site_build.words import page_words
from tests.browser.accessibility import overflow, violations
from tests.browser.drills import DRILLS, NAMES, ROUND, answer, shown_case
from tests.browser.mixed_rounds import PAGES, cases_of_round, keep_cases, on_day, opened_round, say


def test_a_round_starts_with_what_is_due_and_takes_the_drills_in_turn(page: Page, site_url: str) -> None:
    """The longest waiting first; then cases never seen, ten in all, and no drill twice before each had its turn."""
    waiting = [next(name for name in NAMES if name.startswith(f"{drill}/")) for drill in DRILLS]
    seen = NAMES[1]
    keep_cases(page, site_url, {**dict.fromkeys(waiting, "1 2026-11-20"), seen: "0 2026-11-20"})
    found = opened_round(page, site_url, "2026-11-26")
    assert len(found) == len(set(found)) == ROUND
    assert sorted(found[: len(waiting)]) == sorted(waiting)
    assert seen not in found
    after = [name.partition("/")[0] for name in found[len(waiting) :]]
    assert sorted(after[: len(DRILLS)]) == sorted(DRILLS)[: len(after)]
    expect(page.locator(".mixed-plan")).to_contain_text(say("due", due=len(waiting)))


def test_a_round_goes_on_after_a_reload_and_in_the_other_language(page: Page, site_url: str) -> None:
    """The same cases, with the answers that were given; at its end the score, and another round of other cases."""
    found = opened_round(page, site_url, "2026-11-26")
    answer(page, right=False)
    page.locator(".drill-next").click()
    expect(shown_case(page).locator("h2")).to_be_focused()
    page.reload()
    assert cases_of_round(page) == found
    expect(shown_case(page).locator("h2")).to_have_text(f"Situatie 2 van {ROUND}")
    page.locator("a.language-switch").click()
    expect(shown_case(page).locator("h2")).to_have_text(f"Situation 2 of {ROUND}")
    assert cases_of_round(page) == found
    for _ in range(ROUND - 1):
        answer(page, right=True)
        page.locator(".drill-next").click()
    expect(page.locator(".drill-result li")).to_have_count(1)
    expect(page.locator(".drill-result h2")).to_be_focused()
    expect(page.locator(".mixed-plan")).to_contain_text(say("next", "en", day="27 November 2026"))
    page.get_by_role("button", name=say("again", "en")).click()
    expect(shown_case(page).locator("h2")).to_have_text(f"Situation 1 of {ROUND}")
    expect(shown_case(page).locator("h2")).to_be_focused()
    assert set(cases_of_round(page)).isdisjoint(found)
    expect(page.locator("check-question[data-verdict]")).to_have_count(0)


def test_what_a_round_came_to_stays_until_another_one(page: Page, site_url: str) -> None:
    """Its score and what was missed, after a reload and in the other language."""
    opened_round(page, site_url, "2026-11-26")
    for place in range(ROUND):
        answer(page, right=place > 0)
        page.locator(".drill-next").click()
    score = page.locator(".drill-score")
    figures = re.findall(r"\d+", score.inner_text())
    page.reload()
    expect(score).to_be_visible()
    page.locator("a.language-switch").click()
    expect(page.locator(".drill-result h2")).to_have_text(say("result", "en"))
    assert re.findall(r"\d+", score.inner_text()) == figures
    expect(page.locator(".drill-result li")).to_have_count(1)


def test_cases_that_do_not_come_are_asked_for_again(context: BrowserContext, site_url: str) -> None:
    """While they are fetched it is said; a failure is said with a way to try again, which brings the round."""
    page = context.new_page()
    drill = f"**/training/{next(iter(DRILLS))}/"
    context.route(drill, lambda route: route.abort())
    page.goto(f"{site_url}{PAGES['en']}")
    status = page.locator(".drill-status")
    expect(status).to_contain_text(say("failed", "en"))
    expect(page.get_by_role("button", name=say("clear", "en"))).to_be_hidden()
    context.unroute(drill)
    context.route(drill, lambda route: route.fulfill(status=500, body="<p>Out of order</p>"))
    status.get_by_role("button").press("Enter")
    expect(status.get_by_role("button")).to_be_focused()
    expect(status).to_contain_text(say("failed", "en"))
    context.unroute(drill)
    status.get_by_role("button").press("Enter")
    assert len(cases_of_round(page)) == ROUND
    expect(status).to_be_empty()
    expect(shown_case(page).locator("h2")).to_be_focused()


def test_a_link_from_another_page_leads_to_a_round_and_away_from_it(page: Page, site_url: str) -> None:
    """Instant navigation brings the page without loading it; answers in it and in a drill after it are kept as one."""
    on_day(page, "2026-11-26")
    page.goto(f"{site_url}en/training/")
    page.evaluate("window.isTheSame = true")
    page.locator("a[href$='mixed-round/']:visible").first.click()
    missed = cases_of_round(page)[0]
    answer(page, right=False)
    page.locator("mixed-round").get_by_role("link").last.click()
    expect(page.locator("sales-drill .drill-case:visible")).to_have_count(1)
    page.go_back()
    assert cases_of_round(page)[0] == missed
    assert page.evaluate("window.isTheSame")
    assert json.loads(page.evaluate("localStorage.getItem('drill-cases')")) == {missed: "1 2026-11-26"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [320, 390])
def test_a_round_works_on_a_phone_and_by_keyboard(page: Page, site_url: str, lang: Lang, width: int) -> None:
    """No sideways scrolling and no fault that axe finds, also at the end; Tab, Space and Enter suffice."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site_url}{PAGES[lang]}")
    expect(shown_case(page).locator(".drill-situation")).to_be_in_viewport()
    shown_case(page).locator("h2").focus()
    for question in shown_case(page).locator("check-question").all():
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(question.locator(".question-said")).not_to_be_empty()
    assert overflow(page) <= 0
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(shown_case(page).locator("h2")).to_be_focused()
    for _ in range(ROUND - 1):
        answer(page, right=False)
        page.locator(".drill-next").click()
    expect(page.locator(".drill-result")).to_be_visible()
    assert overflow(page) <= 0
    assert violations(page) == []


def test_the_page_leads_to_the_drills_without_javascript(browser: Browser, site_url: str) -> None:
    """Each drill has its link, in words that make sense without a round above them."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{PAGES['nl']}")
    links = page.locator("mixed-round").get_by_role("link")
    assert [link.get_attribute("data-drill") for link in links.all()] == list(DRILLS)
    links.first.click()
    expect(page.locator(".drill-case").first).to_be_visible()
    context.close()


def test_a_page_that_hangs_is_given_up(context: BrowserContext, site_url: str) -> None:
    """A server that takes the question and never answers counts as one that cannot be reached; Retry asks again."""
    page = context.new_page()
    drill = f"**/training/{next(iter(DRILLS))}/"
    context.route(drill, lambda _route: None)
    page.goto(f"{site_url}{PAGES['en']}")
    status = page.locator(".drill-status")
    expect(status).to_contain_text(say("loading", "en"))
    expect(status).to_contain_text(say("failed", "en"), timeout=30_000)
    context.unroute(drill)
    status.get_by_role("button").click()
    assert len(cases_of_round(page)) == ROUND


@pytest.mark.parametrize("missed", [0, ROUND - 1])
def test_a_case_that_was_missed_leads_back_to_the_result(page: Page, site_url: str, missed: int) -> None:
    """One look at it from the result, and the result again, without all the cases after it."""
    opened_round(page, site_url, "2026-11-26", "en")
    for place in range(ROUND):
        answer(page, right=place != missed)
        page.locator(".drill-next").click()
    page.locator(".drill-result li button").click()
    expect(shown_case(page).locator("h2")).to_have_text(f"Situation {missed + 1} of {ROUND}")
    page.get_by_role("button", name=page_words("en")["scripts.drill.last"]).click()
    expect(page.locator(".drill-result h2")).to_be_focused()

"""The mixed round: cases of all drills, and what was missed comes back after a day, a week and a month."""

import datetime as dt
import json
import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculators.core.words import LANGS, Lang
from site_build.words import page_words
from tests.browser.accessibility import overflow, violations
from tests.browser.drills import DRILLS, NAMES, ROUND, answer, choices, shown_case

PAGES: dict[Lang, str] = {"nl": "training/mixed-round/", "en": "en/training/mixed-round/"}
MISSED = NAMES[0]
# Leaves no room for a single sign more.
FILL = """() => {
  for (let text = "x".repeat(2 ** 20), part = 0; text; part += 1) {
    try { localStorage.setItem(`full-${part}`, text); } catch { text = text.slice(0, text.length >> 1); }
  }
}"""


def _say(key: str, lang: Lang = "nl", **parts: object) -> str:
    return page_words(lang)[f"scripts.mixed.{key}"].format(**parts)


def _on(page: Page, day: str) -> None:
    """Let the clock of the reader's device stand still on a day; the first time before there is a page."""
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{day}T22:30"))


def _round(page: Page) -> list[str]:
    """The cases of the round, as devices keep them."""
    expect(page.locator("mixed-round .drill-case:visible")).to_have_count(1)
    cases = page.locator("mixed-round .drill-case").all()
    return [f"{case.get_attribute('data-drill')}/{case.get_attribute('data-case')}" for case in cases]


def _open(page: Page, site_url: str, day: str, lang: Lang = "nl") -> list[str]:
    """Visit the mixed round on a day; gives its cases."""
    _on(page, day)
    page.goto(f"{site_url}{PAGES[lang]}")
    return _round(page)


def _answer_in_its_drill(page: Page, site_url: str, name: str, right: bool) -> None:
    """Answer a case on the page of its drill."""
    drill, _, case = name.partition("/")
    page.goto(f"{site_url}training/{drill}/#case-{case}")
    answer(page, right)


def _keep(page: Page, site_url: str, cases: dict[str, str]) -> None:
    """Let this device have practised: for each case its box and its day."""
    _on(page, "2026-11-26")
    page.goto(f"{site_url}training/")
    page.evaluate("(cases) => localStorage.setItem('drill-cases', cases)", json.dumps(cases))


def test_what_was_missed_comes_back_after_a_day_a_week_and_a_month(page: Page, site_url: str) -> None:
    """Missed in a drill; right at each return; in both languages, which keep the same; then it is done."""
    plan = page.locator(".mixed-plan")
    _on(page, "2026-11-26")
    _answer_in_its_drill(page, site_url, MISSED, right=False)
    assert MISSED not in _open(page, site_url, "2026-11-26", "en")
    expect(plan).to_contain_text(_say("none_due", "en"))
    expect(plan).to_contain_text(_say("next", "en", day="27 November 2026"))
    for eve, day, following in (
        ("2026-11-26", "2026-11-27", "4 december 2026"),
        ("2026-12-03", "2026-12-04", "4 januari 2027"),
        ("2027-01-03", "2027-01-04", ""),
    ):
        assert MISSED not in _open(page, site_url, eve)
        assert _open(page, site_url, day)[0] == MISSED
        expect(plan).to_contain_text(_say("due", due=1))
        answer(page, right=True)
        page.evaluate("localStorage.removeItem('mixed-round')")
        assert MISSED not in _open(page, site_url, day)
        expect(plan).to_contain_text(_say("next", day=following) if following else _say("no_next"))
    assert MISSED not in _open(page, site_url, "2028-06-01")


def test_wrong_at_a_return_starts_over(page: Page, site_url: str) -> None:
    """A case that had got as far as a month comes back the next day."""
    _keep(page, site_url, {MISSED: "3 2026-10-26"})
    assert _open(page, site_url, "2026-11-26")[0] == MISSED
    answer(page, right=False)
    assert _open(page, site_url, "2026-11-27", "en")[0] == MISSED


def test_one_wrong_answer_in_a_case_is_a_miss(page: Page, site_url: str) -> None:
    """Right answers after it do not make up for it, whatever question it was."""
    _on(page, "2026-11-26")
    drill, _, case = MISSED.partition("/")
    page.goto(f"{site_url}training/{drill}/#case-{case}")
    questions = shown_case(page).locator("check-question").all()
    for place, question in enumerate(questions):
        choices(question, right=place != len(questions) - 1)[0].check()
    assert _open(page, site_url, "2026-11-27")[0] == MISSED


def test_a_round_starts_with_what_is_due_and_takes_the_drills_in_turn(page: Page, site_url: str) -> None:
    """The longest waiting first; then cases never seen, ten in all, and no drill twice before each had its turn."""
    waiting = [next(name for name in NAMES if name.startswith(f"{drill}/")) for drill in DRILLS]
    seen = NAMES[1]
    _keep(page, site_url, {**dict.fromkeys(waiting, "1 2026-11-20"), seen: "0 2026-11-20"})
    found = _open(page, site_url, "2026-11-26")
    assert len(found) == len(set(found)) == ROUND
    assert sorted(found[: len(waiting)]) == sorted(waiting)
    assert seen not in found
    after = [name.partition("/")[0] for name in found[len(waiting) :]]
    assert sorted(after[: len(DRILLS)]) == sorted(DRILLS)[: len(after)]
    expect(page.locator(".mixed-plan")).to_contain_text(_say("due", due=len(waiting)))


def test_a_round_goes_on_after_a_reload_and_in_the_other_language(page: Page, site_url: str) -> None:
    """The same cases, with the answers that were given; at its end the score, and another round of other cases."""
    found = _open(page, site_url, "2026-11-26")
    answer(page, right=False)
    page.locator(".drill-next").click()
    expect(shown_case(page).locator("h2")).to_be_focused()
    page.reload()
    assert _round(page) == found
    expect(shown_case(page).locator("h2")).to_have_text(f"Situatie 2 van {ROUND}")
    page.locator("a.language-switch").click()
    expect(shown_case(page).locator("h2")).to_have_text(f"Situation 2 of {ROUND}")
    assert _round(page) == found
    for _ in range(ROUND - 1):
        answer(page, right=True)
        page.locator(".drill-next").click()
    expect(page.locator(".drill-result li")).to_have_count(1)
    expect(page.locator(".drill-result h2")).to_be_focused()
    expect(page.locator(".mixed-plan")).to_contain_text(_say("next", "en", day="27 November 2026"))
    page.get_by_role("button", name=_say("again", "en")).click()
    expect(shown_case(page).locator("h2")).to_have_text(f"Situation 1 of {ROUND}")
    expect(shown_case(page).locator("h2")).to_be_focused()
    assert set(_round(page)).isdisjoint(found)
    expect(page.locator("check-question[data-verdict]")).to_have_count(0)


def test_a_round_that_was_left_open_gives_way_the_next_day(page: Page, site_url: str) -> None:
    """Nothing of it is answered beforehand, and what was missed in it comes first."""
    missed = _open(page, site_url, "2026-11-26")[0]
    answer(page, right=False)
    assert _open(page, site_url, "2026-11-27")[0] == missed
    expect(page.locator("check-question[data-verdict]")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_due_and_nothing_new_is_said(page: Page, site_url: str, lang: Lang) -> None:
    """With the day on which the next case comes back, and ways to the drills."""
    _keep(page, site_url, {**dict.fromkeys(NAMES, "0 2026-11-01"), MISSED: "2 2026-11-24"})
    page.goto(f"{site_url}{PAGES[lang]}")
    plan = page.locator(".mixed-plan")
    expect(plan).to_contain_text(_say("nothing", lang))
    day = {"nl": "1 december 2026", "en": "1 December 2026"}[lang]
    expect(plan).to_contain_text(_say("next", lang, day=day))
    expect(page.locator(".drill-case, .drill-result")).to_have_count(0)
    page.locator("mixed-round").get_by_role("link").first.click()
    expect(page.locator("sales-drill")).to_be_visible()


def test_what_is_kept_can_be_cleared_and_brought_back(page: Page, site_url: str) -> None:
    """One button forgets all, at once and after a reload; another one brings it back, by keyboard as well."""
    _keep(page, site_url, {MISSED: "1 2026-11-20"})
    _open(page, site_url, "2026-11-26")
    clear = page.get_by_role("button", name=_say("clear"))
    clear.click()
    status = page.locator(".mixed-told")
    expect(status).to_contain_text(_say("cleared"))
    expect(page.locator(".mixed-plan")).to_have_text(f"{_say('none_due')} {_say('no_next')}")
    status.get_by_role("button").press("Enter")
    expect(status).to_have_text(_say("restored"))
    expect(clear).to_be_focused()
    assert _round(page)[0] == MISSED
    clear.click()
    page.reload()
    _round(page)
    expect(page.locator(".mixed-plan")).to_have_text(f"{_say('none_due')} {_say('no_next')}")
    assert MISSED not in page.evaluate("JSON.stringify(localStorage.getItem('drill-cases'))")


def test_forgetting_twice_on_a_phone_can_be_undone(page: Page, site_url: str) -> None:
    """The way back is in sight of who presses the button, also where it was pressed twice; answers since then count."""
    page.set_viewport_size({"width": 390, "height": 844})
    _keep(page, site_url, {MISSED: "1 2026-11-20"})
    _open(page, site_url, "2026-11-26")
    for _ in range(2):
        page.get_by_role("button", name=_say("clear")).click()
    undo = page.locator(".mixed-told").get_by_role("button")
    expect(undo).to_be_in_viewport()
    missed = _round(page)[0]
    assert missed != MISSED
    answer(page, right=False)
    undo.click()
    assert _round(page)[0] == MISSED
    kept = json.loads(page.evaluate("localStorage.getItem('drill-cases')"))
    assert kept == {MISSED: "1 2026-11-20", missed: "1 2026-11-26"}


def test_what_a_round_came_to_stays_until_another_one(page: Page, site_url: str) -> None:
    """Its score and what was missed, after a reload and in the other language."""
    _open(page, site_url, "2026-11-26")
    for place in range(ROUND):
        answer(page, right=place > 0)
        page.locator(".drill-next").click()
    score = page.locator(".drill-score")
    figures = re.findall(r"\d+", score.inner_text())
    page.reload()
    expect(score).to_be_visible()
    page.locator("a.language-switch").click()
    expect(page.locator(".drill-result h2")).to_have_text(_say("result", "en"))
    assert re.findall(r"\d+", score.inner_text()) == figures
    expect(page.locator(".drill-result li")).to_have_count(1)


def test_a_browser_that_has_no_room_left_promises_nothing(page: Page, site_url: str) -> None:
    """Once an answer cannot be kept it is said, and nothing is promised for tomorrow."""
    _open(page, site_url, "2026-11-26")
    page.evaluate(FILL)
    answer(page, right=False)
    status = page.locator(".drill-status")
    expect(status).to_have_text(_say("not_kept"))
    said = status.evaluate_handle("(place) => place.firstChild")
    for _ in range(ROUND - 1):
        page.locator(".drill-next").click()
        answer(page, right=False)
    page.locator(".drill-next").click()
    assert status.evaluate("(place, said) => place.firstChild === said", said), "it is read out once"
    expect(page.locator(".drill-advice")).to_have_text(page_words("nl")["scripts.drill.missed"])


def test_cases_that_do_not_come_are_asked_for_again(context: BrowserContext, site_url: str) -> None:
    """While they are fetched it is said; a failure is said with a way to try again, which brings the round."""
    page = context.new_page()
    drill = f"**/training/{next(iter(DRILLS))}/"
    context.route(drill, lambda route: route.abort())
    page.goto(f"{site_url}{PAGES['en']}")
    status = page.locator(".drill-status")
    expect(status).to_contain_text(_say("failed", "en"))
    expect(page.get_by_role("button", name=_say("clear", "en"))).to_be_hidden()
    context.unroute(drill)
    context.route(drill, lambda route: route.fulfill(status=500, body="<p>Out of order</p>"))
    status.get_by_role("button").press("Enter")
    expect(status.get_by_role("button")).to_be_focused()
    expect(status).to_contain_text(_say("failed", "en"))
    context.unroute(drill)
    status.get_by_role("button").press("Enter")
    assert len(_round(page)) == ROUND
    expect(status).to_be_empty()
    expect(shown_case(page).locator("h2")).to_be_focused()


def test_a_link_from_another_page_leads_to_a_round_and_away_from_it(page: Page, site_url: str) -> None:
    """Instant navigation brings the page without loading it; answers in it and in a drill after it are kept as one."""
    _on(page, "2026-11-26")
    page.goto(f"{site_url}en/training/")
    page.evaluate("window.isTheSame = true")
    page.locator("a[href$='mixed-round/']:visible").first.click()
    missed = _round(page)[0]
    answer(page, right=False)
    page.locator("mixed-round").get_by_role("link").last.click()
    expect(page.locator("sales-drill .drill-case:visible")).to_have_count(1)
    page.go_back()
    assert _round(page)[0] == missed
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

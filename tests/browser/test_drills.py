"""Drills, as a reader uses them."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculators.core.words import LANGS, Lang
from site_build.drills import Case
from tests.browser.conftest import watched
from tests.browser.drills import DRILLS, ROUND, answer, choices, reason, shown_case

CHAPTER = "conversation/closing/"
DRILL = "training/price-objection/"
CASES = {case.name: case for case in DRILLS["price-objection"]}

# How much of the screen moved by itself, as browsers measure it; 0.1 is what they call good.
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.shifted += value; }))
  .observe({ type: "layout-shift", buffered: true });
"""
LITTLE = 0.02


def test_a_round_is_the_same_for_a_whole_class(browser: Browser, site_url: str) -> None:
    """The same code gives the same situations in the same order on another device and in the other language."""
    names = []
    for path in (DRILL, f"en/{DRILL}"):
        context = browser.new_context()
        page = context.new_page()
        faults = watched(page, site_url)
        page.goto(f"{site_url}{path}#round=les4")
        found: list[str] = []
        for number in range(ROUND):
            shown = shown_case(page)
            expect(shown).to_have_count(1)
            expect(shown.locator("h2")).to_contain_text(str(number + 1))
            found.append(shown.get_attribute("data-case") or "")
            answer(page, right=number != 2)
            page.locator(".drill-next").click()
        asks = [len(CASES[name].asks) for name in found]
        score = re.compile(rf"\b{sum(asks) - asks[2]}\b.*\b{sum(asks)}\b")
        expect(page.locator(".drill-score")).to_have_text(score)
        expect(page.locator(".drill-result li")).to_have_count(1)
        names.append(found)
        assert faults == []
        context.close()
    assert names[0] == names[1]
    assert len(set(names[0])) == ROUND
    assert set(names[0]) <= set(CASES)


def test_drill_counts_the_first_answer_and_resumes(page: Page, site_url: str) -> None:
    """An answer cannot be changed, a reload goes on where the reader was, and a new round starts from nothing."""
    page.goto(f"{site_url}{DRILL}#round=abc1")
    expect(shown_case(page)).to_have_count(1)
    answer(page, right=False)
    expect(page.locator(".drill-case:visible input:not(:checked):enabled")).to_have_count(0)
    page.locator(".drill-next").click()
    second = shown_case(page).get_attribute("data-case")
    expect(page.locator(".drill-case:visible h2")).to_be_focused()
    page.reload()
    expect(page.locator(f".drill-case[data-case={second}]")).to_be_visible()
    page.get_by_text("Speel deze ronde met een groep").click()
    page.get_by_label("Code van de ronde").fill("les4")
    page.get_by_label("Code van de ronde").press("Enter")
    expect(page).to_have_url(f"{site_url}{DRILL}#round=les4")
    expect(page.locator("check-question[data-verdict]")).to_have_count(0)


def test_the_question_of_a_situation_is_in_sight_on_a_phone(page: Page, site_url: str) -> None:
    """What only a group needs is folded away, so that a reader starts with the situation and its first answer."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}en/{DRILL}#round=les4")
    shown = shown_case(page)
    expect(shown.locator(".drill-situation")).to_be_in_viewport(ratio=1)
    expect(shown.locator("check-question label").first).to_be_in_viewport(ratio=1)
    expect(page.locator(".drill-case:visible ~ .drill-bar")).to_be_visible()
    expect(page.get_by_label("Code of the round")).to_be_hidden()


def test_drill_works_by_keyboard_alone(page: Page, site_url: str) -> None:
    """Tab, arrows and Enter are enough to answer a situation and go on."""
    page.goto(f"{site_url}en/{DRILL}#round=les4")
    expect(shown_case(page)).to_have_count(1)
    page.locator(".drill-case:visible h2").focus()
    for question in shown_case(page).locator("check-question").all():
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(question.locator(".question-said")).not_to_be_empty()
    page.keyboard.press("Tab")
    expect(page.locator(".drill-next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".drill-case:visible h2")).to_have_text(f"Situation 2 of {ROUND}")


def test_broken_code_of_a_round_is_refused_in_words(page: Page, site_url: str) -> None:
    """A code with other signs is explained, and a broken fragment gives a round all the same."""
    page.goto(f"{site_url}en/{DRILL}#round=%E0%A4%A")
    expect(shown_case(page)).to_have_count(1)
    page.get_by_text("Play this round with a group").click()
    code = page.get_by_label("Code of the round")
    code.fill("<script>")
    page.get_by_role("button", name="Play this round").click()
    expect(page.locator(".drill-status")).to_contain_text("1 to 12 letters and digits")
    expect(code).to_have_value("<script>")
    expect(code).to_be_focused()


def test_link_to_a_situation_shows_it_and_stays(page: Page, site_url: str) -> None:
    """A link to a situation shows it alone, with its questions; its address lasts, and a round starts when asked."""
    name, case = next(iter(CASES.items()))
    address = f"{site_url}{DRILL}#case-{name}"
    page.goto(address)
    shown = shown_case(page)
    expect(shown).to_have_count(1)
    expect(shown).to_have_attribute("data-case", name)
    expect(shown.locator("h2")).to_be_in_viewport()
    expect(shown.locator("h2 .headerlink")).to_have_attribute("href", address)
    answer(page, right=True)
    expect(shown.locator("check-question[data-verdict=right]")).to_have_count(len(case.asks))
    expect(page).to_have_url(address)
    page.get_by_role("button", name="Speel een ronde").click()
    expect(page).to_have_url(re.compile(r"#round=\w+$"))
    expect(page.locator(".drill-case:visible h2")).to_have_text(f"Situatie 1 van {ROUND}")
    page.go_back()
    expect(page).to_have_url(address)
    expect(shown).to_have_attribute("data-case", name)


def _case_that_is_heard() -> tuple[str, Case]:
    """A case in which something comes back after an answer, with its drill."""
    return next((name, case) for name, cases in DRILLS.items() for case in cases if case.asks[1].heard)


@pytest.mark.parametrize("lang", LANGS)
def test_what_comes_back_is_heard_when_the_question_before_is_answered(page: Page, site_url: str, lang: Lang) -> None:
    """Right or wrong, an answer brings what the customer says then and the next question; both stay."""
    name, case = _case_that_is_heard()
    heard = case.asks[1].heard
    assert heard
    page.goto(f"{site_url}{'en/' if lang == 'en' else ''}training/{name}/#case-{case.name}")
    first, second, *_ = shown_case(page).locator("check-question").all()
    expect(first.locator("label").first).to_be_visible()
    expect(shown_case(page).locator("check-question:visible")).to_have_count(1)
    expect(shown_case(page).locator(".question-heard:visible")).to_have_count(0)
    choices(first, right=False)[0].check()
    group = page.get_by_role("group", name=f"{heard[lang]} {case.asks[1].text[lang]}")
    for _ in range(2):
        expect(group.get_by_role("radio").first).to_be_visible()
        expect(group.locator(".question-heard")).to_have_text(heard[lang])
        expect(shown_case(page).locator("check-question:visible")).to_have_count(2)
        page.reload()
    expect(second.locator("input:checked")).to_have_count(0)


def test_what_comes_back_reads_in_its_order_without_javascript(browser: Browser, site_url: str) -> None:
    """The situation, the first question, what is heard, and the next question, all in sight."""
    name, case = _case_that_is_heard()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}training/{name}/")
    shown = page.locator(f"[data-case={case.name}]")
    for question in shown.locator("check-question").all():
        expect(question).to_be_visible()
    text = shown.inner_text()
    order = [case.situation, *(part for ask in case.asks for part in (ask.heard, ask.text) if part)]
    places = [text.index(part["nl"]) for part in order]
    assert places == sorted(places)
    context.close()


def test_cases_are_there_where_their_script_does_not_come(context: BrowserContext, site_url: str) -> None:
    """All of them at once, as without JavaScript: nothing is held back for a round that will not start."""
    page = context.new_page()
    context.route("**/practice-*.js", lambda route: route.abort())
    page.goto(site_url + DRILL)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator(".drill-situation").first).to_be_visible()
    assert page.locator(".drill-situation:visible").count() == len(CASES)


@pytest.mark.parametrize("path", [DRILL, "en/training/mixed-round/"])
def test_nothing_jumps_while_a_page_of_cases_is_loading(context: BrowserContext, site_url: str, path: str) -> None:
    """On a slow line, which paints what comes first before the scripts are there."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
    session.send("Network.emulateNetworkConditions", line)
    page.add_init_script(SHIFTS)
    page.goto(site_url + path)
    expect(shown_case(page).locator("label").first).to_be_visible()
    assert page.evaluate("window.shifted") < LITTLE


def test_address_without_a_round_is_left_alone(page: Page, site_url: str) -> None:
    """Neither a visit without a fragment nor one to a section is sent elsewhere, though both show a round."""
    for address in (f"{site_url}{DRILL}", f"{site_url}{DRILL}#__skip"):
        page.goto(address)
        expect(shown_case(page)).to_have_count(1)
        expect(page.locator(".drill-case:visible h2")).to_have_text(f"Situatie 1 van {ROUND}")
        expect(page).to_have_url(address)


def test_elements_put_back_in_a_page_listen_once(page: Page, site_url: str) -> None:
    """Listeners end with their element: taken out and put back, a drill still handles one answer once."""
    page.goto(f"{site_url}{DRILL}#round=les4")
    expect(shown_case(page)).to_have_count(1)
    handled = page.evaluate(
        """() => {
            const drill = document.querySelector("sales-drill");
            let handled = 0;
            const query = drill.querySelector;
            for (let time = 0; time < 3; time += 1) {
                const place = drill.parentNode;
                const next = drill.nextSibling;
                drill.remove();
                place.insertBefore(drill, next);
            }
            drill.querySelector = (selector) => {
                if (selector === ".drill-next") handled += 1;
                return query.call(drill, selector);
            };
            drill.querySelector("check-question").dispatchEvent(new Event("answered", { bubbles: true }));
            return handled;
        }"""
    )
    assert handled == 1


def test_drill_tells_the_right_answer_after_a_wrong_one(page: Page, site_url: str) -> None:
    """The one try of a drill was wrong: the right answer stands there with its reason, also after a reload."""
    page.goto(f"{site_url}{DRILL}#case-{next(iter(CASES))}")
    question = page.locator(".drill-case:visible check-question").first
    choices(question, right=False)[0].check()
    expect(question.locator(".question-said")).to_contain_text(reason(question))
    expect(question.locator(".question-give-up")).to_be_hidden()
    page.reload()
    expect(question.locator(".question-right")).to_contain_text(reason(question))


def test_a_drill_leaves_no_gap_on_paper(page: Page, site_url: str) -> None:
    """What keeps the page still on a screen keeps no room on a sheet."""
    page.goto(f"{site_url}en/{DRILL}")
    expect(shown_case(page)).to_have_count(1)
    page.emulate_media(media="print")
    bottom = "(place) => place.getBoundingClientRect().bottom"
    gap = page.locator("sales-drill").evaluate(bottom) - shown_case(page).evaluate(bottom)
    assert gap < 40

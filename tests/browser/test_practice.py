"""Self-checks, checklists and drills, as a reader uses them."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from site_build.drills import drill
from tests.browser.conftest import watched

CHAPTER = "conversation/closing/"
DRILL = "training/price-objection/"


def _answer(page: Page, right: bool) -> None:
    """Answer each question of the situation in sight, right or wrong."""
    for question in page.locator(".drill-case:visible check-question").all():
        answers = question.locator(".question-feedback")
        wanted = "true" if right else "false"
        place = next(i for i, found in enumerate(answers.all()) if found.get_attribute("data-right") == wanted)
        question.locator("input").nth(place).check()


def test_self_check_gives_feedback_and_is_kept(page: Page, site_url: str) -> None:
    """An answer brings its feedback and a score, stays after a reload and in the other language, and can be cleared."""
    page.goto(f"{site_url}{CHAPTER}")
    question = page.locator("check-question").first
    question.locator("input").nth(1).check()
    expect(question.locator(".question-said")).to_contain_text("Goed")
    expect(page.locator(".question-bar p")).to_have_text("1 van 4 goed beantwoord.")
    page.reload()
    expect(question).to_have_attribute("data-verdict", "right")
    page.locator("a.language-switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("check-question").first.locator(".question-said")).to_contain_text("Right")
    page.get_by_role("button", name="Clear my answers").click()
    expect(page.locator("check-question[data-verdict]")).to_have_count(0)
    page.reload()
    expect(page.locator("check-question[data-verdict]")).to_have_count(0)


def test_answers_and_ticks_of_the_first_edition_are_still_there(page: Page, site_url: str) -> None:
    """What was kept by number is kept by name from then on, and goes with its text wherever that is moved."""
    page.goto(f"{site_url}{CHAPTER}")
    expect(page.locator(".question-bar")).to_be_visible()
    page.evaluate(
        """() => {
            localStorage.setItem("checklist:closing:2", "1");
            localStorage.setItem("question:conversation/closing/:q1", "1");
        }"""
    )
    page.reload()
    tick = page.locator("[data-tick=bring-something-builds] input")
    expect(tick).to_be_checked()
    expect(page.locator("check-question").first).to_have_attribute("data-verdict", "right")
    assert page.evaluate("localStorage.getItem('checklist:closing:bring-something-builds')") == "1"
    kept = page.evaluate("localStorage.getItem('question:conversation/closing/:come-home-firm')")
    assert kept == "yes-appointment-goal"
    for before in ("checklist:closing:2", "question:conversation/closing/:q1"):
        assert page.evaluate("(key) => localStorage.getItem(key)", before) is None
    page.goto(f"{site_url}en/reference/checklists/")
    expect(tick).to_be_checked()


def test_self_check_reads_without_javascript(browser: Browser, site_url: str) -> None:
    """Without JavaScript the question and options stand there, with the answers folded."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{CHAPTER}")
    question = page.locator("check-question").first
    expect(question.locator(".question-options li")).to_have_count(3)
    expect(question.locator(".question-feedback").first).to_be_hidden()
    question.locator("summary").click()
    expect(question.locator(".question-feedback").first).to_be_visible()
    context.close()


def test_a_round_is_the_same_for_a_whole_class(browser: Browser, site_url: str) -> None:
    """The same code gives the same situations in the same order on another device and in the other language."""
    names = []
    for path in (DRILL, f"en/{DRILL}"):
        context = browser.new_context()
        page = context.new_page()
        faults = watched(page, site_url)
        page.goto(f"{site_url}{path}#round=les4")
        found = []
        for number in range(8):
            shown = page.locator(".drill-case:visible")
            expect(shown).to_have_count(1)
            expect(shown.locator("h2")).to_contain_text(str(number + 1))
            found.append(shown.get_attribute("data-case"))
            _answer(page, right=number != 2)
            page.locator(".drill-next").click()
        expect(page.locator(".drill-score")).to_contain_text("14")
        expect(page.locator(".drill-result li")).to_have_count(1)
        names.append(found)
        assert faults == []
        context.close()
    assert names[0] == names[1]
    assert len(set(names[0])) == 8
    assert set(names[0]) <= {case.name for case in drill("price-objection").cases}


def test_drill_counts_the_first_answer_and_resumes(page: Page, site_url: str) -> None:
    """An answer cannot be changed, a reload goes on where the reader was, and a new round starts from nothing."""
    page.goto(f"{site_url}{DRILL}#round=abc1")
    expect(page.locator(".drill-case:visible")).to_have_count(1)
    _answer(page, right=False)
    expect(page.locator(".drill-case:visible input:not(:checked):enabled")).to_have_count(0)
    page.locator(".drill-next").click()
    second = page.locator(".drill-case:visible").get_attribute("data-case")
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
    shown = page.locator(".drill-case:visible")
    expect(shown.locator(".drill-situation")).to_be_in_viewport(ratio=1)
    expect(shown.locator("check-question label").first).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("Code of the round")).to_be_hidden()


def test_drill_works_by_keyboard_alone(page: Page, site_url: str) -> None:
    """Tab, arrows and Enter are enough to answer a situation and go on."""
    page.goto(f"{site_url}en/{DRILL}#round=les4")
    expect(page.locator(".drill-case:visible")).to_have_count(1)
    page.locator(".drill-case:visible h2").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".drill-case:visible .question-said").last).not_to_be_empty()
    page.keyboard.press("Tab")
    expect(page.locator(".drill-next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".drill-case:visible h2")).to_have_text("Situation 2 of 8")


def test_broken_code_of_a_round_is_refused_in_words(page: Page, site_url: str) -> None:
    """A code with other signs is explained, and a broken fragment gives a round all the same."""
    page.goto(f"{site_url}en/{DRILL}#round=%E0%A4%A")
    expect(page.locator(".drill-case:visible")).to_have_count(1)
    page.get_by_text("Play this round with a group").click()
    code = page.get_by_label("Code of the round")
    code.fill("<script>")
    page.get_by_role("button", name="Play this round").click()
    expect(page.locator(".drill-status")).to_contain_text("1 to 12 letters and digits")
    expect(code).to_have_value("<script>")
    expect(code).to_be_focused()


def test_link_to_a_situation_shows_it_and_stays(page: Page, site_url: str) -> None:
    """A link to a situation shows it alone, with its questions; its address lasts, and a round starts when asked."""
    address = f"{site_url}{DRILL}#case-crane-later"
    page.goto(address)
    shown = page.locator(".drill-case:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_attribute("data-case", "crane-later")
    expect(shown.locator("h2")).to_be_in_viewport()
    expect(shown.locator("h2 .headerlink")).to_have_attribute("href", address)
    _answer(page, right=True)
    expect(shown.locator("check-question[data-verdict=right]")).to_have_count(2)
    expect(page).to_have_url(address)
    page.get_by_role("button", name="Speel een ronde").click()
    expect(page).to_have_url(re.compile(r"#round=\w+$"))
    expect(page.locator(".drill-case:visible h2")).to_have_text("Situatie 1 van 8")
    page.go_back()
    expect(page).to_have_url(address)
    expect(shown).to_have_attribute("data-case", "crane-later")


def test_address_without_a_round_is_left_alone(page: Page, site_url: str) -> None:
    """Neither a visit without a fragment nor one to a section is sent elsewhere, though both show a round."""
    for address in (f"{site_url}{DRILL}", f"{site_url}{DRILL}#__skip"):
        page.goto(address)
        expect(page.locator(".drill-case:visible")).to_have_count(1)
        expect(page.locator(".drill-case:visible h2")).to_have_text("Situatie 1 van 8")
        expect(page).to_have_url(address)


def test_elements_put_back_in_a_page_listen_once(page: Page, site_url: str) -> None:
    """Listeners end with their element: taken out and put back, a drill still handles one answer once."""
    page.goto(f"{site_url}{DRILL}#round=les4")
    expect(page.locator(".drill-case:visible")).to_have_count(1)
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


def _choices(question: Locator, right: bool) -> list[Locator]:
    """The choices of a question that are right, or those that are wrong."""
    wanted = "true" if right else "false"
    answers = question.locator(".question-feedback").all()
    return [
        question.locator("input").nth(place)
        for place, answer in enumerate(answers)
        if answer.get_attribute("data-right") == wanted
    ]


def _reason(question: Locator) -> str:
    """Why the right answer is right, as the page holds it folded."""
    return question.locator(".question-feedback[data-right=true] > :last-child").text_content() or ""


def test_drill_tells_the_right_answer_after_a_wrong_one(page: Page, site_url: str) -> None:
    """The one try of a drill was wrong: the right answer stands there with its reason, also after a reload."""
    page.goto(f"{site_url}{DRILL}#case-crane-later")
    question = page.locator(".drill-case:visible check-question").first
    _choices(question, right=False)[0].check()
    expect(question.locator(".question-said")).to_contain_text(_reason(question))
    expect(question.locator(".question-give-up")).to_be_hidden()
    page.reload()
    expect(question.locator(".question-right")).to_contain_text(_reason(question))


def test_self_check_tells_the_right_answer_after_the_last_try(page: Page, site_url: str) -> None:
    """A first wrong answer leaves one more try; a second one brings the right answer, and both stay."""
    page.goto(f"{site_url}{CHAPTER}")
    question = page.locator("check-question").first
    first, second = _choices(question, right=False)
    first.check()
    expect(question.locator(".question-said")).not_to_be_empty()
    expect(question.locator(".question-right")).to_have_count(0)
    second.check()
    expect(question.locator(".question-right")).to_contain_text(_reason(question))
    expect(question.locator("input:enabled")).to_have_count(1)
    page.reload()
    expect(question.locator(".question-right")).to_contain_text(_reason(question))
    expect(second).to_be_checked()
    page.get_by_role("button", name="Wis mijn antwoorden").click()
    expect(question.locator("input:enabled")).to_have_count(3)
    page.reload()
    expect(question.locator(".question-right")).to_have_count(0)


def test_self_check_can_be_given_up_by_keyboard(page: Page, site_url: str) -> None:
    """Arrows pass an option by without answering; the answer can be asked for, and the keyboard keeps its place."""
    page.goto(f"{site_url}en/{CHAPTER}")
    question = page.locator("check-question").first
    choices = question.locator("input")
    choices.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(choices.nth(2)).to_be_focused()
    expect(question).not_to_have_attribute("data-verdict", re.compile("."))
    page.keyboard.press("Space")
    expect(question).to_have_attribute("data-verdict", "wrong")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show the answer")).to_be_focused()
    page.keyboard.press("Enter")
    expect(question.locator("[role=status] .question-right")).to_contain_text(_reason(question))
    expect(choices.nth(2)).to_be_focused()
    page.reload()
    expect(question.locator(".question-right")).to_be_visible()
    expect(page.locator(".question-bar p")).to_have_text("0 of 4 answered right.")

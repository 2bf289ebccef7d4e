"""Self-checks and checklists, as a reader uses them."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.drills import choices, reason

CHAPTER = "conversation/closing/"


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


def test_self_check_tells_the_right_answer_after_the_last_try(page: Page, site_url: str) -> None:
    """A first wrong answer leaves one more try; a second one brings the right answer, and both stay."""
    page.goto(f"{site_url}{CHAPTER}")
    question = page.locator("check-question").first
    first, second = choices(question, right=False)
    first.check()
    expect(question.locator(".question-said")).not_to_be_empty()
    expect(question.locator(".question-right")).to_have_count(0)
    second.check()
    expect(question.locator(".question-right")).to_contain_text(reason(question))
    expect(question.locator("input:enabled")).to_have_count(1)
    page.reload()
    expect(question.locator(".question-right")).to_contain_text(reason(question))
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
    expect(question.locator("[role=status] .question-right")).to_contain_text(reason(question))
    expect(choices.nth(2)).to_be_focused()
    page.reload()
    expect(question.locator(".question-right")).to_be_visible()
    expect(page.locator(".question-bar p")).to_have_text("0 of 4 answered right.")


def test_a_chosen_answer_is_filled_on_paper(page: Page, site_url: str) -> None:
    """By its edge, which printers do not leave out as they do backgrounds; the others stay open."""
    page.goto(f"{site_url}{CHAPTER}")
    choices = page.locator("check-question").first.locator("input")
    choices.nth(1).check()
    page.emulate_media(media="print")
    edge = "(box) => parseFloat(getComputedStyle(box).borderTopWidth) * 2 / box.offsetWidth"
    assert choices.nth(1).evaluate(edge) >= 0.9
    assert choices.first.evaluate(edge) < 0.5

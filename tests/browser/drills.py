"""What tests of drills share: their cases, and answers to the case in sight."""

from typing import Final

from playwright.sync_api import Locator, Page

from site_build.blocks.drill import CASES_A_ROUND
from site_build.content import content_names
from site_build.drills import drill

DRILLS: Final = {name: drill(name).cases for name in content_names("drills")}
# Every case, as devices keep them.
NAMES: Final = [f"{name}/{case.name}" for name, cases in DRILLS.items() for case in cases]
ROUND: Final = CASES_A_ROUND


def shown_case(page: Page) -> Locator:
    """The case in sight."""
    return page.locator(".drill-case:visible")


def choices(question: Locator, right: bool) -> list[Locator]:
    """The choices of a question that are right, or those that are wrong."""
    wanted = "true" if right else "false"
    answers = question.locator(".question-feedback").all()
    return [
        question.locator("input").nth(place)
        for place, answer in enumerate(answers)
        if answer.get_attribute("data-right") == wanted
    ]


def reason(question: Locator) -> str:
    """Why the right answer is right, as the page holds it folded."""
    return question.locator(".question-feedback[data-right=true] > :last-child").text_content() or ""


def answer(page: Page, right: bool) -> None:
    """Answer each question of the case in sight, one after the other, right or wrong."""
    for question in shown_case(page).locator("check-question").all():
        choices(question, right)[0].check()

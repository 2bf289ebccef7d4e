"""What stays in sight while figures are changed: the answer beside the form, or one line of it above the form."""

from calculators.core.declarations import Declaration
from calculators.evaluation import Answer
from calculators.writers.html.answer import (
    answer_details,
    answer_figures,
    answer_head,
    answer_line,
    answer_pictures,
)
from calculators.writers.html.markup import Html, element, identifier, joined
from site_build.words import word


def line_html(answer: Answer) -> Html:
    """The answer in one line, which leads to the whole of it; where both are in sight there is no line."""
    attributes = {
        "class": "calculator-line",
        "data-part": "line",
        "data-example": word("calculator.example", answer.words.lang),
        "href": f"#{_verdict_of(answer)}",
    }
    return element("a", attributes, answer_line(answer))


def outcome_html(answer: Answer, declared: Declaration) -> Html:
    """The main answer, how far Python is, and pictures; where there are none, all figures take their place."""
    pictures = element("div", {"class": "calculator-pictures", "data-part": "pictures"}, answer_pictures(answer))
    figures = "" if declared.pictures else _figures(answer)
    verdict = element("div", {"class": "calculator-verdict"}, _head(answer), _state())
    return element("div", {"class": "calculator-outcome"}, verdict, pictures, figures)


def details_html(answer: Answer, declared: Declaration) -> Html:
    """Everything that the outcome does not hold."""
    details = element("div", {"class": "calculator-answer", "data-part": "details"}, answer_details(answer, {}))
    return joined(_figures(answer) if declared.pictures else "", details)


def _figures(answer: Answer) -> Html:
    return element("div", {"class": "calculator-figures", "data-part": "figures"}, answer_figures(answer))


def _verdict_of(answer: Answer) -> str:
    return identifier(answer.calculator, "verdict")


def _state() -> Html:
    """What the answer is worth, and how far Python is."""
    return element(
        "div",
        {"class": "calculator-state"},
        element("p", {"class": "calculator-message", "data-part": "message", "hidden": True}),
        element("div", {"class": "calculator-status", "data-part": "python"}),
    )


def _head(answer: Answer) -> Html:
    """The main answer, and what is said of it."""
    lang = answer.words.lang
    return element(
        "section",
        {"class": "calculator-head", "aria-label": answer.title},
        element("p", {"class": "answer-example", "data-part": "example"}, word("calculator.example", lang)),
        element("div", {"data-part": "head", "id": _verdict_of(answer), "tabindex": "-1"}, answer_head(answer)),
        element("p", {"class": "answer-none"}, word("calculator.none_on_paper", lang)),
        element("div", {"class": "calculator-notice", "data-part": "build-up", "hidden": True}),
        element("p", {"class": "only-heard", "role": "status", "data-part": "status"}),
    )

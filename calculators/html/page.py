"""A whole calculator as it stands in a page: form, worked example and the words that a script needs."""

import json
from collections.abc import Mapping
from typing import Final

from calculators.catalogue import calculator
from calculators.core.fields import Calculator
from calculators.core.text import Lang, Text
from calculators.evaluation import Outcome, Texts, evaluate
from calculators.html import words
from calculators.html.answer import answer_details, answer_headline
from calculators.html.form import TypedTexts, form
from calculators.html.markup import Html, element, identifier
from calculators.present.tables import rows_from_text
from calculators.present.values import typed_cell

PRESET_LANG: Final[Lang] = "en"
SCRIPT_WORDS: Final[dict[str, Text]] = {
    "starting": words.STARTING,
    "loading": words.LOADING,
    "working": words.WORKING,
    "ready": words.READY,
    "failed": words.FAILED,
    "retry": words.RETRY,
    "stale": words.STALE,
    "copied": words.COPIED,
    "notCopied": words.NOT_COPIED,
    "ignored": words.STATE_IGNORED,
    "restored": words.RESTORED,
    "reset": words.RESET_DONE,
}


class PresetError(ValueError):
    """A preset in a page that the calculator does not take."""


def calculator_html(name: str, lang: Lang, preset: Mapping[str, str] | None = None) -> Html:
    """The calculator `name` in `lang`, with a worked example from `preset` (plain English notation).

    Raises:
        PresetError: the preset has a fault, or there is no calculator of that name.
    """
    try:
        declared = calculator(name)
    except KeyError:
        message = f"there is no calculator called {name!r}"
        raise PresetError(message) from None
    given: Texts = dict(preset or {})
    outcome = evaluate(name, given, PRESET_LANG)
    if outcome.result is None:
        faults = "; ".join(f"{problem.field}: {problem.text['en']}" for problem in outcome.problems)
        message = f"preset of {name}: {faults}"
        raise PresetError(message)
    texts = example_texts(name, lang, preset or {})
    return element(
        "sales-calculator",
        {
            "class": "calculator",
            "id": f"{identifier(name)}-calculator",
            "data-calculator": name,
            "data-lang": lang,
            "data-words": json.dumps({key: text[lang] for key, text in SCRIPT_WORDS.items()}, ensure_ascii=False),
        },
        element("noscript", {}, element("p", {"class": "calculator-without-script"}, words.WITHOUT_SCRIPT[lang])),
        element(
            "div",
            {"class": "calculator-work"},
            _head(outcome, declared, lang),
            form(declared, texts, lang),
        ),
        element(
            "section",
            {"class": "calculator-result", "aria-label": f"{words.ALL_ANSWERS[lang]}: {declared.title[lang]}"},
            element("div", {"class": "calculator-answer", "data-part": "details"}, answer_details(outcome, lang)),
            _share_actions(lang),
        ),
    )


def _head(outcome: Outcome, declared: Calculator, lang: Lang) -> Html:
    """What stays in sight while figures are changed: the first answer, and how far Python is."""
    return element(
        "section",
        {"class": "calculator-head", "aria-label": f"{words.ANSWER[lang]}: {declared.title[lang]}"},
        element("p", {"class": "calculator-notice", "role": "status", "data-part": "notice", "hidden": True}),
        element("div", {"data-part": "headline", "tabindex": "-1"}, answer_headline(outcome, lang)),
        element(
            "div",
            {"class": "calculator-status"},
            element("p", {"role": "status", "data-part": "status"}, words.EXAMPLE[lang]),
        ),
    )


def example_texts(name: str, lang: Lang, preset: Mapping[str, str]) -> TypedTexts:
    """What stands in every field at first, as a person would type it in `lang`."""
    texts: dict[str, str | list[list[str]]] = {}
    for field in calculator(name).fields:
        plain = preset.get(field.name, field.default)
        if field.kind == "table":
            texts[field.name] = [
                [typed_cell(column, cell, lang) for column, cell in zip(field.columns, row, strict=True)]
                for row in rows_from_text(plain)
            ]
        else:
            texts[field.name] = typed_cell(field, plain, lang)
    return texts


def _share_actions(lang: Lang) -> Html:
    def action(name: str, text: Text) -> Html:
        return element("button", {"type": "button", "class": "button button--quiet", "data-action": name}, text[lang])

    return element(
        "div", {"class": "calculator-actions"}, action("copy-link", words.COPY_LINK), action("print", words.PRINT)
    )

"""A whole calculator as it stands in a page: form and worked example."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from calculators.catalogue import NAMES, declaration, words_of
from calculators.core.declarations import Declaration
from calculators.core.words import Lang, Words
from calculators.evaluation import Answer, Question, Refusal, evaluate
from calculators.evaluation.influence import heaviest_fields
from calculators.present.tables import rows_from_text
from calculators.present.values import typed_plain
from calculators.writers.html.markup import Html, element, identifier, joined
from site_build.calculators.form import FilledForm, TypedTexts, form_html
from site_build.calculators.list_field import demo_list, list_parts
from site_build.calculators.outcome import details_html, line_html, outcome_html
from site_build.errors import MendableError
from site_build.words import word

PRESET_LANG: Final[Lang] = "en"


class PresetError(MendableError):
    """A preset in a page that the calculator does not take."""


def calculator_html(name: str, lang: Lang, preset: Mapping[str, str], today: date, list_file: str = "") -> Html:
    """The calculator `name` in `lang`, with a worked example from `preset` (plain English notation).

    `list_file` names the demo list of the example, where the calculator takes a list.

    Raises:
        PresetError: the preset has a fault, or there is no calculator of that name.
    """
    declared, words = declared_by(name), words_of(name, lang)
    demo = demo_list(declared, list_file, words)
    rows = {field: demo[field].rows for field in demo}
    asked = Question(name, dict(preset), lang, dict.fromkeys(preset, PRESET_LANG), today, rows)
    answer = worked_example(asked)
    without_script = element("p", {"class": "calculator-without-script"}, word("calculator.without_script", lang))
    return element(
        "sales-calculator",
        {
            "class": "calculator",
            "id": f"{identifier(name)}-calculator",
            "data-calculator": name,
            "data-lang": lang,
            "data-named-by": declared.named_by or None,
            # Whose answer stands there, and what it is worth: see frontend/calculator/answer-state.js.
            "data-answer": "example",
            "data-shown": "example",
        },
        element("noscript", {}, without_script),
        element(
            "div",
            {"class": "calculator-work"},
            element("div", {"class": "calculator-notice", "data-part": "notice", "hidden": True}),
            *list_parts(declared, demo, words),
            element(
                "div",
                {"class": "calculator-bench"},
                line_html(answer),
                form_html(FilledForm(declared, example_texts(declared, words, preset), heaviest_fields(asked), words)),
                outcome_html(answer, declared),
            ),
            _result(answer, declared, lang, has_list=bool(demo)),
        ),
    )


def _result(answer: Answer, declared: Declaration, lang: Lang, *, has_list: bool) -> Html:
    """What stands below the figures and their outcome, over the whole width."""
    return element(
        "div",
        {"class": "calculator-result"},
        details_html(answer, declared),
        "" if has_list else _weights_part(declared, lang),
        _share_part(declared, lang),
    )


def declared_by(name: str) -> Declaration:
    """The calculator of that name.

    Raises:
        PresetError: there is none.
    """
    if name not in NAMES:
        message = f"There is no calculator called {name!r}: mend the block in the page."
        raise PresetError(message)
    return declaration(name)


def worked_example(asked: Question) -> Answer:
    """The worked example of the preset.

    Raises:
        PresetError: the preset has a fault.
    """
    answer = evaluate(asked)
    if isinstance(answer, Refusal):
        faults = "; ".join(f"{fault.field}: {fault.message}" for fault in answer.faults)
        message = f"The preset of {asked.calculator} has a fault: {faults}"
        raise PresetError(message)
    return answer


def example_texts(declared: Declaration, words: Words, preset: Mapping[str, str]) -> TypedTexts:
    """What stands in every field at first, as a person would type it."""
    texts: dict[str, str | list[list[str]]] = {}
    for field in declared.fields:
        plain = preset.get(field.name, field.default)
        if field.kind == "table":
            texts[field.name] = [
                [typed_plain(column, cell, words) for column, cell in zip(field.columns, row, strict=True)]
                for row in rows_from_text(field, plain)
            ]
        else:
            texts[field.name] = typed_plain(field, plain, words)
    return texts


def _weights_part(declared: Declaration, lang: Lang) -> Html:
    """Where a reader can see which figures move the answer most, once a script takes over."""
    attributes = {"class": "answer-weights", "data-part": "weights", "id": identifier(declared.name, "weights")}
    return element(
        "details",
        attributes,
        element("summary", {}, word("calculator.weights", lang)),
        element("div", {"data-part": "weights-content", "aria-live": "off"}),
    )


def _share_part(declared: Declaration, lang: Lang) -> Html:
    """A link, a workbook, and the answer on paper under the name of the customer, once a script takes over."""
    return element(
        "div",
        {"class": "share-part"},
        "" if declared.named_by else _customer(declared, lang),
        _action("print", word("calculator.print", lang)),
        _action("copy-link", word("calculator.copy_link", lang)),
        _action("workbook", word("calculator.workbook", lang)),
        element("div", {"class": "link-preview", "data-part": "link-preview", "hidden": True}),
        element("p", {"class": "calculator-said", "role": "status", "data-part": "copied"}),
    )


def _action(name: str, text: str) -> Html:
    attributes: dict[str, str | bool | None] = {
        "type": "button",
        "class": "button button--quiet",
        "data-action": name,
        "disabled": True,
    }
    return element("button", attributes, text)


def _customer(declared: Declaration, lang: Lang) -> Html:
    """Whose figures they are, where no field asks for it."""
    own = identifier(declared.name, "customer")
    customer: dict[str, str | bool | None] = {
        "type": "text",
        "id": own,
        "data-part": "customer",
        "maxlength": "100",
        "autocomplete": "off",
        "spellcheck": "false",
        "aria-describedby": f"{own}--hint",
        "disabled": True,
    }
    return joined(
        element("label", {"for": own}, word("calculator.customer", lang)),
        element("p", {"class": "field-hint", "id": f"{own}--hint"}, word("calculator.customer_hint", lang)),
        element("span", {"class": "field-box"}, element("input", customer)),
    )

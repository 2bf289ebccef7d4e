"""The form of a calculator, as it stands in the page before any script runs."""

from collections.abc import Mapping
from typing import Final

from calculators.core.declarations import Declaration
from calculators.core.fields import Field, Group
from calculators.core.words import Words
from calculators.present.quantities import code_label
from calculators.writers.html.markup import Html, element, identifier, joined
from site_build.calculators.inputs import labelled_input
from site_build.calculators.rows import rows_of_inputs
from site_build.words import word

TypedTexts = Mapping[str, str | list[list[str]]]


def form(declared: Declaration, texts: TypedTexts, words: Words) -> Html:
    """The form, filled with `texts` as typed in the language of the words.

    Inputs are read-only until a script takes over.
    """
    lang = words.lang
    return element(
        "form",
        {"class": "calculator-form", "novalidate": True, "aria-label": words["title"]},
        element(
            "div",
            {"class": "calculator-errors", "data-part": "errors", "tabindex": "-1", "hidden": True},
        ),
        *(_group(declared, group, texts, words) for group in declared.groups),
        element(
            "div",
            {"class": "calculator-actions"},
            element(
                "button",
                {"type": "submit", "class": "button button--loud", "disabled": True},
                word("calculator.calculate", lang),
            ),
            element(
                "button",
                {"type": "button", "class": "button button--quiet", "data-action": "reset"},
                word("calculator.reset", lang),
            ),
        ),
    )


def _group(declared: Declaration, group: Group, texts: TypedTexts, words: Words) -> Html:
    """The fields of a group under their heading; a folded group is a disclosure."""
    label = words[f"groups.{group.name}"]
    fields = (_field(declared, field, texts[field.name], words) for field in group.fields)
    body = element("div", {"class": "field-group-fields"}, *fields)
    own = identifier(declared.name, "group", group.name)
    if group.folded:
        attributes: dict[str, str | bool | None] = {"class": "field-group", "data-group": group.name, "id": own}
        return element("details", attributes, element("summary", {}, label), body)
    heading = element("h3", {"class": "calculator-subtitle", "id": own}, label)
    return element("div", {"class": "field-group", "role": "group", "aria-labelledby": own}, heading, body)


def _field(declared: Declaration, field: Field, text: str | list[list[str]], words: Words) -> Html:
    own = identifier(declared.name, field.name)
    attributes: dict[str, str | bool | None] = {
        "class": f"field field-{field.kind}",
        "data-field": field.name,
        "data-kind": field.kind,
        "data-only-when": "=".join(field.only_when) if field.only_when else None,
        "data-built-by": field.built_by,
    }
    described = f"{own}--hint {own}--error {own}--note {own}--language"
    if isinstance(text, list) or field.kind == "choice":
        content = (
            rows_of_inputs(field, own, text, words) if isinstance(text, list) else _choices(field, own, text, words)
        )
        attributes |= {"aria-describedby": described}
        legend = element("legend", {}, _label(field, words))
        return element("fieldset", attributes, legend, _hint(field, own, words), content, _messages(own))
    return element(
        "div",
        attributes,
        element("label", {"for": own}, _label(field, words)),
        _hint(field, own, words),
        labelled_input(field, own, text, described),
        _messages(own),
    )


def _label(field: Field, words: Words) -> Html:
    optional = f" ({word('calculator.optional', words.lang)})" if field.optional else ""
    mark = element("span", {"class": "field-optional"}, optional) if optional else ""
    return joined(words[f"fields.{field.name}.label"], mark)


def _hint(field: Field, own: str, words: Words) -> Html:
    """The help of a field; where its default is weak, a way to the calculator that builds it up."""
    builder = ""
    if field.built_by:
        way = {"class": "field-builder", "href": f"{BUILDER_ROOT}{field.built_by}/", "data-action": "build-up"}
        builder = element("a", way, word("calculator.build_up", words.lang))
    weak = "field-hint field-hint--weak" if field.weak else "field-hint"
    text = words[f"fields.{field.name}.help"]
    return element("p", {"class": weak, "id": f"{own}--hint"}, text, " " if builder else "", builder)


# The page of a calculator, from any other page of the site that holds one: all lie two folders deep.
BUILDER_ROOT: Final = "../../calculators/"


def _messages(own: str) -> Html:
    """Where a script puts what is wrong, how the text was read, and that it is in the notation of another language."""
    return joined(
        element("p", {"class": "field-error", "id": f"{own}--error", "hidden": True}),
        element("p", {"class": "field-note", "id": f"{own}--note", "hidden": True}),
        element("p", {"class": "field-language", "id": f"{own}--language", "hidden": True}),
    )


def _choices(field: Field, own: str, chosen: str, words: Words) -> Html:
    def option(index: int, code: str) -> Html:
        # The first option carries the field's own id, so that an error summary can lead to it.
        option_id = own if index == 0 else identifier(own, code)
        attributes: dict[str, str | bool | None] = {
            "type": "radio",
            "id": option_id,
            "name": own,
            "value": code,
            "checked": code == chosen,
            "disabled": True,
        }
        label = element("span", {}, code_label(field.name, code, words))
        return element("label", {"class": "choice", "for": option_id}, element("input", attributes), label)

    return element("div", {"class": "choices"}, *(option(index, code) for index, code in enumerate(field.choices)))

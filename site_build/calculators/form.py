"""The form of a calculator, as it stands in the page before any script runs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from calculators.catalogue import words_of
from calculators.core.declarations import Declaration
from calculators.core.fields import Closer, Field, Group
from calculators.core.words import Lang, Words
from calculators.present.quantities import code_label
from calculators.writers.html.markup import Html, element, identifier, joined
from site_build.calculators.inputs import boxed_input, lines_of_text
from site_build.calculators.rows import rows_of_inputs
from site_build.calculators.slider import slider
from site_build.words import word

TypedTexts = Mapping[str, str | list[list[str]]]


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form with its `texts`, as typed in the language of the words; `heaviest` are the fields that are marked."""

    declared: Declaration
    texts: TypedTexts
    heaviest: Collection[str]
    words: Words


def form_html(filled: FilledForm) -> Html:
    """The form; inputs are read-only until a script takes over."""
    lang = filled.words.lang
    return element(
        "form",
        {"class": "calculator-form", "novalidate": True, "aria-label": filled.words["title"]},
        element(
            "div",
            {"class": "calculator-errors", "data-part": "errors", "tabindex": "-1", "hidden": True},
        ),
        *(_group(filled, group) for group in filled.declared.groups if any(map(_is_typed, group.fields))),
        _key(filled),
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


def _key(filled: FilledForm) -> Html:
    """What the mark of a field means, where there is one."""
    if not filled.heaviest:
        return joined()
    lang = filled.words.lang
    return element("p", {"class": "field-key"}, _mark(filled), " ", word("calculator.heaviest_means", lang))


def _mark(filled: FilledForm) -> Html:
    return element("strong", {"class": "field-mark"}, word("calculator.heaviest", filled.words.lang))


def _group(filled: FilledForm, group: Group) -> Html:
    """The fields of a group under their heading; one that can be folded is a disclosure."""
    label = filled.words[f"groups.{group.name}"]
    typed = (_field(filled, field) for field in group.fields if _is_typed(field))
    fields = element("div", {"class": "field-group-fields"}, *typed)
    body = joined(fields, _closer(group.closer, filled.words.lang)) if group.closer else fields
    own = identifier(filled.declared.name, "group", group.name)
    if group.fold != "never":
        attributes: dict[str, str | bool | None] = {
            "class": "field-group",
            "data-group": group.name,
            "id": own,
            "open": group.fold == "open",
        }
        return element("details", attributes, element("summary", {}, label), body)
    heading = element("h3", {"class": "calculator-subtitle", "id": own}, label)
    return element("div", {"class": "field-group", "role": "group", "aria-labelledby": own}, heading, body)


def _is_typed(field: Field) -> bool:
    """Whether a person can type it here: a list without an example comes from a file or a paste alone."""
    return bool(field.default) or not field.listed


def _closer(closer: Closer, lang: Lang) -> Html:
    """The way to the calculator that looks closer at the figures of the group."""
    way = {"class": "field-builder", "href": f"{BUILDER_ROOT}{closer.calculator}/", "data-action": "look-closer"}
    name = words_of(closer.calculator, lang)["title"]
    link = element("a", {**way, "data-closer": closer.calculator}, word("calculator.look_closer", lang, name=name))
    return element("p", {"class": "field-closer"}, link)


def _field(filled: FilledForm, field: Field) -> Html:
    words, text = filled.words, filled.texts[field.name]
    own = identifier(filled.declared.name, field.name)
    attributes: dict[str, str | bool | None] = {
        "class": f"field field-{field.kind}",
        "data-field": field.name,
        "data-kind": field.kind,
        "data-only-when": "=".join(field.only_when) if field.only_when else None,
        "data-built-by": field.built_by,
        "data-private": field.private,
        "data-names": field.name == filled.declared.named_by,
        "data-gate": field.gate,
        "hidden": not _counts(filled, field),
    }
    described = f"{own}--hint {own}--error {own}--note {own}--language"
    if isinstance(text, list) or field.kind == "choice":
        content = (
            rows_of_inputs(field, own, text, words) if isinstance(text, list) else _choices(field, own, text, words)
        )
        attributes |= {"aria-describedby": described}
        legend = element("legend", {}, _label(field, words))
        return element("fieldset", attributes, legend, _hint(filled, field, own), content, _messages(own))
    return element(
        "div",
        attributes,
        element("label", {"for": own}, _label(field, words)),
        _hint(filled, field, own),
        _control(field, own, text, _text_instead(filled, field), described, words),
        _messages(own),
    )


def _text_instead(filled: FilledForm, field: Field) -> str:
    """What counts where the field is blank: the text of another one."""
    other = filled.texts[field.otherwise] if field.otherwise else ""
    return other if isinstance(other, str) else ""


def _counts(filled: FilledForm, field: Field) -> bool:
    """Whether the field counts with the choice that the example makes."""
    other, code = field.only_when or ("", "")
    return not other or filled.texts[other] == code


def _control(field: Field, own: str, text: str, instead: str, described: str, words: Words) -> Html:
    """The input in its box, and under it a slider where the field has steps; a text of several lines has no box."""
    label = words[f"fields.{field.name}.label"]
    box = (
        lines_of_text(field, own, text, described)
        if field.lines > 1
        else boxed_input(field, own, text, label, words.lang, described=described, is_named=True, instead=instead)
    )
    return element(
        "div",
        {"class": "field-control"},
        box,
        slider(field, field.tried, text or instead, label, words) if field.tried else "",
    )


def _label(field: Field, words: Words) -> Html:
    optional = f" ({word('calculator.optional', words.lang)})" if field.optional and not field.otherwise else ""
    mark = element("span", {"class": "field-optional"}, optional) if optional else ""
    return joined(words[f"fields.{field.name}.label"], mark)


def _hint(filled: FilledForm, field: Field, own: str) -> Html:
    """The help of a field, with its mark; where a calculator builds it up, the way to that one."""
    words, builder = filled.words, ""
    if field.built_by:
        way = {"class": "field-builder", "href": f"{BUILDER_ROOT}{field.built_by}/", "data-action": "build-up"}
        builder = element("a", way, word("calculator.build_up", words.lang))
    weak = "field-hint field-hint--weak" if field.weak else "field-hint"
    mark = [_mark(filled), " "] if field.name in filled.heaviest else []
    text = words[f"fields.{field.name}.help"]
    return element("p", {"class": weak, "id": f"{own}--hint"}, *mark, text, " " if builder else "", builder)


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

"""The form of a calculator with its worked example, as it stands in the page before any script runs."""

from collections.abc import Mapping
from typing import Final

from calculators.core.fields import Calculator, Choice, Field, Kind
from calculators.core.text import Lang
from calculators.html import words
from calculators.html.markup import Html, element, identifier, joined
from calculators.present.sentences import filled

INPUT_MODES: Final[dict[Kind, str]] = {
    "money": "decimal",
    "percent": "decimal",
    "number": "decimal",
    "whole": "numeric",
}
TypedTexts = Mapping[str, str | list[list[str]]]

# A table with more columns has them one under the other on a phone.
NARROW_COLUMNS: Final = 3


def form(declared: Calculator, texts: TypedTexts, lang: Lang) -> Html:
    """The form, filled with `texts` as typed in `lang`; inputs are read-only until a script takes over."""
    return element(
        "form",
        {"class": "calculator-form", "novalidate": True, "aria-label": declared.title[lang]},
        element("h3", {"class": "calculator-subtitle"}, words.YOUR_FIGURES[lang]),
        element(
            "div",
            {"class": "calculator-errors", "data-part": "errors", "tabindex": "-1", "role": "alert", "hidden": True},
        ),
        *(_field(declared, field, texts[field.name], lang) for field in declared.fields),
        element(
            "div",
            {"class": "calculator-actions"},
            element("button", {"type": "submit", "class": "button", "disabled": True}, words.CALCULATE[lang]),
            element(
                "button", {"type": "button", "class": "button button--quiet", "data-action": "reset"}, words.RESET[lang]
            ),
        ),
    )


def _field(declared: Calculator, field: Field, text: str | list[list[str]], lang: Lang) -> Html:
    own = identifier(declared.name, field.name)
    attributes: dict[str, str | bool | None] = {
        "class": f"field field-{field.kind}",
        "data-field": field.name,
        "data-kind": field.kind,
        "data-only-when": "=".join(field.only_when) if field.only_when else None,
    }
    described = f"{own}--hint {own}--error {own}--note"
    if isinstance(text, list) or field.kind == "choice":
        content = _rows(field, own, text, lang) if isinstance(text, list) else _choices(field, own, text, lang)
        attributes |= {"aria-describedby": f"{own}--hint {own}--error"}
        legend = element("legend", {}, _label(field, lang))
        return element("fieldset", attributes, legend, _hint(field, own, lang), content, _messages(own))
    return element(
        "div",
        attributes,
        element("label", {"for": own}, _label(field, lang)),
        _hint(field, own, lang),
        element("span", {"class": "field-box"}, *_with_unit(field, _input(field, own, text, described))),
        _messages(own),
    )


def _label(field: Field, lang: Lang) -> Html:
    optional = element("span", {"class": "field-optional"}, f" ({words.OPTIONAL[lang]})") if field.optional else ""
    return joined(field.label[lang], optional)


def _hint(field: Field, own: str, lang: Lang) -> Html:
    return element("p", {"class": "field-hint", "id": f"{own}--hint"}, field.help[lang])


def _messages(own: str) -> Html:
    """Where a script puts what is wrong, and how the text was read."""
    return joined(
        element("p", {"class": "field-error", "id": f"{own}--error", "hidden": True}),
        element("p", {"class": "field-note", "id": f"{own}--note", "hidden": True}),
    )


def _input(field: Field, own: str, text: str, described: str | None, label: str | None = None) -> Html:
    attributes: dict[str, str | bool | None] = {
        "type": "text",
        "id": own,
        "value": text,
        # A phone's number pad has no minus sign.
        "inputmode": None if (field.minimum or "").startswith("-") else INPUT_MODES.get(field.kind),
        "autocomplete": "off",
        "spellcheck": "false",
        "readonly": True,
        "aria-describedby": described,
        "aria-label": label,
    }
    return element("input", attributes)


def _with_unit(field: Field, control: Html) -> list[Html]:
    """The input with the sign of its unit on the side where it is written."""
    if field.unit == "EUR":
        return [element("span", {"class": "field-unit", "aria-hidden": "true"}, "€"), control]
    if field.kind == "percent":
        return [control, element("span", {"class": "field-unit", "aria-hidden": "true"}, "%")]
    return [control]


def _choices(field: Field, own: str, chosen: str, lang: Lang) -> Html:
    def option(index: int, choice: Choice) -> Html:
        # The first option carries the field's own id, so that an error summary can lead to it.
        option_id = own if index == 0 else identifier(own, choice.code)
        return element(
            "label",
            {"class": "choice", "for": option_id},
            element(
                "input",
                {
                    "type": "radio",
                    "id": option_id,
                    "name": own,
                    "value": choice.code,
                    "checked": choice.code == chosen,
                    "disabled": True,
                },
            ),
            element("span", {}, choice.label[lang]),
        )

    return element("div", {"class": "choices"}, *(option(index, choice) for index, choice in enumerate(field.choices)))


def _rows(field: Field, own: str, rows: list[list[str]], lang: Lang) -> Html:
    """An editable table; a script adds rows by copying the template."""
    head = (element("th", {"scope": "col"}, column.label[lang]) for column in field.columns)
    blank = [""] * len(field.columns)
    wide = " field-rows--wide" if len(field.columns) > NARROW_COLUMNS else ""
    return joined(
        element(
            "table",
            {"class": f"field-rows{wide}", "data-maximum-rows": str(field.maximum_rows)},
            element("thead", {}, element("tr", {}, *head, element("td", {}))),
            element(
                "tbody", {}, *(_row(field, own, row, str(index), lang) for index, row in enumerate(rows or [blank]))
            ),
        ),
        element("template", {}, _row(field, own, blank, "{row}", lang)),
        element(
            "button", {"type": "button", "class": "button button--quiet", "data-action": "add-row"}, words.ADD_ROW[lang]
        ),
    )


def _row(field: Field, own: str, cells: list[str], index: str, lang: Lang) -> Html:
    number = str(int(index) + 1) if index.isdigit() else "{number}"
    place = filled(words.ROW[lang], lambda _: number)
    boxes = (
        element(
            "td",
            {"data-label": column.label[lang]},
            element(
                "span",
                {"class": "field-box"},
                *_with_unit(
                    column,
                    _input(
                        column,
                        identifier(own, index, place_in_row),
                        cell,
                        f"{own}--error",
                        f"{column.label[lang]}, {place}",
                    ),
                ),
            ),
        )
        for place_in_row, (column, cell) in enumerate(zip(field.columns, cells, strict=True))
    )
    remove = element(
        "button",
        {
            "type": "button",
            "class": "row-remove",
            "data-action": "remove-row",
            "aria-label": filled(words.REMOVE_ROW[lang], lambda _: number),
        },
        "×",
    )
    return element("tr", {}, *boxes, element("td", {}, remove))

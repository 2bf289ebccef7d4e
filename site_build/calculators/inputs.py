"""A single input of a form in its box: the sign of its unit, and buttons that type for a person."""

from typing import Final

from calculators.core.fields import Field, Kind
from calculators.core.words import Lang
from calculators.writers.html.markup import Html, element
from site_build.words import word

INPUT_MODES: Final[dict[Kind, str]] = {
    "money": "decimal",
    "percent": "decimal",
    "number": "decimal",
    "whole": "numeric",
}
CALENDAR: Final = "M3 5h14v12H3zM3 9h14M7 2.5v4M13 2.5v4"


def boxed_input(
    field: Field,
    own: str,
    text: str,
    label: str,
    lang: Lang,
    *,
    described: str,
    is_named: bool = False,
    instead: str = "",
) -> Html:
    """The input with the id `own` between what belongs to it.

    `label` is what the field is called, and its name where nothing else in the page says it: `is_named`. `instead` is
    what counts where nothing is typed.
    """
    control = element(
        "input",
        {
            "type": "text",
            "id": own,
            "value": text,
            "inputmode": INPUT_MODES.get(field.kind),
            "placeholder": instead or None,
            "autocomplete": "off",
            "spellcheck": "false",
            "readonly": True,
            "aria-describedby": described,
            "aria-label": None if is_named else label,
        },
    )
    before = [_step("less", "−", word("calculator.less", lang, label=label))] if field.tried else []
    after = [_step("more", "+", word("calculator.more", lang, label=label))] if field.tried else []
    if field.unit == "EUR":
        before.append(_unit("€"))
    if field.kind == "percent":
        after.insert(0, _unit("%"))
    # A field that is tried from zero up may be negative, but nobody means it.
    if (field.minimum or "").startswith("-") and not field.tried:
        after.insert(0, _sign(word("calculator.sign", lang, label=label)))
    if field.kind == "day":
        after.append(_calendar(field, word("calculator.calendar", lang, label=label)))
    return element("span", {"class": "field-box"}, *before, control, *after)


def lines_of_text(field: Field, own: str, text: str, described: str) -> Html:
    """A box to write several lines in."""
    attributes: dict[str, str | bool | None] = {
        "class": "field-lines",
        "id": own,
        "rows": str(field.lines),
        "autocomplete": "off",
        "readonly": True,
        "aria-describedby": described,
    }
    return element("textarea", attributes, text)


def _unit(text: str) -> Html:
    return element("span", {"class": "field-unit", "aria-hidden": "true"}, text)


def _button(kind: str, label: str, attributes: dict[str, str | bool | None], *content: str) -> Html:
    shared: dict[str, str | bool | None] = {"type": "button", "class": f"field-button field-{kind}", "disabled": True}
    return element("button", {**shared, "aria-label": label, **attributes}, *content)


def _step(direction: str, sign: str, label: str) -> Html:
    """A button to the next step; by keyboard the arrows in the input do the same, so that Tab passes it by."""
    return _button("step", label, {"data-step": direction, "tabindex": "-1"}, sign)


def _sign(label: str) -> Html:
    """The minus key that the number pad of a phone lacks; a keyboard has one, so that Tab passes it by."""
    return _button("sign", label, {"data-types": "sign", "tabindex": "-1"}, "±")


def _calendar(field: Field, label: str) -> Html:
    drawing = element(
        "svg",
        {"viewBox": "0 0 20 20", "aria-hidden": "true", "class": "field-drawing"},
        element("path", {"d": CALENDAR}),
    )
    bounds = {"data-first": field.minimum, "data-last": field.maximum}
    return _button("calendar", label, {"data-types": "day", **bounds}, drawing)

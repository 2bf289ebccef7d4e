"""A single input of a form, with the sign of its unit."""

from typing import Final

from calculators.core.fields import Field, Kind
from calculators.writers.html.markup import Html, element

INPUT_MODES: Final[dict[Kind, str]] = {
    "money": "decimal",
    "percent": "decimal",
    "number": "decimal",
    "whole": "numeric",
}


def labelled_input(field: Field, own: str, text: str, described: str | None, label: str | None = None) -> Html:
    """The input with the id `own`, and the sign of its unit on the side where it is written."""
    control = element(
        "input",
        {
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
        },
    )
    if field.unit == "EUR":
        return element("span", {"class": "field-box"}, _sign("€"), control)
    if field.kind == "percent":
        return element("span", {"class": "field-box"}, control, _sign("%"))
    return element("span", {"class": "field-box"}, control)


def _sign(text: str) -> Html:
    return element("span", {"class": "field-unit", "aria-hidden": "true"}, text)

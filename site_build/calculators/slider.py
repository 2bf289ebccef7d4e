"""The slider of a field with steps: every step as it is typed, so that a script knows no notation."""

from decimal import Decimal
from typing import Final

from calculators.core.fields import Field, as_quantity, plain_value, typed_number
from calculators.core.steps import Steps
from calculators.core.words import Words
from calculators.present.quantities import written
from calculators.present.values import read_value, typed_plain
from calculators.writers.html.markup import Html, element

BETWEEN_TEXTS: Final = "|"


def slider(field: Field, steps: Steps, text: str, label: str, words: Words) -> Html:
    """The slider, standing where `text` is, or at the nearest end; that of a blank field at what it takes instead."""
    plain = [f"{number:f}" for number in steps.numbers]
    value = read_value(field, text, words).value
    nearest = steps.nearest(typed_number(field, value)) if isinstance(value, Decimal | int) else 0
    said = [written(as_quantity(field, plain_value(field, step)), words, field.name) for step in plain]
    return element(
        "input",
        {
            "type": "range",
            "class": "field-slider",
            "min": "0",
            "max": str(len(plain) - 1),
            "value": str(nearest),
            "disabled": True,
            "autocomplete": "off",
            "aria-label": label,
            "aria-valuetext": said[nearest],
            "data-texts": BETWEEN_TEXTS.join(typed_plain(field, step, words) for step in plain),
            "data-written": BETWEEN_TEXTS.join(said),
        },
    )

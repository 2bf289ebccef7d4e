"""Sentences with figures and the words that go with them."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from calculators.core.quantities import Quantity
from calculators.core.words import Words
from calculators.present.quantities import written

_PLACE = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")


def filled(template: str, value_of: Callable[[str], str]) -> str:
    """The template with each name between braces replaced by what `value_of` gives for it."""
    return _PLACE.sub(lambda place: value_of(place[1]), template)


def sentence(template: str, values: Mapping[str, Quantity], words: Words) -> str:
    """The template with the figures written out, and `{name|one|many}` as the word that goes with the number."""

    def written_place(place: re.Match[str]) -> str:
        quantity = values[place[1]]
        if place[2] is None:
            return written(quantity, words, place[1])
        return place[2] if quantity.value == Decimal(1) else place[3]

    return _PLACE.sub(written_place, template)


def inside_sentence(label: str) -> str:
    """A label as it stands within a sentence: its first letter small, unless it begins with an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label

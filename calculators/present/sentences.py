"""Sentences with the values between braces written in the reader's language."""

import re
from collections.abc import Callable, Mapping

from calculators.core.results import Quantity
from calculators.core.text import Lang, Text
from calculators.present.values import written

_NAME = re.compile(r"\{(\w+)\}")


def filled(template: str, value_of: Callable[[str], str]) -> str:
    """The template with each name between braces replaced by what `value_of` gives for it."""
    return _NAME.sub(lambda match: value_of(match[1]), template)


def sentence(text: Text, values: Mapping[str, Quantity], lang: Lang) -> str:
    """The text in `lang` with the values written out."""
    return filled(text[lang], lambda name: written(values[name], lang))

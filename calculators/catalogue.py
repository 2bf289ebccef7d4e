"""The calculators by name; one is imported, with its words, when it is asked for."""

from functools import cache
from importlib import import_module
from typing import Final

from calculators.core.data_files import json_file, packages_in
from calculators.core.declarations import Declaration
from calculators.core.words import LANGS, Lang, Words, shared_words

NAMES: Final = tuple(packages_in("calculators.models"))


def declaration(name: str) -> Declaration:
    """What the calculator called `name` declares.

    Raises:
        KeyError: there is none of that name.
    """
    if name not in NAMES:
        raise KeyError(name)
    declared: Declaration = import_module(f"calculators.models.{name}.declaration").DECLARATION
    if declared.name != name:
        message = f"the formula in models/{name} is called {declared.name}: folder and function have one name"
        raise TypeError(message)
    return declared


@cache
def words_of(name: str, lang: Lang) -> Words:
    """The words of the calculator `name` in `lang`, its own and those that all share.

    Raises:
        KeyError: there is no such language.
    """
    if lang not in LANGS:
        raise KeyError(lang)
    return shared_words(lang).with_own(json_file("models", name, lang))

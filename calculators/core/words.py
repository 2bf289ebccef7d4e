"""Words by key, in one language at a time: no module of the calculators holds a sentence.

They stand in JSON, one file per language: `calculators/words` has those that all calculators share, the folder of a
model has its own. Files are nested for the people who write them; here a key is the path, `fields.revenue.label`.
`{name}` stands for a figure, and `{name|one|many}` for the word that goes with its number.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from calculators.core.data_files import json_file

Lang = Literal["nl", "en"]

LANGS: Final[tuple[Lang, ...]] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    lang: Lang
    texts: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """The words under the key; KeyError where there are none."""
        try:
            return self.texts[key]
        except KeyError:
            message = f"no words in {self.lang} under {key}"
            raise KeyError(message) from None

    def __contains__(self, key: str) -> bool:
        return key in self.texts

    def with_own(self, nested: Mapping[str, Any]) -> "Words":
        """These words and those of a file, which go first."""
        return Words(self.lang, {**self.texts, **dict(flattened(nested))})


def flattened(nested: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Each text with its key; the entries of a list are numbered from 1."""
    for name, entry in nested.items():
        if isinstance(entry, list):
            yield from ((f"{prefix}{name}.{number}", text) for number, text in enumerate(entry, start=1))
        elif isinstance(entry, dict):
            yield from flattened(entry, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", entry


@cache
def shared_words(lang: Lang) -> Words:
    """The words that all calculators share, from `calculators/words`."""
    return Words(lang, dict(flattened(json_file("words", lang))))

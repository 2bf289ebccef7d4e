"""Text in the languages of the playbook."""

from dataclasses import dataclass
from typing import Final, Literal

Lang = Literal["nl", "en"]

LANGS: Final[tuple[Lang, ...]] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Dutch and in English.

    `{name}` stands for a value that `calculators.present` writes in the reader's language.
    """

    nl: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.nl if lang == "nl" else self.en

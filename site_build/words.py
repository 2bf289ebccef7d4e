"""The words that the build writes into pages, from the sections `blocks` and `scripts` of `frontend/words/`."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from calculators.core.words import Lang, Words, flattened

WORDS: Final = Path(__file__).resolve().parent.parent / "frontend" / "words"


@cache
def page_words(lang: Lang) -> Words:
    """All words of templates, blocks and scripts in one language, by key."""
    content = yaml.safe_load((WORDS / f"{lang}.yml").read_text(encoding="utf-8"))
    return Words(lang, dict(flattened(content["extra"]["words"])))


def word(key: str, lang: Lang, **parts: object) -> str:
    """The words of a block with each `{name}` filled; the key is written out, so that a test finds unused words.

    Raises:
        KeyError: there are no such words, or no part for a place in them.
    """
    return page_words(lang)[f"blocks.{key}"].format(**parts)


def words_of_scripts(lang: Lang, sections: Iterable[str]) -> dict[str, str]:
    """The words that scripts use, those of these sections, by key."""
    wanted = set(sections)
    keys = (key.partition(".") for key in page_words(lang).texts)
    return {
        key: page_words(lang)[f"scripts.{key}"]
        for room, _, key in keys
        if room == "scripts" and key.partition(".")[0] in wanted
    }

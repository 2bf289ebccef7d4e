"""Content that stands in data files under `docs/`, in both languages: worksheets, drills, ideas."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from calculators.core.words import LANGS, Lang
from site_build.errors import MendableError

DOCS: Final = Path(__file__).resolve().parent.parent / "docs"
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ContentError(MendableError, ValueError):
    """A fault in a data file; the message says where, for its author."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same text in both languages."""

    nl: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        """The text in one language."""
        return self.nl if lang == "nl" else self.en


def content_names(kind: str) -> list[str]:
    """The names of the files in `docs/KIND`, sorted."""
    return sorted(path.stem for path in (DOCS / kind).glob("*.json"))


def content_of(kind: str, name: str) -> dict[str, Any]:
    """What stands in `docs/KIND/NAME.json`.

    Raises:
        ContentError: there is no such file, or it holds no JSON object.
    """
    path = DOCS / kind / f"{name}.json"
    if not path.is_file():
        message = f"there is no docs/{kind}/{name}.json"
        raise ContentError(message)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        message = f"docs/{kind}/{name}.json: {error}"
        raise ContentError(message) from None
    if not isinstance(content, dict):
        message = f"docs/{kind}/{name}.json: an object is needed"
        raise ContentError(message)
    return content


def entries_from(entry: dict[str, Any], key: str, where: str) -> list[dict[str, Any]]:
    """The entries under `key`, of which there may be none.

    Raises:
        ContentError: what stands there is no list of objects.
    """
    entries = entry.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(item, dict) for item in entries):
        message = f"{where}: {key!r} must be a list of objects"
        raise ContentError(message)
    return entries


def text_from(entry: dict[str, Any], key: str, where: str) -> Text:
    """The text under `key`, in both languages.

    Raises:
        ContentError: it is missing in a language.
    """
    given = entry.get(key)
    if not isinstance(given, dict) or any(not str(given.get(lang, "")).strip() for lang in LANGS):
        message = f"{where}: {key!r} is needed in {' and '.join(LANGS)}"
        raise ContentError(message)
    return Text(given["nl"], given["en"])


def typed_from(entry: dict[str, Any], where: str) -> dict[Lang, list[str]]:
    """The phrases under `typed`, in both languages.

    Raises:
        ContentError: there is no list of them in a language, or one is blank.
    """
    typed = entry.get("typed")
    if not isinstance(typed, dict) or not all(_are_phrases(typed.get(lang)) for lang in LANGS):
        message = f"{where}: 'typed' must be a list of phrases in {' and '.join(LANGS)}, none of them blank, in {entry}"
        raise ContentError(message)
    return {lang: typed[lang] for lang in LANGS}


def _are_phrases(given: object) -> bool:
    return isinstance(given, list) and all(isinstance(phrase, str) and phrase.strip() for phrase in given)


def name_from(entry: dict[str, Any], where: str) -> str:
    """The name of an entry: lower-case words with hyphens.

    Raises:
        ContentError: it is missing or written otherwise.
    """
    name = entry.get("name")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        message = f"{where}: a name in lower-case words with hyphens is needed, not {name!r}"
        raise ContentError(message)
    return name


def refuse_doubles(names: Iterable[str], where: str) -> None:
    """Nothing, where each name is used once.

    Raises:
        ContentError: a name is used twice.
    """
    seen: set[str] = set()
    for name in names:
        if name in seen:
            message = f"{where}: {name!r} is used twice"
            raise ContentError(message)
        seen.add(name)

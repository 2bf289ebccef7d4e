"""What customers say, and the place that answers it: tiles on the home page, and words for search."""

from dataclasses import dataclass
from typing import Any, Final

from calculators.core.words import Lang
from site_build.content import ContentError, Text, content_of, entries_from, text_from, typed_from

CUSTOMER_WORDS: Final = "docs/customer-words.json"


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of customers, and other words in which people look for its answer."""

    page: str
    place: str
    sentence: Text
    typed: dict[Lang, list[str]]


def sayings() -> list[Saying]:
    """All sayings, in the order in which a reader meets them.

    Raises:
        ContentError: the file has a fault.
    """
    return [_saying(entry) for entry in entries_from(content_of(".", "customer-words"), "sayings", CUSTOMER_WORDS)]


def _saying(entry: dict[str, Any]) -> Saying:
    page, _, place = str(entry.get("answer", "")).partition("#")
    if not page or not place:
        message = f"{CUSTOMER_WORDS}: 'answer' must be page#id in {entry}"
        raise ContentError(message)
    return Saying(page, place, text_from(entry, "says", CUSTOMER_WORDS), typed_from(entry, CUSTOMER_WORDS))

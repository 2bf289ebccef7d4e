"""Every sentence of every calculator, at every edge, in each language: nothing that cannot stand in a sentence."""

import re
from itertools import pairwise

import pytest

from calculators.catalogue import NAMES, declaration, words_of
from calculators.core.words import LANGS, Lang, Words
from calculators.evaluation import Answer
from calculators.present.days import read_day
from tests.questions import edge_questions

every_calculator = pytest.mark.parametrize("name", NAMES)

MANY: dict[Lang, str] = {
    "nl": "klanten|offertes|afspraken|contacten|bezoeken|dagen|verkopers|fasen|rijen",
    "en": "customers|quotations|appointments|contacts|visits|days|salespeople|phases|rows",
}
# What would be a broken sentence, whatever the figures are.
FRAGMENTS: dict[Lang, tuple[str, ...]] = {
    "nl": (
        rf"(?<![\d.,€\u00a0])1[ \u00a0](?:nieuwe )?(?:{MANY['nl']})\b",
        r"(?:kost je|kosten je|scheelt|verlies van|lek van|bespaart) \u2212",
        r"\u2212\u2212|\u2212€\u00a00,00|\b0 0\b",
    ),
    "en": (
        rf"(?<![\d.,€])1[ \u00a0](?:new )?(?:{MANY['en']})\b",
        r"(?:costs you|saves|loss of|leak of) \u2212",
        r"\u2212\u2212|\u2212€0\.00\b|\b0 0\b",
    ),
}
ALWAYS = (r"[{}]", r"\bNone\b", r"\.\.", r" \.", r"  ")
BETWEEN_DAYS: dict[Lang, str] = {
    "nl": r"[Vv]an(?:af)? (?:de dag na )?(.{4,16}\d{4}) tot en met (.{4,16}\d{4})",
    "en": r"[Ff]rom (?:the day after )?(.{4,16}\d{4}) up to and including (.{4,16}\d{4})",
}


def faults(text: str, words: Words) -> list[str]:
    """The fragments in a text that cannot stand in a sentence."""
    found = [pattern for pattern in (*ALWAYS, *FRAGMENTS[words.lang]) if re.search(pattern, text)]
    if words["undefined"] in text:
        found.append(words["undefined"])
    for first, last in re.findall(BETWEEN_DAYS[words.lang], text):
        days = [read_day(day, words).value for day in (first, last)]
        found += [f"{one} before {two}" for one, two in pairwise(days) if one > two]
    if not re.match(r"[\"“‘]?[A-ZÀ-Ý€\d\u2212]", text) or not text.endswith((".", "!", "?")):
        found.append("no sentence")
    return found


def sentences(answer: Answer) -> list[str]:
    """What an answer says in sentences."""
    reasons = [figure.reason for figure in answer.figures if figure.reason]
    notes = [step.note for step in answer.steps if step.note]
    return [answer.headline, *answer.notes, *reasons, *notes, *(picture.description for picture in answer.pictures)]


@every_calculator
@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_breaks_at_an_edge(name: str, lang: Lang) -> None:
    """Undefined, zero, one, exactly at a limit: each sentence stays a sentence."""
    words = words_of(name, lang)
    broken = {}
    for asked in edge_questions(name):
        for text in sentences(asked.answer(lang)):
            if text not in broken and (found := faults(text, words)):
                broken[text] = (asked.name, found)
    assert broken == {}


@every_calculator
def test_every_headline_is_reached(name: str) -> None:
    """No first sentence that nobody ever reads."""
    assert {asked.result.headline for asked in edge_questions(name)} == set(declaration(name).headlines)


def test_faults_are_found() -> None:
    """What the reviews found broken is found broken here."""
    words = words_of("visit_cost", "en")
    for text in (
        "Below target: €5.00 is left, and cannot be determined is the most that the target allows.",
        "You need 3 quotations for 1 new customers.",
        "Interest runs from 1 June 2026 up to and including 1 May 2026.",
        "That costs you \u2212€5.00 a year.",
        "after {visits} you keep nothing.",
    ):
        assert faults(text, words), text
    assert faults("Interest runs from 1 May 2026 up to and including 1 June 2026.", words) == []

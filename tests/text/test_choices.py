"""Drills and self-checks reward reading, not guessing: what is right is neither the longest nor always in one place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pytest

from calculators.core.words import LANGS, Lang
from site_build.blocks.case_figures import without_marks
from site_build.content import DOCS, content_names
from site_build.drills import drill

FEWEST_CASES: Final = 30
MOST_LONGEST: Final = 0.40
PLACES: Final = (0.20, 0.47)
MOST_TIMES_A_FEEDBACK: Final = 3
MOST_TIMES_AN_OPTION: Final = 6
# A question of a page, and its options with their feedback, as `site_build/blocks/question.py` reads them.
QUESTION: Final = re.compile(r"^//// question \|.+?^////$", re.MULTILINE | re.DOTALL)
OPTION: Final = re.compile(r"^/// option \| ([^\n]+)\n((?: {4}\w+: [^\n]*\n)+)(.+?)\n///$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a question in one language."""

    text: str
    is_right: bool
    feedback: str


Question = list[Choice]


def _of_drill(name: str, lang: Lang) -> list[Question]:
    """The questions of a drill."""
    return [
        [Choice(reply.text[lang], reply.is_right, reply.feedback[lang]) for reply in ask.replies]
        for case in drill(name).cases
        for ask in case.asks
    ]


def _of_pages(lang: Lang) -> list[Question]:
    """The questions of all self-checks."""
    texts = [without_marks(path.read_text(encoding="utf-8")) for path in sorted((DOCS / lang).rglob("*.md"))]
    return [
        [Choice(text, "right: true" in settings, feedback) for text, settings, feedback in OPTION.findall(question)]
        for written in texts
        for question in QUESTION.findall(written)
    ]


COLLECTIONS: Final = [
    *(pytest.param(_of_drill(name, lang), id=f"{name}-{lang}") for name in content_names("drills") for lang in LANGS),
    *(pytest.param(_of_pages(lang), id=f"self-checks-{lang}") for lang in LANGS),
]


def _right_place(question: Question) -> int:
    (place,) = (place for place, choice in enumerate(question) if choice.is_right)
    return place


def _is_right_longest(question: Question) -> bool:
    """Whether no option is longer than the right one, in signs."""
    return len(question[_right_place(question)].text) == max(len(choice.text) for choice in question)


def _sentences(feedback: Iterable[str]) -> Iterator[str]:
    for text in feedback:
        yield from re.split(r"(?<=[.!?:])[”’]?\s+", text.strip())


def _too_often(texts: Iterable[str], most: int) -> dict[str, int]:
    return {text: count for text, count in Counter(texts).items() if count > most}


@pytest.mark.parametrize("questions", COLLECTIONS)
def test_the_right_option_is_not_known_by_its_length(questions: list[Question]) -> None:
    """It is the longest, or as long as the longest, in no more than 40% of the questions."""
    longest = sum(map(_is_right_longest, questions))
    assert longest <= MOST_LONGEST * len(questions), f"{longest} of {len(questions)}"


@pytest.mark.parametrize("questions", COLLECTIONS)
def test_the_right_option_is_not_known_by_its_place(questions: list[Question]) -> None:
    """Each of the first three places has it in 20% to 47% of the questions."""
    places = Counter(map(_right_place, questions))
    least, most = (share * len(questions) for share in PLACES)
    assert all(least <= places[place] <= most for place in range(3)), sorted(places.items())


@pytest.mark.parametrize("questions", COLLECTIONS)
def test_feedback_is_of_its_own_question(questions: list[Question]) -> None:
    """No sentence of it stands there more than three times."""
    sentences = _sentences(choice.feedback for question in questions for choice in question)
    assert _too_often(sentences, MOST_TIMES_A_FEEDBACK) == {}


@pytest.mark.parametrize("questions", COLLECTIONS)
def test_options_are_of_their_own_question(questions: list[Question]) -> None:
    """No text of an option stands there more than six times."""
    assert _too_often((choice.text for question in questions for choice in question), MOST_TIMES_AN_OPTION) == {}


@pytest.mark.parametrize("name", content_names("drills"))
def test_a_drill_has_cases_for_three_rounds(name: str) -> None:
    """A reader who plays again meets others."""
    assert len(drill(name).cases) >= FEWEST_CASES


@pytest.mark.parametrize("lang", LANGS)
def test_every_question_of_a_page_is_read_here(lang: Lang) -> None:
    """As many questions and options as the pages declare."""
    texts = [path.read_text(encoding="utf-8") for path in (DOCS / lang).rglob("*.md")]
    questions = _of_pages(lang)
    assert len(questions) == sum(text.count("/// question |") for text in texts) > 0
    assert sum(map(len, questions)) == sum(text.count("/// option |") for text in texts)

"""Dialogues that can be played and exercises that spoil nothing: one of each for every chapter, in both languages."""

import re

import pytest

from calculators.core.words import LANGS, Lang
from tests.text.pages import CHAPTERS, DOCS, Written, pages_in, written_page

TURNS = range(8, 13)
BRANCHES = range(3, 6)
CARDS = ["salesperson-1", "other-1", "salesperson-2", "other-2", "observer"]
LONGEST_CARD = 120  # words
MINUTES = 10
COUNTED = 3  # behaviours
QUESTIONS = 40
VISIT = 45  # minutes

CHAPTER_OF = {path.rsplit("/", 1)[-1]: path for path in CHAPTERS}
# Pages of the folder that belong to a chapter beside its dialogue.
WITHOUT_DIALOGUE = {"talk-tracks/index", "talk-tracks/question-bank", "talk-tracks/first-mail"}

each_chapter = pytest.mark.parametrize("name", sorted(CHAPTER_OF))
each_language = pytest.mark.parametrize("lang", LANGS)


def _dialogues(page: Written) -> dict[str, int]:
    """The number of turns of each dialogue, by the id of the heading above it."""
    found: dict[str, int] = {}
    name = ""
    parts = r'<h[1-4][^>]*id="([^"]+)"|<dl class="dialogue">(.*?)</dl>'
    for heading, dialogue in re.findall(parts, page.html, re.DOTALL):
        name = heading or name
        if dialogue:
            found[name] = found.get(name, 0) + dialogue.count("<dt>")
    return found


def test_every_chapter_has_its_dialogue_and_its_exercise() -> None:
    """The pages are named after their chapters, and no other stands beside them."""
    assert set(pages_in("talk-tracks")) - WITHOUT_DIALOGUE == {f"talk-tracks/{name}" for name in CHAPTER_OF}
    assert set(pages_in("exercises")) == {f"exercises/{name}" for name in CHAPTER_OF}


@each_language
@each_chapter
def test_dialogue_can_be_played_before_and_after(name: str, lang: Lang) -> None:
    """Eight to twelve turns each way, the branches that really come, and what to listen for."""
    page = written_page(lang, f"talk-tracks/{name}")
    turns = _dialogues(page)
    assert page.meta["chapter"] == f"{CHAPTER_OF[name]}.md"
    assert turns["before"] in TURNS
    assert turns["after"] in TURNS
    assert len(turns) - 2 in BRANCHES or name == "prospecting"
    assert "listen-for" in page.ids


@each_chapter
def test_dialogues_are_the_same_in_both_languages_but_for_their_words(name: str) -> None:
    """Ids and the places of dialogues are the same; the turns need not be, because nothing is translated."""
    dutch, english = (written_page(lang, f"talk-tracks/{name}") for lang in LANGS)
    assert [(found.level, found.name) for found in dutch.sections] == [
        (found.level, found.name) for found in english.sections
    ]
    assert list(_dialogues(dutch)) == list(_dialogues(english))


@each_language
@each_chapter
def test_exercise_has_its_cards_apart(name: str, lang: Lang) -> None:
    """Two rounds with a case each, a form with three behaviours, a debrief and a model answer."""
    page = written_page(lang, f"exercises/{name}")
    assert page.meta["chapter"] == f"{CHAPTER_OF[name]}.md"
    assert page.meta["minutes"] == MINUTES
    cards = [found for found in page.ids if found in CARDS]
    assert cards == CARDS
    for text in re.findall(r"/// role-card \|.*?\n///", page.source, re.DOTALL):
        assert 20 <= len(text.split()) <= LONGEST_CARD, text
    assert page.html.count('scope="row"') == COUNTED
    assert {"debrief"} <= set(page.ids)
    assert 'class="answer"' in page.html


@each_language
@each_chapter
def test_chapter_leads_to_its_dialogue_and_its_exercise(name: str, lang: Lang) -> None:
    """The chapter keeps its short lines, and links to the whole."""
    source = (DOCS / lang / f"{CHAPTER_OF[name]}.md").read_text(encoding="utf-8")
    assert f"(../talk-tracks/{name}.md" in source
    assert f"(../exercises/{name}.md" in source


@each_language
def test_times_of_an_exercise_add_up(lang: Lang) -> None:
    """The table of times holds as many minutes as every exercise says."""
    text = (DOCS / "snippets" / lang / "exercise-how-to.md").read_text(encoding="utf-8")
    assert sum(int(minutes) for minutes in re.findall(r"\| (\d+) ", text)) == MINUTES


@each_language
def test_question_bank_fills_its_visit(lang: Lang) -> None:
    """Forty questions, each with an address; the minutes of its phases are those of the visit, in table and titles."""
    page = written_page(lang, "talk-tracks/question-bank")
    assert sum(name.startswith("q-") for name in page.ids) == QUESTIONS
    table = [int(minutes) for minutes in re.findall(r"\) \| (\d+) \|", page.source)]
    above = [int(minutes) for minutes in re.findall(r"^## .+: (\d+) minu", page.source, re.MULTILINE)]
    assert table == above
    assert sum(table) == VISIT

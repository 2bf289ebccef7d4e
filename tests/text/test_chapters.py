"""The shape of a chapter, the same in both languages."""

import math
import re
from itertools import pairwise

import pytest

from calculators.core.words import LANGS, Lang
from tests.text.pages import CHAPTERS, DOCS, written_page

SHAPE = (
    "principle",
    "when",
    "steps",
    "talk-track",
    "your-numbers",
    "checklist",
    "exercise",
    "self-check",
    "figure-to-watch",
    "trainer-notes",
    "source",
)
WITHOUT = {"your-numbers"}
META = {"title", "description", "roles", "minutes", "source_article", "related", "checked"}
ROLES = {"salesperson", "manager", "trainer"}
MOST_WORDS = 950  # "about 900"
WORDS_A_MINUTE = 180

each_chapter = pytest.mark.parametrize("path", CHAPTERS)
each_language = pytest.mark.parametrize("lang", LANGS)


def test_every_chapter_of_the_design_is_written() -> None:
    """No chapter is missing and none stands outside the list of the design."""
    assert CHAPTERS == [
        "accounts/discount-realignment",
        "accounts/know-your-top-five",
        "accounts/late-payment",
        "accounts/unprofitable-customers",
        "accounts/visit-programme",
        "conversation/closing",
        "conversation/price-and-discount",
        "conversation/questions-and-buying-signals",
        "foundations/customer-first",
        "foundations/first-impression",
        "foundations/natural-laws",
        "inside/chicken-and-egg",
        "inside/win-inside-first",
        "management/coaching",
        "new-business/prospecting",
    ]


@each_language
@each_chapter
def test_chapter_has_its_sections_in_order(path: str, lang: Lang) -> None:
    """A chapter has every section of the shape, in the order of the shape, and each heading its own id."""
    sections = written_page(lang, path).sections
    assert sections[0].level == 1
    assert sections[0].name == path.rsplit("/", 1)[-1]
    named = [section.name for section in sections if section.level == 2]
    assert named == [name for name in SHAPE if name in named]
    assert set(SHAPE) - set(named) <= WITHOUT
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", section.name) for section in sections)
    assert f"{{!{lang}/checklist-{path.rsplit('/', 1)[-1]}.md!}}" in written_page(lang, path).source


@each_chapter
def test_chapter_is_the_same_in_both_languages(path: str) -> None:
    """Ids, their order, roles, source and related pages do not depend on the language."""
    dutch, english = (written_page(lang, path) for lang in LANGS)
    assert [(s.level, s.name) for s in dutch.sections] == [(s.level, s.name) for s in english.sections]
    assert dutch.ids == english.ids
    for name in ("roles", "source_article", "related", "checked"):
        assert dutch.meta[name] == english.meta[name], name
    for page in (dutch, english):
        assert page.html.count('class="question"') in {3, 4, 5}
    assert dutch.html.count('type="checkbox"') == english.html.count('type="checkbox"') >= 4


@each_language
@each_chapter
def test_chapter_fits_a_few_minutes(path: str, lang: Lang) -> None:
    """A chapter is short enough to read between two visits, and says how long that takes."""
    page = written_page(lang, path)
    assert page.words <= MOST_WORDS
    assert abs(page.meta["minutes"] - math.ceil(page.words / WORDS_A_MINUTE)) <= 1


@each_language
@each_chapter
def test_chapter_says_what_it_is(path: str, lang: Lang) -> None:
    """The front matter is whole, and related pages exist."""
    meta = written_page(lang, path).meta
    assert set(meta) == META
    assert meta["roles"], "somebody has to read it"
    assert set(meta["roles"]) <= ROLES
    assert len(meta["description"]) <= 160
    assert 3 <= len(meta["related"]) <= 6
    for related in meta["related"]:
        assert (DOCS / lang / related).is_file(), related
        assert related != f"{path}.md"


@each_language
@each_chapter
def test_one_sentence_stands_on_a_line(path: str, lang: Lang) -> None:
    """Text is written one sentence a line, so that a change shows as the sentence that changed; talk may run on."""
    lines = written_page(lang, path).source.splitlines()
    for line in lines:
        plain = re.sub(r"\[([^]]*)]\([^)]*\)|\*\*[^*]+\*\*", r"\1", line)
        if line.startswith(("|", "#", "- ", "/", '"', "    ", "“", "**", "{")) or re.match(r"\d+\. ", line):
            continue
        sentences = re.split(r"(?<=[a-z]{3}[.?!])\s+(?=[A-Z])", plain)
        assert len(sentences) <= 1 or any(mark in line for mark in '"“”'), line
    assert all(not (a == b == "") for a, b in pairwise(lines)), "two blank lines"

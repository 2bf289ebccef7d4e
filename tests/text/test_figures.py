"""Figures in the text that a calculator can give: each is marked, and is recomputed here (decision 0024)."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

from calculators.core.words import LANGS, Lang
from site_build.blocks.case_figures import FIGURE
from site_build.content import DOCS, content_names
from tests.text.case_figures import followed, marked_figures, written
from tests.text.pages import CHAPTERS

MARKED = sorted(
    (lang, path.relative_to(DOCS / lang).with_suffix("").as_posix())
    for lang in LANGS
    for path in (DOCS / lang).rglob("*.md")
    if marked_figures(path.read_text(encoding="utf-8"))
)
GIVEN = json.loads((DOCS / "cases" / "given.json").read_text(encoding="utf-8"))
AMOUNT = re.compile(r"[−+]?\s?€\s?\d(?:[\d.,]*\d)?|[−+]?\d(?:[\d.,]*\d)?%")
# Where the words of a case are written by a calculator, and what a block is given.
WRITTEN_BY_BLOCKS = re.compile(r"^\s{4,}(?:preset|case|name|says): [^\n]*$|^---\n.*?\n---\n", re.MULTILINE | re.DOTALL)


def _text(lang: Lang, page: str) -> str:
    return (DOCS / lang / f"{page}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("lang", "page"), MARKED)
def test_marked_figures_follow_from_their_case(lang: Lang, page: str) -> None:
    """Each marked figure is what the calculator answers, rounded to the decimals that it shows."""
    for text, expression in marked_figures(_text(lang, page)):
        shown, half, is_signed = written(text, lang)
        value = followed(expression)
        # "A loss of € 600" has no sign: its words say which way it goes.
        found = value if is_signed else abs(value)
        assert abs(shown - found) <= half, f"{text} is {float(value)} by {expression}"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", CHAPTERS)
def test_amounts_of_a_chapter_are_marked_or_given(page: str, lang: Lang) -> None:
    """An amount or a percentage follows from a case, or is named among what its author was given or chose."""
    text = WRITTEN_BY_BLOCKS.sub("", re.sub(FIGURE, "", _text(lang, page)))
    given = {_plain(entry) for entry in GIVEN.get(page, [])}
    loose = {found for found in map(_plain, AMOUNT.findall(text)) if found not in given}
    assert loose == set()


def test_given_figures_stand_in_their_chapter() -> None:
    """The list of given figures holds none that has gone from both languages."""
    for page, given in GIVEN.items():
        assert page in CHAPTERS, page
        found = {
            _plain(amount) for lang in LANGS for amount in AMOUNT.findall(re.sub(FIGURE, r"\1", _text(lang, page)))
        }
        assert {_plain(entry) for entry in given} <= found, (page, {_plain(entry) for entry in given} - found)


def test_every_case_is_used() -> None:
    """No case stands in the folder that no page uses, in a mark or in a block."""
    pages = "\n".join(path.read_text(encoding="utf-8") for lang in LANGS for path in (DOCS / lang).rglob("*.md"))
    names = set(content_names("cases")) - {"given"}
    assert {name for name in names if not re.search(rf"\b{name}\.[a-z]|case: {name}$", pages, re.MULTILINE)} == set()


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("€ 4.800", "nl", (4800, Fraction(1, 2), False)),
        ("−€2,018.50", "en", (Fraction(-40370, 20), Fraction(1, 200), True)),
        ("11,76%", "nl", (Fraction(1176, 10000), Fraction(1, 20000), False)),
        ("36 per cent", "en", (Fraction(36, 100), Fraction(1, 200), False)),
    ],
)
def test_figure_is_read_as_people_write_it(text: str, lang: Lang, expected: tuple[Fraction, Fraction, bool]) -> None:
    """With the signs of its language, and a percentage as a fraction of one."""
    assert written(text, lang) == expected


def _plain(amount: str) -> str:
    return re.sub(r"\s", "", amount)


def test_marks_are_found(tmp_path: Path) -> None:
    """A mark is found in text and in a table."""
    page = tmp_path / "page.md"
    page.write_text("Vos: [€ 2.000]{=bakker.leak}.\n| a | [5%]{=x-y.z - 1} |\n", encoding="utf-8")
    assert marked_figures(page.read_text(encoding="utf-8")) == [("€ 2.000", "bakker.leak"), ("5%", "x-y.z - 1")]

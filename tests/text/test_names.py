"""What readers keep on their devices hangs on names, which are the same in both languages."""

import re
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest

from calculators.core.words import LANGS
from site_build.content import DOCS

QUESTIONS: Final = sorted(
    path.relative_to(DOCS / "nl")
    for path in (DOCS / "nl").rglob("*.md")
    if "/// question |" in path.read_text(encoding="utf-8")
)
CHECKLISTS: Final = sorted(path.name for path in (DOCS / "snippets" / "nl").glob("checklist-*.md"))


def _names(path: Path) -> list[tuple[str, str, bool]]:
    """Each question and option of a page: which of the two it is, its name, and whether it is the right one."""
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"^///+ (question|option) \| .*\n((?: {4}\w+: .*\n)*)", text, re.MULTILINE)
    named = [(kind, re.findall(r"name: (\S+)", settings), "right: true" in settings) for kind, settings in found]
    return [(kind, name, right) for kind, (name,), right in named]


@pytest.mark.parametrize("page", QUESTIONS, ids=str)
def test_questions_and_options_have_the_same_names(page: Path) -> None:
    """In both languages a page asks the same questions, each with the same options, the same one right."""
    dutch, english = (_names(DOCS / lang / page) for lang in LANGS)
    assert sorted(dutch) == sorted(english)
    assert dutch


@pytest.mark.parametrize("name", CHECKLISTS)
def test_ticks_have_the_same_names(name: str) -> None:
    """In both languages a checklist has the same ticks, each with a name of its own."""
    ticks = {}
    for lang in LANGS:
        text = (DOCS / "snippets" / lang / name).read_text(encoding="utf-8")
        ticks[lang] = re.findall(r"^- \[ \] .*\n  \{ data-tick=([a-z0-9-]+) \}$", text, re.MULTILINE)
        assert len(ticks[lang]) == text.count("- [ ]")
    assert sorted(ticks["nl"]) == sorted(ticks["en"])
    assert max(len(list(same)) for _, same in groupby(sorted(ticks["nl"]))) == 1


def test_every_tick_stands_in_a_checklist() -> None:
    """No page has ticks of its own, which nothing would name."""
    for lang in LANGS:
        for path in (DOCS / lang).rglob("*.md"):
            assert "- [ ]" not in path.read_text(encoding="utf-8"), path

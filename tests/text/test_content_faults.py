"""A fault in a list of phrases or of ideas is told with the file and the entry, for whoever wrote it."""

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from site_build import content
from site_build.blocks.ideas import IdeasBlock
from site_build.content import ContentError
from site_build.customers import sayings
from site_build.search_words import trade_words

TYPED = {"nl": ["bezwaar"], "en": ["objection"]}
SAYS = {"nl": "Te duur.", "en": "Too expensive."}


def _written(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, entries: dict[str, Any]) -> None:
    """Let the data files be in `folder`, with one that holds `entries`."""
    path = folder / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(entries), encoding="utf-8")
    monkeypatch.setattr(content, "DOCS", folder)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"typed": TYPED}, r"'answer'.*objection"),
        ({"answer": "a/b", "typed": {"nl": ["bezwaar"]}}, r"'typed'.*a/b"),
        ({"answer": "a/b", "typed": {**TYPED, "en": [" "]}}, r"'typed'.*a/b"),
        ({"answer": "a/b", "typed": {**TYPED, "en": [7]}}, r"'typed'.*a/b"),
    ],
)
def test_word_of_the_trade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: dict[str, Any], told: str) -> None:
    """Without an answer, without a language, or with a blank phrase."""
    _written(monkeypatch, tmp_path, "search-words", {"pages": [entry]})
    with pytest.raises(ContentError, match=rf"docs/search-words\.json: {told}"):
        trade_words("nl")


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"answer": "a/b", "says": SAYS, "typed": TYPED}, r"'answer'.*a/b"),
        ({"answer": "a/b#c", "says": SAYS, "typed": {**TYPED, "nl": [""]}}, r"'typed'.*a/b#c"),
    ],
)
def test_saying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: dict[str, Any], told: str) -> None:
    """Without a place that answers it, or with a blank phrase."""
    _written(monkeypatch, tmp_path, "customer-words", {"sayings": [entry]})
    with pytest.raises(ContentError, match=rf"docs/customer-words\.json: {told}"):
        sayings()


def test_idea_without_a_section(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An idea says where it stands."""
    _written(monkeypatch, tmp_path, "ideas/one", {"ideas": [{"idea": {"nl": "Een.", "en": "One idea."}}]})
    block = object.__new__(IdeasBlock)
    block.argument = "one"
    with pytest.raises(ContentError, match=r"docs/ideas/one\.json: 'sections'.*One idea"):
        block.write(Element("div"), "en")

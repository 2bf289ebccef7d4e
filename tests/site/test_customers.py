"""What customers say, on the home page and in search, and the answers that it leads to."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from calculators.core.words import LANGS, Lang
from site_build.content import ContentError
from site_build.customers import sayings
from site_build.search import PAGES, split_search_index
from site_build.search_words import phrases


@pytest.mark.parametrize("lang", LANGS)
def test_each_sentence_leads_to_what_to_say(site: Path, lang: Lang) -> None:
    """Home links each sentence to words that stand in a box "Say this", and search shows these words beside it."""
    root = site if lang == "nl" else site / "en"
    links = LexborHTMLParser((root / "index.html").read_text("utf-8")).css(".tiles--spoken a")
    tiles = {link.text(): link.attributes["href"] for link in links}
    found = {entry["location"]: entry for entry in json.loads((root / PAGES).read_text("utf-8"))}
    assert len(tiles) == len(sayings())
    for saying in sayings():
        place = f"{saying.page}/#{saying.place}"
        assert tiles[f"“{saying.sentence[lang]}”"] == place
        page = LexborHTMLParser((root / saying.page / "index.html").read_text("utf-8"))
        answer = page.css_first(f".say > #{saying.place}")
        assert answer is not None, place
        assert found[place]["text"].strip('"')[:20] in answer.text()


@pytest.mark.parametrize("lang", LANGS)
def test_each_phrase_leads_to_a_place_that_search_knows(site: Path, lang: Lang) -> None:
    """All phrases of both lists stand in the index, beside the page or the place that they lead to."""
    root = site if lang == "nl" else site / "en"
    found = {entry["location"]: entry.get("phrases", []) for entry in json.loads((root / PAGES).read_text("utf-8"))}
    expected = phrases(lang)
    assert {location: len(held) for location, held in found.items() if held} == {
        location: len(listed) for location, listed in expected.items()
    }
    assert "=te_duur" in found["conversation/price-and-discount/#too-expensive"] or lang == "en"


def test_phrase_for_a_page_that_is_missing_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the two lists and the place."""
    index = {"config": {"lang": ["nl"]}, "docs": [{"location": "beyond/tender/", "title": "", "text": ""}]}
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.json").write_text(json.dumps(index), encoding="utf-8")
    monkeypatch.setattr("site_build.search.sayings", list)
    with pytest.raises(ContentError, match=r"search-words\.json.*search knows no 'conversation/"):
        split_search_index(tmp_path, "nl")


def test_sentence_without_an_answer_stops_the_build(tmp_path: Path) -> None:
    """The message names the place that is missing."""
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.json").write_text('{"docs": []}', encoding="utf-8")
    with pytest.raises(ContentError, match=f"there is no {sayings()[0].page}#{sayings()[0].place}"):
        split_search_index(tmp_path, "nl")

"""The pictures of every calculator, at every edge, in each language: nothing is cut, covered, or alike."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from calculators.catalogue import NAMES, declaration, words_of
from calculators.core.words import LANGS, Lang
from calculators.evaluation.worded_pictures import WordedBar, WordedBars, WordedPlot
from calculators.writers.html.bars import bars_svg
from calculators.writers.html.picture import picture_html
from calculators.writers.html.scale import round_ticks
from tests.questions import edge_questions, golden_questions

DRAWN = [name for name in NAMES if declaration(name).pictures]
CHARACTER_WIDTH = 8
# Every so many of the edges is drawn, beside every golden case: neighbours among them draw nearly the same.
PICKED = 7
ASCENT, DESCENT = 11, 3
BOX = ("x", "y", "width", "height")
LEAST_WIDTH = 2  # of a bar, however small
PICTURE_WIDTH = 340
LINES = ("picture-zero", "picture-joint")
SECURITY = re.compile(r"\bstyle=|<style|<script|\bon[a-z]+=")

# One process draws all pictures of a calculator, once.
every_drawn_calculator = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.xdist_group(f"pictures-{name}")) for name in DRAWN]
)


class Text(NamedTuple):
    """A text of a picture and what it takes, at 8 units a character."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Text") -> bool:
        """Whether two texts share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Picture(NamedTuple):
    """A picture, and the HTML that was written for it."""

    question: str
    worded: WordedPlot | WordedBars
    html: str
    figure: ET.Element

    @property
    def drawing(self) -> ET.Element:
        """The SVG itself, not that of a legend."""
        found = self.figure.find("svg")
        assert found is not None
        return found

    @property
    def texts(self) -> list[Text]:
        """Every text in the drawing."""
        return list(_texts(self.drawing, "start"))


def _texts(parent: ET.Element, inherited: str) -> Iterator[Text]:
    for child in parent:
        anchor = child.get("text-anchor", inherited)
        if child.tag == "text":
            words, x, y = child.text or "", float(child.attrib["x"]), float(child.attrib["y"])
            width = CHARACTER_WIDTH * len(words)
            left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
            yield Text(words, left, y - ASCENT, left + width, y + DESCENT)
        yield from _texts(child, anchor)


@cache
def pictures(name: str, lang: Lang) -> tuple[Picture, ...]:
    """Every picture of every answer at an edge."""
    return tuple(_pictures(name, lang))


def _pictures(name: str, lang: Lang) -> Iterator[Picture]:
    for asked in (*golden_questions(name), *edge_questions(name)[::PICKED]):
        answer = asked.answer(lang)
        for worded in answer.pictures:
            html = picture_html(worded, answer)
            yield Picture(asked.name, worded, html, ET.fromstring(html))  # noqa: S314  # written by ourselves


@every_drawn_calculator
@pytest.mark.parametrize("lang", LANGS)
def test_no_text_is_cut_or_covered(name: str, lang: Lang) -> None:
    """On a phone, where letters are largest, each text lies within the picture and beside the others."""
    faults: set[tuple[str, ...]] = set()
    for picture in pictures(name, lang):
        left, top, right, bottom = map(int, picture.drawing.attrib["viewBox"].split())
        for text in picture.texts:
            if text.left < left or text.top < top or text.right > right or text.bottom > bottom:
                faults.add((picture.question, "cut", text.words))
        for one, two in combinations(picture.texts, 2):
            if one.covers(two):
                faults.add((picture.question, "covered", one.words, two.words))
    assert faults == set()


@every_drawn_calculator
@pytest.mark.parametrize("lang", LANGS)
def test_every_series_is_named_once_and_has_its_own_look(name: str, lang: Lang) -> None:
    """Beside its mark or else in the legend; told apart by shape, dashes or pattern, whatever the colours."""
    for picture in pictures(name, lang):
        if isinstance(picture.worded, WordedBars):
            continue
        series = [group for group in picture.drawing.iter("g") if "picture-series" in group.get("class", "")]
        labels = [group for group in picture.drawing.iter("g") if group.get("class") == "picture-label"]
        legend = picture.figure.findall("ul[@class='picture-legend']/li")
        assert len(series) == len(picture.worded.series) == len(labels) + len(legend), picture.question
        looks = [_look(group[0]) for group in series]
        assert len(set(looks)) == len(looks), (picture.question, looks)


def _look(mark: ET.Element) -> tuple[str | None, ...]:
    """What a mark looks like without its colour; its place does not count."""
    shape = re.sub(r"[-\d. ]", "", mark.get("d", "")) if mark.get("class") == "picture-point" else ""
    fill = mark.get("fill") if mark.get("class") == "picture-area" else None
    return mark.tag, mark.get("class"), shape, mark.get("stroke-dasharray"), fill


@every_drawn_calculator
def test_few_series_need_a_legend(name: str) -> None:
    """The label beside the mark is the rule, at the default question always."""
    found = pictures(name, "nl")
    assert not [picture.worded.name for picture in found if picture.question == "default" and "legend" in picture.html]
    assert sum("picture-legend" in picture.html for picture in found) <= len(found) // 4


@every_drawn_calculator
def test_drawings_keep_to_the_security_policy(name: str) -> None:
    """Attributes and classes only; and every pattern that is named is there."""
    for picture in pictures(name, "en"):
        assert not SECURITY.search(picture.html), picture.question
        identifiers = [part.attrib["id"] for part in picture.figure.iter() if "id" in part.attrib]
        assert len(set(identifiers)) == len(identifiers)
        assert set(re.findall(r"url\(#([^)]+)\)", picture.html)) <= set(identifiers)


@every_drawn_calculator
def test_marks_lie_within_the_axes(name: str) -> None:
    """Zero and every figure that is drawn lie between the first and the last grid line."""
    for picture in pictures(name, "en"):
        if isinstance(picture.worded, WordedPlot):
            lines = [line for line in picture.drawing.iter("line") if line.get("class") != "picture-leader"]
            heights = [float(line.attrib["y1"]) for line in lines]
            assert sum(line.get("class") == "picture-zero" for line in lines) == 1, picture.question
            for mark in picture.drawing.iter("circle"):
                assert min(heights) <= float(mark.attrib["cy"]) <= max(heights), picture.question


@every_drawn_calculator
def test_bars_go_on_from_each_other(name: str) -> None:
    """A joint leads from an edge of a bar to an edge of the next, and the line of zero goes by all of them."""
    for picture in pictures(name, "en"):
        if isinstance(picture.worded, WordedPlot):
            continue
        rects = [{key: float(rect.attrib[key]) for key in BOX} for rect in picture.drawing.iter("rect")]
        lines = {kind: [line for line in picture.drawing.iter("line") if line.get("class") == kind] for kind in LINES}
        bars = picture.worded.bars
        assert len(lines["picture-joint"]) == sum(one.end in (two.start, two.end) for one, two in pairwise(bars))
        for joint in lines["picture-joint"]:
            x, top, bottom = (float(joint.attrib[key]) for key in ("x1", "y1", "y2"))
            above = next(rect for rect in rects if rect["y"] + rect["height"] == top)
            below = next(rect for rect in rects if rect["y"] == bottom)
            for rect in (above, below):
                edges = (rect["x"], rect["x"] + rect["width"])
                assert min(abs(edge - x) for edge in edges) < LEAST_WIDTH, (picture.question, x, edges)
        (zero,) = lines["picture-zero"]
        assert float(zero.attrib["y1"]) < rects[0]["y"]
        assert float(zero.attrib["y2"]) > rects[-1]["y"] + rects[-1]["height"]


@every_drawn_calculator
def test_bars_take_the_room_there_is(name: str) -> None:
    """From the lowest figure at the first place for a bar to the highest at the last one: nothing is left empty."""
    for picture in pictures(name, "en"):
        if isinstance(picture.worded, WordedPlot):
            continue
        level = [picture.worded.level.value] if picture.worded.level else []
        figures = [0, *level, *(figure for bar in picture.worded.bars for figure in (bar.start, bar.end))]
        rects = [{key: float(rect.attrib[key]) for key in BOX} for rect in picture.drawing.iter("rect")]
        lines = [float(line.attrib["x1"]) for line in picture.drawing.iter("line")]
        places = [*lines, *(rect["x"] for rect in rects), *(rect["x"] + rect["width"] for rect in rects)]
        assert max(places) - min(places) >= (0.35 * PICTURE_WIDTH if any(figures) else 0), picture.question


@pytest.mark.parametrize(
    ("start", "end", "joints"),
    [("100", "70", 1), ("0", "100", 1), ("0", "70", 0), ("-30", "0", 0)],
    ids=["goes on from it", "is its total", "begins at zero", "ends at zero"],
)
def test_bar_is_joined_to_what_it_goes_on_from(start: str, end: str, joints: int) -> None:
    """After a bar from 0 until 100 only one that begins or ends at 100 has a joint, which stands there."""
    bars = [WordedBar("one", Decimal(0), Decimal(100)), WordedBar("two", Decimal(start), Decimal(end))]
    picture = WordedBars("bars", "Bars", "Two bars.", "Bars", "EUR", bars)
    drawing = ET.fromstring(f"<svg>{bars_svg(picture, words_of(NAMES[0], 'en')).parts}</svg>")  # noqa: S314  # our own
    first = next(drawing.iter("rect"))
    found = [float(line.attrib["x1"]) for line in drawing.iter("line") if line.get("class") == "picture-joint"]
    assert found == [float(first.attrib["x"]) + float(first.attrib["width"])] * joints


@pytest.mark.parametrize(("low", "high"), [("0", "0"), ("-3", "7"), ("0", "0.04"), ("-12500", "999"), ("980", "1000")])
def test_ticks_are_round_and_enclose_what_is_drawn(low: str, high: str) -> None:
    """One significant digit of 1, 2 or 5 between ticks, from two to seven steps."""
    ticks = round_ticks(Decimal(low), Decimal(high))
    steps = {two - one for one, two in pairwise(ticks)}
    assert ticks[0] <= Decimal(low) <= Decimal(high) <= ticks[-1]
    assert {step.normalize().as_tuple().digits for step in steps} <= {(1,), (2,), (5,)}
    assert 3 <= len(ticks) <= 8

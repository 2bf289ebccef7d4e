"""Where the labels of a plot stand: beside what they name, over nothing else, and never out of the picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from calculators.writers.html.markup import Html, element

# As wide as in a wide typeface on a phone, where the style sheet makes the letters largest.
CHARACTER_WIDTH: Final = 8
BOLD_WIDTH: Final = 9  # of a label
WIDE_SIGNS: Final = "%\u2212→"  # three quarters wider
LINE_HEIGHT: Final = 16
ASCENT: Final = 12
GAP: Final = 4
REACH: Final = (9, 18)  # from the middle of a mark until its label
FAR: Final = range(28, 150, 14)  # from what a label names until the label, with a line between them
GRAIN: Final = 6  # units between the places of a curve that labels keep away from
MOST_HIDDEN: Final = 3  # such places that a label may cover, if it must


class Place(NamedTuple):
    """A place in the picture, in whole units."""

    x: int
    y: int


class Box(NamedTuple):
    """A rectangle in the picture."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def encloses(self, other: "Box") -> bool:
        """Whether the other lies within."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def holds(self, place: Place) -> bool:
        """Whether the place lies within."""
        return self.left <= place.x <= self.right and self.top <= place.y <= self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text in a box, with an upright line to what they name where that is not beside them."""

    lines: tuple[str, ...]
    box: Box
    leader: tuple[Place, Place] | None = None

    @property
    def taken(self) -> tuple[Box, ...]:
        """What no other label may cover."""
        if self.leader is None:
            return (self.box,)
        (x, one), (_, two) = self.leader
        return self.box, Box(x - 1, min(one, two), x + 1, max(one, two))

    def drawn(self) -> Html:
        """The label as SVG, its lines centred in its box."""
        middle = str((self.box.left + self.box.right) // 2)
        texts = [
            element("text", {"x": middle, "y": str(self.box.top + ASCENT + LINE_HEIGHT * number)}, line)
            for number, line in enumerate(self.lines)
        ]
        if self.leader is not None:
            start, end = self.leader
            ends = {"x1": str(start.x), "y1": str(start.y), "x2": str(end.x), "y2": str(end.y)}
            texts.insert(0, element("line", {"class": "picture-leader", **ends}))
        return element("g", {"class": "picture-label", "text-anchor": "middle"}, *texts)


def width_of(text: str, character: int = CHARACTER_WIDTH) -> int:
    """How wide a text is at most."""
    return character * len(text) + 3 * character // 4 * sum(map(text.count, WIDE_SIGNS))


def best(
    candidates: Iterator[Label], room: Box, taken: Sequence[Box], curves: Sequence[Place], *, leader_crosses: bool
) -> Label | None:
    """The first of the labels that covers nothing, or else the one that hides least of the curves, if any may.

    `leader_crosses` says that the line to what is named may cross a curve, as that into an area must.
    """
    found, least = None, MOST_HIDDEN + 1
    for label in candidates:
        if not room.encloses(label.box) or any(box.meets(other) for box in label.taken for other in taken):
            continue
        boxes = label.taken[:1] if leader_crosses else label.taken
        hidden = sum(box.holds(place) for box in boxes for place in curves)
        if hidden < least:
            found, least = label, hidden
        if not hidden:
            break
    return found


def wrapped(text: str) -> Iterator[tuple[str, ...]]:
    """The text in one line, in two and in three, as even as its words allow."""
    words = text.split(" ")
    yield (text,)
    for lines in (2, 3):
        if lines <= len(words):
            yield _lines(words, -(-len(text) // lines))


def _lines(words: Sequence[str], width: int) -> tuple[str, ...]:
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) < width and len(lines[-1]) + len(word) // 2 < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def between(places: Sequence[Place]) -> list[Place]:
    """The places with those between them along straight lines, at most the grain apart."""
    found = list(places[:1])
    for one, two in pairwise(places):
        parts = max(1, -(-max(abs(two.x - one.x), abs(two.y - one.y)) // GRAIN))
        found += [
            Place(one.x + (two.x - one.x) * part // parts, one.y + (two.y - one.y) * part // parts)
            for part in range(1, parts + 1)
        ]
    return found


def beside_point(point: Place, mark: int, texts: Sequence[tuple[str, ...]], room: Box) -> Iterator[Label]:
    """Labels around a mark of that half size, the nearest first."""
    for reach in REACH:
        for lines in texts:
            width, height = _size(lines)
            level, above, below = point.y - height // 2, point.y - reach - height, point.y + reach
            after, before = point.x + reach, point.x - reach - width
            across = _across(point.x, width, room)
            places = [(after, level), (before, level), (after, above), (across, above), (before, above)]
            places += [(after, below), (across, below), (before, below)]
            yield from (_label(lines, left, top) for left, top in places)
    yield from _led(point, mark, texts, room)


def along_line(places: Sequence[Place], texts: Sequence[tuple[str, ...]], room: Box) -> Iterator[Label]:
    """Labels along a curve, from its end to its start."""
    some = places[:: -max(1, len(places) // 16)]
    for lines in texts:
        width, height = _size(lines)
        for place in some:
            after, before, across = place.x + GAP, place.x - GAP - width, _across(place.x, width, room)
            for top in (place.y - GAP - height, place.y + GAP):
                yield from (_label(lines, left, top) for left in (after, before, across))
    for place in some:
        yield from _led(place, 0, texts, room)


def in_area(edge: Sequence[Place], zero: int, texts: Sequence[tuple[str, ...]], room: Box) -> Iterator[Label]:
    """Labels within an area between an edge and zero, then those elsewhere with a line into it."""
    first, last = edge[0].x, edge[-1].x
    if last - first < 2 * GAP or all(zero - place.y < 2 * GAP for place in edge):
        return
    middles = sorted(range(first + GAP, last, GRAIN), key=lambda x: abs(2 * x - first - last))
    for lines in texts:
        width, height = _size(lines)
        for middle in middles:
            label = _label(lines, middle - width // 2, zero - GAP - height)
            tops = [place.y for place in edge if label.box.left <= place.x <= label.box.right]
            if first <= label.box.left and label.box.right <= last and max(tops) + GAP <= label.box.top:
                yield label
    for place in sorted(edge, key=lambda place: abs(2 * place.x - first - last)):
        if first < place.x < last and zero - place.y > 2 * GAP:
            yield from _led(Place(place.x, (place.y + zero) // 2), 0, texts, room)


def _led(named: Place, mark: int, texts: Sequence[tuple[str, ...]], room: Box) -> Iterator[Label]:
    """Labels above and below a place, with a line that ends where its mark begins."""
    for reach in FAR:
        for lines in texts:
            width, height = _size(lines)
            for left in (_across(named.x, width, room), named.x - 2 * GAP, named.x + 2 * GAP - width):
                above = _label(lines, left, named.y - reach - height)
                below = _label(lines, left, named.y + reach)
                yield replace(above, leader=(Place(named.x, above.box.bottom), Place(named.x, named.y - mark)))
                yield replace(below, leader=(Place(named.x, below.box.top), Place(named.x, named.y + mark)))


def _across(middle: int, width: int, room: Box) -> int:
    """Where a text begins whose middle is there, or as near to it as there is room."""
    return min(max(middle - width // 2, room.left), room.right - width)


def _size(lines: Sequence[str]) -> tuple[int, int]:
    return max(width_of(line, BOLD_WIDTH) for line in lines), LINE_HEIGHT * len(lines)


def _label(lines: tuple[str, ...], left: int, top: int) -> Label:
    width, height = _size(lines)
    return Label(lines, Box(left, top, left + width, top + height))

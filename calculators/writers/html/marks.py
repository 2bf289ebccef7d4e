"""What the series of a plot look like: told apart by shape, dashes and pattern, never by colour alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from calculators.core.declarations import SeriesKind
from calculators.evaluation.worded_pictures import WordedSeries
from calculators.writers.html.markup import Html, element, joined

Position = tuple[Decimal, Decimal]

LINE_DASHES: Final = (None, "10 5", "2 5")
LEVEL_DASHES: Final = ("7 4", "2 4", "14 4 2 4")
HATCHES: Final = ("M-2,2L2,-2M0,8L8,0M6,10L10,6", "M-2,6L2,10M0,0L8,8M6,-2L10,2", "M0,4H8")
HATCH_SIZE: Final = "8"
SWATCH_WIDTH: Final = 28
SWATCH_HEIGHT: Final = 16
FAMILIES: Final[dict[SeriesKind, str]] = {"steps": "line"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is drawn: the kind of its marks, and which of that kind it is."""

    kind: SeriesKind
    number: int
    pattern: str

    def marks(self, places: Sequence[Position], zero: Decimal) -> Html:
        """The series at these places, an area from the height of zero."""
        if self.kind == "point":
            return joined(*(_point(self.number, x, y) for x, y in places))
        if self.kind == "area":
            moves = [f"M{places[0][0]} {zero}", *(f"L{x} {y}" for x, y in places), f"L{places[-1][0]} {zero}Z"]
            return element("path", {"class": "picture-area", "fill": f"url(#{self.pattern})", "d": "".join(moves)})
        moves = [f"{'L' if number else 'M'}{x} {y}" for number, (x, y) in enumerate(places)]
        dashes = (LEVEL_DASHES if self.kind == "level" else LINE_DASHES)[self.number]
        kind = "picture-level" if self.kind == "level" else "picture-line"
        return element("path", {"class": kind, "fill": "none", "stroke-dasharray": dashes, "d": "".join(moves)})

    def definition(self) -> Html:
        """The pattern that fills an area; nothing for other kinds."""
        if self.kind != "area":
            return Html()
        size = {"width": HATCH_SIZE, "height": HATCH_SIZE}
        return element(
            "pattern",
            {"id": self.pattern, "patternUnits": "userSpaceOnUse", **size},
            element("rect", {"class": "picture-tint", **size}),
            element("path", {"class": "picture-hatch", "fill": "none", "d": HATCHES[self.number]}),
        )

    def swatch(self) -> Html:
        """A piece of the series, for the legend."""
        middle, end = Decimal(SWATCH_HEIGHT // 2), Decimal(SWATCH_WIDTH)
        top, bottom = Decimal(1), Decimal(SWATCH_HEIGHT - 1)
        places = {"point": [(end / 2, middle)], "area": [(Decimal(0), top), (end, top)]}
        drawn = self.marks(places.get(self.kind, [(Decimal(0), middle), (end, middle)]), bottom)
        box = f"0 0 {SWATCH_WIDTH} {SWATCH_HEIGHT}"
        return element("svg", {"class": "picture-swatch", "viewBox": box, "aria-hidden": "true"}, drawn)


def looks(series: Sequence[WordedSeries], prefix: str) -> Iterator[Look]:
    """A look for each of the series; each kind has three, and a fourth would be an IndexError."""
    families = [FAMILIES.get(one.kind, one.kind) for one in series]
    for number, one in enumerate(series):
        yield Look(one.kind, families[:number].count(families[number]), f"{prefix}--{one.name}")


def _point(number: int, x: Decimal, y: Decimal) -> Html:
    """A circle, a square, or a diamond, the later ones smaller so that one upon the other shows both."""
    kind = {"class": "picture-point"}
    return (
        element("circle", {**kind, "cx": str(x), "cy": str(y), "r": "7"}),
        element("rect", {**kind, "x": str(x - 5), "y": str(y - 5), "width": "10", "height": "10"}),
        element("path", {**kind, "d": f"M{x} {y - 6}L{x + 6} {y}L{x} {y + 6}L{x - 6} {y}Z"}),
    )[number]

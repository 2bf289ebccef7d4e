"""The rows and pictures of a list; the customers are made into rows only as far as somebody looks."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, overload

from calculators.accounts.concentration import BANDS, Peak, whale_curve
from calculators.accounts.portfolio import LEVER_CODES, CustomerBook, Ranking, euros, parts
from calculators.core.money import to_fraction
from calculators.core.results import Coordinates, Span

CLASSES: Final = ("a", "b", "c")
SIZES: Final = ("first_fifth", "second_fifth", "third_fifth", "fourth_fifth", "last_fifth")
MOST_POINTS: Final = 200


class ClassLine(NamedTuple):
    """The customers of a class, and what they bring in EUR a year; shares are None where there is no revenue."""

    revenue_class: str
    customers: int
    loss_making: int
    revenue: Decimal
    revenue_share: Decimal | None
    contribution: Decimal
    contribution_share: Decimal | None


class SizeLine(NamedTuple):
    """The customers with a fifth of the revenue, the largest first; the share is that of their own revenue."""

    size_class: str
    customers: int
    loss_making: int
    revenue: Decimal
    contribution: Decimal
    contribution_share: Decimal | None


class LeverLine(NamedTuple):
    """The loss makers that a lever mends first, and what that gains in EUR a year."""

    first_lever: str
    customers: int
    gain: Decimal


class LeftOutLine(NamedTuple):
    """A line that is not counted, and for how many customers."""

    line: str
    customers: int


class CustomerLine(NamedTuple):
    """A customer by rank of contribution, in EUR a year; the gain is that of the first lever."""

    rank: int
    name: str
    revenue: Decimal
    revenue_share: Decimal | None
    revenue_class: str
    contribution: Decimal
    first_lever: str
    gain: Decimal


class RankedCustomers(Sequence[CustomerLine]):
    """The customers by contribution, the best first."""

    def __init__(self, ranked: Ranking) -> None:
        self._ranked = ranked
        self._total = sum(ranked.book.revenue)

    def __len__(self) -> int:
        return len(self._ranked.book)

    @overload
    def __getitem__(self, index: int) -> CustomerLine: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[CustomerLine]: ...
    def __getitem__(self, index: int | slice) -> CustomerLine | Sequence[CustomerLine]:
        if isinstance(index, slice):
            return [self._line(rank) for rank in range(len(self))[index]]
        return self._line(range(len(self))[index])

    def __iter__(self) -> Iterator[CustomerLine]:
        return map(self._line, range(len(self)))

    def place(self, rank: int) -> int:
        """The place in the list, from 0, of the customer with this rank, from 0."""
        return self._ranked.by_contribution[rank]

    def _line(self, rank: int) -> CustomerLine:
        place, book = self.place(rank), self._ranked.book
        return CustomerLine(
            rank + 1,
            book.name(place),
            euros(book.revenue[place]),
            share(book.revenue[place], self._total),
            CLASSES[self._ranked.revenue_class[place]],
            euros(book.contribution[place]),
            LEVER_CODES[book.lever[place]],
            euros(book.gain[place]),
        )


def share(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """The share in a whole, both in EUR, in cents or in customers; None where the whole is nothing or less."""
    return to_fraction(Decimal(part) / Decimal(whole)) if whole > 0 else None


def class_lines(ranked: Ranking) -> list[ClassLine]:
    """A, B and C by revenue."""
    total = sum(ranked.book.revenue)
    return [
        ClassLine(
            letter,
            part.customers,
            part.loss_making,
            euros(part.revenue),
            share(part.revenue, total),
            euros(part.contribution),
            share(part.contribution, part.revenue),
        )
        for letter, part in zip(CLASSES, parts(ranked.book, ranked.revenue_class, len(CLASSES)), strict=True)
    ]


def size_lines(ranked: Ranking) -> list[SizeLine]:
    """The list in five parts, each with a fifth of the revenue as far as whole customers go."""
    return [
        SizeLine(
            size,
            part.customers,
            part.loss_making,
            euros(part.revenue),
            euros(part.contribution),
            share(part.contribution, part.revenue),
        )
        for size, part in zip(SIZES, parts(ranked.book, ranked.size, BANDS), strict=True)
    ]


def size_bars(lines: Sequence[SizeLine]) -> dict[str, Span]:
    """A bar for what each part of the list brings."""
    return {line.size_class: (Decimal(0), line.contribution) for line in lines}


def lever_lines(book: CustomerBook) -> list[LeverLine]:
    """The first levers of the loss makers in the order of repair, last those that no lever mends alone."""
    customers, gains = dict.fromkeys(LEVER_CODES, 0), dict.fromkeys(LEVER_CODES, 0)
    for contribution, lever, gain in zip(book.contribution, book.lever, book.gain, strict=True):
        if contribution < 0:
            customers[LEVER_CODES[lever]] += 1
            gains[LEVER_CODES[lever]] += gain
    return [LeverLine(lever, count, euros(gains[lever])) for lever, count in customers.items() if count]


def left_out_lines(book: CustomerBook) -> list[LeftOutLine]:
    """The lines that are not counted for some or all customers, in their order."""
    return [LeftOutLine(name, book.left_out[name]) for name in book.totals._fields if book.left_out[name]]


def whale(descending: Sequence[int], highest: Peak) -> dict[str, Coordinates]:
    """What the best customers bring together, by their number, with its peak and where it ends."""
    count, (customers, level) = len(descending), highest
    places = sorted({count * point // MOST_POINTS for point in range(MOST_POINTS + 1)} | {customers})
    curve = [(Decimal(place), euros(together)) for place, together in whale_curve(descending, places)]
    falls = 0 < customers < count
    return {
        "together": curve,
        "peak": [(Decimal(customers), euros(level))] if falls else [],
        "total": [curve[-1]],
    }

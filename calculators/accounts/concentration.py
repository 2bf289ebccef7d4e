"""How revenue and contribution are spread over customers: classes, shares, Gini, Herfindahl, the whale curve.

All take whole cents, so that every figure is exact until its one division.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final, NamedTuple

BANDS: Final = 5  # each with a fifth of the revenue
SMALL: Final = BANDS - 1  # the small customers, with the last 20%
A_UNTIL: Final = 80
B_UNTIL: Final = 95
HUNDRED: Final = 100
TOP_PART: Final = 5  # the top 20% is one part of five


def bands(descending: Sequence[int]) -> bytearray:
    """The size of each customer, 0 for the largest, by the fifth of the revenue in which the customer begins.

    The revenues descend. Who crosses a line belongs to the band that they cross from.
    """
    total = sum(descending)
    return bytearray(min(SMALL, before * BANDS // total) if total else SMALL for before in _before(descending))


def classes(descending: Sequence[int]) -> bytearray:
    """The class of each customer: 0 (A) up to 80% of the revenue, 1 (B) up to 95%, else 2 (C), as in `bands`."""
    total = sum(descending)
    a, b = total * A_UNTIL, total * B_UNTIL
    return bytearray((before * HUNDRED >= a) + (before * HUNDRED >= b) for before in _before(descending))


def _before(descending: Iterable[int]) -> Iterator[int]:
    """What the customers before each one bring together."""
    running = 0
    for revenue in descending:
        yield running
        running += revenue


def top_customers(customers: int) -> int:
    """How many the top 20% are; who crosses the line belongs to it."""
    return -(-customers // TOP_PART)


def gini(ascending: Sequence[int]) -> Decimal | None:
    """How unequal revenues are, from 0 (all alike) to nearly 1 (one has all); None where there is no revenue.

    sum((2i − n − 1) × x_i) / (n × sum x), the revenues x ascending.
    """
    total, count = sum(ascending), len(ascending)
    weighted = sum((2 * place - count - 1) * revenue for place, revenue in enumerate(ascending, start=1))
    return Decimal(weighted) / Decimal(count * total) if total else None


def herfindahl(revenues: Sequence[int]) -> Decimal | None:
    """The sum of the squared shares, from 1 / n (all alike) to 1 (one has all); None where there is no revenue."""
    total = sum(revenues)
    squares = sum(revenue * revenue for revenue in revenues)
    return Decimal(squares) / Decimal(total * total) if total else None


def whale_curve(descending: Iterable[int], places: Sequence[int]) -> list[tuple[int, int]]:
    """What the best customers bring together, for each number of customers in `places`, which ascend from 0."""
    wanted = set(places)
    return [(place, level) for place, level in enumerate(accumulate(descending, initial=0)) if place in wanted]


class Peak(NamedTuple):
    """The fewest customers that bring together the most, and how much that is; those after them bring nothing more."""

    customers: int
    level: int


def peak(descending: Iterable[int]) -> Peak:
    """Where the whale curve is highest."""
    customers = level = 0
    for contribution in descending:
        if contribution <= 0:
            break
        customers += 1
        level += contribution
    return Peak(customers, level)

"""A whole customer list, kept in little room: cents, codes and names. Parts that were read apart can be merged."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import add
from typing import Final, get_args

from calculators.accounts.concentration import bands, classes
from calculators.accounts.contribution import Contribution
from calculators.accounts.customers import Customer, CustomerRow, ListFigures, reviewed
from calculators.accounts.levers import NONE_ALONE, NOT_NEEDED, LeverName

LEVER_CODES: Final = (NOT_NEEDED, *get_args(LeverName), NONE_ALONE)
_CODE_OF: Final = {code: number for number, code in enumerate(LEVER_CODES)}
_NOTHING: Final = Contribution._make([Decimal("0.00")] * len(Contribution._fields))
CENTS: Final = 100
WHOLE_NUMBERS: Final = "q"  # 64 bits hold a million times the largest amount that a field takes


class CustomerBook:
    """The customers of a list by their place in it, from 0: net revenue, contribution and gain of the first lever.

    Amounts are whole cents. `totals` adds up the lines of all of them, `lever` gives a place in `LEVER_CODES`, and
    `left_out` says for how many customers a line is not counted.
    """

    __slots__ = ("_ends", "_names", "contribution", "gain", "left_out", "lever", "revenue", "totals")

    def __init__(self) -> None:
        self.revenue = array(WHOLE_NUMBERS)
        self.contribution = array(WHOLE_NUMBERS)
        self.gain = array(WHOLE_NUMBERS)
        self.lever = bytearray()
        self.totals = _NOTHING
        self.left_out = Counter[str]()
        self._names = bytearray()
        self._ends = array(WHOLE_NUMBERS)

    def __len__(self) -> int:
        return len(self.revenue)

    def add(self, customer: Customer) -> None:
        """Put a customer at the end of the list."""
        lines = customer.lines
        self.revenue.append(cents(lines.net_revenue))
        self.contribution.append(cents(lines.contribution))
        self.gain.append(cents(customer.gain))
        self.lever.append(_CODE_OF[customer.lever])
        self.totals = Contribution._make(map(add, self.totals, lines))
        self.left_out.update(customer.left_out)
        self._names += customer.name.encode()
        self._ends.append(len(self._names))

    def merge(self, other: "CustomerBook") -> None:
        """Put the customers of another book behind those of this one."""
        before = len(self._names)
        self.revenue += other.revenue
        self.contribution += other.contribution
        self.gain += other.gain
        self.lever += other.lever
        self.totals = Contribution._make(map(add, self.totals, other.totals))
        self.left_out.update(other.left_out)
        self._names += other._names  # noqa: SLF001 (a book knows its own kind)
        self._ends.extend(before + end for end in other._ends)  # noqa: SLF001 (as above)

    def name(self, place: int) -> str:
        """The name of the customer at this place."""
        return self._name(place).decode()

    def has_repeated_names(self) -> bool:
        """Whether two customers have one name: perhaps one customer in several rows."""
        return len({hash(bytes(self._name(place))) for place in range(len(self))}) < len(self)

    def _name(self, place: int) -> bytearray:
        return self._names[self._ends[place - 1] if place else 0 : self._ends[place]]


def customer_book(rows: Iterable[CustomerRow], figures: ListFigures) -> CustomerBook:
    """The book of a list, or of a part of one, with what counts for all of its customers."""
    book = CustomerBook()
    for row in rows:
        book.add(reviewed(row, figures))
    return book


@dataclass(frozen=True, slots=True)
class Ranking:
    """A list in order: places in the book by revenue and by contribution, the largest first, equal ones as listed.

    `size` (the fifth of the revenue) and `revenue_class` (A, B or C) are by place, see `bands` and `classes`.
    """

    book: CustomerBook
    by_revenue: Sequence[int]
    by_contribution: Sequence[int]
    size: bytearray
    revenue_class: bytearray

    def revenues(self) -> Sequence[int]:
        """The revenues in cents, the largest first."""
        return array(WHOLE_NUMBERS, map(self.book.revenue.__getitem__, self.by_revenue))

    def contributions(self) -> Sequence[int]:
        """The contributions in cents, the largest first."""
        return array(WHOLE_NUMBERS, map(self.book.contribution.__getitem__, self.by_contribution))


def ranking(book: CustomerBook) -> Ranking:
    """The list in order."""
    by_revenue, by_contribution = _descending(book.revenue), _descending(book.contribution)
    ordered = array(WHOLE_NUMBERS, map(book.revenue.__getitem__, by_revenue))
    size, revenue_class = bytearray(len(book)), bytearray(len(book))
    for place, band, letter in zip(by_revenue, bands(ordered), classes(ordered), strict=True):
        size[place], revenue_class[place] = band, letter
    return Ranking(book, by_revenue, by_contribution, size, revenue_class)


def _descending(amounts: Sequence[int]) -> Sequence[int]:
    return array(WHOLE_NUMBERS, sorted(range(len(amounts)), key=amounts.__getitem__, reverse=True))


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the customers: how many, how many with a loss, and their revenue and contribution in cents."""

    customers: int
    loss_making: int
    revenue: int
    contribution: int


def parts(book: CustomerBook, part_of: Sequence[int], count: int) -> list[Part]:
    """The customers by the part that each place belongs to, from 0 to before `count`."""
    sums = [[0, 0, 0, 0] for _ in range(count)]
    for part, revenue, contribution in zip(part_of, book.revenue, book.contribution, strict=True):
        found = sums[part]
        found[0] += 1
        found[1] += contribution < 0
        found[2] += revenue
        found[3] += contribution
    return [Part(*found) for found in sums]


def cents(amount: Decimal) -> int:
    """The cents of an amount in EUR that was rounded to the cent."""
    return int(amount * CENTS)


def euros(whole_cents: int) -> Decimal:
    """The amount in EUR of whole cents, with its two decimals."""
    return Decimal(whole_cents).scaleb(-2)

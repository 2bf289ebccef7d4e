"""A customer list in many files, on Dask: each file is read where there is room, and the parts are merged in order.

    from dask.distributed import Client
    with Client("scheduler:8786"):
        found = portfolio_of_files(paths, figures, "en")

Every customer goes through the same function as on one machine, and so every figure is the same to the cent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from dask.delayed import delayed

from calculators.accounts.customers import ListFigures
from calculators.accounts.portfolio import CustomerBook, customer_book
from calculators.catalogue import declaration, words_of
from calculators.core.problems import CalculatorError, Problem
from calculators.core.results import Result
from calculators.core.words import Lang
from calculators.lists.layout import Layout, heading_key, proposed_layout
from calculators.lists.reading import listed_rows
from calculators.lists.source import Source, opened
from calculators.models.portfolio.formula import portfolio_of

NAME = "portfolio"
FIELD = "customers"
MOST_ROWS = 100_000_000  # of a file


@dataclass(frozen=True, slots=True)
class Part:
    """The customers of some of the files, and the rows that do not count, as `ListedRows` has them; faults by file."""

    book: CustomerBook
    faulty: int
    left_out: int
    faults: Sequence[tuple[str, Problem]]


def portfolio_of_files(paths: Sequence[str], figures: ListFigures, lang: Lang) -> tuple[Result, Part]:
    """What the list in these files brings, and how it was read; runs on the Dask client that is active.

    Args:
        paths: files that every worker can open, in the order of the list, all with the columns of the first.
        figures: what counts for customers whose row does not say it.
        lang: decides where figures of the file can be read in two ways.

    Raises:
        CalculatorError: a file cannot be read as a list, or has other columns than the first.
    """
    source = _source(paths[0])
    layout = proposed_layout(declaration(NAME).field(FIELD), source, lang)
    key = heading_key(layout, source)
    parts = [delayed(read_part)(path, layout, key, figures, lang) for path in paths]
    while len(parts) > 1:
        parts = [delayed(merged)(*pair) for pair in zip_longest(parts[::2], parts[1::2])]
    part: Part = parts[0].compute()
    return portfolio_of(part.book), part


def read_part(path: str, layout: Layout, key: str, figures: ListFigures, lang: Lang) -> Part:
    """The customers of one file, whose headings have the `key` of the first one."""
    source = _source(path)
    if heading_key(layout, source) != key:
        raise CalculatorError(Problem(FIELD, "no_layout"))
    rows = listed_rows(declaration(NAME).field(FIELD), source, layout, words_of(NAME, lang), most=MOST_ROWS)
    book = customer_book(rows, figures)
    return Part(book, rows.faulty, rows.left_out, [(path, fault) for fault in rows.faults])


def merged(one: Part, other: Part | None) -> Part:
    """Two parts as one, in their order; the last of an odd number stays as it is."""
    if other is None:
        return one
    book = CustomerBook()
    book.merge(one.book)
    book.merge(other.book)
    return Part(book, one.faulty + other.faulty, one.left_out + other.left_out, [*one.faults, *other.faults])


def _source(path: str) -> Source:
    return opened(lambda: Path(path).open("rb"))

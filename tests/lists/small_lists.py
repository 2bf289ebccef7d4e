"""Lists as small as a test can read, and files of them made on the spot."""

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import xlsxwriter

from calculators.core.fields import Field, day, money, number, percent, text, typed_table, whole
from calculators.core.problems import CalculatorError
from calculators.core.words import LANGS, Lang, Words, shared_words
from calculators.lists.layout import Layout, proposed_layout
from calculators.lists.reading import ListedRows, listed_rows
from calculators.lists.source import Source, opened, pasted


class CustomerRow(NamedTuple):
    """A customer with a figure of each kind."""

    name: str
    list_revenue: Decimal
    discount: Decimal | None
    discount_amount: Decimal | None
    visits: int | None
    agreed_days: Decimal | None


class InvoiceRow(NamedTuple):
    """An invoice."""

    customer: str
    invoice: str | None
    invoice_day: date
    due_day: date | None
    paid_day: date | None
    amount: Decimal
    open_amount: Decimal | None


CUSTOMERS = typed_table(
    "customers",
    CustomerRow,
    text("name"),
    money("list_revenue"),
    percent("discount", optional=True),
    money("discount_amount", optional=True),
    whole("visits", "visits", maximum="1000", optional=True),
    number("agreed_days", "days", maximum="1000", optional=True),
    maximum_rows=1_000_000,
    listed=True,
)
INVOICES = typed_table(
    "invoices",
    InvoiceRow,
    text("customer"),
    text("invoice", optional=True),
    day("invoice_day"),
    day("due_day", optional=True),
    day("paid_day", optional=True),
    money("amount", minimum="-100000000000"),
    money("open_amount", minimum="-100000000000", optional=True),
    maximum_rows=1_000_000,
    listed=True,
)


def words_of(lang: Lang) -> Words:
    """The words of a page that has these lists."""
    labels = {column.name: column.name for column in (*CUSTOMERS.columns, *INVOICES.columns)}
    return shared_words(lang).with_own({"columns": {"customers": labels, "invoices": labels}})


def source_of(content: bytes, sheet: str = "") -> Source:
    """The table in a file."""
    return opened(lambda: io.BytesIO(content), sheet)


def lines_of(source: Source) -> list[tuple[int, list[str]]]:
    """All lines of a small file."""
    return [(line.number, line.cells) for line in source.lines()]


def read(field: Field, text_or_file: str | bytes, lang: Lang = "nl") -> tuple[Layout, ListedRows, list[Any]]:
    """The layout that is proposed, the walk, and its records."""
    source = pasted(text_or_file) if isinstance(text_or_file, str) else source_of(text_or_file)
    layout = proposed_layout(field, source, lang)
    rows = listed_rows(field, source, layout, words_of(lang))
    records = list(rows)
    assert rows.rows == rows.counted + rows.faulty + rows.left_out
    assert rows.counted == len(records)
    return layout, rows, records


def workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    """The bytes of a workbook that is filled by a function."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    fill(book)
    book.close()
    return content.getvalue()


def codes(error: CalculatorError) -> list[tuple[str, str]]:
    """The field and the code of each problem, all of which have a sentence in each language."""
    for lang in LANGS:
        assert all(shared_words(lang)[f"problems.{problem.code}"] for problem in error.problems)
    return [(problem.field, problem.code) for problem in error.problems]

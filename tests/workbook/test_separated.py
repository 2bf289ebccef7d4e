"""A table as separated text, as a spreadsheet of either language opens it."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from calculators.core.quantities import Quantity
from calculators.core.words import Lang, shared_words
from calculators.evaluation.records import Column, Rows
from calculators.writers.separated import separated

COLUMNS = (
    Column("name", "Klant", "text"),
    Column("contribution", "Bijdrage", "EUR"),
    Column("share", "Deel", "fraction"),
    Column("day", "Dag", "date"),
    Column("profitable", "Winst", "code"),
)


def table(values: Sequence[tuple[Any, ...]], lang: Lang) -> Rows:
    """Rows in these columns."""
    return Rows("customers", "Klanten", COLUMNS, values, shared_words(lang))


def test_each_language_has_its_marks() -> None:
    """Semicolons and decimal commas, or commas and points; a byte order mark; figures exact, and less than nothing."""
    values = [('Jansen; & "Zn"', Decimal("-1234.50"), Decimal("0.125"), date(2026, 11, 26), "yes")]
    assert "".join(separated(table(values, "nl"))) == (
        '\ufeffKlant;Bijdrage;Deel;Dag;Winst\r\n"Jansen; & ""Zn""";-1234,50;0,125;2026-11-26;ja\r\n'
    )
    assert "".join(separated(table(values, "en"))) == (
        '\ufeffKlant,Bijdrage,Deel,Dag,Winst\r\n"Jansen; & ""Zn""",-1234.50,0.125,2026-11-26,yes\r\n'
    )


def test_a_text_is_never_a_formula() -> None:
    """An apostrophe goes before what a spreadsheet would reckon; a figure stands as it is."""
    names = ["=1+1", "+31 6", "-korting", "@SUM(1)", "\tx", "\rx", "Gewoon", "5-1"]
    written = "".join(separated(table([(name, Quantity(3, "visits"), None, None, "no") for name in names], "en")))
    rows = list(csv.reader(StringIO(written.removeprefix("\ufeff"), newline="")))[1:]
    assert [row[0] for row in rows] == ["'=1+1", "'+31 6", "'-korting", "'@SUM(1)", "'\tx", "'\rx", "Gewoon", "5-1"]
    assert {tuple(row[1:]) for row in rows} == {("3", "", "", "no")}


class Lazy(Sequence[tuple[Any, ...]]):
    """Rows that come into being as they are asked for; it remembers how many at most at once."""

    most = 0

    def __len__(self) -> int:
        return 100_000

    def __getitem__(self, asked: Any) -> Any:
        assert isinstance(asked, slice)
        rows = [(f"K{number}", Decimal(number), None, None, "no") for number in range(*asked.indices(len(self)))]
        self.most = max(self.most, len(rows))
        return rows

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        raise AssertionError


def test_rows_are_asked_for_and_given_in_parts() -> None:
    """A list of a hundred thousand is never held as a whole."""
    rows = Lazy()
    parts = list(separated(table(rows, "nl")))
    assert rows.most <= 1000
    assert max(map(len, parts)) < 200_000
    lines = "".join(parts).splitlines()
    assert len(lines) == 100_001
    assert lines[-1] == "K99999;99999;;;nee"

"""Rows to records: what a row says counts, or it is told why it does not; nothing is dropped in silence."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, NamedTuple

from calculators.core.fields import Field
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity
from calculators.core.words import Words
from calculators.lists.columns import Reader, reader_of
from calculators.lists.headings import totals
from calculators.lists.layout import Layout
from calculators.lists.lines import Source

Tick = Callable[[int, int], None]

# Faults that are told one by one; of the others only the number.
MOST_FAULTS: Final = 200
ROWS_BETWEEN_TICKS: Final = 100
CENTS_AND_ROUNDED: Final = 200  # amounts are read to the cent, so that each row can be half a cent from its own
NO_PLACE: Final = -1  # of a column that the file lacks: the blank cell that ends each row


class TotalApart(NamedTuple):
    """A row of totals that says another amount than the rows come to: its number, the column, and both amounts."""

    line: int
    column: str
    said: Decimal
    added: Decimal


class ListedRows:
    """The records of a list, walked as often as wanted, in bounded memory.

    While and after a walk: `rows` is how many rows the file has below its heading, `counted` how many of them became
    records, `faulty` how many have a fault and `left_out` how many are blank or a row of totals:
    `rows == counted + faulty + left_out`. `faults` are the problems of the first faulty rows, whose `row` is the number
    of the line less one, so that adding one gives the number that a spreadsheet shows, and whose `column` is the place
    of the column in the list. `total_lines` are the numbers of rows of totals. `totals` adds the amounts and numbers of
    the counted rows, by column; `apart` are the rows of totals that say otherwise of a column that must be there.
    """

    def __init__(self, field: Field, source: Source, layout: Layout, tick: Tick | None, most: int) -> None:
        """Make the readers of the columns."""
        self._field, self._source, self._layout, self._tick, self._most = field, source, layout, tick, most
        columns = layout.columns
        self._plan: Sequence[tuple[Reader, int]] = [
            (column_reader(column, layout), columns.get(column.name, NO_PLACE)) for column in field.columns
        ]
        self._figures = [
            (column.name, place)
            for place, column in enumerate(field.columns)
            if column.kind in ("money", "number", "whole") and column.name in columns
        ]
        self._control = [
            (column.name, *self._plan[place])
            for place, column in enumerate(field.columns)
            if column.kind == "money" and not column.optional and column.name in columns
        ]
        self._width = max(columns.values(), default=0) + 1
        # A row of totals says so in its first cell, or where the others have their name.
        named = (column for column in field.columns if column.kind == "text" and column.name in columns)
        first = next(named, None)
        self._named = columns[first.name] if first else 0
        self._forget()

    def _forget(self) -> None:
        self.rows = self.counted = self.faulty = self.left_out = 0
        self.faults: list[Problem] = []
        self.total_lines: list[int] = []
        self.totals: dict[str, Decimal] = {name: Decimal(0) for name, _ in self._figures}
        self._apart: list[TotalApart] = []
        self._before = {name: [Decimal(0)] for name, *_ in self._control}

    def __iter__(self) -> Iterator[Any]:
        """The records of the rows that count.

        Raises:
            CalculatorError: more rows than we take, or what `Source.lines` raises.
        """
        self._forget()
        make, plan, figures, sums = self._field.record, self._plan, self._figures, self.totals
        assert make is not None, self._field.name  # noqa: S101 (a table has a record; this tells the type)
        for number, cells in self._rows():
            try:
                values = [read(cells[place]) for read, place in plan]
                record = make(*values)
            except CalculatorError as error:
                self._note(number, cells, error)
                continue
            for name, place in figures:
                value = values[place]
                if value is not None:
                    sums[name] += value  # type: ignore[operator]  # figures are numbers
            self.counted += 1
            yield record

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows below the heading that may count, each as wide as the layout and with a blank cell at its end."""
        heading, width, named, total_words = self._layout.heading, self._width, self._named, totals()
        source, tick = self._source, self._tick
        for number, found in source.lines():
            if number <= heading:
                continue
            self.rows += 1
            if tick and not self.rows % ROWS_BETWEEN_TICKS:
                tick(source.read_so_far, source.size)
            cells = [*found, *[""] * (width - len(found)), ""]
            if not cells[named].strip() and not any(map(str.strip, cells)):
                self.left_out += 1
            elif cells[0].strip() in total_words or cells[named].strip() in total_words:
                self.left_out += 1
                if len(self.total_lines) < MOST_FAULTS:
                    self.total_lines.append(number)
                    self._hold(number, cells)
            elif self.rows - self.left_out > self._most:
                limit = {"limit": Quantity(self._most, "number")}
                raise CalculatorError(Problem(self._field.name, "too_many_rows", limit))
            else:
                yield number, cells

    @property
    def apart(self) -> list[TotalApart]:
        """The rows of totals that neither the rows above them nor all rows add up to."""
        return [one for one in self._apart if not self._is_near(one.said, self.totals[one.column])]

    def _hold(self, number: int, cells: Sequence[str]) -> None:
        """Hold a row of totals to the rows above it: to all of them, or to those since an earlier row of totals."""
        for name, read, place in self._control:
            with suppress(CalculatorError):
                said = read(cells[place])
                assert isinstance(said, Decimal), name  # noqa: S101 (it is an amount that must be there)
                sums = [self.totals[name] - before for before in self._before[name]]
                nearest = min(sums, key=lambda added: abs(said - added))
                if not self._is_near(said, nearest):
                    self._apart.append(TotalApart(number, name, said, nearest))
            self._before[name].append(self.totals[name])

    def _is_near(self, said: Decimal, added: Decimal) -> bool:
        return abs(said - added) * CENTS_AND_ROUNDED <= max(self.counted, 1)

    def _note(self, number: int, cells: Sequence[str], error: CalculatorError) -> None:
        """Count a faulty row, and keep the problems of its cells, or of the row where its cells are right."""
        self.faulty += 1
        if len(self.faults) >= MOST_FAULTS:
            return
        found = []
        for column, (read, place) in enumerate(self._plan):
            try:
                read(cells[place])
            except CalculatorError as cell_error:
                found += [replace(problem, column=column) for problem in cell_error.problems]
        self.faults += [replace(problem, field=self._field.name, row=number - 1) for problem in found or error.problems]


def listed_rows(
    field: Field, source: Source, layout: Layout, words: Words, tick: Tick | None = None, most: int | None = None
) -> ListedRows:
    """The rows of a source as records of the field.

    Args:
        field: a listed table.
        source: the file or paste.
        layout: where its columns stand.
        words: those of the page, with the names of the columns.
        tick: hears now and then how far the walk is, and of how much, as `Source` counts.
        most: the most rows that count; those of the field where it is left out.

    Raises:
        CalculatorError: the layout lacks a column that the list must have.
    """
    if missing := missing_columns(field, layout):
        labels = ", ".join(words[f"columns.{field.name}.{column.name}"] for column in missing)
        raise CalculatorError(Problem(field.name, "column_missing", {"columns": Quantity(labels, "text")}))
    return ListedRows(field, source, layout, tick, field.maximum_rows if most is None else most)


def missing_columns(field: Field, layout: Layout) -> list[Field]:
    """The columns that must be there and are not in the layout."""
    return [
        column
        for column in field.columns
        if not column.optional and not column.default and column.name not in layout.columns
    ]


def column_reader(column: Field, layout: Layout) -> Reader:
    """The function that reads a cell of the column as it is written in this layout; see `reader_of`."""
    return reader_of(column, layout.notation, layout.day_order, layout.shares.get(column.name, "percent"))

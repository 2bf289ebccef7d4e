"""An answer as every writer gets it: figures with their words, written once, in the language that was asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from calculators.core.declarations import Declaration, Tone
from calculators.core.quantities import Quantity, Unit
from calculators.core.words import Lang, Words
from calculators.evaluation.worded_pictures import WordedBars, WordedPlot
from calculators.present.quantities import written
from calculators.present.sentences import sentence

ROWS_AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """An input or an answer with its label.

    `written` is how people read it; `reason` says why it has no value, or is a remark beside one.
    """

    name: str
    label: str
    quantity: Quantity
    written: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; one of codes says which there are."""

    name: str
    label: str
    unit: Unit
    choices: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        """Whether its cells are figures, which stand under each other."""
        return self.unit not in ("text", "code", "date")


def quantity_in(cell: Any, column: Column) -> Quantity:
    """What a cell holds, in a unit of its own or in that of its column."""
    return cell if isinstance(cell, Quantity) else Quantity(cell, column.unit)


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of the answer: its rows are values, and put into words only as far as somebody looks.

    A cell is a value in the unit of its column, or a quantity with a unit of its own.
    """

    name: str
    caption: str
    columns: Sequence[Column]
    values: Sequence[tuple[Any, ...]]
    words: Words

    def quantities(self, last: int | None = None) -> Iterator[list[Quantity | None]]:
        """The cells of the rows to before `last`, taken in parts: rows may come into being as they are asked for."""
        end = len(self.values) if last is None else min(last, len(self.values))
        for first in range(0, end, ROWS_AT_ONCE):
            for row in self.values[first : min(first + ROWS_AT_ONCE, end)]:
                yield [
                    None if cell is None else quantity_in(cell, column)
                    for column, cell in zip(self.columns, row, strict=True)
                ]

    def written(self, first: int = 0, last: int | None = None) -> Iterator[list[str]]:
        """The cells of the rows from `first` (counted from 0) to before `last`, as people read them."""
        for row in self.values[first:last]:
            yield [
                "" if cell is None else written(quantity_in(cell, column), self.words, column.name)
                for column, cell in zip(self.columns, row, strict=True)
            ]

    def told(self, first: int, last: int, count: int | None = None) -> str:
        """That rows from `first` until `last`, counted from 1, are shown, of so many or of all."""
        parts = {"first": first, "last": last, "all": len(self.values) if count is None else count}
        counts = {name: Quantity(number, "number") for name, number in parts.items()}
        return sentence(self.words["frame.rows_shown"], counts, self.words)


@dataclass(frozen=True, slots=True)
class OwnList:
    """A list that came from a file, in the place of the rows of a field: they are somebody's, and are not repeated."""

    name: str
    label: str
    written: str


Input = Figure | Rows | OwnList


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure before and after, with the difference, where there can be one."""

    label: str
    before: Figure
    after: Figure
    difference: Quantity | None

    def cells(self, words: Words) -> list[str]:
        """The comparison as a row of a table."""
        difference = written(self.difference, words) if self.difference else ""
        return [self.label, self.before.written, self.after.written, difference]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A step, whose declaration has the `key`: the formula in words, and with the figures, and what it gave."""

    key: str
    name: str
    label: str
    formula: str
    filled: str
    written: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in words; `checked` is the ISO day a person looked, `told` says it in words, and both may be empty."""

    name: str
    title: str
    address: str
    checked: str
    told: str

    @property
    def line(self) -> str:
        """The source in one line, with its address, where it has one, and the day a person looked."""
        return " ".join(filter(None, (self.title, self.address, self.told and f"({self.told})")))


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know about how a field was read; `other` is what to type for the other reading."""

    field: str
    message: str
    other: str | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What a person may take over into a field: what is typed then, with a remark beside it or none."""

    field: str
    typed: str
    remark: str | None


@dataclass(frozen=True, slots=True)
class Tried:
    """Where the value of a field stands among the steps that a person tries.

    `typed` is the value as typed, `nearest` the place of a step, from 0; `below` and `above` are what is typed for the
    next steps, None beyond a bound of the field; `written` is the value as people read it.
    """

    typed: str
    nearest: int
    below: str | None
    above: str | None
    written: str


@dataclass(frozen=True, slots=True)
class WordedLetter:
    """A text to send, in its language: paragraphs with a blank line between them."""

    lang: Lang
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that a question is answered with.

    `inputs` are the fields that count, with their values: figures, rows for a table, or that it is a list from a file.
    `figures` are all answers in their declared order, `main` the one shown first, and `proposed` what it becomes by
    what the person proposes. `talk` is what to say to the customer; `offers` what the person may take over into a
    field. `notices` tell of rates that are about to end, `notes` what to know beside the figures, `readings` how fields
    were read, and `tried` what is one step away. `declared` has the fields and the formulas as they are declared.
    """

    declared: Declaration
    calculator: str
    title: str
    headline: str
    tone: Tone
    main: Figure
    proposed: Figure | None
    figures: Sequence[Figure]
    inputs: Mapping[str, Input]
    comparisons: Sequence[Comparison]
    tables: Sequence[Rows]
    pictures: Sequence[WordedPlot | WordedBars]
    steps: Sequence[Explanation]
    talk: Sequence[str]
    offers: Sequence[Offered]
    notes: Sequence[str]
    notices: Sequence[str]
    sources: Sequence[SourceLine]
    readings: Sequence[Note]
    retyped: Mapping[str, str | list[list[str]]]
    tried: Mapping[str, Tried]
    letter: WordedLetter | None
    words: Words


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field, in words.

    Row and column are counted from 0; `placed` is the message with both in words, and `is_table` says that the field
    is a table, whatever part of it is meant.
    """

    field: str
    label: str
    code: str
    message: str
    placed: str
    row: int | None = None
    column: int | None = None
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A question that cannot be answered, with all that is wrong with it."""

    calculator: str
    faults: Sequence[Fault]
    readings: Sequence[Note]
    retyped: Mapping[str, str | list[list[str]]]
    tried: Mapping[str, Tried]
    words: Words

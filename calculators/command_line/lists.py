"""A listed table from a file: its records, and what a person should know of how it was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Final

from calculators.core.fields import Field
from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity
from calculators.core.words import Lang, Words, shared_words
from calculators.lists.doubts import Doubt, ambiguous_cells, doubts
from calculators.lists.judging import first_lines
from calculators.lists.layout import Layout, headings_of, proposed_layout
from calculators.lists.limits import MEGABYTE
from calculators.lists.reading import ListedRows, listed_rows
from calculators.lists.remarks import remarks
from calculators.lists.source import Source, opened
from calculators.present.numbers import written_number
from calculators.present.sentences import sentence

# A file is walked line by line here, so that it may be much larger than in a browser.
LARGEST_FILE: Final = 10_000 * MEGABYTE
MOST_ROWS: Final = 100_000_000
EXAMPLE: Final = Decimal("1234.56")


@dataclass(frozen=True, slots=True)
class FileList:
    """The rows of a file as records of a field, how they are read, and what of it can be read in two ways."""

    field: Field
    source: Source
    layout: Layout
    rows: ListedRows
    ambiguous: int
    doubts: Sequence[Doubt]

    def told(self, words: Words) -> list[str]:
        """Which columns were found and how figures are read; after a walk, also how many rows do not count."""
        headings = headings_of(self.layout, self.source)
        found = [
            f"{words[f'columns.{self.field.name}.{name}']} = {headings[place] if headings else place + 1}"
            for name, place in self.layout.columns.items()
        ]
        values = {
            "found": Quantity("; ".join(found), "text"),
            "example": Quantity(written_number(EXAMPLE, shared_words(self.layout.notation)), "text"),
            "ambiguous": Quantity(self.ambiguous, "number"),
            "rows": Quantity(self.rows.rows, "number"),
            "counted": Quantity(self.rows.counted, "number"),
            "faulty": Quantity(self.rows.faulty, "number"),
            "left_out": Quantity(self.rows.left_out, "number"),
        }
        codes = ["found_in_file", *(["ambiguous"] if self.ambiguous else []), *sorted(self.source.noted)]
        codes += ["rows_not_counted"] if self.rows.counted < self.rows.rows else []
        told = [sentence(words[f"lists.{code}"], values, words) for code in codes]
        told += [self._doubt(doubt, words) for doubt in self.doubts]
        return told + remarks(self.field, self.layout, headings, self.rows.apart, words)

    def _doubt(self, doubt: Doubt, words: Words) -> str:
        """What can be read in two ways, and how a file says which."""
        values = doubt.values(words[f"columns.{self.field.name}.{doubt.column}"])
        return " ".join(sentence(words[f"lists.{code}"], values, words) for code in ("doubt", "doubt_in_file"))


def list_from_file(field: Field, path: str, lang: Lang, words: Words) -> FileList:
    """The list in a file, not walked yet; `lang` decides where its figures can be read in two ways.

    Raises:
        CalculatorError: it cannot be opened, is no list, or lacks a column that must be there.
    """
    source = opened(lambda: _file(field, path), largest=LARGEST_FILE)
    layout = proposed_layout(field, source, lang)
    rows = listed_rows(field, source, layout, words, most=MOST_ROWS)
    below = [line for line in first_lines(source) if line.number > layout.heading]
    ambiguous = ambiguous_cells(field, source, layout, below)
    return FileList(field, source, layout, rows, ambiguous, doubts(field, source, layout, below, words))


def _file(field: Field, path: str) -> BinaryIO:
    """The file, open from its first byte, for who walks it to close.

    Raises:
        CalculatorError: it cannot be opened, or only read once, as a pipe.
    """
    try:
        file = Path(path).open("rb")  # noqa: SIM115 (see above)
    except (OSError, ValueError):
        raise CalculatorError(Problem(field.name, "no_file")) from None
    if not file.seekable():
        file.close()
        raise CalculatorError(Problem(field.name, "no_file"))
    return file

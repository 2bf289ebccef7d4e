"""What every source of a list gives: its lines, again and again."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Literal, NamedTuple


class Line(NamedTuple):
    """One row of the file: its number as a spreadsheet shows it, from 1, and its cells as text, untrimmed.

    A row with line breaks inside quotes is one row; a blank line keeps its number and has no cells.
    """

    number: int
    cells: list[str]


class Source(ABC):
    """A file or a paste that holds a table.

    `read_so_far` of `size` says how far the walk is that goes on, in bytes or rows. `noted` are the codes of what a
    person should know of how it was read: `windows_1252`, `unclosed_quote`, `error_cells`; for a text they are complete
    after a walk. A workbook has `sheets`, of which `sheet` is read, and `percentages`: the places of the columns that
    show 0.25 as 25%. A text has a `separator`.
    """

    kind: Literal["text", "workbook"]
    encoding: str = ""
    separator: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    percentages: frozenset[int] = frozenset()
    size: int = 0
    read_so_far: int = 0

    def __init__(self) -> None:
        """Nothing noted yet."""
        self.noted: set[str] = set()

    @abstractmethod
    def lines(self) -> Iterator[Line]:
        """The rows of the file from the first one, in bounded memory.

        Raises:
            CalculatorError: the file holds what no list holds, or more than we take.
        """

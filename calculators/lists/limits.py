"""What a list may hold, and how a file beyond it is refused: before it takes memory or time."""

from typing import Final

from calculators.core.problems import CalculatorError, Problem
from calculators.core.quantities import Quantity

FILE: Final = "file"  # the field of a problem with the file as a whole
MEGABYTE: Final = 1_000_000

# A list of a million customers takes about 100 MB as text; more does not fit in a tab of a browser.
LARGEST_FILE: Final = 200 * MEGABYTE
# As a workbook is inflated: 100,000 rows of 12 columns inflate to 40 MB.
MOST_INFLATED: Final = 100 * MEGABYTE
# Five times the columns of the widest export that we know.
MOST_COLUMNS: Final = 500
# 100,000 rows of 25 columns. The reader of workbooks holds each place between the first cell and the last, empty or
# not, in 32 bytes, and a list that is larger goes through as text.
MOST_CELLS: Final = 2_500_000
# Characters of a line: 500 columns of 2,000. A file without line ends is no list.
LONGEST_LINE: Final = 1_000_000
# Lines within quotes: the longest address or remark; beyond it the quote is taken for a sign like others.
MOST_LINES_IN_A_CELL: Final = 50


def refused(code: str, **values: int | str) -> CalculatorError:
    """The problem with a file as a whole; a number among the values is a count."""
    quantities = {
        name: Quantity(value, "text" if isinstance(value, str) else "number") for name, value in values.items()
    }
    return CalculatorError(Problem(FILE, code, quantities))

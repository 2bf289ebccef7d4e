"""A workbook that holds a table: XLSX and ODS, read by calamine once the archive was looked into."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO, Final

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
)

from calculators.core.problems import CalculatorError
from calculators.lists.archives import check_archive
from calculators.lists.limits import refused
from calculators.lists.lines import Line, Source

THOUSANDTHS: Final = 3


class WorkbookSource(Source):
    """A sheet of a workbook; its cells come typed, and are written so that each notation reads them alike."""

    kind = "workbook"

    def __init__(self, open_binary: Callable[[], BinaryIO], sheet: str) -> None:
        """Look into the file, and open the sheet."""
        super().__init__()
        with open_binary() as file:
            looked = check_archive(file)
            file.seek(0)
            workbook = _asked(lambda: CalamineWorkbook.from_filelike(file))
            self.sheets = _shown(workbook)
            if sheet and sheet not in workbook.sheet_names:
                raise refused("no_such_sheet", sheet=sheet)
            for name in [sheet] if sheet else self.sheets:
                cells = _cells(workbook, name)
                if cells.end is not None:
                    break
            else:
                raise refused("file_empty")
        self.sheet, self._cells, self.size = name, cells, cells.end[0] + 1
        self.noted |= {"error_cells"} if looked.has_errors else set()
        first = cells.start[1] if cells.start else 0
        self.percentages = frozenset(place - first for place in looked.percentages())

    def lines(self) -> Iterator[Line]:
        """The rows; see `Source`."""
        for number, cells in enumerate(self._cells.iter_rows(), start=1):
            self.read_so_far = number
            yield Line(number, [cell if isinstance(cell, str) else _written(cell) for cell in cells])


def _shown(workbook: CalamineWorkbook) -> tuple[str, ...]:
    """The names of the sheets that a person sees."""
    return tuple(
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    )


def _cells(workbook: CalamineWorkbook, sheet: str) -> CalamineSheet:
    cells: CalamineSheet = _asked(lambda: workbook.get_sheet_by_name(sheet))
    return cells


def _asked(question: Callable[[], Any]) -> Any:
    """What calamine answers; it panics over some files, and that is no `Exception`."""
    try:
        return question()
    except CalculatorError:
        raise
    except PasswordError:
        raise refused("workbook_protected") from None
    except WorksheetNotFound:
        raise refused("file_empty") from None
    except MemoryError:
        raise refused("workbook_too_large") from None
    except BaseException as error:
        # A panic, which no module gives by name, is no more than a broken workbook; whatever else comes is not ours.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise refused("workbook_broken") from None
        raise


def _written(cell: object) -> str:
    """A typed cell as text that reads alike in each notation.

    The file holds 9165.299999999999 for what people see as 9165.3: fifteen digits are what a spreadsheet has. Where
    there are three decimals another one follows, because a mark before three digits can be read as thousands.
    """
    if not isinstance(cell, float):
        return f"{cell:%Y-%m-%d}" if isinstance(cell, date) else str(cell)
    text = f"{cell:.15g}"
    if "e" in text:
        text = f"{Decimal(text):f}"
    return f"{text}0" if text[-THOUSANDTHS - 1 : -THOUSANDTHS] == "." else text

"""A workbook that holds a table: XLSX, ODS and XLS, read by calamine once the archive was looked into."""

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
from calculators.lists.archives import Archive
from calculators.lists.limits import MEGABYTE, MOST_CELLS, MOST_COLUMNS, refused
from calculators.lists.lines import Line, Source

# An XLS has at most 65,536 rows of 256 columns; a file of this size is about full.
LARGEST_COMPOUND: Final = 40 * MEGABYTE
PASSWORD_MARK: Final = "EncryptedPackage".encode("utf-16-le")
THOUSANDTHS: Final = 3


class WorkbookSource(Source):
    """A sheet of a workbook; its cells come typed, and are written so that each notation reads them alike."""

    kind = "workbook"

    def __init__(self, open_binary: Callable[[], BinaryIO], sheet: str, *, is_archive: bool) -> None:
        """Look into the file, and open the sheet."""
        super().__init__()
        with open_binary() as file:
            archive = Archive(file) if is_archive else None
            if archive:
                archive.check_index()
            else:
                _check_compound(file)
            file.seek(0)
            workbook = _asked(lambda: CalamineWorkbook.from_filelike(file))
            self.sheets = _shown(workbook)
            if sheet and sheet not in workbook.sheet_names:
                raise refused("no_such_sheet", sheet=sheet)
            for name in [sheet] if sheet else self.sheets:
                has_errors = archive is not None and archive.check_sheet(name)
                cells = _cells(workbook, name)
                if cells.end is not None:
                    break
            else:
                raise refused("file_empty")
        self.sheet, self._cells = name, cells
        self.noted |= {"error_cells"} if has_errors else set()
        self.size = _rows_of(*cells.end)

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


def _rows_of(last_row: int, last_column: int) -> int:
    """How many rows a sheet has; XLS is only held to what we take here, because its file says no sizes before."""
    rows, columns = last_row + 1, last_column + 1
    if columns > MOST_COLUMNS:
        raise refused("too_many_columns", limit=MOST_COLUMNS)
    if rows * columns > MOST_CELLS:
        raise refused("workbook_too_large")
    return rows


def _asked(question: Callable[[], Any]) -> Any:
    """What calamine answers; it panics over some files, and that is no `Exception`."""
    try:
        return question()
    except (KeyboardInterrupt, SystemExit, CalculatorError):
        raise
    except PasswordError:
        raise refused("workbook_protected") from None
    except WorksheetNotFound:
        raise refused("file_empty") from None
    except MemoryError:
        raise refused("workbook_too_large") from None
    except BaseException:  # noqa: BLE001 (a panic)
        raise refused("workbook_broken") from None


def _check_compound(file: BinaryIO) -> None:
    """Refuse an XLS that is too large, and a workbook that was closed with a password."""
    file.seek(0)
    content = file.read(LARGEST_COMPOUND + 1)
    if len(content) > LARGEST_COMPOUND:
        raise refused("workbook_too_large")
    if PASSWORD_MARK in content:
        raise refused("workbook_protected")


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

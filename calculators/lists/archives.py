"""Workbooks as archives, looked into before anything else reads them: a small file can hold more than a machine.

Nothing that the file says of itself is trusted: each part that the reader of workbooks will read is inflated here
first, in pieces, and its cells are counted.
"""

import html
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from calculators.lists.limits import MEGABYTE, MOST_CELLS, MOST_COLUMNS, MOST_INFLATED, refused

PIECE: Final = 1 << 20
# The parts of a workbook with a hundred sheets, and pictures on each.
MOST_PARTS: Final = 5_000
DIRECTORY_BYTES_A_PART: Final = 400
DIRECTORY_END: Final = b"PK\x05\x06"
LONGEST_DIRECTORY_END: Final = 65_557
LOCAL_HEADER: Final = 30
LARGEST_INDEX: Final = 2 * MEGABYTE
# Below so many places a table may be as empty as it likes.
FEW_PLACES: Final = 200_000
PLACES_A_CELL: Final = 50
MOST_ROWS: Final = 1 << 20  # of a sheet
READ_BY_NAME: Final = ("xl/sharedStrings.xml", "xl/styles.xml")

_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s/>]")
_COLUMN: Final = re.compile(rb'<c r="([A-Z]{1,7})[0-9]')
_ROW: Final = re.compile(rb'<c r="[A-Z]{1,7}([0-9]{1,9})"')
_REFERENCE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,7})([0-9]{1,9})["']""")
_ERROR_CELL: Final = b't="e"'
_ERROR_IN_TABLE: Final = b'calcext:value-type="error"'
_SHEET: Final = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE: Final = re.compile(r"""([\w:]+)\s*=\s*["']([^"']*)["']""")
# A row, a sheet, or a cell with whether text follows in it; the second of a covered cell counts for nothing.
_TABLE_PART: Final = re.compile(rb"<table:(?:(table-row)|(?:covered-)?table-cell|(table))(?=[\s/>])([^>]*)>(<text:p|)")
_REPEATED: Final = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,9})"')


class Archive:
    """A workbook as a ZIP archive."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the list of parts.

        Raises:
            CalculatorError: it is no archive, has a password, or says itself that it is too large.
        """
        self._file = file
        self._has_errors = False
        _check_directory(file)
        try:
            with zipfile.ZipFile(file) as archive:
                self.parts: Mapping[str, zipfile.ZipInfo] = {part.filename: part for part in archive.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise refused("workbook_broken") from None
        if any(part.flag_bits & 1 for part in self.parts.values()):
            raise refused("workbook_protected")
        if sum(part.file_size for part in self.parts.values()) > MOST_INFLATED:
            raise refused("workbook_too_large")

    def check_index(self) -> None:
        """Inflate what is read of a workbook whatever the sheet.

        Raises:
            CalculatorError: this is no workbook that we read, or a part of it is not what it says.
        """
        if "xl/workbook.xml" in self.parts:
            for name in READ_BY_NAME:
                for _ in self._pieces(name) if name in self.parts else ():
                    pass
        elif "content.xml" in self.parts:
            self._has_errors = _check_table_parts(self._pieces("content.xml"))
        else:
            raise refused("workbook_unknown")

    def check_sheet(self, sheet: str) -> bool:
        """Count the rows and columns of a sheet, and say whether it has cells with an error.

        Raises:
            CalculatorError: it has more cells than we take, empty ones between the first and the last included.
        """
        if "xl/workbook.xml" not in self.parts:
            return self._has_errors  # all sheets stand in the part that was checked
        return _check_cells(self._pieces(self._part_of(sheet)))

    def _part_of(self, sheet: str) -> str:
        """The name of the part that holds a sheet."""
        relations = self._elements("xl/_rels/workbook.xml.rels", _RELATION)
        targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
        for found in self._elements("xl/workbook.xml", _SHEET):
            if html.unescape(found.get("name", "")) == sheet:
                key = next((value for name, value in found.items() if name.endswith(":id")), None)
                target = targets.get(key, "")
                name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
                if name in self.parts:
                    return name
        raise refused("workbook_broken")

    def _elements(self, name: str, pattern: re.Pattern[str]) -> list[dict[str, str]]:
        """The attributes of each element that the pattern finds in a small part."""
        if name not in self.parts or self.parts[name].file_size > LARGEST_INDEX:
            raise refused("workbook_broken")
        text = b"".join(self._pieces(name)).decode("utf-8", errors="replace")
        return [dict(_ATTRIBUTE.findall(attributes)) for attributes in pattern.findall(text)]

    def _pieces(self, name: str) -> Iterator[bytes]:
        """A part, inflated piece by piece; it ends where it says that it does, or the file is broken."""
        part = self.parts[name]
        self._file.seek(max(part.header_offset, 0))
        header = self._file.read(LOCAL_HEADER)
        if len(header) < LOCAL_HEADER:
            raise refused("workbook_broken")
        self._file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
        if part.compress_type == zipfile.ZIP_STORED:
            yield from _stored(self._file, part.compress_size)
        elif part.compress_type == zipfile.ZIP_DEFLATED:
            yield from _inflated(self._file, part)
        else:
            raise refused("workbook_broken")


def _stored(file: BinaryIO, size: int) -> Iterator[bytes]:
    while size > 0 and (piece := file.read(min(PIECE, size))):
        size -= len(piece)
        yield piece


def _inflated(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    packed, inflated = part.compress_size, 0
    waiting = b""
    while not inflater.eof:
        if not waiting:
            waiting = file.read(min(PIECE, packed))
            packed -= len(waiting)
        try:
            piece = inflater.decompress(waiting, PIECE)
        except zlib.error:
            raise refused("workbook_broken") from None
        inflated += len(piece)
        if inflated > part.file_size or not (piece or waiting):
            raise refused("workbook_broken")
        waiting = inflater.unconsumed_tail
        yield piece


def _check_directory(file: BinaryIO) -> None:
    """Refuse a list of parts that would take long to read; a workbook has a short one."""
    size = file.seek(0, 2)
    file.seek(max(size - LONGEST_DIRECTORY_END, 0))
    end = file.read().rpartition(DIRECTORY_END)[2]
    parts, length = int.from_bytes(end[6:8], "little"), int.from_bytes(end[8:12], "little")
    if parts > MOST_PARTS or length > MOST_PARTS * DIRECTORY_BYTES_A_PART:
        raise refused("workbook_too_large")


def _check_cells(pieces: Iterator[bytes]) -> bool:
    """Refuse a sheet of XLSX with too many places for cells, and say whether a cell of it holds an error."""
    columns: set[bytes] = set()
    last_row = cells = rows = 0
    has_errors = False
    for seen in _whole_elements(pieces):
        letters, digits = _COLUMN.findall(seen), _ROW.findall(seen)
        here = len(_CELL.findall(seen))
        if here != len(letters) or here != len(digits):
            # Another spelling of the same: attributes in another order, other quotes.
            found = _REFERENCE.findall(seen)
            letters, digits = [column for column, _ in found], [row for _, row in found]
        cells, rows = cells + here, rows + seen.count(b"<row")
        if here > len(letters):
            raise refused("workbook_broken")  # cells that do not say where they stand
        columns.update(letters)
        last_row = max(last_row, max(map(int, set(digits)), default=0))
        has_errors = has_errors or _ERROR_CELL in seen
        if cells > MOST_CELLS or rows > MOST_ROWS:
            raise refused("workbook_too_large")
    _check_places(last_row, max(map(_column_number, columns), default=0), cells)
    return has_errors


def _whole_elements(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, cut where an element begins."""
    before = b""
    for piece in pieces:
        seen = before + piece
        end = max(seen.rfind(b"<"), 0)
        before = seen[end:]
        if len(before) > PIECE:
            raise refused("workbook_broken")
        yield seen[:end]
    yield before


def _column_number(letters: bytes) -> int:
    """The number of a column by its letters, from 1: A, Z, AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_places(rows: int, columns: int, cells: int) -> None:
    """Refuse a table that is too large, or that is nearly all emptiness around some cells."""
    if columns > MOST_COLUMNS:
        raise refused("too_many_columns", limit=MOST_COLUMNS)
    places = rows * columns
    if places > MOST_CELLS or (places > FEW_PLACES and places > cells * PLACES_A_CELL):
        raise refused("workbook_too_large")
    if cells > places:
        raise refused("workbook_broken")  # cells on top of each other


def _check_table_parts(pieces: Iterator[bytes]) -> bool:
    """As for a sheet of XLSX, for all sheets of an ODS; it says how often rows and cells repeat."""
    row = column = rows = columns = cells = row_times = 0
    has_errors = False
    for seen in _whole_elements(pieces):
        has_errors = has_errors or _ERROR_IN_TABLE in seen
        for is_row, is_table, attributes, is_filled in _TABLE_PART.findall(seen):
            repeated = _REPEATED.search(attributes)
            times = int(repeated[1]) if repeated else 1
            if is_table:
                row = rows = columns = cells = 0
            elif is_row:
                row, column, row_times = row + times, 0, times
            else:
                column += times
                if is_filled or b"office:value-type" in attributes:
                    rows, columns, cells = row, max(columns, column), cells + times * row_times
                    if cells > MOST_CELLS or columns > MOST_COLUMNS:
                        _check_places(MOST_CELLS + 1, columns, cells)
        _check_places(rows, columns, min(cells, rows * columns))
    return has_errors

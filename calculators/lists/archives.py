"""Workbooks as archives, looked into before anything else reads them: a small file can hold more than a machine.

The reader of workbooks ends the program over some of them, so that nothing a file says of itself is trusted: each part
that it could read is inflated here first, in pieces, and its cells are counted, whatever its name.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.parsers import expat

from calculators.lists.limits import MOST_CELLS, MOST_COLUMNS, MOST_INFLATED, refused

PIECE: Final = 1 << 20
# The parts of a workbook with a hundred sheets, and pictures on each.
MOST_PARTS: Final = 5_000
DIRECTORY_BYTES_A_PART: Final = 400
DIRECTORY_END: Final = b"PK\x05\x06"
LONGEST_DIRECTORY_END: Final = 65_557
LOCAL_HEADER: Final = 30
MOST_ROWS: Final = 1 << 20  # of a sheet
# Below so many places a sheet may be as empty as it likes.
FEW_PLACES: Final = 200_000
PLACES_A_CELL: Final = 50

XLSX: Final = "xl/workbook.xml"
XLSB: Final = "workbook.bin"
ODS: Final = "content.xml"
MARKUP: Final = (".xml", ".rels")

_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s/>]")
_COLUMN: Final = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}"')
_ROW: Final = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_REFERENCE: Final = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_SHEET: Final = b"sheetData"
_ERROR_CELL: Final = b't="e"'
# How many different texts a workbook says to have; its reader makes room for them.
_TEXTS: Final = re.compile(rb"uniqueCount[^0-9>]*([0-9]{1,18})")
# A row, a sheet, or a cell with whether text follows in it.
_TABLE_PART: Final = re.compile(rb"<table:(?:(table-row)|(?:covered-)?table-cell|(table))(?=[\s/>])([^>]*)>(<text:p|)")
_REPEATED: Final = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,9})"')
_ERROR_IN_TABLE: Final = b'calcext:value-type="error"'


def check_archive(file: BinaryIO) -> bool:
    """Look into a workbook, and say whether a cell of it holds an error.

    Raises:
        CalculatorError: it is no workbook that we read, is broken, has a password, or holds more cells than we take:
            those between the first and the last of a sheet count, empty or not.
    """
    _check_directory(file)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise refused("workbook_broken") from None
    names = {part.filename for part in parts}
    if not names & {XLSX, ODS} or any(name.lower().endswith(XLSB) for name in names):
        raise refused("workbook_unknown")
    if any(part.flag_bits & 1 for part in parts):
        raise refused("workbook_protected")
    if sum(part.file_size for part in parts) > MOST_INFLATED:
        raise refused("workbook_too_large")
    has_errors = False
    for part in parts:
        pieces = _pieces(file, part)
        if part.filename.lower().endswith(MARKUP):
            pieces = _well_formed(pieces)
        has_errors |= _check_tables(pieces) if part.filename == ODS else _check_cells(pieces)
    return has_errors


def _check_directory(file: BinaryIO) -> None:
    """Refuse an archive that ends before its list of parts, or whose list would take long to read."""
    size = file.seek(0, 2)
    file.seek(max(size - LONGEST_DIRECTORY_END, 0))
    _, is_whole, end = file.read().rpartition(DIRECTORY_END)
    if not is_whole:
        raise refused("workbook_broken")
    parts, length = int.from_bytes(end[6:8], "little"), int.from_bytes(end[8:12], "little")
    if parts > MOST_PARTS or length > MOST_PARTS * DIRECTORY_BYTES_A_PART:
        raise refused("workbook_too_large")


def _pieces(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part, inflated piece by piece; it ends where it says that it does, or the file is broken."""
    file.seek(max(part.header_offset, 0))
    header = file.read(LOCAL_HEADER)
    file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    if part.compress_type == zipfile.ZIP_STORED:
        return _stored(file, part.compress_size)
    if part.compress_type == zipfile.ZIP_DEFLATED:
        return _inflated(file, part)
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


def _well_formed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces of a part that is XML, without entities of its own; over others the reader waits without end."""
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse_entities
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003 (it takes no name)
            yield piece
        parser.Parse(b"", True)  # noqa: FBT003 (as above)
    except expat.ExpatError:
        raise refused("workbook_broken") from None


def _refuse_entities(*_: object) -> None:
    raise refused("workbook_broken")


def _whole_elements(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, cut where an element begins; what is no XML, such as a picture, has few of them."""
    before = b""
    for piece in pieces:
        seen = before + piece
        end = max(seen.rfind(b"<"), 0)
        before = seen[end:] if len(seen) - end <= PIECE else b""
        yield seen[:end]
    yield before


def _check_cells(pieces: Iterator[bytes]) -> bool:
    """Refuse a part of XLSX with too many places for cells, and say whether a cell of it holds an error.

    Only a sheet may not be sparse: other parts name cells too, those with a formula for one.
    """
    columns: set[bytes] = set()
    last_row = cells = rows = 0
    has_errors = is_sheet = False
    for seen in _whole_elements(pieces):
        is_sheet = is_sheet or _SHEET in seen
        letters, digits = _COLUMN.findall(seen), _ROW.findall(seen)
        here = len(_CELL.findall(seen))
        if here != len(letters) or here != len(digits):
            # Another spelling of the same: attributes in another order, other quotes.
            found = _REFERENCE.findall(seen)
            letters, digits = [column for column, _ in found], [row for _, row in found]
        cells, rows = cells + here, rows + seen.count(b"<row")
        if is_sheet and here > len(letters):
            raise refused("workbook_broken")  # cells that do not say where they stand
        columns.update(letters)
        last_row = max(last_row, max(map(int, set(digits)), default=0))
        has_errors = has_errors or _ERROR_CELL in seen
        texts = max(map(int, _TEXTS.findall(seen)), default=0)
        if max(cells, texts) > MOST_CELLS or rows > MOST_ROWS:
            raise refused("workbook_too_large")
    _check_places(last_row, max(map(_column_number, columns), default=0), cells if is_sheet else MOST_CELLS)
    return has_errors


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


def _check_tables(pieces: Iterator[bytes]) -> bool:
    """As for a part of XLSX, for all sheets of an ODS; it says how often rows and cells repeat."""
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
        _check_places(rows, columns, cells)
    return has_errors

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
STYLES: Final = "xl/styles.xml"
MARKUP: Final = (".xml", ".rels")

_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s/>]")
_COLUMN: Final = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}"')
_ROW: Final = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_REFERENCE: Final = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
# A cell with a format, the formats of the cells, which of them are percentages of their own making, and cells of ODS.
_FORMATTED: Final = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}" s="([0-9]{1,5})"')
_FORMATS: Final = re.compile(rb"<cellXfs.*?</cellXfs>", re.DOTALL)
_FORMAT: Final = re.compile(rb'<xf\b(?:[^>]*?\snumFmtId="([0-9]{1,5})")?')
_OWN_PERCENTAGE: Final = re.compile(rb'<numFmt\s(?=[^>]*formatCode="[^"]*%)[^>]*?numFmtId="([0-9]{1,5})"')
_PERCENTAGES: Final = {b"9", b"10"}  # 0% and 0.00%
_PERCENTAGE_IN_TABLE: Final = b'office:value-type="percentage"'
_SHEET: Final = b"sheetData"
_ERROR_CELL: Final = b't="e"'
# How many different texts a workbook says to have; its reader makes room for them.
_TEXTS: Final = re.compile(rb"uniqueCount[^0-9>]*([0-9]{1,18})")
# A row, a sheet, or a cell with whether text follows in it.
_TABLE_PART: Final = re.compile(rb"<table:(?:(table-row)|(?:covered-)?table-cell|(table))(?=[\s/>])([^>]*)>(<text:p|)")
_REPEATED: Final = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,9})"')
_ERROR_IN_TABLE: Final = b'calcext:value-type="error"'


class Looked:
    """What was seen of the cells of a workbook, of all sheets together: an error, and columns that show percentages."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self.has_errors = False
        self._in_tables: set[int] = set()
        self._formatted: set[tuple[bytes, bytes]] = set()
        self._styles = b""

    def at_cells(self, seen: bytes) -> None:
        """See a piece of a part of XLSX."""
        self.has_errors = self.has_errors or _ERROR_CELL in seen
        self._formatted.update(_FORMATTED.findall(seen))

    def at_table_cell(self, column: int, attributes: bytes) -> None:
        """See a cell of ODS, in a column from 1."""
        if _PERCENTAGE_IN_TABLE in attributes:
            self._in_tables.add(column - 1)

    def at_styles(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The pieces of the formats of XLSX, of which the first is kept: no workbook has a megabyte of them."""
        for piece in pieces:
            self._styles = self._styles or piece
            yield piece

    def percentages(self) -> set[int]:
        """The places, from 0, of the columns with a cell that shows 0.25 as 25%."""
        own = set(_OWN_PERCENTAGE.findall(self._styles))
        formats = _FORMATS.search(self._styles)
        used = _FORMAT.findall(formats[0]) if formats else []
        shown = {b"%d" % place for place, kind in enumerate(used) if kind in _PERCENTAGES | own}
        columns = {column for column, kind in self._formatted if kind in shown}
        return self._in_tables | {_column_number(column) - 1 for column in columns}


def check_archive(file: BinaryIO) -> Looked:
    """Look into a workbook, and say what was seen of its cells.

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
    looked = Looked()
    for part in parts:
        pieces = _pieces(file, part)
        if part.filename.lower().endswith(MARKUP):
            pieces = _well_formed(pieces)
        if part.filename == STYLES:
            pieces = looked.at_styles(pieces)
        (_check_tables if part.filename == ODS else _check_cells)(pieces, looked)
    return looked


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


def _check_cells(pieces: Iterator[bytes], looked: Looked) -> None:
    """Refuse a part of XLSX with too many places for cells.

    Only a sheet may not be sparse: other parts name cells too, those with a formula for one.
    """
    columns: set[bytes] = set()
    last_row = cells = rows = 0
    is_sheet = False
    for seen in _whole_elements(pieces):
        looked.at_cells(seen)
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
        texts = max(map(int, _TEXTS.findall(seen)), default=0)
        if max(cells, texts) > MOST_CELLS or rows > MOST_ROWS:
            raise refused("workbook_too_large")
    _check_places(last_row, max(map(_column_number, columns), default=0), cells if is_sheet else MOST_CELLS)


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


def _check_tables(pieces: Iterator[bytes], looked: Looked) -> None:
    """As for a part of XLSX, for all sheets of an ODS; it says how often rows and cells repeat."""
    row = column = rows = columns = cells = row_times = 0
    for seen in _whole_elements(pieces):
        looked.has_errors = looked.has_errors or _ERROR_IN_TABLE in seen
        for is_row, is_table, attributes, is_filled in _TABLE_PART.findall(seen):
            repeated = _REPEATED.search(attributes)
            times = int(repeated[1]) if repeated else 1
            if is_table:
                row = rows = columns = cells = 0
            elif is_row:
                row, column, row_times = row + times, 0, times
            else:
                column += times
                looked.at_table_cell(column, attributes)
                if is_filled or b"office:value-type" in attributes:
                    rows, columns, cells = row, max(columns, column), cells + times * row_times
                    if cells > MOST_CELLS or columns > MOST_COLUMNS:
                        _check_places(MOST_CELLS + 1, columns, cells)
        _check_places(rows, columns, cells)

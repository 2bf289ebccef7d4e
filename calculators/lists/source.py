"""The way in: a file or a pasted text becomes a source of lines, or is refused before it takes time."""

import io
from collections.abc import Callable
from importlib.util import find_spec
from typing import BinaryIO, Final

from calculators.lists.limits import LARGEST_FILE, MEGABYTE, refused
from calculators.lists.lines import Line, Source
from calculators.lists.texts import TextSource

__all__ = ["Line", "Source", "opened", "pasted"]

ARCHIVE: Final = b"PK\x03\x04"  # XLSX and ODS
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # XLS, and a workbook with a password
NO_LISTS: Final = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
PAGES: Final = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<head", b"<meta")
LONGEST_SIGNATURE: Final = 64
WORKBOOK_READER: Final = "python_calamine"


def opened(open_binary: Callable[[], BinaryIO], sheet: str = "", largest: int = LARGEST_FILE) -> Source:
    """The table in a file, whatever its name says: text in any usual encoding, XLSX or ODS.

    Args:
        open_binary: opens the file from its first byte, each time that it is called; it can be sought in.
        sheet: the sheet of a workbook; the first visible one that holds something where it is blank.
        largest: bytes of a text; the command line takes larger ones than a browser. A workbook is held in memory.

    Raises:
        CalculatorError: a problem of the field `file`, with the code of a sentence that says what to do.
    """
    with open_binary() as file:
        start = file.read(LONGEST_SIGNATURE)
        size = file.seek(0, io.SEEK_END)
    is_workbook = start.startswith(ARCHIVE)
    limit = min(largest, LARGEST_FILE) if is_workbook else largest
    if size > limit:
        raise refused("file_too_large", limit=limit // MEGABYTE)
    if is_workbook:
        if find_spec(WORKBOOK_READER) is None:
            raise refused("no_workbook_reader")
        # Its modules are slow to load in a browser, and most lists are text.
        from calculators.lists.workbooks import WorkbookSource  # noqa: PLC0415 (see above)

        return WorkbookSource(open_binary, sheet)
    _refuse_other_kinds(start)
    return TextSource(open_binary, size)


def pasted(text: str) -> Source:
    """The table in a pasted text.

    Raises:
        CalculatorError: as for `opened`.
    """
    content = text.encode("utf-8", errors="replace")
    if len(content) > LARGEST_FILE:
        raise refused("file_too_large", limit=LARGEST_FILE // MEGABYTE)
    return TextSource(lambda: io.BytesIO(content), len(content))


def _refuse_other_kinds(start: bytes) -> None:
    """Refuse what is told by its first bytes: pictures, documents, and pages that call themselves workbooks.

    XLS is refused too: its reader ends the whole program over a damaged one.
    """
    if start.startswith(COMPOUND):
        raise refused("workbook_old")
    if start.startswith(NO_LISTS):
        raise refused("file_is_no_list")
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(PAGES):
        raise refused("file_is_page")

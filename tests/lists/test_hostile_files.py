"""Files that are no list, or that were made to hurt: each is refused with what to do, within two seconds."""

import io
import re
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlsxwriter

from calculators.core.problems import CalculatorError
from calculators.lists.source import opened
from tests.lists.small_lists import CUSTOMERS, codes, read, source_of, workbook

MEGABYTE = 1_000_000
MOST_SECONDS = 2
SHEET = "xl/worksheets/sheet1.xml"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODS_START = (
    b'<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="x">'
)


def with_cells(*cells: tuple[int, int]) -> bytes:
    """A workbook with a figure in some places."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row, column in cells:
            sheet.write(row, column, 1)

    return workbook(fill)


def with_part(name: str, content: bytes) -> bytes:
    """A workbook of which a part is replaced, deflated."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(lambda book: book.add_worksheet().write(0, 0, "Klant")))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, content if part.filename == name else old.read(part))
    return made.getvalue()


def archive(**parts: bytes) -> bytes:
    """A ZIP with some parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("xl__", "xl/").replace("__", "."), content)
    return made.getvalue()


def sheet_of(cells: bytes) -> bytes:
    """A workbook whose sheet has this between its tags."""
    return with_part(SHEET, b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>")


def lying() -> bytes:
    """A part that inflates to 50 MB and says, in both of its headers, that it has 1,000 bytes."""
    size = 50 * MEGABYTE
    return with_part("xl/styles.xml", b" " * size).replace(struct.pack("<I", size), struct.pack("<I", 1_000))


def protected() -> bytes:
    """A workbook of which each part says that it is encrypted."""
    book = bytearray(with_cells((0, 0)))
    place = -1
    while (place := book.find(b"PK\x01\x02", place + 1)) >= 0:
        book[place + 8] |= 1
    return bytes(book)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "file_empty"),
    "blanks": (lambda: b"\xef\xbb\xbf \r\n\r\n", "file_empty"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100, "file_is_no_list"),
    "a photograph": (lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 100, "file_is_no_list"),
    "a document": (lambda: b"%PDF-1.7\n1 0 obj\n" * 100, "file_is_no_list"),
    "null bytes": (lambda: b"Klant;Omzet\nJansen;1\0\n", "file_is_no_list"),
    "null bytes far on": (lambda: b"Klant;Omzet\n" + b"Jansen;1\n" * 100_000 + b"\0", "file_is_no_list"),
    "utf-16 without a mark": (lambda: "Klant;Omzet\n".encode("utf-16-le"), "file_is_no_list"),
    "a page that is called xls": (lambda: b"\n<HTML><table><tr><td>Klant</td></tr></table>", "file_is_page"),
    "xml that is called xls": (lambda: b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "file_is_page"),
    "one line of 50 MB": (lambda: b"x" * (50 * MEGABYTE), "line_too_long"),
    "long lines": (lambda: (b";" * 900_000 + b"x\n") * 200, "too_many_columns"),
    "10,000 columns": (lambda: (b";".join([b"x"] * 10_000) + b"\n") * 100, "too_many_columns"),
    "10,000 columns in a workbook": (lambda: with_cells(*((0, place) for place in range(10_000))), "too_many_columns"),
    "a billion cells": (lambda: with_cells((0, 0), (1_048_575, 16_383)), "too_many_columns"),
    "a deep sparse sheet": (lambda: with_cells((0, 0), (1_048_575, 5)), "workbook_too_large"),
    "cells in other quotes": (lambda: sheet_of(b"<row><c s='1' r = 'XFD1048576'/></row>"), "too_many_columns"),
    "cells without a place": (lambda: sheet_of(b"<row><c><v>1</v></c></row>"), "workbook_broken"),
    "rows without end": (lambda: sheet_of(b"<row/>" * 15_000_000), "workbook_too_large"),
    "cells without end": (lambda: sheet_of(b'<row r="1"><c r="A1"/></row>' * 3_500_000), "workbook_too_large"),
    "text without end": (lambda: sheet_of(b"a" * (90 * MEGABYTE)), "file_empty"),
    "a bomb of a sheet": (lambda: sheet_of(b" " * (300 * MEGABYTE)), "workbook_too_large"),
    "a bomb of strings": (lambda: with_part("xl/sharedStrings.xml", b"a" * (300 * MEGABYTE)), "workbook_too_large"),
    "a part that lies about its size": (lying, "workbook_broken"),
    "a password": (protected, "workbook_protected"),
    "an old workbook": (lambda: COMPOUND + bytes(5_000), "workbook_old"),
    "room for endless texts": (
        lambda: with_part("xl/sharedStrings.xml", b"<sst uniqueCount='99999999999999'></sst>"),
        "workbook_too_large",
    ),
    "a binary workbook": (lambda: archive(xl__workbook__xml=b"<workbook/>", xl__workbook__bin=b""), "workbook_unknown"),
    "half a workbook": (lambda: with_cells((0, 0))[:3_000], "workbook_broken"),
    "a start of an archive": (lambda: b"PK\x03\x04" + bytes(100), "workbook_broken"),
    "a start of an archive with other bytes": (lambda: b"PK\x03\x04junk" * 20, "workbook_broken"),
    "a letter": (lambda: archive(word__xml=b"<document/>"), "workbook_unknown"),
    "too many parts": (lambda: archive(**{f"p{number}": b"" for number in range(6_000)}), "workbook_too_large"),
    "no sheet": (lambda: with_part("xl/workbook.xml", b"<workbook><sheets/></workbook>"), "file_empty"),
    "a workbook of nothing": (lambda: workbook(lambda book: book.add_worksheet()), "file_empty"),
    "entities within entities": (
        lambda: with_part(
            "xl/sharedStrings.xml",
            b"<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><sst><si><t>&b;</t></si></sst>",
        ),
        "workbook_broken",
    ),
    "wide repeats in ODS": (
        lambda: archive(
            content__xml=ODS_START + b'<table:table-row><table:table-cell table:number-columns-repeated="16384" '
            b'office:value-type="float" office:value="1"/></table:table-row></table:table>'
        ),
        "too_many_columns",
    ),
    "deep repeats in ODS": (
        lambda: archive(
            content__xml=ODS_START + b'<table:table-row table:number-rows-repeated="999999999"><table:table-cell '
            b'office:value-type="float" office:value="1"/></table:table-row></table:table>'
        ),
        "workbook_too_large",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon_and_clearly(name: str) -> None:
    """With a problem of the file, in the time that a person waits, on a slow machine too."""
    make, code = HOSTILE[name]
    content = make()
    start = time.process_time()
    with pytest.raises(CalculatorError) as error:
        for _ in source_of(content).lines():
            pass
    assert codes(error.value) == [("file", code)]
    assert time.process_time() - start < MOST_SECONDS


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """At 200 MB and a byte, and not at 200 MB; the command line takes more. Nulls follow the rows, without end."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"Klant;1\n" * 50_000)
    with path.open("r+b") as file:
        file.truncate(200 * MEGABYTE)
    assert opened(lambda: path.open("rb")).separator == ";"
    with path.open("r+b") as file:
        file.truncate(200 * MEGABYTE + 1)
    with pytest.raises(CalculatorError) as error:
        opened(lambda: path.open("rb"))
    assert codes(error.value) == [("file", "file_too_large")]
    assert opened(lambda: path.open("rb"), largest=10**10).separator == ";"


@pytest.mark.parametrize("name", ["a bomb of a sheet", "a part that lies about its size", "a billion cells"])
def test_a_bomb_takes_no_memory(name: str) -> None:
    """Less than the file would inflate to, by far."""
    content = HOSTILE[name][0]()
    tracemalloc.start()
    with pytest.raises(CalculatorError):
        source_of(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * MEGABYTE


def endings() -> Iterator[int]:
    """Places at which a workbook is cut off, or a byte of it is changed."""
    yield from range(10, len(with_cells((0, 0), (1, 1))), 97)


def test_a_damaged_workbook_is_read_or_refused() -> None:
    """Cut off anywhere, or with any byte changed: never anything else than the sentence that says what to do."""
    whole = with_cells((0, 0), (1, 1))
    for place in endings():
        for content in (whole[:place], whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :]):
            try:
                assert list(source_of(content).lines())
            except CalculatorError as error:
                assert [field for field, _ in codes(error)] == ["file"]  # noqa: PT017 (most are refused, some are read)


@pytest.mark.parametrize("number", [b"", b"-1", b"1048577", b"4294967295", b"18446744073709551615", b"1e308", b"x"])
def test_a_workbook_that_counts_wrongly_is_read_or_refused(number: bytes) -> None:
    """With any number in any of its parts replaced; the reader of workbooks may end no program."""
    whole = workbook(lambda book: book.add_worksheet().write_row(0, 0, ["Klant", 1.5, 12]))
    with zipfile.ZipFile(io.BytesIO(whole)) as book:
        parts = {name: book.read(name) for name in book.namelist() if name.startswith("xl/") and "theme" not in name}
    for name, content in parts.items():
        for found in re.finditer(rb"\d+", content):
            changed = content[: found.start()] + number + content[found.end() :]
            try:
                assert list(source_of(with_part(name, changed)).lines())
            except CalculatorError as error:
                assert [field for field, _ in codes(error)] == ["file"]  # noqa: PT017 (some are refused, some are read)


def test_a_list_with_only_a_heading_has_no_rows() -> None:
    """Nothing is wrong with it, and nothing counts."""
    _layout, rows, records = read(CUSTOMERS, "Klant;Omzet\n")
    assert (records, rows.rows) == ([], 0)

"""Text as people have it: any usual encoding, any usual separator, quotes that are closed and quotes that are not."""

import tracemalloc
from pathlib import Path

import pytest

from calculators.lists.source import opened, pasted
from tests.lists.small_lists import lines_of, source_of

ROWS = [(1, ["Klant", "Omzet"]), (2, ["Zoë", "1,5"]), (3, ["Café", "2,5"])]
TEXT = "Klant;Omzet\r\nZoë;1,5\r\nCafé;2,5\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_a_text_is_read_in_any_usual_form(encoding: str, ends: str, separator: str) -> None:
    """The encodings, line ends and separators that spreadsheets and ledgers write."""
    text = TEXT.replace("\r\n", ends).replace(";", separator)
    source = source_of(text.encode(encoding))
    assert lines_of(source) == ROWS
    assert lines_of(source) == ROWS, "again, from the start"
    assert source.separator == separator
    assert source.noted == ({"windows_1252"} if encoding == "cp1252" else set())


def test_big_endian_utf_16_is_read() -> None:
    """The byte order is that of the mark."""
    assert lines_of(source_of(b"\xfe\xff" + TEXT.encode("utf-16-be"))) == ROWS


def test_a_file_that_mixes_encodings_is_read_and_that_is_told() -> None:
    """Bytes that are no UTF-8 are those of Windows-1252; the others stay what they are."""
    source = source_of(b"Klant;Omzet\n" + "Zoë;1\n".encode("cp1252") + "Café €;2\n".encode())
    assert lines_of(source)[1:] == [(2, ["Zoë", "1"]), (3, ["Café €", "2"])]
    assert source.noted == {"windows_1252"}


def test_mixed_bytes_across_blocks_are_read() -> None:
    """A sign of several bytes may stand on the seam of two blocks of the file."""
    text = "é" * 60 + ";1\n"
    source = source_of(b";" + text.encode() * 5_000)
    lines = lines_of(source)
    assert lines[0] == (1, ["", "é" * 60, "1"])
    assert all(cells == ["é" * 60, "1"] for _, cells in lines[1:])
    assert (len(lines), source.noted) == (5_000, set())


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;1,5\nb;2,5\n", ";"),
        ("a,1.5\nb,2.5\n", ","),
        ("a;b@x.nl;c\nd;e;f\n", ";"),
        ("a,x;y,c,1\nd,x;z,f,2\n", ","),
        ("a b\tc, d\ne\tf, g\n", "\t"),
        ("a;1,50;2,50\nb;1;2,50\n", ";"),
        ('"a,b";"1,2"\n"c,d";"3,4"\n', ";"),
        ("sep=|\na;b|1\n", "|"),
    ],
)
def test_the_separator_is_the_one_that_cuts_lines_alike(text: str, separator: str) -> None:
    """A decimal comma does not separate, nor a semicolon within a cell; `sep=` says it."""
    assert pasted(text).separator == separator


def test_a_line_that_names_the_separator_keeps_its_place() -> None:
    """It has a number, so that those of the others are the file's own."""
    assert lines_of(pasted("sep=;\r\na;1\r\n")) == [(1, []), (2, ["a", "1"])]


def test_quotes_hold_separators_breaks_and_quotes() -> None:
    """A row with line breaks inside quotes is one row, as a spreadsheet numbers it."""
    text = 'naam;omzet\n"Jansen; zn";"1"\n"Straat 1\r\nStad";2\n"de ""beste""";3\n'
    assert lines_of(pasted(text))[1:] == [
        (2, ["Jansen; zn", "1"]),
        (3, ["Straat 1\nStad", "2"]),
        (4, ['de "beste"', "3"]),
    ]


def test_a_quote_that_is_not_closed_costs_no_other_row() -> None:
    """It is a sign like others, and that is told."""
    source = pasted('naam;omzet\n"open;1\nb;2\n5" pijp;3\nc;4\n')
    assert lines_of(source)[1:] == [(2, ['"open', "1"]), (3, ["b", "2"]), (4, ['5" pijp', "3"]), (5, ["c", "4"])]
    assert source.noted == {"unclosed_quote"}


def test_a_quote_that_is_never_closed_costs_no_other_row() -> None:
    """However many rows follow."""
    source = pasted("naam;omzet\n" + '"open;1\n' + "b;2\n" * 5_000)
    lines = lines_of(source)
    assert lines[1] == (2, ['"open', "1"])
    assert len(lines) == 5_002
    assert all(cells == ["b", "2"] for _, cells in lines[2:])


def test_blank_lines_keep_their_number() -> None:
    """A fault is told with the number that a spreadsheet shows."""
    assert lines_of(pasted("a;1\n\n\nb;2")) == [(1, ["a", "1"]), (2, []), (3, []), (4, ["b", "2"])]


def test_formulas_are_only_text() -> None:
    """Nothing that begins as a formula is more than its signs."""
    assert lines_of(pasted("=cmd|'/c calc'!A0\t+1\n@x\t2\n"))[0] == (1, ["=cmd|'/c calc'!A0", "+1"])


def test_a_large_file_is_walked_in_memory_that_does_not_grow(tmp_path: Path) -> None:
    """Ten times the rows, and hardly more memory than the blocks that are held."""
    peaks = []
    for rows in (20_000, 200_000):
        path = tmp_path / f"{rows}.csv"
        path.write_bytes(b"naam;omzet\n" + b"Een klant;1.234,56\n" * rows)
        source = opened(lambda path=path: path.open("rb"))  # type: ignore[misc]  # a default of a lambda has no type
        tracemalloc.start()
        assert sum(1 for _ in source.lines()) == rows + 1
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert source.read_so_far == source.size == path.stat().st_size
    assert peaks[1] < peaks[0] * 1.2

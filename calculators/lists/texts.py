"""A text that holds a table: walked line by line, whatever its encoding, separator and quotes."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import BinaryIO, Final

from calculators.lists.limits import LONGEST_LINE, MOST_COLUMNS, MOST_LINES_IN_A_CELL, refused
from calculators.lists.lines import Line, Source

# In order of preference where two of them cut the lines equally well.
SEPARATORS: Final = "\t;|,"
LINES_TO_JUDGE_BY: Final = 200
BYTES_AT_ONCE: Final = 1 << 18
BYTE_ORDERS: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\s*", re.IGNORECASE)
# How Python hands on a byte that is not UTF-8, and the sign that Windows-1252 has for it.
_WINDOWS: Final = {0xDC00 + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(128, 256)}


class TextSource(Source):
    """A table in text."""

    kind = "text"

    def __init__(self, open_binary: Callable[[], BinaryIO], size: int) -> None:
        """Find the encoding and the separator from the first lines."""
        super().__init__()
        self._open_binary = open_binary
        self.size = size
        with open_binary() as file:
            self.encoding = BYTE_ORDERS.get(file.read(2), "utf-8")
        first = self._first_lines()
        if not any(map(str.strip, first)):
            raise refused("file_empty")
        named = _SEPARATOR_LINE.fullmatch(first[0])
        self._names_separator = named is not None
        self.separator = named[1] if named else max(SEPARATORS, key=lambda mark: _fitness(first, mark))

    def lines(self) -> Iterator[Line]:
        """The rows; see `Source`."""
        texts = self._text_lines()
        if self._names_separator:
            texts = chain(["\n"], islice(texts, 1, None))  # no row, but it keeps its place
        for number, cells in enumerate(self._rows(texts), start=1):
            if len(cells) > MOST_COLUMNS:
                raise refused("too_many_columns", limit=MOST_COLUMNS)
            yield Line(number, cells)

    def _first_lines(self) -> list[str]:
        """The lines that the separator is found from: few where they are long."""
        found: list[str] = []
        for text in islice(self._text_lines(), LINES_TO_JUDGE_BY):
            found.append(text)
            if sum(map(len, found)) > LONGEST_LINE:
                break
        return found

    def _rows(self, texts: Iterator[str]) -> Iterator[list[str]]:
        """The cells of each row; a quote that is not closed within some lines is a sign like others."""
        while True:
            taken: list[str] = []
            try:
                for row in csv.reader(_kept(texts, taken), delimiter=self.separator, strict=True):
                    taken.clear()
                    yield row
            except (_UnclosedError, csv.Error):
                self.noted.add("unclosed_quote")
                yield _unquoted(taken[0], self.separator)
                texts = chain(taken[1:], texts)
            else:
                return

    def _text_lines(self) -> Iterator[str]:
        """The lines of the text with their ends; however large the file, some blocks of it at a time."""
        self.read_so_far = 0
        rest = ""
        for block in self._blocks():
            text = rest + block
            if "\0" in block:
                raise refused("file_is_no_list")
            # A carriage return that is last may have its line feed in the next block.
            end = text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1
            if len(text) - end > LONGEST_LINE:
                raise refused("line_too_long")
            yield from io.StringIO(text[:end], newline=None)
            rest = text[end:]
        yield from io.StringIO(rest, newline=None)

    def _blocks(self) -> Iterator[str]:
        """The text in pieces; bytes that are not UTF-8 are read as Windows-1252, and that is noted."""
        is_utf8 = self.encoding == "utf-8"
        errors = "surrogateescape" if is_utf8 else "replace"
        decoder = codecs.getincrementaldecoder("utf-8-sig" if is_utf8 else self.encoding)(errors)
        with self._open_binary() as file:
            is_last = False
            while not is_last:
                content = file.read(BYTES_AT_ONCE)
                is_last = not content
                self.read_so_far += len(content)
                text = decoder.decode(content, is_last)
                yield self._mended(text) if is_utf8 and not text.isascii() else text

    def _mended(self, text: str) -> str:
        try:
            text.encode()
        except UnicodeEncodeError:
            self.noted.add("windows_1252")
            return text.translate(_WINDOWS)
        return text


class _UnclosedError(Exception):
    """A quote that the text does not close."""


def _kept(texts: Iterator[str], taken: list[str]) -> Iterator[str]:
    """The lines, each kept in `taken` until the row is whole that it belongs to."""
    for text in texts:
        taken.append(text)
        if len(taken) > MOST_LINES_IN_A_CELL:
            raise _UnclosedError
        yield text
    if taken:
        raise _UnclosedError


def _unquoted(text: str, separator: str) -> list[str]:
    return text.rstrip("\n").split(separator)


def _fitness(texts: list[str], separator: str) -> tuple[int, int]:
    """How many of the lines it cuts into equally many cells, more than one, and how many."""
    rows = [
        text.rstrip("\n").split(separator) if '"' not in text else next(csv.reader([text], delimiter=separator))
        for text in texts
        if text.strip()
    ]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return count, width

"""Workbooks as spreadsheets write them: typed cells, several sheets, and what LibreOffice makes of the same one."""

import subprocess
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from calculators.catalogue import declaration, words_of
from calculators.core.problems import CalculatorError
from calculators.lists.inspection import inspect
from calculators.lists.layout import proposed_layout
from tests.lists.small_lists import (
    CUSTOMERS,
    INVOICES,
    CustomerRow,
    InvoiceRow,
    codes,
    lines_of,
    read,
    source_of,
    workbook,
)


def of_customers(book: xlsxwriter.Workbook) -> None:
    """A cover, and a sheet that begins at B3 with a cell of each kind."""
    book.add_worksheet("Leeg")
    sheet = book.add_worksheet("Omzet & <2025>")
    share, day = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "d-m-yyyy"})
    sheet.write_row("B3", ["Klant", "Omzet 2025", "Korting %", "Bezoeken", "Laatste order"])
    sheet.write_row("B4", ["Jansen", 9165.299999999999])
    sheet.write_number("D4", 0.25, share)
    sheet.write_formula("E4", "=6+6", None, 12)
    sheet.write_datetime("F4", datetime(2026, 5, 31, 13, 45), day)  # noqa: DTZ001 (a spreadsheet has no zones)
    sheet.write_row("B5", ["De Vries", 1.234, 0.075])
    sheet.write_string("B6", "=cmd|'/c calc'!A0")
    sheet.write_string("C6", "1.234,56")
    book.add_worksheet("Bijlage").write(0, 0, "x")
    book.add_worksheet("Geheim").hide()


def converted(content: bytes, kind: str, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it in another format."""
    (folder / "list.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        str(folder / "list.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return (folder / f"list.{kind}").read_bytes()


def test_the_cells_of_a_sheet_are_text_that_reads_alike_in_each_notation() -> None:
    """Fifteen digits, a day in ISO, the value of a formula, and four decimals where three could be thousands."""
    source = source_of(workbook(of_customers))
    assert lines_of(source)[2:] == [
        (3, ["Klant", "Omzet 2025", "Korting %", "Bezoeken", "Laatste order"]),
        (4, ["Jansen", "9165.3", "0.25", "12", "2026-05-31"]),
        (5, ["De Vries", "1.2340", "0.0750", "", ""]),
        (6, ["=cmd|'/c calc'!A0", "1.234,56", "", "", ""]),
    ]
    assert (source.kind, source.sheet) == ("workbook", "Omzet & <2025>"), "the first sheet that holds something"
    assert source.sheets == ("Leeg", "Omzet & <2025>", "Bijlage"), "a hidden one is not offered"


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_workbook_is_read_alike_in_each_format(kind: str, tmp_path: Path) -> None:
    """By hand: 9165.30, a quarter, 12 visits; 1.23; and 1,234.56 that was typed as text."""
    content = workbook(of_customers)
    content = content if kind == "xlsx" else converted(content, kind, tmp_path)
    _layout, rows, records = read(CUSTOMERS, content, "nl")
    assert records == [
        CustomerRow("Jansen", Decimal("9165.30"), Decimal("0.25"), None, 12, None),
        CustomerRow("De Vries", Decimal("1.23"), Decimal("0.075"), None, None, None),
        CustomerRow("=cmd|'/c calc'!A0", Decimal("1234.56"), None, None, None, None),
    ]
    assert rows.totals == {"list_revenue": Decimal("10401.09"), "visits": Decimal(12)}


def test_days_of_a_workbook_are_days() -> None:
    """Whatever the format of the cell shows."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Debiteur", "Factuurdatum", "Bedrag EUR"])
        sheet.write_row(1, 0, ["Jansen", "", -12.5])
        sheet.write_datetime(1, 1, datetime(2026, 4, 3), book.add_format({"num_format": "mm/dd/yy"}))  # noqa: DTZ001 (see above)

    assert read(INVOICES, workbook(fill))[2] == [
        InvoiceRow("Jansen", None, date(2026, 4, 3), None, None, Decimal("-12.50"), None)
    ]


@pytest.mark.parametrize("number", [0.1, 1e22, 123456789012345.0, -0.001, 1e-9, 99999999999.99])
def test_no_number_is_written_with_an_exponent_or_with_three_decimals(number: Any) -> None:
    """The text is the number to fifteen digits, and can be read in one way only."""
    (_, (text,)), *_ = lines_of(source_of(workbook(lambda book: book.add_worksheet().write_number(0, 0, number))))
    assert Decimal(text) == Decimal(f"{number:.15g}")
    assert "e" not in text.lower()
    assert len(text.partition(".")[2]) != 3


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_shows_as_a_percentage_is_one(kind: str, tmp_path: Path) -> None:
    """A cell of 60% holds 0.6, beside the text 25%; 0.5 that shows as 0.5 under a heading with % is half a percent."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row("B1", ["Klant", "Omzet", "Korting", "Bonus %"])
        sheet.write_row("B2", ["Jansen", 1000, "25%", 0.5])
        sheet.write_row("B3", ["De Vries", 1000])
        sheet.write_number("D3", 0.6, book.add_format({"num_format": "0.0%" if kind == "xlsx" else "0%"}))

    content = workbook(fill)
    source = source_of(content if kind == "xlsx" else converted(content, kind, tmp_path))
    assert source.percentages == {2}
    field, words = declaration("portfolio").field("customers"), words_of("portfolio", "nl")
    found = inspect(field, source, proposed_layout(field, source, "nl"), words)
    understood = [{cell.column: cell.understood for cell in row.cells} for row in found.first]
    assert [row["discount"] for row in understood] == ["25%", "60%"]
    assert understood[0]["bonus"] == "0,5%"
    assert [doubt.column for doubt in found.doubts] == ["bonus"]


def test_another_sheet_is_read_when_it_is_named() -> None:
    """By its name; a name that is not there is refused."""
    content = workbook(of_customers)
    assert lines_of(source_of(content, "Bijlage")) == [(1, ["x"])]
    with pytest.raises(CalculatorError) as error:
        source_of(content, "Blad9")
    assert codes(error.value) == [("file", "no_such_sheet")]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_cells_with_an_error_are_told(kind: str, tmp_path: Path) -> None:
    """They hold nothing to read; that must not pass for a blank cell unseen."""

    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write_row(0, 0, ["Klant", "Omzet"])
        book.worksheets()[0].write_formula("B2", "=1/0", None, "#DIV/0!")

    content = workbook(fill)
    source = source_of(content if kind == "xlsx" else converted(content, kind, tmp_path))
    assert source.noted == {"error_cells"}


def test_a_sheet_is_walked_again_and_says_how_far_it_is() -> None:
    """The size is the number of rows."""
    source = source_of(workbook(of_customers))
    assert lines_of(source) == lines_of(source)
    assert source.read_so_far == source.size == 6

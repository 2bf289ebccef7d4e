"""Where the columns of a list stand, by their headings in both languages, and how its figures are written."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculators.catalogue import NAMES, declaration
from calculators.core.data_files import json_file
from calculators.core.fields import Field
from calculators.core.problems import CalculatorError
from calculators.core.words import LANGS, Lang
from calculators.lists.headings import candidates, said_by
from calculators.lists.layout import Layout, as_plain, heading_key, layout_from, proposed_layout
from calculators.lists.source import pasted
from tests.lists.small_lists import CUSTOMERS, INVOICES, codes, read

ERPNEXT = (
    "Customer,Customer Group,Qty,Avg. Selling Rate,Valuation Rate,Selling Amount,Buying Amount,Gross Profit,"
    "Gross Profit Percent\n"
)


def layout_of(field: Field, text: str, lang: Lang = "nl") -> Layout:
    """The layout that is proposed for a text."""
    return proposed_layout(field, pasted(text), lang)


@pytest.mark.parametrize(
    ("field", "heading", "columns"),
    [
        (CUSTOMERS, "Klant;Omzet;Korting %;Bezoeken", {"name": 0, "list_revenue": 1, "discount": 2, "visits": 3}),
        (
            CUSTOMERS,
            "visits,REVENUE,Customer name,Discount (%)",
            {"name": 2, "list_revenue": 1, "discount": 3, "visits": 0},
        ),
        (CUSTOMERS, "Relatie\tBruto omzet 2025\tOmzet\tAantal bezoeken", {"name": 0, "list_revenue": 1, "visits": 3}),
        (CUSTOMERS, "Klantnr;Klantnaam;Jaaromzet (€)", {"name": 1, "list_revenue": 2}),
        (CUSTOMERS, ERPNEXT.strip(), {"name": 0, "list_revenue": 5}),
        (
            INVOICES,
            "Party,Posting Date,Invoice,Payment Due Date,Amount,Delay in payment (Days)",
            {"customer": 0, "invoice": 2, "invoice_day": 1, "due_day": 3, "amount": 4},
        ),
        (
            INVOICES,
            "Date;Entry;Journal;Account;Partner;Ref - Label;Due date;Original;Residual",
            {"customer": 4, "invoice": 1, "invoice_day": 0, "due_day": 6, "amount": 7, "open_amount": 8},
        ),
        (
            INVOICES,
            "Debiteur;Datum;Verv.dat.;Oud;Bedrag;Val;Koers;Bedrag EUR",
            {"customer": 0, "invoice_day": 1, "due_day": 2, "amount": 7},
        ),
        (
            INVOICES,
            "countrycode,customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate,DaysLate",
            {"customer": 1, "invoice": 2, "invoice_day": 3, "due_day": 4, "paid_day": 6, "amount": 5},
        ),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_columns_are_found_by_their_headings(
    field: Field, heading: str, columns: Mapping[str, int], lang: Lang
) -> None:
    """Those of ERPNext, Odoo and Exact, and plain ones; in both languages on a page in either."""
    layout = layout_of(field, f"{heading}\n", lang)
    assert layout.columns == columns
    assert layout.heading == 1


def test_a_heading_is_known_without_its_dressing() -> None:
    """Case, accents, years, brackets, currency and camel case do not count; a unit is kept, because it tells."""
    assert said_by(" InvoiceAmount (EUR) 2025 ") == "invoice amount eur"
    assert said_by("Korting\u00a0%") == said_by("korting (pct)") == "korting percent"
    assert said_by("Cliënt") == "client"


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        (["12,5", "7", "100"], "discount"),
        (["1.250,00", "750", "100"], "discount_amount"),
        (["€ 12", "€ 7"], "discount_amount"),
        (["12%", "7%"], "discount"),
    ],
)
def test_a_column_that_may_be_a_share_or_an_amount_is_what_it_holds(cells: list[str], column: str) -> None:
    """Discount above 100 is no percentage, and an amount of money is none either."""
    rows = "".join(f"Klant\t5000\t{cell}\n" for cell in cells)
    assert layout_of(CUSTOMERS, f"Klant\tOmzet\tKorting\n{rows}").columns == {"name": 0, "list_revenue": 1, column: 2}


def test_nothing_is_taken_off_net_revenue_a_second_time() -> None:
    """Where the file only has revenue after discount, its discount is not proposed."""
    assert layout_of(CUSTOMERS, "Klant;Netto omzet;Korting %\nA;100;5\n").columns == {"name": 0, "list_revenue": 1}
    gross = layout_of(CUSTOMERS, "Klant;Netto omzet;Korting %;Bruto omzet\nA;95;5;100\n")
    assert gross.columns == {"name": 0, "list_revenue": 3, "discount": 2}


def test_titles_above_the_heading_are_skipped() -> None:
    """Its number is that of the file, blank lines counted."""
    layout, _rows, records = read(CUSTOMERS, "Omzetlijst\nGemaakt op 1-2-2026; 3\n\nKlant;Omzet\nA;5\n")
    assert (layout.heading, len(records)) == (4, 1)


def test_without_a_heading_columns_are_found_by_what_they_hold() -> None:
    """A name is no figure, an amount is one; the first line counts."""
    layout, _rows, records = read(CUSTOMERS, "1\tJansen\t1.234,50\n2\tDe Vries\t900\n")
    assert (layout.heading, layout.columns) == (0, {"name": 1, "list_revenue": 0})
    assert len(records) == 2
    invoices, _rows, records = read(INVOICES, "31-1-2026;Jansen;100,00\n28-2-2026;De Vries;50,00\n")
    assert invoices.columns == {"customer": 1, "invoice_day": 0, "amount": 2}
    assert len(records) == 2


def test_an_unknown_heading_is_no_row() -> None:
    """The line above the figures that holds none."""
    layout, _rows, records = read(CUSTOMERS, "Foo;Bar\nJansen;5\n")
    assert (layout.heading, layout.columns, len(records)) == (1, {"name": 0, "list_revenue": 1}, 1)


def test_a_table_as_wide_as_the_list_is_read_in_its_order() -> None:
    """That is what the list itself writes."""
    assert layout_of(CUSTOMERS, "Jansen;5000;2,5;;12;30\n").columns == {
        column.name: place for place, column in enumerate(CUSTOMERS.columns)
    }


@pytest.mark.parametrize(
    ("cells", "page", "notation"),
    [
        (["1.234,50", "900"], "en", "nl"),
        (["1,234.50", "900"], "nl", "en"),
        (["12,5", "1.234"], "en", "nl"),
        (["12.5", "1.234"], "nl", "en"),
        (["1.234.567", "12"], "en", "nl"),
        (["1,234,567", "12"], "nl", "en"),
        (["€ 1.234,50"], "en", "nl"),
        (["1.234", "5.678"], "nl", "nl"),
        (["1.234", "5.678"], "en", "en"),
        (["12", "900"], "en", "en"),
        (["0,125", "12"], "en", "nl"),
    ],
)
def test_the_notation_is_judged_from_the_column(cells: list[str], page: Lang, notation: Lang) -> None:
    """One number that can be read in one way tells how the others are; where none does, the language of the page."""
    rows = "".join(f"Klant\t{cell}\n" for cell in cells)
    assert layout_of(CUSTOMERS, f"Klant\tOmzet\n{rows}", page).notation == notation


def test_a_decimal_mark_in_another_column_makes_no_cents_of_thousands() -> None:
    """0.25 reads alike in both notations, so that it does not tell whether 1.234 is more than a thousand."""
    assert layout_of(CUSTOMERS, "Klant\tOmzet\tKorting %\nA\t1.234\t0.25\n", "nl").notation == "nl"
    assert layout_of(CUSTOMERS, "Klant\tOmzet\tKorting %\nA\t1.234\t2,5\n", "en").notation == "nl"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["03/04/2026", "23/01/2026"], [date(2026, 4, 3), date(2026, 1, 23)]),
        (["03/04/2026", "01/23/2026"], [date(2026, 3, 4), date(2026, 1, 23)]),
        (["03/04/2026"], [date(2026, 4, 3)]),
        (["3-4-2026", "2026-01-23"], [date(2026, 4, 3), date(2026, 1, 23)]),
        (["2026-04-03 00:00:00", "2026-01-23T13:45:00Z"], [date(2026, 4, 3), date(2026, 1, 23)]),
        (["3 april 2026", "23 jan 2026"], [date(2026, 4, 3), date(2026, 1, 23)]),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_the_order_of_day_and_month_is_judged(days: list[str], expected: list[date], lang: Lang) -> None:
    """One day after the twelfth tells; where none does, the day comes first in both languages."""
    text = "Klant\tFactuurdatum\tBedrag\n" + "".join(f"A\t{day}\t1\n" for day in days)
    assert [record.invoice_day for record in read(INVOICES, text, lang)[2]] == expected


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Korting", ["0,25", "0,4"], ["0.25", "0.4"]),
        ("Korting", ["0,25", "0,5", "1"], ["0.0025", "0.005", "0.01"]),
        ("Korting", ["25%", "0,3"], ["0.25", "0.3"]),
        ("Korting", ["0,3%", "0,25"], ["0.003", "0.0025"]),
        ("Korting", ["25%", "3"], ["0.25", "0.03"]),
        ("Kortingspercentage", ["0,25", "0,5"], ["0.0025", "0.005"]),
        ("Korting", ["0,25", "5"], ["0.0025", "0.05"]),
        ("Korting %", ["0,25", "0,5"], ["0.0025", "0.005"]),
        ("Korting", ["0,25%", "0,5"], ["0.0025", "0.005"]),
        ("Korting", ["1", "0"], ["0.01", "0"]),
    ],
)
def test_shares_are_percentages_unless_all_are_parts_of_one(
    heading: str, cells: list[str], expected: list[str]
) -> None:
    """By hand: a quarter, or a quarter of a percent where heading or size says so; a sign is its cell's."""
    text = f"Klant\tOmzet\t{heading}\n" + "".join(f"A\t1\t{cell}\n" for cell in cells)
    records = read(CUSTOMERS, text)[2]
    assert [record.discount for record in records] == list(map(Decimal, expected))


def test_a_layout_goes_through_json_and_back() -> None:
    """As it is, with all that a person can correct."""
    layout = layout_of(CUSTOMERS, "Klant;Omzet;Korting\nA;1.234,5;0,2\n")
    assert layout_from(as_plain(layout), CUSTOMERS) == layout


@pytest.mark.parametrize(
    "wrong",
    [
        {"columns": {"name": 0, "list_revenue": 0}},
        {"columns": {"name": -1}},
        {"columns": {"name": 500}},
        {"columns": {"name": "0"}},
        {"columns": {"name": True}},
        {"columns": {"other": 0}},
        {"columns": 3},
        {"heading": -1},
        {"heading": "1"},
        {"notation": "de"},
        {"notation": ["nl"]},
        {"day_order": "year_first"},
        {"shares": {"name": "percent"}},
        {"shares": {"discount": "half"}},
        {"shares": None},
        {"sheet": None},
        {"sheet": "x" * 201},
    ],
)
def test_a_layout_that_does_not_fit_the_list_is_refused(wrong: dict[str, Any]) -> None:
    """With what to do; it may come from anywhere."""
    plain = as_plain(layout_of(CUSTOMERS, "Klant;Omzet\nA;1\n"))
    for found in (plain | wrong, {name: value for name, value in plain.items() if name not in wrong}):
        with pytest.raises(CalculatorError) as error:
            layout_from(found, CUSTOMERS)
        assert codes(error.value) == [("customers", "no_layout")]


def test_files_of_one_shape_have_one_key() -> None:
    """Whatever their rows, the case and year of their headings; and another shape has another."""
    texts = ["Klant;Omzet 2024\nA;1\n", "Titel\nKLANT;omzet 2025\nB;2\n", "Omzet;Klant\n1;A\n", "A;1\n", "A;1;x\n"]
    one, same, turned, *bare = [heading_key(layout_of(CUSTOMERS, text), pasted(text)) for text in texts]
    assert one == same
    assert len({one, turned, *bare}) == 3, "without a heading the places count, and these have the same"


def listed_fields() -> list[tuple[str, Field]]:
    """Each list that a calculator takes."""
    return [(name, field) for name in NAMES for field in declaration(name).fields if field.listed]


@pytest.mark.parametrize(("name", "field"), listed_fields(), ids=lambda part: part if isinstance(part, str) else "")
@pytest.mark.parametrize("lang", LANGS)
def test_every_column_is_found_by_its_own_label(name: str, field: Field, lang: Lang) -> None:
    """What a page calls a column is a heading that it knows, and so is its name in programs."""
    labels = json_file("models", name, lang)["columns"][field.name]
    for column in field.columns:
        for heading in (labels[column.name], column.name):
            found = {candidate.name for candidate in candidates(field, [heading])}
            assert column.name in found, (column.name, heading)


def test_every_heading_stands_in_the_data_as_it_is_compared() -> None:
    """Without dressing, once for each column, and for columns that lists have."""
    headings = json_file("data", "list_headings")
    lists = {field.name: {column.name for column in field.columns} for _, field in listed_fields()}
    for table, columns in headings["columns"].items():
        assert set(columns) <= lists.get(table, set(columns))
        for known in columns.values():
            assert len(set(known)) == len(known)
            assert [said_by(heading) for heading in known] == known
    assert [said_by(heading) for heading in headings["already_net"]["headings"]] == headings["already_net"]["headings"]

"""What a person checks before a list counts: as typed and as understood, the totals, and what is in doubt."""

from decimal import Decimal

import pytest

from calculators.core.words import LANGS, Lang
from calculators.lists.inspection import Cell, Inspection, inspect
from calculators.lists.layout import as_plain, layout_from, proposed_layout
from calculators.lists.source import pasted
from tests.lists.small_lists import CUSTOMERS, INVOICES, words_of


def inspected(content: str, lang: Lang = "nl") -> Inspection:
    """What a page in the language shows of a pasted list."""
    source = pasted(content)
    return inspect(CUSTOMERS, source, proposed_layout(CUSTOMERS, source, lang), words_of(lang))


def test_the_first_rows_are_shown_as_typed_and_as_understood() -> None:
    """In the words of the page; a cell with a fault is understood as nothing."""
    found = inspected(
        "Klant;Omzet;Korting %;Bezoeken\nJansen;1.234,5;12,5;4\n\nBakker;x;;\nA;1;;\nB;1;;\nC;1;;\nD;1;;\n"
    )
    assert [row.number for row in found.first] == [2, 4, 5, 6, 7], "five filled ones"
    assert found.first[0].cells == [
        Cell("name", "Jansen", "Jansen"),
        Cell("list_revenue", "1.234,5", "€\u00a01.234,50"),
        Cell("discount", "12,5", "12,5%"),
        Cell("visits", "4", "4\u00a0bezoeken"),
    ]
    assert found.first[1].cells[1:] == [
        Cell("list_revenue", "x", None),
        Cell("discount", "", ""),
        Cell("visits", "", ""),
    ]
    assert found.headings == ["Klant", "Omzet", "Korting %", "Bezoeken"]
    assert (found.rows, found.counted, found.faulty, found.left_out) == (7, 5, 1, 1)
    assert [(problem.row, problem.code) for problem in found.faults] == [(3, "not_a_number")]
    assert found.totals == {"list_revenue": Decimal("1238.50"), "visits": Decimal(4)}
    assert (found.missing, found.noted, found.width) == ([], [], 4)


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_in_doubt_come_with_the_total_of_the_other_reading(lang: Lang) -> None:
    """By hand: 1.234 + 5.678 is 6,912 in thousands, and 1.23 + 5.68 = 6.91 as euros and rounded cents."""
    found = inspected("Klant\tOmzet\nA\t1.234\nB\t5.678\nC\t900\n", lang)
    thousands, decimals = {"list_revenue": Decimal(7812)}, {"list_revenue": Decimal("906.91")}
    assert found.ambiguous == 2
    assert (found.totals, found.other_totals) == ((thousands, decimals) if lang == "nl" else (decimals, thousands))
    assert found.other_notation == ("en" if lang == "nl" else "nl")


def test_numbers_that_another_one_explains_are_in_no_doubt() -> None:
    """One with both marks tells how 1.234 is meant."""
    found = inspected("Klant\tOmzet\nA\t1.234\nB\t5.678,90\n", "en")
    assert (found.ambiguous, found.other_totals) == (0, {})
    assert found.totals == {"list_revenue": Decimal("6912.90")}


def test_a_decimal_mark_elsewhere_does_not_take_the_doubt_away() -> None:
    """0.25 says nothing of 1.234."""
    found = inspected("Klant\tOmzet\tKorting\nA\t1.234\t0.25\n")
    assert (found.ambiguous, found.totals) == (1, {"list_revenue": Decimal(1234)})


@pytest.mark.parametrize(
    ("heading", "cells", "doubt"),
    [
        ("Korting", ["0,5", "1", "0,75"], ("1", "1%", "100%")),
        ("Korting", ["0", "0,1"], ("0,1", "10%", "0,1%")),
        ("Korting %", ["0,25"], ("0,25", "0,25%", "25%")),
        ("Korting", ["25%", "0,3"], ("0,3", "30%", "0,3%")),
        ("Korting", ["0,5", "2"], None),
        ("Korting", ["0,5%", "1%"], None),
        ("Korting", ["0", ""], None),
    ],
)
def test_small_percentages_are_never_read_in_silence(
    heading: str, cells: list[str], doubt: tuple[str, ...] | None
) -> None:
    """By hand: the largest figure as read, and what it can be otherwise; where one is above 1, there is no doubt."""
    found = inspected(f"Klant\tOmzet\t{heading}\n" + "".join(f"A\t1000\t{cell}\n" for cell in cells))
    told = [(one.typed, one.read, one.other) for one in found.doubts]
    assert told == ([doubt] if doubt else [])


def test_the_other_reading_of_a_doubt_is_one_setting_away() -> None:
    """With it, what was read now and otherwise change places."""
    source = pasted("Klant\tOmzet\tKorting\nA\t1000\t0,5\n")
    layout = proposed_layout(CUSTOMERS, source, "nl")
    (doubt,) = inspect(CUSTOMERS, source, layout, words_of("nl")).doubts
    turned = layout_from(as_plain(layout) | {"shares": {doubt.column: doubt.value}}, CUSTOMERS)
    (other,) = inspect(CUSTOMERS, source, turned, words_of("nl")).doubts
    assert (doubt.setting, doubt.read, doubt.other) == ("share", "0,5%", "50%")
    assert (other.read, other.other) == ("50%", "0,5%")


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["05/05/2026", "03/04/2026"], [("03/04/2026", "3 april 2026", "4 maart 2026")]),
        (["03/04/2026", "13/04/2026"], []),
        (["03/04/2026", "04/13/2026"], []),
        (["05/05/2026", "2026-04-03"], []),
    ],
)
def test_the_order_of_days_is_told_where_no_day_says_it(days: list[str], told: list[tuple[str, str, str]]) -> None:
    """A day above the twelfth says it; the fifth of May is the same in both."""
    source = pasted("Klant\tFactuurdatum\tBedrag\n" + "".join(f"A\t{one}\t1\n" for one in days))
    found = inspect(INVOICES, source, proposed_layout(INVOICES, source, "nl"), words_of("nl"))
    assert [(one.typed, one.read, one.other) for one in found.doubts] == told


def test_a_column_that_is_missing_is_told_with_the_headings_to_choose_from() -> None:
    """Then no row is read yet, but the first ones are shown."""
    found = inspected("Klant;Stad\nJansen;Gouda\n")
    assert (found.missing, found.headings, found.rows, found.faults) == (["list_revenue"], ["Klant", "Stad"], 0, [])
    assert found.first[0].cells == [Cell("name", "Jansen", "Jansen")]


def test_a_row_of_totals_is_named() -> None:
    """By its number, so that a person can see whether it is one."""
    found = inspected("Klant;Omzet\nA;1\nTotaal;1\n")
    assert (found.total_lines, found.left_out, found.totals) == ([3], 1, {"list_revenue": Decimal(1)})


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Klant;Omzet;Omzet", "Omzet"),
        ("Klant;Omzet 2024;omzet 2025", "Omzet 2024"),
        ("Klant;Omzet;Korting", ""),
        ("Klant;Omzet;", ""),
    ],
)
def test_headings_that_say_the_same_are_told(heading: str, told: str) -> None:
    """Whatever the year in them: only one of both was taken."""
    remark = f"Er heet meer dan één kolom {told}. Alleen een daarvan is gebruikt: kijk of dat de goede is."
    assert inspected(f"{heading}\nA;1;2\n").remarks == ([remark] if told else [])


def test_what_was_read_with_a_doubt_is_noted() -> None:
    """A quote that is nowhere closed, also far down."""
    found = inspected("Klant;Omzet\n" + "A;1\n" * 5_000 + '"B;1\n')
    assert (found.noted, found.counted) == (["unclosed_quote"], 5_001)

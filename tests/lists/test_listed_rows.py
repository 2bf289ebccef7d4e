"""Rows to records: by hand, with each fault at its line, and nothing dropped in silence."""

from decimal import Decimal

import pytest

from calculators.core.fields import typed_table
from calculators.core.problems import CalculatorError, Problem
from calculators.lists.layout import proposed_layout
from calculators.lists.reading import MOST_FAULTS, listed_rows
from calculators.lists.source import pasted
from tests.lists.small_lists import CUSTOMERS, CustomerRow, codes, read, words_of

LIST = """Omzet per klant

Klant;Omzet;Korting %;Korting €;Bezoeken;Betaaltermijn
Jansen;€ 1.234,56;12,5;;4;30
"De Vries; en zoon";1000;5%;50,005;;

Bakker;abc;120;;2,5;
Smit;-5;;;;
Visser;"2.000";;;
Kok
Totaal;4.234,56;;50,01;4;
;500;;;;
"""


def test_every_row_counts_or_is_told() -> None:
    """Lines as a spreadsheet numbers them; half a cent goes up; a short row has blanks at its end."""
    _layout, rows, records = read(CUSTOMERS, LIST)
    assert records == [
        CustomerRow("Jansen", Decimal("1234.56"), Decimal("0.125"), None, 4, Decimal(30)),
        CustomerRow("De Vries; en zoon", Decimal("1000.00"), Decimal("0.05"), Decimal("50.01"), None, None),
        CustomerRow("Visser", Decimal("2000.00"), None, None, None, None),
    ]
    assert (rows.rows, rows.counted, rows.faulty, rows.left_out) == (9, 3, 4, 2)
    assert rows.total_lines == [11]
    assert [(problem.row, problem.column, problem.code) for problem in rows.faults] == [
        (6, 1, "not_a_number"),
        (6, 2, "too_large"),
        (6, 4, "not_whole"),
        (7, 1, "too_small"),
        (9, 1, "required"),
        (11, 0, "required"),
    ]
    assert {problem.field for problem in rows.faults} == {"customers"}


def test_totals_add_what_counts() -> None:
    """By hand: 1,234.56 + 1,000 + 2,000; the row with the total is not added, nor one with a fault."""
    rows = read(CUSTOMERS, LIST)[1]
    assert rows.totals == {
        "list_revenue": Decimal("4234.56"),
        "discount_amount": Decimal("50.01"),
        "visits": Decimal(4),
        "agreed_days": Decimal(30),
    }


def test_a_list_can_be_walked_again() -> None:
    """With the same records, faults and totals."""
    source = pasted(LIST)
    rows = listed_rows(CUSTOMERS, source, proposed_layout(CUSTOMERS, source, "nl"), words_of("nl"))
    walks = [(list(rows), rows.rows, rows.faults[:], rows.left_out, dict(rows.totals)) for _ in range(2)]
    assert walks[0] == walks[1]


@pytest.mark.parametrize("total", ["Totaal", "TOTAL", "Total:", "Eindtotaal", "Grand Total", " subtotaal "])
def test_a_row_of_totals_is_left_out_and_told(total: str) -> None:
    """Wherever it stands, and in whichever cell it says so."""
    for text in (
        f"Klant;Omzet\nA;1\n{total};1\n",
        f"Nr;Klant;Omzet\n1;A;1\n{total};;1\n",
        f"Klant;Omzet\n{total};1\nA;1\n",
    ):
        _layout, rows, records = read(CUSTOMERS, text)
        assert [record.name for record in records] == ["A"]
        assert len(rows.total_lines) == rows.left_out == 1


@pytest.mark.parametrize(
    ("rows", "apart"),
    [
        ("A;1.000\nB;2.000\nTotaal;2.900\n", [(4, 2900, 3000)]),
        ("A;1.000\nB;2.000\nTotaal;3.000\n", []),
        ("Totaal;3.000\nA;1.000\nB;2.000\n", []),
        ("Totaal;3.100\nA;1.000\nB;2.000\n", [(2, 3100, 0)]),
        ("A;1\nSubtotaal;1\nB;2\nC;3\nSubtotaal;5\nTotaal;6\n", []),
        ("A;1\nSubtotaal;1\nB;2\nC;3\nSubtotaal;4\nTotaal;6\n", [(6, 4, 5)]),
        ("A;0,333\nB;0,333\nTotaal;0,666\n", []),
        ("A;1\nB;veel\nTotaal;3\n", [(4, 3, 1)]),
        ("A;1\nTotaal;\n", []),
        ("A;1\nTotaal;zie blad 2\n", []),
    ],
)
def test_a_total_that_the_rows_do_not_add_up_to_is_told(rows: str, apart: list[tuple[int, int, int]]) -> None:
    """By hand: all rows, those above, or those since another total; half a cent a row is rounding."""
    walk = read(CUSTOMERS, f"Klant;Omzet\n{rows}")[1]
    assert [(one.line, int(one.said), int(one.added)) for one in walk.apart] == apart
    assert {one.column for one in walk.apart} <= {"list_revenue"}


def test_a_customer_whose_name_begins_as_a_total_counts() -> None:
    """Only a cell that says nothing else is one."""
    assert len(read(CUSTOMERS, "Klant;Omzet\nTotaal Installaties;1\nTotal Fina;1\n")[2]) == 2


def test_many_faults_are_counted_and_the_first_are_told() -> None:
    """The number of faulty rows is exact."""
    rows = read(CUSTOMERS, "Klant;Omzet\n" + "A;x\n" * 1_000 + "B;1\n")[1]
    assert (rows.faulty, len(rows.faults), rows.counted) == (1_000, MOST_FAULTS, 1)
    assert rows.faults[-1].row == MOST_FAULTS


def test_a_record_may_refuse_a_row() -> None:
    """Figures that contradict each other are a fault of the row, at the column that the record names."""

    def refusing(name: str, *_: object) -> tuple[str]:
        if name == "B":
            raise CalculatorError(Problem("anything", "discount_too_large", column=2))
        return (name,)

    field = typed_table("customers", refusing, *CUSTOMERS.columns, maximum_rows=10, listed=True)
    _layout, rows, records = read(field, "Klant;Omzet\nA;1\nB;1\n")
    assert records == [("A",)]
    assert rows.faults == [Problem("customers", "discount_too_large", row=2, column=2)]
    assert rows.totals["list_revenue"] == Decimal(1)


def test_more_rows_than_the_list_takes_are_refused() -> None:
    """Blank rows and totals do not count; the command line may take more."""
    field = typed_table("customers", CustomerRow, *CUSTOMERS.columns, maximum_rows=2, listed=True)
    text = "Klant;Omzet\nA;1\n\nTotaal;1\nB;1\n"
    assert len(read(field, text)[2]) == 2
    with pytest.raises(CalculatorError) as error:
        read(field, text + "C;1\n")
    assert codes(error.value) == [("customers", "too_many_rows")]
    source = pasted(text + "C;1\n")
    layout = proposed_layout(field, source, "nl")
    assert len(list(listed_rows(field, source, layout, words_of("nl"), most=3))) == 3


def test_a_column_that_must_be_there_is_asked_for() -> None:
    """By the name that the page gives it."""
    source = pasted("Klant;Stad\nA;Gouda\n")
    with pytest.raises(CalculatorError) as error:
        listed_rows(CUSTOMERS, source, proposed_layout(CUSTOMERS, source, "nl"), words_of("nl"))
    assert codes(error.value) == [("customers", "column_missing")]
    assert error.value.problems[0].values["columns"].value == "list_revenue"


def test_a_walk_says_how_far_it_is() -> None:
    """Now and then, never beyond the whole, and never back."""
    heard: list[tuple[int, int]] = []
    source = pasted("Klant;Omzet\n" + "Jansen;1\n" * 100_000)
    layout = proposed_layout(CUSTOMERS, source, "nl")
    rows = listed_rows(CUSTOMERS, source, layout, words_of("nl"), lambda done, total: heard.append((done, total)))
    assert sum(1 for _ in rows) == 100_000
    assert len(heard) == 1_000
    assert heard == sorted(heard)
    assert {total for _, total in heard} == {source.size}
    assert heard[-1][0] == source.size

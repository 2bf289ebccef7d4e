"""Lists of invoices as bookkeeping programs write them, from their bytes to what may be claimed."""

from datetime import date
from decimal import Decimal

import pytest

from calculators.catalogue import declaration, words_of
from calculators.core.results import Result
from calculators.core.words import Lang
from calculators.evaluation import Answer, Question, evaluate
from calculators.lists.layout import proposed_layout
from calculators.lists.reading import listed_rows
from tests.lists.small_lists import source_of
from tests.properties.figures import result_of, value

# Open posts of Exact Globe: a Dutch file in Windows-1252, with a credit note and a row of totals.
EXACT = """Debiteur;Factuurnr;Datum;Verv.dat.;Oud;Bedrag;Val;Bedrag EUR
Café Smit;F1;1-7-2026;31-7-2026;61;1.000,00;EUR;1.000,00
Café Smit;F2;1-9-2026;1-10-2026;0;-250,50;EUR;-250,50
Totaal;;;;;749,50;;749,50
""".encode("cp1252")
# The payment period of ERPNext, copied from a spreadsheet.
ERPNEXT = b"""Party\tPosting Date\tInvoice\tPayment Due Date\tAmount\tDelay in payment (Days)
Smit\t2026-07-01\tF1\t2026-07-31\t1000.00\t61
"""
# Open items of Odoo, in American days: 400 is left of 1,000.
ODOO = b"""Date,Entry,Journal,Account,Partner,Ref - Label,Due date,Original,Residual
07/01/2026,F1,INV,110,Smit,order 7,07/31/2026,1000.00,400.00
"""
# A list in English with what cannot be right, and an invoice that was paid a month late.
MIXED = b"""Customer,Invoice,Invoice date,Due date,Paid date,Amount
Smit,F1,2026-06-01,2026-07-01,2026-07-31,1000
Smit,F2,2026-08-01,2026-07-31,,1000
Smit,F3,2026-08-01,2026-08-45,,1000
"""


def read(content: bytes, lang: Lang) -> tuple[Result, list[tuple[int | None, str]]]:
    """The answer on 30 September 2026, and the faults of rows with the number of their line."""
    field, words = declaration("late_invoices").field("invoices"), words_of("late_invoices", lang)
    source = source_of(content)
    rows = listed_rows(field, source, proposed_layout(field, source, lang), words)
    result = result_of("late_invoices", invoices=rows, counted_until=date(2026, 9, 30))
    return result, [(None if fault.row is None else fault.row + 1, fault.code) for fault in rows.faults]


@pytest.mark.parametrize(
    ("content", "lang", "principal", "interest", "costs"),
    [
        # 749.50 for 61 days at 10.4%: 13.03 (13.0269); 15% of it.
        (EXACT, "nl", "749.50", "13.03", "112.43"),
        # 1,000 for 61 days: 17.38.
        (ERPNEXT, "en", "1000.00", "17.38", "150.00"),
        # 400 for 61 days: 6.95.
        (ODOO, "en", "400.00", "6.95", "60.00"),
        # 1,000 for 30 days: 8.55; nothing is open any more.
        (MIXED, "en", "0.00", "8.55", "40.00"),
    ],
    ids=["Exact", "ERPNext", "Odoo", "mixed"],
)
def test_what_may_be_claimed_on_a_file(content: bytes, lang: Lang, principal: str, interest: str, costs: str) -> None:
    """By hand, as the reasons say."""
    result, _ = read(content, lang)
    assert value(result, "principal") == Decimal(principal)
    assert value(result, "statutory_interest") == Decimal(interest)
    assert value(result, "collection_costs") == Decimal(costs)


def test_rows_that_do_not_count_are_told() -> None:
    """A day that is none by the reader, with its line; a due day before the invoice by the calculator, by number."""
    result, faults = read(MIXED, "en")
    assert faults == [(4, "not_a_day")]
    assert [tuple(row) for row in result.tables["excluded"]] == [("Smit", "F2", "due_before_invoice")]
    assert (value(result, "counted"), value(result, "left_out")) == (1, 1)


def test_the_average_is_said_of_the_whole_list_and_not_of_the_late_ones() -> None:
    """By hand: ten days on 100 and none on 900 is one day over all; the late invoice was ten days late."""
    asked = "A:1:2026-08-01:2026-08-31:2026-09-10:100: B:2:2026-08-01:2026-08-31:2026-08-20:900:"
    sentences: dict[Lang, str] = {
        "en": "Over the whole list that is 1 day",
        "nl": "Over de hele lijst is dat gemiddeld 1",
    }
    for lang, said in sentences.items():
        answer = evaluate(Question("late_invoices", {"invoices": asked}, lang))
        assert isinstance(answer, Answer)
        assert said in answer.headline.replace("\u00a0", " ")

"""The letter to a customer who pays late: every line of it, in the language that was chosen."""

import json
import re
from itertools import product

import pytest

from calculators.core.words import LANGS, Lang
from calculators.door import respond
from calculators.evaluation import Answer, Question, evaluate
from tests.questions import edge_questions

OPEN = "Smit:F1:2026-07-01:2026-07-31::1000:"
PAID = "Smit:F2:2026-06-01:2026-07-01:2026-07-31:1000:"
ENGLISH = """[Name and address of your company]

To: Smit
[Place and date]

Subject: payment of 3 invoices

Dear Sir or Madam,

These invoices are past their due dates, and we have not received your payments.
- Invoice due by 30 July 2026: €500.00 open, 62 days late, interest €8.83
- Invoice F1, due by 31 July 2026: €1,000.00 open, 61 days late, interest €17.38

This invoice was paid after the due date. You owe interest for those days.
- Invoice F2, due by 1 July 2026: €1,000.00 paid on 31 July 2026, 30 days late, interest €8.55

The €250.00 that we owed you in credit notes has already been taken off the oldest invoices.

Invoices outstanding: €1,500.00
Statutory commercial interest up to and including 30 September 2026: €34.76
Collection costs: €225.00
To be paid: €1,759.76

Please pay this amount within 1 day of the date of this letter into account [IBAN] of [name of your company]"""


def letter(lang: Lang = "en", **texts: str) -> str:
    """The letter of an answer; empty where there is none."""
    found = evaluate(Question("late_invoices", texts, lang, dict.fromkeys(texts, "en")))
    assert isinstance(found, Answer), found
    return found.letter.text if found.letter else ""


def test_letter_names_every_invoice_and_adds_up() -> None:
    """By hand: 500 of 750 for 62 days at 10.4%, 1,000 for 61 and for 30; 15% of 1,500; the sum is 1,759.76."""
    rows = f"{OPEN} {PAID} Smit::2026-06-30:2026-07-30::750: Smit:C1:2026-09-01:::-250:"
    assert letter(invoices=rows, letter_days="1").replace("\u00a0", " ").startswith(ENGLISH)


def test_letter_goes_to_the_customer_who_is_named() -> None:
    """By the name in the list, however its letters are; a blank name is the largest demand."""
    rows = f"{OPEN} Vos:V1:2026-07-01:2026-07-31::2000:"
    assert "To: Vos\n" in letter(invoices=rows)
    assert "To: Smit\n" in letter(invoices=rows, letter_customer=" smit ")


@pytest.mark.parametrize("name", ["Nobody", "Vos"])
def test_nobody_to_write_to_is_told(name: str) -> None:
    """Neither in the list nor with anything to ask; the answer itself stands."""
    rows = f"{OPEN} Vos:V1:2026-07-01:2026-07-31:2026-07-31:2000:"
    found = evaluate(Question("late_invoices", {"invoices": rows, "letter_customer": name}))
    assert isinstance(found, Answer)
    assert found.letter is None
    assert any(f"‘{name}’" in note for note in found.notes)


@pytest.mark.parametrize(("lang", "own"), list(product(LANGS, LANGS)))
def test_letter_has_a_language_of_its_own(lang: Lang, own: Lang) -> None:
    """In the notation of that language too, whatever that of the page is."""
    found = letter(lang, invoices=OPEN, letter_language=own)
    assert found == letter(own, invoices=OPEN)
    assert ("€1,000.00" in found, "€\u00a01.000,00" in found) == (own == "en", own == "nl")


def test_what_was_paid_asks_for_interest_and_the_least_alone() -> None:
    """Nothing is outstanding: 8.55 and 40, and no day until when open invoices were counted."""
    found = letter(invoices=PAID, counted_until="")
    assert "up to and including the day of payment: €8.55\nCollection costs: €40.00\nTo be paid: €48.55" in found
    assert "outstanding" not in found
    assert "6:96(4)" in found


def test_very_many_invoices_go_with_the_letter() -> None:
    """The first fifty are named, and how many more there are."""
    found = letter(invoices=" ".join([OPEN] * 52))
    assert found.count("- Invoice F1") == 50
    assert "- And 2 more invoices, see the enclosed list" in found


def test_no_letter_where_nothing_is_claimed() -> None:
    """Nor where nothing is late."""
    assert not letter(invoices=OPEN, claimed="nothing")
    assert not letter(invoices=PAID, claimed="open_invoices")
    assert not letter(invoices="Smit:F1:2026-07-01:2026-07-31:2026-07-31:1000:")


@pytest.mark.parametrize("lang", LANGS)
def test_every_line_is_whole_at_every_edge(lang: Lang) -> None:
    """No brace, no lonely mark, and nothing that is one and many at once."""
    letters = [found for asked in edge_questions("late_invoices") if (found := asked.answer(lang).letter)]
    assert len({one.text for one in letters}) > 20
    for one in letters:
        assert not re.search(r"[{}|]|None|  |\n\n\n", one.text), one.text
        assert not re.search(r"\b1[ \u00a0](?:dagen|days|facturen|invoices)\b", one.text), one.text


def test_page_and_programs_get_the_letter() -> None:
    """As HTML that is escaped, and as text with its language."""
    asked = {
        "calculator": "late_invoices",
        "lang": "nl",
        "values": {"invoices": '"<b>Vos</b> {amount}":F1:2026-07-01:2026-07-31::1000:', "letter_language": "en"},
        "written_in": {"invoices": "en"},
        "writers": ["page", "contract"],
    }
    written = json.loads(respond(json.dumps(asked)))
    assert '<pre lang="en">[Name and' in written["page"]["details"]
    assert "To: &lt;b&gt;Vos&lt;/b&gt; {amount}" in written["page"]["details"]
    assert written["contract"]["letter"]["lang"] == "en"
    assert "To: <b>Vos</b> {amount}\n" in written["contract"]["letter"]["text"]

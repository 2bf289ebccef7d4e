"""What stands in a workbook before any spreadsheet reckons: names, values, places to type, paper, sheets."""

import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from calculators.catalogue import NAMES
from calculators.core.quantities import Quantity
from calculators.core.words import LANGS, Lang, shared_words
from calculators.evaluation import Answer, Question, evaluate
from calculators.writers.workbook import workbook
from calculators.writers.workbook_cells import number_format
from calculators.writers.workbook_tables import MOST_ROWS
from tests.questions import golden_questions
from tests.test_command_line import run
from tests.workbook.spreadsheet import FIRST_SHEET, MAIN, cells, formulas, part, places, unlocked

REVIEW = {"list_revenue": "80000.55", "discount": "12.5", "visits": "24", "cost_per_visit": "150"}


def answer(name: str, texts: dict[str, str], lang: Lang = "en") -> Answer:
    """An answer to a question that was typed in English."""
    found = evaluate(Question(name, texts, lang, dict.fromkeys(texts, "en")))
    assert isinstance(found, Answer)
    return found


def sheet_names(content: bytes) -> list[str]:
    """The names of all sheets, in order."""
    return [entry.attrib["name"] for entry in part(content, "xl/workbook.xml").iter(f"{MAIN}sheet")]


def test_cells_carry_the_names_of_the_contract() -> None:
    """A review: the figures that were typed, what they come to before anything is reckoned, and how."""
    content = workbook(answer("account_review", REVIEW))
    held, named = cells(content), places(content)
    assert held[named["list_revenue"]] == Decimal("80000.55")
    assert held[named["discount"]] == Decimal("0.125")
    # 80000.55 x 12.5% = 10000.06875; a quarter of the 70000.48 that is left; 24 x 150.
    assert [held[named[name]] for name in ("discount_amount", "net_revenue", "gross_profit", "visit_costs")] == [
        Decimal(text) for text in ("10000.07", "70000.48", "17500.12", "3600")
    ]
    assert formulas(content)["discount_amount"].startswith("IFERROR(ROUND(list_revenue*discount,2)")


def test_only_figures_that_are_followed_may_be_changed() -> None:
    """A target is none, because no formula follows it, and neither are the answers."""
    free = unlocked(workbook(answer("account_review", REVIEW)))
    assert {"list_revenue", "discount", "visits", "calls", "actual_days"} <= free
    assert free.isdisjoint({"target_contribution", "ladder_basis", "contribution", "net_revenue"})
    assert unlocked(workbook(answer("statutory_interest", {}))) == set()


def test_a_group_that_is_not_known_says_so() -> None:
    """In the place of its figures; where they stand there is nothing to say."""
    held = cells(workbook(answer("account_review", {**REVIEW, "orders_known": "unknown"}))).values()
    assert {"Do you know the orders and invoices?", "I do not know"} <= set(held)
    assert "Do you know the visits and calls?" not in held


def test_a_cell_takes_what_its_field_takes() -> None:
    """The bounds of the form, with its sentence."""
    content = workbook(answer("account_review", REVIEW, "nl"))
    place = places(content)["discount"]
    (rule,) = (entry for entry in part(content).iter(f"{MAIN}dataValidation") if entry.attrib["sqref"] == place)
    assert (rule.findtext(f"{MAIN}formula1"), rule.findtext(f"{MAIN}formula2")) == ("0", "1")
    assert rule.attrib["error"] == "Vul 0% of meer in. Vul 100% of minder in."


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGS)
def test_every_answer_is_a_workbook(name: str, lang: Lang) -> None:
    """The first sheet fits on one A4, sheets have names that a spreadsheet takes, and every answer has its cell."""
    for asked in golden_questions(name):
        content = workbook(asked.answer(lang))
        page, paper = part(content).find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr"), part(content).find(f"{MAIN}pageSetup")
        assert page is not None
        assert page.get("fitToPage") == "1"
        assert paper is not None
        assert paper.get("paperSize") == "9"
        names = sheet_names(content)
        assert len({sheet.lower() for sheet in names}) == len(names)
        assert all(re.fullmatch(r"[^\[\]:*?/\\']{1,31}", sheet) for sheet in names), names
        assert set(asked.result.answers) <= set(places(content))
        with zipfile.ZipFile(BytesIO(content)) as parts:
            assert FIRST_SHEET in parts.namelist()


def test_sheets_are_named_in_whole_words() -> None:
    """As many of the caption as a spreadsheet has room for, a second sheet of the same caption with a number."""
    found = answer("visit_plan", {}, "nl")
    table = found.tables[0]
    tables = [replace(table, caption="Van groot naar klein: wie elk vijfde deel van de omzet brengt")] * 2
    names = sheet_names(workbook(replace(found, tables=[*tables, replace(table, caption="Klantrendement" * 3)])))
    assert {"Van groot naar klein wie elk", "Van groot naar klein wie elk 2"} <= set(names)
    assert ("Klantrendement" * 3)[:31] in names


def test_a_table_of_very_many_rows_says_that_it_is_cut() -> None:
    """Nothing is dropped in silence."""
    found = answer("visit_plan", {})
    table = found.tables[0]
    many = replace(table, caption="Many", values=[table.values[0]] * (MOST_ROWS + 1))
    content = workbook(replace(found, tables=[many]))
    held = cells(content, f"xl/worksheets/sheet{sheet_names(content).index('Many') + 1}.xml")
    assert held["A2"] == "Rows 1 to 20,000 of 20,001"
    assert f"A{MOST_ROWS + 3}" in held
    assert f"A{MOST_ROWS + 4}" not in held


@pytest.mark.parametrize(
    ("quantity", "dutch", "english"),
    [
        (Quantity(Decimal("1234.5"), "EUR"), "€ #,##0.00;-€ #,##0.00", "€#,##0.00;-€#,##0.00"),
        (Quantity(Decimal("0.125"), "fraction"), "0.00%", "0.00%"),
        (
            Quantity(24, "visits"),
            '[=1]#,##0"\u00a0bezoek";#,##0"\u00a0bezoeken"',
            '[=1]#,##0"\u00a0visit";#,##0"\u00a0visits"',
        ),
        (Quantity(Decimal("1.5"), "number"), "General", "General"),
    ],
)
def test_figures_have_the_format_of_their_unit(quantity: Quantity, dutch: str, english: str) -> None:
    """The spreadsheet puts the marks of its own reader."""
    assert [number_format(quantity, shared_words(lang)) for lang in ("nl", "en")] == [dutch, english]


def test_the_command_line_writes_a_workbook(tmp_path: Path) -> None:
    """Beside its answer; where it cannot, it says so."""
    path = tmp_path / "review.xlsx"
    shown = run("account_review", "--list-revenue", "1000", "--xlsx", str(path))
    assert shown.returncode == 0
    assert shown.stdout
    assert cells(path.read_bytes())[places(path.read_bytes())["list_revenue"]] == 1000
    refused = run("account_review", "--xlsx", str(tmp_path))
    assert refused.returncode == 2
    assert refused.stderr.startswith("--xlsx: This file cannot be written.")
    assert not run("account_review", "--discount", "x", "--xlsx", str(tmp_path / "none.xlsx")).stdout
    assert not (tmp_path / "none.xlsx").exists()

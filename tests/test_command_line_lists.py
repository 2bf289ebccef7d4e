"""Customer lists on the command line, run as a person runs it."""

import json
import subprocess
import sys
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from tests.test_command_line import PROJECT, run

DEMO_LIST = PROJECT / "docs/lists/northwind.csv"


def test_a_file_after_the_name_is_the_list() -> None:
    """The demo list with its published totals; a figure that it lacks is asked once: 250 for an order."""
    shown = run("portfolio", str(DEMO_LIST), "--cost-per-order", "250", "--json")
    answer = json.loads(shown.stdout)
    assert shown.returncode == 0
    assert answer["answers"]["total_revenue"]["value"] == "1265793.04"
    assert len(answer["tables"]["customers"]["rows"]) == 89
    lines = dict(answer["tables"]["lines"]["rows"])
    assert (lines["list_revenue"], lines["shipping_costs"]) == ("1354458.59", "-64942.69")
    assert lines["order_costs"] == "-207500.00", "830 orders"
    assert "faults" not in answer
    assert answer["inputs"]["customers"] == {"value": None, "unit": "list"}, "the file has them"
    assert "Discount in euros = Discount amount" in shown.stderr
    assert "1,234.56" in shown.stderr


def test_an_answer_to_a_list_is_reckoned_again_with_that_list_alone(tmp_path: Path) -> None:
    """Its inputs name no customer; without the file it is refused, and never reckoned with the example."""
    printed, book = tmp_path / "answer.json", tmp_path / "answer.xlsx"
    asked = ("late_invoices", str(PROJECT / "docs/lists/invoices.csv"), "--as-of", "2026-11-20", "--json")
    first = run(*asked, "--counted-until", "2026-10-31", "--xlsx", str(book))
    answer = json.loads(first.stdout)
    printed.write_text(first.stdout, encoding="utf-8")
    assert answer["inputs"]["invoices"] == {"value": None, "unit": "list"}
    assert "Smit" not in json.dumps(answer["inputs"])
    shown = CalamineWorkbook.from_path(str(book))
    assert "Your own list, from a file" in [cell for row in shown.get_sheet_by_index(0).to_python() for cell in row]
    refused = run("late_invoices", "--inputs", str(printed))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--invoices: The answer was reckoned with a list from a file" in refused.stderr
    again = json.loads(run(*asked, "--inputs", str(printed)).stdout)
    assert again == answer


def test_a_row_with_a_fault_is_told_and_the_rest_counts(tmp_path: Path) -> None:
    """On standard error with the number of its line, in the JSON under `faults`; the answer stands, so exit 0."""
    path = tmp_path / "lijst.csv"
    path.write_text(
        "Klant;Omzet;Marge\nEen;1.000,50;20\nTwee;veel;20\n\nDrie;500;20\nTotaal;1.500,50;\n", encoding="cp1252"
    )
    shown = run("portfolio", str(path), "--lang", "nl", "--json")
    answer = json.loads(shown.stdout)
    assert shown.returncode == 0
    assert answer["answers"]["total_contribution"]["value"] == "300.10"
    (fault,) = answer["faults"]
    assert (fault["field"], fault["code"], fault["row"], fault["column"]) == ("customers", "not_a_number", 2, 1)
    told = shown.stderr.splitlines()
    assert "2 van de 5 rijen tellen mee: 1 heeft een fout, en 2 zijn leeg of een totaal." in told
    assert any(line.startswith("Rij 3, omzet tegen lijstprijs: ") for line in told)


def test_figures_that_can_be_read_in_two_ways_are_told(tmp_path: Path) -> None:
    """1.000 is a thousand in Dutch and one in English: read as the language says, and never in silence."""
    path = tmp_path / "list.csv"
    path.write_text("Klant;Omzet\nEen;1.000\nTwee;2.500\n", encoding="utf-8")
    for lang, revenue, part in (("nl", "3500.00", "op twee manieren"), ("en", "3.50", "read two ways")):
        shown = run("portfolio", str(path), "--lang", lang, "--json")
        assert json.loads(shown.stdout)["answers"]["total_revenue"]["value"] == revenue
        assert part in shown.stderr


def test_percentages_and_days_that_can_be_read_in_two_ways_are_told(tmp_path: Path) -> None:
    """Half a percent and one are no 50% and 100%; the third of April can be the fourth of March."""
    path = tmp_path / "list.csv"
    path.write_text("Customer,Revenue,Gross margin,Bonus\nA,1000,25%,0.5\nB,2000,0.3,1\n", encoding="utf-8")
    shown = run("portfolio", str(path), "--json")
    # (1,000 - 5) x 25% + (2,000 - 20) x 30%
    assert json.loads(shown.stdout)["answers"]["total_contribution"]["value"] == "842.75"
    told = shown.stderr.splitlines()
    assert "Bonus in %: 1 was read as 1%. It can also be 100%. If so, write it in the file as 100%." in told
    assert any(line.startswith("Gross margin in %: 0.3 was read as 30%. It can also be 0.3%.") for line in told)
    path.write_text("Customer;Invoice date;Due date;Amount\nA;3-4-2026;4-5-2026;100\n", encoding="utf-8")
    told = run("late_invoices", str(path), "--claimed", "nothing").stderr.splitlines()
    assert any("3-4-2026 was read as 3 April 2026. It can also be 4 March 2026." in line for line in told)


def test_a_total_that_the_rows_do_not_add_up_to_and_a_heading_that_stands_twice_are_told(tmp_path: Path) -> None:
    """By hand: 1,000 and 2,000 are no 2,900; of two columns that are called Revenue one is used."""
    path = tmp_path / "list.csv"
    path.write_text("Customer;Revenue;Revenue\nA;1000;5\nB;2000;5\nTotal;2900;10\n", encoding="utf-8")
    told = run("portfolio", str(path)).stderr.splitlines()
    doubled, apart = told[-2:]
    assert doubled.startswith("More than one column is called Revenue.")
    assert "row 4 gives €2,900.00 as the total, but the rows add up to €3,000.00. That is €100.00" in apart


def test_what_is_no_list_is_refused_with_a_sentence(tmp_path: Path) -> None:
    """No file, no such column, and no row that counts: exit 2, and never a traceback."""
    path = tmp_path / "list.csv"
    path.write_text("Customer,Revenue\nOne,much\n", encoding="utf-8")
    bare, totals = tmp_path / "bare.csv", tmp_path / "totals.csv"
    bare.write_text("Customer,Revenue\n", encoding="utf-8")
    totals.write_text("Customer,Revenue\n\nTotal,0\n", encoding="utf-8")
    for arguments, part in (
        ([str(path)], "Row 2, revenue at list prices"),
        ([str(bare)], "No row of this file counts"),
        ([str(totals)], "No row of this file counts"),
        ([str(bare), "--gross-margin", "much"], "--gross-margin: "),
        ([str(tmp_path / "none.csv")], "is not there"),
        ([str(tmp_path)], "is not there"),
        ([str(PROJECT / "LICENSE")], "Say which column"),
    ):
        shown = run("portfolio", *arguments)
        assert shown.returncode == 2, arguments
        assert part in shown.stderr
        assert "Traceback" not in shown.stderr


def test_a_workbook_gives_what_a_text_gives(tmp_path: Path) -> None:
    """The same rows in a sheet, under a title."""
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(
            [("Our customers",), ("Customer", "Revenue", "Visits"), ("One", 1000, 2), ("Two", 99.5, 0)]
        ):
            sheet.write_row(number, 0, row)
    answer = json.loads(run("portfolio", str(path), "--cost-per-visit", "300", "--json").stdout)
    assert answer["answers"]["total_contribution"]["value"] == "-325.12", "250 - 600 + 24.88"
    assert answer["answers"]["loss_making"]["value"] == "1"


def test_a_long_list_shows_both_of_its_ends(tmp_path: Path) -> None:
    """The best and the worst fifty, with their places; the JSON has every row, as one object."""
    path = tmp_path / "list.csv"
    rows = "\n".join(f"Customer {number},{number}" for number in range(1, 1001))
    path.write_text(f"Customer,Revenue\n{rows}\n", encoding="utf-8")
    shown = run("portfolio", str(path)).stdout
    assert "Rows 1 to 50 of 1,000" in shown
    assert "Rows 951 to 1,000 of 1,000" in shown
    assert "Customer 951 " in shown
    assert "Customer 950 " not in shown
    answer = json.loads(run("portfolio", str(path), "--json").stdout)
    assert [row[1] for row in answer["tables"]["customers"]["rows"]] == [
        f"Customer {one}" for one in range(1000, 0, -1)
    ]


def test_without_the_libraries_for_workbooks_text_does_and_a_workbook_gets_a_sentence(tmp_path: Path) -> None:
    """Python as it comes, with nothing installed: a list as CSV counts; XLSX in or out says what to install."""
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, ("Customer", "Revenue"))

    def bare(*arguments: str) -> subprocess.CompletedProcess[str]:
        # -S leaves out what pip installed.
        asked = [sys.executable, "-S", "-m", "calculators", "portfolio", *arguments]
        return subprocess.run(asked, cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)

    read, written = bare(str(path)), bare(str(DEMO_LIST), "--xlsx", str(tmp_path / "out.xlsx"))
    assert (read.returncode, written.returncode) == (2, 2)
    assert read.stderr == (
        "--file: The reader of workbooks is not installed. Save the list as CSV, or install the reader with:"
        " pip install python-calamine.\n"
    )
    assert "pip install xlsxwriter" in written.stderr
    assert bare(str(DEMO_LIST)).returncode == 0


def test_help_says_that_a_list_is_a_file() -> None:
    """Not rows by blanks and cells by colons."""
    shown = run("portfolio", "--help").stdout
    assert "a file, named directly after the calculator" in shown

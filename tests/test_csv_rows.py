"""Rows from files and spreadsheets: separators, headings, quotes, and the numbers of rows."""

import json
from typing import Any

import pytest

from calculators.catalogue import declaration
from calculators.door import respond
from calculators.present.csv_rows import CsvRows, rows_from_csv

SEGMENTS = declaration("visit_plan").field("segments")
LADDER = declaration("discount_realignment").field("ladder")
ROW = ["A; B bv", "20", "24", "1,5", "12000"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A;20;24;1,5;12000\n", [["A", "20", "24", "1,5", "12000"]]),
        ("A\t20\t24\t1.5\t12,000\n", [["A", "20", "24", "1.5", "12,000"]]),
        ("A,20,24,1.5,12000\n", [["A", "20", "24", "1.5", "12000"]]),
        ("A; B bv,20,24,1.5,12000\nB,1,1,1,1\n", [["A; B bv", "20", "24", "1.5", "12000"], ["B", "1", "1", "1", "1"]]),
        ('"A; B bv";20;24;1,5;12000\n', [ROW]),
        ('"A ""old"" bv";20;24;1,5;\n', [['A "old" bv', "20", "24", "1,5", ""]]),
        ('5" pipes;20;24;1,5;1\n', [['5" pipes', "20", "24", "1,5", "1"]]),
        ("\ufeffA;20;24;1,5;12000\r\n", [["A", "20", "24", "1,5", "12000"]]),
    ],
)
def test_separator_and_quotes_are_found(text: str, rows: list[list[str]]) -> None:
    """The separator that gives rows of the right width; a quote that is never closed is a sign like others."""
    assert rows_from_csv(SEGMENTS, text) == CsvRows(rows, [])


@pytest.mark.parametrize(
    "heading", ["naam;klanten;bezoeken;uren;winst", "segment;klanten 2025;bezoeken 2025;uren;winst"]
)
def test_a_heading_is_left_out_and_told(heading: str) -> None:
    """Also one with a year in it; it leaves a blank row, so that the numbers of rows stay those of the file."""
    found = rows_from_csv(SEGMENTS, f"{heading}\nA;20;24;1,5;12000\n")
    assert found == CsvRows([[], ["A", "20", "24", "1,5", "12000"]], heading.split(";"))


def test_a_row_of_figures_is_no_heading() -> None:
    """Nor is the only row there is."""
    assert rows_from_csv(LADDER, "0;0\n10000;5\n").heading == []
    assert rows_from_csv(LADDER, "from;discount\n").heading == []


def test_faults_name_the_row_of_the_file() -> None:
    """Blank lines and the heading count."""
    rows = rows_from_csv(SEGMENTS, "naam;klanten;bezoeken;uren;winst\n\nA;20;24;1,5;1\n\nB;veel;1;1;1\n").rows
    request = {"calculator": "visit_plan", "lang": "nl", "values": {"segments": rows}}
    errors = json.loads(respond(json.dumps(request)))["page"]["errors"]
    assert [(error["row"], error["column"]) for error in errors] == [(4, 1)]
    assert "5" in errors[0]["message"].split(",")[0]


def asked_rows(text: str) -> dict[str, Any]:
    """What the door makes of a text for the ladder."""
    request = {"calculator": "discount_realignment", "lang": "nl", "csv": {"field": "ladder", "text": text}}
    found: dict[str, Any] = json.loads(respond(json.dumps(request)))
    return found


def test_the_door_gives_the_rows_of_a_text() -> None:
    """Without blank rows, with every cell as it was typed, and a sentence on the heading."""
    found = asked_rows("vanaf;korting\n0;0\n\n10.000,00;5\n")
    assert found["rows"] == [["0", "0"], ["10.000,00", "5"]]
    assert "vanaf, korting" in found["note"]
    assert asked_rows("0;0\n")["note"] == ""


def test_the_door_refuses_what_no_table_holds() -> None:
    """A text beyond the limit gets a sentence, and is not read."""
    assert asked_rows("1;1\n" * 100_000)["fault"].endswith(".")


def test_pages_of_rows() -> None:
    """Fifty rows a page, the last page is the last one, and a page beyond it is no fault."""
    rows = [[f"Klant {number}", "1", "12", "1", ""] for number in range(1, 121)]

    def page(number: int) -> str:
        request = {
            "calculator": "visit_plan",
            "lang": "nl",
            "values": {"segments": rows},
            "views": {"segments": {"page": number}},
        }
        details: str = json.loads(respond(json.dumps(request)))["page"]["details"]
        return details

    assert "Klant 1<" in page(1)
    assert "Klant 51<" not in page(1)
    assert "Klant 51<" in page(2)
    assert "Klant 120<" in page(3)
    assert page(3) == page(99)
    assert 'data-page="2"' in page(1)


def test_very_many_faults_are_told_by_their_number() -> None:
    """Fifty in words, and how many more."""
    rows = [["A", "veel", "veel", "1", ""] for _ in range(1000)]
    request = {"calculator": "visit_plan", "lang": "nl", "values": {"segments": rows}}
    errors = json.loads(respond(json.dumps(request)))["page"]["errors"]
    assert len(errors) == 51
    assert errors[-1]["code"] == "more_faults"
    assert "1.950" in errors[-1]["message"]

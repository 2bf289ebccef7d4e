"""Lists as the browser asks about them: any order of rows, codes and texts looked for, and rows as account reviews."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calculators import door
from calculators.catalogue import words_of
from calculators.evaluation.ordering import TableView, places
from calculators.evaluation.records import Column, Rows
from calculators.models.portfolio.tables import CLASSES
from tests.browser.lists.desk import SMALL

NORTHWIND = Path(__file__).parents[2] / "docs" / "lists" / "northwind.csv"
COLUMNS = (
    Column("name", "Klant", "text"),
    Column("revenue", "Omzet", "EUR"),
    Column("revenue_class", "Klasse", "code"),
)
ROWS = Rows(
    "customers",
    "Klanten",
    COLUMNS,
    [("Zand", 5, "b"), ("appel", 20, "a"), ("Élan", None, "c"), ("Appel", 20, "b"), ("Bos", 7, "a")],
    words_of("portfolio", "nl"),
)


def asked(question: dict[str, Any]) -> Any:
    """The response of the door."""
    return json.loads(door.respond(json.dumps({"calculator": "portfolio", "lang": "nl", **question})))


@pytest.fixture(params=[NORTHWIND.read_bytes(), SMALL.encode()], ids=["northwind", "small"])
def question(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    """A question about a list that was handed over, with costs for the whole list."""
    door.take_file("list", request.param)
    found = asked({"inspect": {"field": "customers", "file": "list"}})
    listed = {"file": "list", "layout": found["layout"], "rows": found["rows"]}
    figures = {"cost_per_order": "40", "visits": "6", "cost_per_visit": "150", "agreed_days": "30", "actual_days": "60"}
    yield {"values": {"customers": listed, **figures}}
    door.drop_file("list")


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (TableView(), [0, 1, 2, 3, 4]),
        (TableView(sort="revenue"), [0, 4, 1, 3, 2]),
        (TableView(sort="revenue", descending=True), [1, 3, 4, 0, 2]),
        (TableView(sort="name"), [1, 3, 4, 0, 2]),
        (TableView(search="  APPEL "), [1, 3]),
        (TableView(search="a", only={"revenue_class": "a"}), [1]),
        (TableView(sort="revenue_class", only={"revenue_class": "b"}), [0, 3]),
        (TableView(sort="none such"), [0, 1, 2, 3, 4]),
        (TableView(search="nobody"), []),
    ],
)
def test_rows_stand_as_they_are_looked_at(view: TableView, expected: list[int]) -> None:
    """In order, the equal ones as they stood, those without a figure last; whatever the case of what is sought."""
    assert list(places(ROWS, view)) == expected


def test_all_codes_that_there_are_can_be_chosen(question: dict[str, Any]) -> None:
    """In their order; which of them occur would take a look at each row of a long list."""
    html = asked({**question, "writers": ["rows"], "table": "customers"})["rows"]
    (select,) = re.findall(r'<select[^>]* data-column="revenue_class"[^>]*>(.*?)</select>', html, re.DOTALL)
    assert re.findall(r'value="(\w*)"', select) == ["", *CLASSES]


def test_each_customer_opens_as_a_review_with_the_same_cents(question: dict[str, Any]) -> None:
    """What the list says of a customer, the account review says too; both are reckoned by the rules of the review."""
    answer = asked({**question, "writers": ["contract"]})["contract"]
    rows = answer["tables"]["customers"]["rows"]
    names = answer["tables"]["customers"]["columns"]
    for place in range(0, len(rows), 7):
        opening = asked({**question, "writers": ["opening"], "table": "customers", "row": place})["opening"]
        review = {"calculator": opening["calculator"], "values": opening["texts"], "writers": ["contract"]}
        found = asked(review)["contract"]
        row = dict(zip(names, rows[place], strict=True))
        assert opening["texts"]["customer"] == row["name"]
        assert found["answers"]["contribution"]["value"] == row["contribution"]


def test_progress_is_told_in_rows(question: dict[str, Any]) -> None:
    """Never beyond all of them."""
    door.take_file("long", b"Klant;Omzet\n" + b"".join(b"Klant %d;%d\n" % (n, n) for n in range(1, 1_001)))
    found = asked({"inspect": {"field": "customers", "file": "long"}})
    told: list[tuple[int, int]] = []
    listed = {"file": "long", "layout": found["layout"], "rows": found["rows"]}
    text = json.dumps({"calculator": "portfolio", "lang": "nl", "values": {"customers": listed}})
    door.respond(text, lambda done, total: told.append((done, total)))
    assert told == [(number, 1_000) for number in range(100, 1_001, 100)]
    assert asked(question)["page"]["status"]
    door.drop_file("long")


def test_a_file_of_another_name_is_another_answer(question: dict[str, Any]) -> None:
    """An answer is kept for its question alone."""
    first = asked(question)["page"]["main"]
    door.take_file("other", b"Klant;Omzet\nBakker;400\n")
    found = asked({"inspect": {"field": "customers", "file": "other"}})
    assert found["counts"]
    listed = {"file": "other", "layout": found["layout"], "rows": found["rows"]}
    assert asked({"values": {"customers": listed}})["page"]["main"] != first
    door.drop_file("other")


def test_another_file_under_the_same_name_is_not_answered_with_the_first() -> None:
    """The question is the same to the letter; a file that is gone has no answer left."""
    totals = []
    for content in (b"Klant;Omzet\nA;100\n", b"Klant;Omzet\nA;900\n"):
        door.take_file("same", content)
        found = asked({"inspect": {"field": "customers", "file": "same"}})
        listed = {"file": "same", "layout": found["layout"], "rows": 1}
        question = {"values": {"customers": listed}, "writers": ["contract"]}
        totals.append(asked(question)["contract"]["answers"]["total_revenue"]["value"])
    assert totals == ["100.00", "900.00"]
    door.drop_file("same")
    with pytest.raises(KeyError):
        asked(question)


def test_an_answer_says_how_many_rows_of_the_list_are_read() -> None:
    """Of 250 rows now and then, and never more than there are."""
    heard: list[tuple[int, int]] = []
    door.take_file("long", b"Klant;Omzet\n" + b"A;100\n" * 250)
    layout = asked({"inspect": {"field": "customers", "file": "long"}})["layout"]
    values = {"customers": {"file": "long", "layout": layout, "rows": 250}}
    question = json.dumps({"calculator": "portfolio", "lang": "nl", "values": values})
    door.respond(question, lambda done, total: heard.append((done, total)))
    door.drop_file("long")
    assert heard == [(100, 250), (200, 250)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Klant;Omzet\n", "Onder de koppen staan geen rijen."),
        ("Klant;Omzet\nA;1\nTotaal;2\n", "rij 3 geeft € 2,00 als totaal, maar de rijen tellen op tot € 1,00."),
        ("Klant;Omzet;Omzet\nA;1;2\n", "Er heet meer dan één kolom Omzet."),
        ("Klant;Omzet;Bonus\nA;1000;0,5\n", "Bonus in %: 0,5 is gelezen als 0,5%. Het kan ook 50% zijn."),
        ("Klant;Omzet;Bonus\nA;1000;0,5\n", 'data-list="share" data-column="bonus" data-value="fraction"'),
    ],
)
def test_what_a_person_should_check_is_told_in_the_page(content: str, told: str) -> None:
    """Before the list counts, with the other reading in a button; a list of nothing does not count."""
    door.take_file("told", content.encode())
    found = asked({"inspect": {"field": "customers", "file": "told"}})
    door.drop_file("told")
    assert told in found["html"].replace("\u00a0", " ")
    assert found["counts"] == (content.count("\n") > 1)

"""The steps that a person tries in a field: their values, what is one step away, and the slider in the page."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from calculators.catalogue import NAMES, declaration
from calculators.core.fields import NUMERIC, bound_problem, plain_value
from calculators.core.steps import steps
from calculators.door import respond

QUARTERS = steps("0.25", "4", "0.25")


def tried(values: dict[str, str], lang: str = "nl", **more: Any) -> Any:
    """What the page hears of the steps of visit_cost."""
    question = {"calculator": "visit_cost", "lang": lang, "values": values, **more}
    return json.loads(respond(json.dumps(question)))["page"]["tried"]


def test_steps_run_from_the_first_to_the_last() -> None:
    """Both ends count, each value as short as a person types it."""
    assert [str(number) for number in steps("0", "2", "0.5").numbers] == ["0", "0.5", "1", "1.5", "2"]
    assert len(QUARTERS.numbers) == 16


@pytest.mark.parametrize(
    ("number", "nearest", "below", "above"),
    [
        ("0.25", 0, "0", "0.5"),
        ("1.5", 5, "1.25", "1.75"),
        ("1.6", 5, "1.5", "1.75"),
        ("1.625", 6, "1.5", "1.75"),
        ("-3", 0, "-3.25", "-2.75"),
        ("4", 15, "3.75", "4.25"),
        ("100.1", 15, "100", "100.25"),
    ],
)
def test_a_number_has_a_nearest_step_and_two_neighbours(number: str, nearest: int, below: str, above: str) -> None:
    """Between two steps, on one and beyond the ends: a slider stops there, and the steps go on."""
    place = Decimal(number)
    assert QUARTERS.nearest(place) == nearest
    assert (QUARTERS.below(place), QUARTERS.above(place)) == (Decimal(below), Decimal(above))


@pytest.mark.parametrize("name", NAMES)
def test_declared_steps_suit_their_field(name: str) -> None:
    """Only a figure that is always there, or stands for another, is tried: ends within its bounds, its default too."""
    for field in declaration(name).fields:
        if not field.tried:
            continue
        texts = [f"{number:f}" for number in field.tried.numbers]
        assert field.kind in NUMERIC, field.name
        assert not field.optional or field.otherwise, field.name
        assert texts[-1] == field.tried.last, field.name
        assert field.default in texts or field.otherwise, field.name
        assert not [text for text in texts if bound_problem(field, plain_value(field, text))], field.name


def test_what_is_one_step_away_is_typed_as_the_page_types() -> None:
    """On a step, between two, beyond the slider, and at the bound of the field, where there is no further step."""
    found = tried({"gross_margin": "27,5", "visits": "80", "target_contribution": "0", "cost_per_visit": "€ 1.000,00"})
    assert found["gross_margin"] == {"typed": "27,5", "nearest": 28, "below": "27", "above": "28", "written": "27,5%"}
    assert found["visits"] == {
        "typed": "80",
        "nearest": 60,
        "below": "79",
        "above": "81",
        "written": "80\u00a0bezoeken",
    }
    assert found["target_contribution"] == {"typed": "0", "nearest": 0, "below": None, "above": "1", "written": "0%"}
    assert found["cost_per_visit"]["below"] == "975"
    assert found["cost_per_visit"]["above"] == "1.025"
    assert tried({"cost_per_visit": "1.000,00"}, "en", written_in={"cost_per_visit": "nl"})["cost_per_visit"][
        "above"
    ] == ("1,025")


def test_a_fault_elsewhere_leaves_the_steps() -> None:
    """Of a refused question those fields are told that could be read, and of one that does not count nothing."""
    assert set(tried({"gross_margin": "much"})) == {"visits", "cost_per_visit", "target_contribution"}
    asked = {"calculator": "cost_per_visit", "lang": "en", "values": {"method": "days"}}
    assert set(json.loads(respond(json.dumps(asked)))["page"]["tried"]) == {"selling_days", "visits_per_day"}


@pytest.mark.parametrize(
    ("lang", "text", "iso", "typed"),
    [
        ("nl", "1-2-2026", "2026-02-01", "1-2-2026"),
        ("nl", "2026-02-01", "2026-02-01", "1-2-2026"),
        ("en", "2026-02-01", "2026-02-01", "1 February 2026"),
        ("en", "31 feb 2026", None, None),
        ("nl", "", None, None),
    ],
)
def test_a_day_is_told_for_the_calendar_and_for_the_field(
    lang: str, text: str, iso: str | None, typed: str | None
) -> None:
    """The door reads what was typed for the calendar, and types what the calendar gives."""
    asked = {"calculator": "statutory_interest", "lang": lang, "day": text}
    assert json.loads(respond(json.dumps(asked))) == {"iso": iso, "typed": typed}


def test_every_slider_of_the_site_stands_where_its_field_is(site: Path) -> None:
    """In each calculator of each page, also with the figures of a chapter, the slider says what the field holds."""
    found = 0
    for path in site.rglob("*.html"):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for control in page.css("sales-calculator .field-control:has(input[type=range])"):
            typed, slider = (control.css(f"input[type={kind}]")[0].attributes for kind in ("text", "range"))
            texts, written = (str(slider[name]).split("|") for name in ("data-texts", "data-written"))
            place = int(str(slider["value"]))
            assert typed["value"] in (texts[place], ""), (path, typed["id"])
            assert slider["aria-valuetext"] == written[place]
            assert len(texts) == len(written) == int(str(slider["max"])) + 1
            found += 1
    assert found > 40

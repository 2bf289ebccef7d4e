"""Calculators that are opened with another one's figures."""

import json

import pytest

from calculators.catalogue import NAMES, declaration
from calculators.core.declarations import Declaration
from calculators.door import respond

OPENING = [name for name in NAMES if any(group.closer for group in declaration(name).groups)]


def unit_of(declared: Declaration, name: str) -> str:
    """The unit of a field or an answer."""
    units = {output.name: str(output.unit) for output in declared.answers}
    return units.get(name) or declared.field(name).unit


@pytest.mark.parametrize("name", OPENING)
def test_figures_fit_where_they_go(name: str) -> None:
    """Each goes from a field or an answer into a field of the same unit, in a group of its own page."""
    declared = declaration(name)
    for group in declared.groups:
        for theirs, here in group.closer.figures.items() if group.closer else ():
            other = declaration(group.closer.calculator) if group.closer else declared
            assert other.field(theirs).unit == unit_of(declared, here), (theirs, here)


def test_a_review_opens_the_visits_with_its_figures() -> None:
    """By hand: 10,000 less 10% less 2% of the rest is 8,820; blank figures are left to the other one's example."""
    asked = {
        "calculator": "account_review",
        "lang": "nl",
        "values": {"list_revenue": "10.000", "discount": "10", "bonus": "2", "visits": "4", "gross_margin": "25,5"},
    }
    found = json.loads(respond(json.dumps(asked)))["page"]["closers"]
    assert found["visit_cost"] == {
        "values": {"revenue": "8.820", "gross_margin": "25,5", "visits": "4", "target_contribution": "0"},
        "takes": {
            "gross_margin": "gross_margin",
            "visits": "visits",
            "cost_per_visit": "cost_per_visit",
            "target_contribution": "target_contribution",
        },
    }
    assert found["late_payment"]["values"]["revenue"] == "8.820"
    assert "ladder" not in found["discount_realignment"]["values"]


def test_a_ladder_goes_along_as_it_is_typed() -> None:
    """Rows of cells, in the notation of the page."""
    asked = {"calculator": "account_review", "lang": "nl", "values": {"ladder": [["0", "0"], ["10.000,50", "2,5"]]}}
    found = json.loads(respond(json.dumps(asked)))["page"]["closers"]["discount_realignment"]
    assert found["values"]["ladder"] == [["0", "0"], ["10.000,5", "2,5"]]

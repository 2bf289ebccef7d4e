"""Which figures an answer hangs on most: measured on every calculator, by hand on one."""

from decimal import Decimal

import pytest

from calculators.catalogue import NAMES, declaration
from calculators.evaluation import Question
from calculators.evaluation.influence import heaviest_fields, influences

# Worked out by hand: see each reason.
HEAVIEST = {
    # Nothing but revenue and margin: the costs start blank.
    "account_review": {"list_revenue", "gross_margin"},
    # Hours that are left for visits are the small difference of large numbers.
    "cost_per_visit": {"working_hours", "travel_hours"},
    # Two figures alone: there is nothing to compare them with.
    "discount_break_even": set(),
    # The leak is revenue times discount, and nothing else counts.
    "discount_realignment": {"list_revenue", "current_discount"},
    # Without a list there is nothing to compare.
    "late_invoices": set(),
    # A tenth of 45 days is 4.5 of the 15 days late, a tenth of 30 is 3, and everything else weighs a tenth.
    "late_payment": {"actual_days", "agreed_days"},
    # Its figures stand in a list.
    "portfolio": set(),
    # A product of eight factors: each weighs a tenth.
    "prospecting_plan": set(),
    # The principal is its only figure.
    "statutory_interest": set(),
    # A tenth of 15,000 gross profit against a tenth of 12,000 visit costs.
    "visit_cost": {"revenue", "gross_margin"},
    # Its figures stand in a table.
    "visit_plan": set(),
}


@pytest.mark.parametrize("name", NAMES)
def test_the_heaviest_fields_of_an_example(name: str) -> None:
    """At most two fields of each calculator are named, those that were found by hand."""
    assert heaviest_fields(Question(name)) == HEAVIEST[name]


def test_an_influence_is_the_answer_with_a_tenth_less_and_a_tenth_more() -> None:
    """Greatest first: 60,000 at 25% less 24 visits of 500 leaves 3,000; a tenth of 24 visits is two whole ones."""
    found = {influence.field: influence for influence in influences(Question("visit_cost"))}
    assert list(found) == ["revenue", "gross_margin", "cost_per_visit", "visits"]
    assert (found["revenue"].less, found["revenue"].more) == (Decimal(1500), Decimal(4500))
    assert (found["visits"].less, found["visits"].more) == (Decimal(4000), Decimal(2000))
    assert found["cost_per_visit"].reach == Decimal(1200)


def test_what_has_no_tenth_is_left_out() -> None:
    """Codes, days, blank and zero figures are not compared, nor those that do not count with the choices made."""
    for name in NAMES:
        declared = declaration(name)
        numeric = {"money", "percent", "number", "whole"}
        assert all(declared.field(influence.field).kind in numeric for influence in influences(Question(name)))
    fields = {influence.field for influence in influences(Question("cost_per_visit"))}
    assert fields.isdisjoint({"method", "support_share", "selling_days", "visits_per_day"})


def test_the_figures_asked_with_count_in_their_own_notation() -> None:
    """A Dutch question is shifted as it is read, and one that is refused has no influences."""
    asked = Question("visit_cost", {"revenue": "60.000", "gross_margin": "12,5"}, "nl")
    found = {influence.field: influence.reach for influence in influences(asked)}
    assert found["gross_margin"] == found["revenue"] == Decimal(750)
    assert influences(Question("visit_cost", {"revenue": "much"})) == []


def test_a_shift_beyond_the_bounds_has_no_answer() -> None:
    """A tenth more than 95% is refused: only the tenth less counts."""
    found = {influence.field: influence for influence in influences(Question("visit_cost", {"gross_margin": "95"}))}
    assert found["gross_margin"].more is None
    assert found["gross_margin"].reach == Decimal(5700)

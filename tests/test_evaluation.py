"""How texts become values, which problems are told, and what an answer holds."""

from datetime import date
from decimal import Decimal

import pytest

from calculators.core.words import LANGS, Lang
from calculators.evaluation import Answer, Question, Refusal, evaluate
from calculators.evaluation.records import Figure, Offered


def places(values: dict[str, str | list[list[str]]]) -> list[tuple[str, int | None, int | None]]:
    """The code, row and column of each problem with a discount ladder."""
    found = evaluate(Question("discount_realignment", values))
    assert isinstance(found, Refusal)
    return [(fault.code, fault.row, fault.column) for fault in found.faults]


def answered(name: str, values: dict[str, str | list[list[str]]], lang: Lang = "en") -> Answer:
    """The answer to a question that has one."""
    found = evaluate(Question(name, values, lang))
    assert isinstance(found, Answer), found
    return found


def amount(answer: Answer, field: str) -> Decimal:
    """The number that was read from a field."""
    found = answer.inputs[field]
    assert isinstance(found, Figure)
    assert isinstance(found.quantity.value, Decimal)
    return found.quantity.value


def test_problem_points_at_the_row_as_typed() -> None:
    """Blank rows are left out of the value but counted in the place that a problem points at."""
    rows = [["", ""], ["0", "0"], [" ", ""], ["10000", "5"], ["", ""], ["9000", "6"]]
    assert places({"ladder": rows}) == [("not_ascending", 5, 0)]
    assert places({"ladder": "0:0 10000:5 9000:6"}) == [("not_ascending", 2, 0)]


def test_blank_rows_do_not_count() -> None:
    """A ladder with blank rows in between is the ladder without them."""
    rows = [["0", "0"], ["", ""], ["10000", "5"], ["25000", "10"], ["", ""]]
    with_blanks = answered("discount_realignment", {"ladder": rows})
    assert with_blanks.figures == answered("discount_realignment", {}).figures


def test_all_faulty_fields_are_told_together_with_what_the_formula_finds() -> None:
    """A fault in one field does not hide a fault in a ladder that does not depend on it."""
    found = evaluate(Question("discount_realignment", {"list_revenue": "much", "ladder": "1:0"}))
    assert isinstance(found, Refusal)
    assert {(fault.field, fault.code) for fault in found.faults} == {
        ("list_revenue", "not_a_number"),
        ("ladder", "not_from_zero"),
    }


def test_filled_field_of_the_other_method_is_named_as_unused() -> None:
    """What was typed for the method that was not chosen does not count, and that is said."""
    answer = answered("cost_per_visit", {"method": "days", "working_hours": "1800"})
    assert [note.field for note in answer.readings] == ["working_hours"]
    assert "working_hours" not in answer.inputs


def test_method_may_be_named_as_it_is_shown() -> None:
    """A choice is read by its code, and by its label in the language that is typed."""
    answers = [answered("cost_per_visit", {"method": word}, "nl") for word in ("days", "verkoopdagen")]
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("text", "told", "value"),
    [("1000.005", True, "1000.01"), ("1000.50", False, "1000.5"), ("1,234", True, "1234"), ("1000.0049", True, "1000")],
)
def test_money_is_read_to_the_cent_and_says_so(text: str, told: bool, value: str) -> None:
    """Decimals beyond the cent are not dropped in silence."""
    answer = answered("visit_cost", {"revenue": text})
    assert [note.field for note in answer.readings] == (["revenue"] if told else [])
    assert amount(answer, "revenue") == Decimal(value)


def test_two_signs_are_no_number() -> None:
    """`-+10` is a slip of the finger, not a figure."""
    found = evaluate(Question("visit_cost", {"revenue": "-+10"}))
    assert isinstance(found, Refusal)
    assert [fault.code for fault in found.faults] == ["not_a_number"]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 15), False),
        (date(2026, 11, 16), True),
        (date(2026, 11, 17), True),
        (date(2027, 5, 1), True),
        (None, False),
    ],
)
def test_rates_that_are_about_to_end_say_so(today: date | None, told: bool) -> None:
    """From 45 days before 31 December 2026, in each language; the answer itself stays."""
    for lang in LANGS:
        found = evaluate(Question("statutory_interest", {}, lang, asked_on=today))
        assert isinstance(found, Answer)
        assert bool(found.notices) == told
        assert not told or "2026" in found.notices[0]


def test_a_language_switch_never_changes_a_value() -> None:
    """98.765 typed in Dutch stays 98,765 on the English page, also while other fields are typed in English."""
    mixed = {"revenue": "98.765", "visits": "20"}
    found = evaluate(Question("visit_cost", mixed, "en", {"revenue": "nl"}))
    assert isinstance(found, Answer)
    assert amount(found, "revenue") == Decimal(98765)
    assert found.retyped == {"revenue": "98,765"}


def test_large_tables_are_refused_before_they_are_read() -> None:
    """Too many rows, or a cell of a megabyte, is one sentence."""
    for table, code in (("0:0 " * 2_000_000, "table_too_large"), ([["0", "0"]] * 3000, "too_many_rows")):
        assert places({"ladder": table}) == [(code, None, None)]
    assert places({"ladder": [["0", "9" * 1_000_000]]}) == [("too_long", 0, 1)]


def test_a_cell_may_hold_blanks_and_colons() -> None:
    """In quotes on one line, or as rows."""
    cells = [["Key accounts", "20", "24", "1.5", "12000"], ["A: large", "1", "2", "1", ""]]
    quoted = answered("visit_plan", {"segments": '"Key accounts":20:24:1.5:12000 "A: large":1:2:1:'})
    rows = answered("visit_plan", {"segments": cells})
    assert quoted.tables[0].values == rows.tables[0].values
    assert [row[0] for row in rows.tables[0].values] == ["Key accounts", "A: large"]


def test_a_figure_is_offered_with_a_remark_and_a_sentence_by_itself() -> None:
    """By hand: 3,000 less 40 orders of 75 leaves nothing, and 39 of them leave the 75 that are asked for."""
    figures = {"list_revenue": "3000", "gross_margin": "100", "orders": "40", "cost_per_order": "75"}
    answer = answered("account_review", {**figures, "target_contribution": "2.5"})
    offers = {offer.field: offer for offer in answer.offers}
    assert offers["proposed_orders"] == Offered(
        "proposed_orders", "39", "Enough by itself: 39 orders a year. Can this customer work with that?"
    )
    assert offers["conclusion"] == Offered("conclusion", answer.headline, None)

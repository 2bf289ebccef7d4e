"""How texts become values, and which problems are told."""

from calculators.evaluation import evaluate


def places(values: dict[str, str | list[list[str]]]) -> list[tuple[str, int | None, int | None]]:
    """The code, row and column of each problem with a discount ladder."""
    problems = evaluate("discount_realignment", values, "en").problems
    return [(problem.code, problem.row, problem.column) for problem in problems]


def test_problem_points_at_the_row_as_typed() -> None:
    """Blank rows are left out of the value but counted in the place that a problem points at."""
    rows = [["", ""], ["0", "0"], [" ", ""], ["10000", "5"], ["", ""], ["9000", "6"]]
    assert places({"ladder": rows}) == [("not_ascending", 5, 0)]
    assert places({"ladder": "0:0 10000:5 9000:6"}) == [("not_ascending", 2, 0)]


def test_blank_rows_do_not_count() -> None:
    """A ladder with blank rows in between is the ladder without them."""
    rows = [["0", "0"], ["", ""], ["10000", "5"], ["25000", "10"], ["", ""]]
    with_blanks = evaluate("discount_realignment", {"ladder": rows}, "en")
    assert with_blanks.result == evaluate("discount_realignment", {}, "en").result


def test_all_faulty_fields_are_told_together_with_what_the_function_finds() -> None:
    """A fault in one field does not hide a fault in a ladder that does not depend on it."""
    found = evaluate("discount_realignment", {"list_revenue": "much", "ladder": "1:0"}, "en").problems
    assert {(problem.field, problem.code) for problem in found} == {
        ("list_revenue", "not_a_number"),
        ("ladder", "not_from_zero"),
    }


def test_filled_field_of_the_other_method_is_named_as_unused() -> None:
    """What was typed for the method that was not chosen does not count, and that is said."""
    outcome = evaluate("cost_per_visit", {"method": "days", "working_hours": "1800"}, "en")
    assert outcome.unused == ["working_hours"]
    assert outcome.result is not None
    assert "working_hours" not in outcome.values


def test_method_may_be_named_as_it_is_shown() -> None:
    """A choice is read by its code, and by its Dutch and English label."""
    answers = [evaluate("cost_per_visit", {"method": word}, "nl").result for word in ("days", "verkoopdagen")]
    assert answers[0] == answers[1]

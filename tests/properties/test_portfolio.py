"""Customer lists: every figure against its definition, whole or read in parts, and each row against the review."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.accounts.concentration import bands, classes, gini, herfindahl, peak, top_customers, whale_curve
from calculators.accounts.contribution import ZERO, contribution, reaches_target
from calculators.accounts.customers import CustomerRow, ListFigures, account_of, customer_row, reviewed
from calculators.accounts.levers import alone, levers
from calculators.accounts.portfolio import CustomerBook, customer_book, ranking
from calculators.core.problems import CalculatorError
from calculators.evaluation import Answer, Question, evaluate
from calculators.models.portfolio.formula import portfolio_of
from calculators.models.portfolio.tables import MOST_POINTS, RankedCustomers, whale

AMOUNTS = st.decimals(min_value=0, max_value=100_000, places=2)
COSTS = st.decimals(min_value=0, max_value=500, places=2)
SHARES = st.decimals(min_value=0, max_value=1, places=3)
COUNTS = st.integers(min_value=0, max_value=60)
DAYS = st.decimals(min_value=0, max_value=90, places=1)
CENTS = st.lists(st.integers(min_value=0, max_value=9) | st.integers(min_value=0, max_value=10**9), max_size=30)
SIGNED = st.lists(
    st.integers(min_value=-(10**9), max_value=10**9) | st.integers(min_value=-3, max_value=3), max_size=30
)
TEN_DECIMALS = Fraction(1, 10**10)

ROWS = st.builds(
    CustomerRow,
    name=st.text("abcé€", max_size=3),
    list_revenue=AMOUNTS,
    discount=st.none() | SHARES,
    bonus=st.none() | SHARES,
    gross_margin=st.none() | SHARES,
    gross_profit=st.none() | AMOUNTS,
    goods=st.none() | AMOUNTS,
    discount_amount=st.none(),
    **{name: st.none() | COUNTS for name in ("visits", "calls", "orders", "invoices", "shipments")},
    **{f"cost_per_{name}": st.none() | COSTS for name in ("visit", "call", "order", "invoice", "shipment")},
    **{name: st.none() | COSTS for name in ("freight_costs", "freight_charged", "other_costs")},
    **{name: st.none() | DAYS for name in ("agreed_days", "actual_days")},
)
FIGURES = st.builds(
    ListFigures,
    gross_margin=SHARES,
    **{name: st.none() | COUNTS for name in ("visits", "calls", "orders", "invoices", "shipments")},
    **{f"cost_per_{name}": st.none() | COSTS for name in ("visit", "call", "order", "invoice", "shipment")},
    **{name: st.none() | DAYS for name in ("agreed_days", "actual_days")},
    financing_rate=SHARES,
    target_contribution=SHARES,
)


@given(CENTS)
def test_classes_and_bands_follow_the_revenue_before_a_customer(revenues: list[int]) -> None:
    """A begins before 80%, B before 95%; each band has a fifth, and the last one is B and C together."""
    ordered = sorted(revenues, reverse=True)
    total = sum(ordered)
    for place, (letter, band) in enumerate(zip(classes(ordered), bands(ordered), strict=True)):
        begins = Fraction(sum(ordered[:place]), total) if total else Fraction(1)
        assert letter == (0 if begins < Fraction(80, 100) else 1 if begins < Fraction(95, 100) else 2)
        assert band == max(fifth for fifth in range(5) if begins >= Fraction(fifth, 5))
        assert (band == 4) == (letter > 0)


@given(CENTS)
def test_gini_is_half_the_mean_difference_and_herfindahl_the_squared_shares(revenues: list[int]) -> None:
    """By their other definitions, as fractions; without revenue neither has a value."""
    total, count = sum(revenues), len(revenues)
    if not total:
        assert gini(sorted(revenues)) is herfindahl(revenues) is None
        return
    difference = sum(abs(one - other) for one in revenues for other in revenues)
    assert _is(gini(sorted(revenues)), Fraction(difference, 2 * count * total))
    assert _is(herfindahl(revenues), sum(Fraction(revenue, total) ** 2 for revenue in revenues))


def _is(found: Decimal | None, expected: Fraction | int) -> bool:
    return found is not None and abs(Fraction(found) - expected) < TEN_DECIMALS


@given(SIGNED)
def test_the_peak_is_the_highest_point_of_the_whale_curve(contributions: list[int]) -> None:
    """The first of the highest, over the sums of the best customers."""
    ordered = sorted(contributions, reverse=True)
    levels = [sum(ordered[:place]) for place in range(len(ordered) + 1)]
    assert peak(ordered) == (levels.index(max(levels)), max(levels))
    assert whale_curve(ordered, range(len(levels))) == list(enumerate(levels))


@given(st.integers(min_value=0, max_value=1000))
def test_the_top_holds_who_begins_within_it(customers: int) -> None:
    """The customer that crosses the 20% counts."""
    assert top_customers(customers) == sum(Fraction(before, customers) < Fraction(1, 5) for before in range(customers))


@given(st.lists(ROWS, max_size=8), FIGURES, st.integers(min_value=0, max_value=8))
def test_parts_of_a_list_merge_into_the_whole(rows: list[CustomerRow], figures: ListFigures, cut: int) -> None:
    """The same result, whether a list is read at once or in two parts."""
    merged = customer_book(rows[:cut], figures)
    merged.merge(customer_book(rows[cut:], figures))
    one, other = portfolio_of(customer_book(rows, figures)), portfolio_of(merged)
    assert one.answers == other.answers
    assert {name: list(table) for name, table in one.tables.items()} == {
        name: list(table) for name, table in other.tables.items()
    }
    assert (one.headline, one.plots, one.bars, one.notes) == (other.headline, other.plots, other.bars, other.notes)


@given(st.lists(ROWS, max_size=8), FIGURES)
def test_customers_are_ranked_and_add_up(rows: list[CustomerRow], figures: ListFigures) -> None:
    """Each row once, by contribution, equal ones as listed; their sums are the answers, and slices are rows."""
    book = customer_book(rows, figures)
    result, ranked = portfolio_of(book), RankedCustomers(ranking(book))
    reviews = [reviewed(row, figures) for row in rows]
    expected = sorted(range(len(rows)), key=lambda place: (-reviews[place].lines.contribution, place))
    assert [ranked.place(rank) for rank in range(len(ranked))] == expected
    assert [line.name for line in ranked] == [rows[place].name for place in expected]
    assert ranked[1:3] == list(ranked)[1:3]
    assert result.answers["total_contribution"].value == sum((one.lines.contribution for one in reviews), ZERO)
    gains = sum((one.gain for one in reviews if one.lines.contribution < 0), ZERO)
    assert result.answers["mending_gain"].value == gains
    assert sum(line.gain for line in result.tables["levers"]) == gains  # type: ignore[attr-defined]  # named tuples
    assert sum(line.customers for line in result.tables["classes"]) == len(rows)  # type: ignore[attr-defined]  # as above


@given(ROWS, FIGURES)
def test_a_row_is_the_account_that_its_review_opens(row: CustomerRow, figures: ListFigures) -> None:
    """Contribution, first lever and gain are those of the review of the same figures."""
    account = account_of(row, figures)
    found = reviewed(row, figures)
    assert found.lines == contribution(account)
    moves = [alone(account, lever) for lever in levers(account, ZERO)]
    first = next((move for move in moves if move.reaches_target), None)
    if reaches_target(account):
        assert (found.lever, found.gain) == ("not_needed", ZERO)
    else:
        assert (found.lever, found.gain) == ((first.lever, first.gain) if first else ("none_alone", ZERO))


def test_a_row_gives_the_figures_of_the_review() -> None:
    """Vos of the chapter, his net revenue as list revenue: a loss of 600, also by the formula of the review."""
    row = customer_row("Vos", *_cells(visits=6, orders=40, invoices=40, freight_costs=Decimal(1050)))
    figures = _figures(
        gross_margin=Decimal("0.28"),
        cost_per_visit=Decimal(250),
        cost_per_order=Decimal(25),
        cost_per_invoice=Decimal(8),
        agreed_days=Decimal(30),
        actual_days=Decimal(60),
        financing_rate=Decimal("0.09125"),
    )
    found = reviewed(row, figures)
    assert found.lines.contribution == Decimal("-600.00")
    asked = {"list_revenue": "12000", "gross_margin": "28", "visits": "6", "cost_per_visit": "250", "orders": "40"}
    asked |= {"cost_per_order": "25", "invoices": "40", "cost_per_invoice": "8", "shipments": "1"}
    asked |= {"cost_per_shipment": "1050", "agreed_days": "30", "actual_days": "60", "financing_rate": "9.125"}
    review = evaluate(Question("account_review", asked))
    assert isinstance(review, Answer)
    answers = {figure.name: figure.quantity.value for figure in review.figures}
    assert answers["contribution"] == found.lines.contribution
    assert answers["first_lever"] == found.lever


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"list_revenue": Decimal("-0.01")}, "negative_revenue", "list_revenue"),
        ({"discount_amount": Decimal("12000.01")}, "discount_beyond_revenue", "discount_amount"),
        ({"discount": Decimal("0.1"), "discount_amount": Decimal(1261)}, "figures_disagree", "discount_amount"),
        ({"gross_margin": Decimal("0.25"), "gross_profit": Decimal("3060.01")}, "figures_disagree", "gross_profit"),
        ({"gross_profit": Decimal(3000), "goods": Decimal("8939.99")}, "figures_disagree", "goods"),
        (
            {"shipments": 10, "cost_per_shipment": Decimal(5), "freight_costs": Decimal("51.01")},
            "figures_disagree",
            "freight_costs",
        ),
    ],
)
def test_figures_that_disagree_are_a_fault_of_the_row(cells: dict[str, Decimal], code: str, column: str) -> None:
    """Half a percent of 12,000 is 60, and a euro for small amounts: what is further apart is refused; so is a loss."""
    with pytest.raises(CalculatorError) as caught:
        customer_row("Vos", *_cells(**cells))
    (problem,) = caught.value.problems
    assert (problem.field, problem.code, problem.column) == ("customers", code, CustomerRow._fields.index(column))


@pytest.mark.parametrize(
    "cells",
    [
        {"discount_amount": Decimal(12000)},
        {"discount": Decimal("0.1"), "discount_amount": Decimal(1260)},
        {"gross_margin": Decimal("0.25"), "gross_profit": Decimal(3060), "goods": Decimal("8940.00")},
        {"shipments": 10, "cost_per_shipment": Decimal(5), "freight_costs": Decimal(51)},
    ],
)
def test_whole_percents_and_whole_euros_are_no_fault(cells: dict[str, Decimal]) -> None:
    """What rounding explains is taken, the amount before the share."""
    assert customer_row("Vos", *_cells(**cells)).list_revenue == 12000


def _cells(**known: Any) -> Sequence[Any]:
    """The cells of a row after the name, with 12,000 of revenue."""
    return CustomerRow("", Decimal(12000))._replace(**known)[1:]


def _figures(**known: Any) -> ListFigures:
    nothing = ListFigures._make([None] * len(ListFigures._fields))
    return nothing._replace(target_contribution=ZERO, **known)


def test_a_long_list_is_drawn_in_few_points() -> None:
    """Some 200 points for any number of customers, with both ends and the peak."""
    figures = _figures(gross_margin=Decimal("0.1"), financing_rate=ZERO)
    rows = [CustomerRow(str(one), Decimal(one), other_costs=Decimal(100)) for one in range(3000)]
    descending = ranking(customer_book(rows, figures)).contributions()
    drawn = whale(descending, peak(descending))
    assert len(drawn["together"]) <= MOST_POINTS + 2
    assert drawn["together"][0] == (ZERO, ZERO)
    assert drawn["peak"][0] in drawn["together"]
    assert drawn["together"][-1] == drawn["total"][0] == (Decimal(3000), sum(range(3000)) / Decimal(10) - 300_000)


def test_names_that_are_in_the_list_twice_are_told() -> None:
    """Perhaps one customer in several rows; names that follow on each other are told apart."""
    book = CustomerBook()
    figures = _figures(gross_margin=ZERO, financing_rate=ZERO)
    for name in ("ab", "c", "a", "bc", "ab"):
        assert not book.has_repeated_names()
        book.add(reviewed(CustomerRow(name, ZERO), figures))
    assert book.has_repeated_names()
    assert [book.name(place) for place in range(5)] == ["ab", "c", "a", "bc", "ab"]

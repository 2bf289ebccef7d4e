"""The fast way to read a cell gives what a person gets who types it: the same value, or the same fault."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calculators.core.fields import Field, day, money, number, percent, text, whole, yes_or_no
from calculators.core.problems import CalculatorError
from calculators.core.words import LANGS, Lang, shared_words
from calculators.lists.cells import as_typed
from calculators.lists.columns import reader_of
from calculators.present.values import read_value

COLUMNS = (
    money("amount", minimum="-1000"),
    money("revenue", optional=True),
    percent("share", optional=True),
    percent("margin", minimum="-100", maximum=None),
    number("days", "days", maximum="1000"),
    whole("visits", maximum="1000", optional=True),
    day("due"),
    text("name"),
    text("note", optional=True),
    yes_or_no("claimed"),
)
BLANKS = ["", " ", "\u00a0"]
FIGURES = st.one_of(
    st.from_regex(r"[-+\u2212]?[0-9]{0,16}([.,][0-9]{1,4}){0,4}-?", fullmatch=True),
    st.from_regex(r"-?[1-9][0-9]{0,2}([.,][0-9]{3}){0,3}([.,][0-9]{1,3})?", fullmatch=True),
    st.from_regex(r"-?[1-9][0-9]{0,2}([ \u00a0][0-9]{3}){0,3}([.,][0-9]{1,3})?", fullmatch=True),
)
DAYS = st.one_of(
    st.dates(date(1980, 1, 1), date(2110, 1, 1)).map(lambda day: f"{day.day}-{day.month}-{day.year}"),
    st.dates().map(str),
    st.from_regex(r"[0-3]?[0-9][-/. ][01]?[0-9][-/. ][12][0-9]{3}", fullmatch=True),
    st.from_regex(r"[0-3]?[0-9] (mei|may|maart|sept) 20[0-9]{2}", fullmatch=True),
)
CELLS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", " ", "€", "€ ", "\u00a0", "€ € ", "EUR "]),
    st.one_of(FIGURES, DAYS, st.sampled_from([*BLANKS, "ja", "No", "x" * 201]), st.text(max_size=12)),
    st.sampled_from(["", "%", " %", " €", ",-"]),
    st.sampled_from(["", " ", "\n"]),
)


def outcome(read: Callable[[], Any]) -> Any:
    """The value, or the codes and values of the problems."""
    try:
        return read()
    except CalculatorError as error:
        return [(problem.field, problem.code, dict(problem.values)) for problem in error.problems]


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
@pytest.mark.parametrize("lang", LANGS)
@given(cell=CELLS)
@example(cell="1.234")
@example(cell="1,234")
@example(cell="0.125")
@example(cell="-0")
@example(cell="1234.567")
@example(cell="-0,005")
@example(cell="100,00")
@example(cell="100.004")
@example(cell="1000")
@example(cell="29-02-2026")
@example(cell="31-12-1989")
@example(cell="31.12.2099")
def test_a_cell_is_read_as_if_it_were_typed(column: Field, lang: Lang, cell: str) -> None:
    """In each kind of column and in both notations; and again, when it is remembered."""
    read = reader_of(column, lang)
    typed = outcome(lambda: read_value(column, as_typed(column, cell), shared_words(lang)).value)
    for _ in range(2):
        found = outcome(lambda: read(cell))
        assert found == typed
        assert type(found) is type(typed)


@pytest.mark.parametrize(
    "cell", ["-1.234,50", "(1.234,50)", "1.234,50-", "1.234,50 -", "€ 1.234,50-", "(€ 1.234,50)", " (1234,5) "]
)
def test_a_minus_may_stand_behind_or_in_brackets(cell: str) -> None:
    """As ledgers write it; a price tag is a round amount."""
    column = money("amount", minimum="-10000")
    assert reader_of(column, "nl")(cell) == Decimal("-1234.50")
    assert reader_of(column, "nl")("€ 1.250,-") == Decimal(1250)
    assert reader_of(column, "nl")(" €  -   ") == 0, "an amount in the format for accounts"
    for wrong in ("(-5)", "-5-", "(5", "5)", "()", "-", "(€)"):
        assert outcome(lambda wrong=wrong: reader_of(column, "nl")(wrong))[0][0] == "amount"  # type: ignore[misc]  # a default of a lambda has no type


@pytest.mark.parametrize("lang", LANGS)
@given(share=st.decimals(Decimal(0), Decimal("1.5"), places=4))
def test_a_part_of_one_is_a_share(lang: Lang, share: Decimal) -> None:
    """0.25 is a quarter where the column holds parts of one; beyond one it is refused as 100% is."""
    mark = shared_words(lang)["notation.decimal_mark"]
    cell = f"{share:.4f}".replace(".", mark)
    found = outcome(lambda: reader_of(COLUMNS[2], lang, share="fraction")(cell))
    assert found == (share if share <= 1 else outcome(lambda: read_value(COLUMNS[2], "101", shared_words(lang)).value))


@given(found=st.dates(date(1990, 1, 1), date(2099, 12, 31)), mark=st.sampled_from("-/."))
def test_a_month_may_come_first(found: date, mark: str) -> None:
    """Where the column says so; a day that is written with its year first is the same in both."""
    read = reader_of(COLUMNS[6], "en", "month_first")
    assert read(f"{found.month}{mark}{found.day}{mark}{found.year}") == found
    assert read(f"{found:%m/%d/%Y} 00:00") == found
    assert read(f"{found}") == found


def test_a_default_takes_the_place_of_a_blank_cell() -> None:
    """As in a table that is typed."""
    column = whole("visits", maximum="10", default="4")
    assert [reader_of(column, "nl")(cell) for cell in ("", " ", "5")] == [4, 4, 5]


def test_a_memory_that_is_full_forgets_nothing_and_grows_no_more() -> None:
    """More different cells than are remembered, twice."""
    read = reader_of(COLUMNS[0], "nl")
    for _ in range(2):
        assert [read(str(amount)) for amount in range(12_000)] == list(range(12_000))

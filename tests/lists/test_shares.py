"""Percentages of any list: a sign is that of its cell, and nothing that can be read in two ways is read in silence."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import declaration, words_of
from calculators.lists.inspection import inspect
from calculators.lists.layout import proposed_layout
from calculators.lists.reading import listed_rows
from calculators.lists.source import pasted

FIELD = declaration("portfolio").field("customers")
WORDS = words_of("portfolio", "en")
sizes = st.decimals(0, 100, places=2) | st.decimals(0, 1, places=2)
columns = st.sampled_from(["Gross margin", "Discount", "Bonus", "Bonus %"])


@given(columns, st.lists(st.tuples(sizes, st.booleans()), min_size=1, max_size=6))
def test_a_percentage_is_what_it_says_or_is_told(heading: str, cells: list[tuple[Decimal, bool]]) -> None:
    """Cells without a sign are read alike; where they are parts of one, or can be, the other reading is told."""
    text = f"Customer\tRevenue\t{heading}\n"
    text += "".join(f"A\t1000\t{size}{'%' if is_signed else ''}\n" for size, is_signed in cells)
    source = pasted(text)
    layout = proposed_layout(FIELD, source, "en")
    (name,) = layout.shares
    values = [getattr(row, name) for row in listed_rows(FIELD, source, layout, WORDS)]
    told = [doubt.column for doubt in inspect(FIELD, source, layout, WORDS).doubts]
    bare = [size for size, is_signed in cells if not is_signed]
    scale = 1 if layout.shares[name] == "fraction" else 100
    assert values == [size / (100 if is_signed else scale) for size, is_signed in cells]
    assert told == ([name] if 0 < max(bare, default=0) <= 1 else [])
    assert scale == 100 or told

"""The demo list that the site offers, from the file to the answers: its totals were published."""

from decimal import Decimal
from pathlib import Path

from calculators.catalogue import declaration, words_of
from calculators.evaluation.question import default_value
from calculators.lists.layout import proposed_layout
from calculators.lists.reading import listed_rows
from calculators.lists.source import opened

FILE = Path(__file__).resolve().parents[2] / "docs/lists/northwind.csv"


def test_the_demo_list_adds_up_to_what_was_published() -> None:
    """Gross, discount, net, freight, and the share of the top 20% in net revenue: 18 of 89 customers have 60.1%."""
    declared = declaration("portfolio")
    field, source = declared.field("customers"), opened(lambda: FILE.open("rb"))
    rows = listed_rows(field, source, proposed_layout(field, source, "nl"), words_of("portfolio", "nl"))
    values = {asked.name: default_value(asked) for asked in declared.fields}
    result = declared.formula(**{**values, "customers": rows})
    assert (rows.rows, rows.counted, rows.faulty, rows.left_out) == (89, 89, 0, 0)
    lines = {line.line: line.amount for line in result.tables["lines"]}  # type: ignore[attr-defined]  # named tuples
    assert lines["list_revenue"] == Decimal("1354458.59")
    assert lines["discount_amount"] == Decimal("-88665.55")
    assert lines["net_revenue"] == Decimal("1265793.04")
    assert lines["shipping_costs"] == Decimal("-64942.69")
    assert lines["gross_profit"] - lines["contribution"] == Decimal("64942.69")
    assert result.answers["top_20_customers"].value == 18
    share = result.answers["top_20_revenue_share"].value
    assert isinstance(share, Decimal)
    assert round(share, 3) == Decimal("0.601")

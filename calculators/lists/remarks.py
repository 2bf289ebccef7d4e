"""What a person should check of the columns and the totals of a list, in sentences."""

from collections.abc import Iterable, Sequence

from calculators.core.fields import Field
from calculators.core.quantities import Quantity
from calculators.core.words import Words
from calculators.lists.layout import Layout, doubled_headings
from calculators.lists.reading import TotalApart
from calculators.present.sentences import sentence


def remarks(
    field: Field, layout: Layout, headings: Sequence[str], apart: Iterable[TotalApart], words: Words
) -> list[str]:
    """The headings that stand above several columns, and the totals that the rows do not add up to."""
    doubled = ", ".join(doubled_headings(layout, headings))
    told = [sentence(words["lists.doubled"], {"headings": Quantity(doubled, "text")}, words)] if doubled else []
    return told + [_of_total(field, one, words) for one in apart]


def _of_total(field: Field, one: TotalApart, words: Words) -> str:
    values = {
        "column": Quantity(words[f"columns.{field.name}.{one.column}"], "text"),
        "line": Quantity(str(one.line), "text"),
        "said": Quantity(one.said, "EUR"),
        "added": Quantity(one.added, "EUR"),
        "difference": Quantity(abs(one.said - one.added), "EUR"),
    }
    return sentence(words["lists.total_apart"], values, words)

"""Collection costs that a creditor may charge (buitengerechtelijke incassokosten, BIK)."""

from datetime import date
from decimal import Decimal
from typing import Final

from calculators.core.data_files import json_file
from calculators.core.dated_series import source_from
from calculators.core.money import to_cent
from calculators.core.sources import Source

COLLECTION_COSTS: Final = "collection_costs"  # the file in `calculators/data`


def collection_costs(principal: Decimal) -> Decimal:
    """The costs in EUR on a principal without interest: a rate by slice, at least 40 and at most 6,775.

    Source: Besluit vergoeding voor buitengerechtelijke incassokosten (BWBR0031432), `data/collection_costs.json`.
    """
    data = json_file("data", COLLECTION_COSTS)
    starts = [Decimal(row["from"]) for row in data["slices"]]
    ends = [*starts[1:], max(principal, starts[-1])]
    costs = sum(
        (max(Decimal(0), min(principal, end) - start) * Decimal(row["rate"]))
        for row, start, end in zip(data["slices"], starts, ends, strict=True)
    )
    return min(max(to_cent(Decimal(costs)), Decimal(data["minimum"])), Decimal(data["maximum"]))


def collection_costs_from() -> date:
    """The first day of default to which the scale applies."""
    return date.fromisoformat(json_file("data", COLLECTION_COSTS)["known_from"])


def collection_costs_source() -> Source:
    """The decree that the scale follows from."""
    return source_from(json_file("data", COLLECTION_COSTS)["law"])


def minimum_collection_costs() -> Decimal:
    """The costs in EUR that a business owes without a reminder (art. 6:96 lid 4 BW), and the least of the scale."""
    return Decimal(json_file("data", COLLECTION_COSTS)["minimum"])

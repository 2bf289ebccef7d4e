"""Collection costs that a creditor may charge (buitengerechtelijke incassokosten, BIK)."""

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from calculators.core.data_files import json_file
from calculators.core.dated_series import source_from
from calculators.core.money import to_cent, total
from calculators.core.sources import Source

COLLECTION_COSTS: Final = "collection_costs"  # the file in `calculators/data`


class CostSlice(NamedTuple):
    """A slice of the scale: the `part` of the principal above `start` and up to `until`, and the costs on it.

    All in EUR but `rate`, a fraction; `until` is None where the scale has no end.
    """

    start: Decimal
    until: Decimal | None
    part: Decimal
    rate: Decimal
    amount: Decimal


def cost_slices(principal: Decimal) -> list[CostSlice]:
    """The slices that a principal without interest reaches, before the least and the most of the scale.

    Full slices come to whole cents, so that rounding each amount rounds once.

    Source: Besluit vergoeding voor buitengerechtelijke incassokosten (BWBR0031432), `data/collection_costs.json`.
    """
    rows = [(Decimal(row["from"]), Decimal(row["rate"])) for row in json_file("data", COLLECTION_COSTS)["slices"]]
    ends: list[Decimal | None] = [*(start for start, _ in rows[1:]), None]
    found = []
    for (start, rate), until in zip(rows, ends, strict=True):
        if start < principal:
            part = (principal if until is None else min(principal, until)) - start
            found.append(CostSlice(to_cent(start), until and to_cent(until), to_cent(part), rate, to_cent(part * rate)))
    return found


def collection_costs(principal: Decimal) -> Decimal:
    """The costs in EUR on a principal without interest: a rate by slice, at least 40 and at most 6,775."""
    least, most = (Decimal(json_file("data", COLLECTION_COSTS)[bound]) for bound in ("minimum", "maximum"))
    return min(max(total(part.amount for part in cost_slices(principal)), least), most)


def collection_costs_from() -> date:
    """The first day of default to which the scale applies."""
    return date.fromisoformat(json_file("data", COLLECTION_COSTS)["known_from"])


def collection_costs_source() -> Source:
    """The decree that the scale follows from."""
    return source_from(json_file("data", COLLECTION_COSTS)["law"])


def minimum_collection_costs() -> Decimal:
    """The costs in EUR that a business owes without a reminder (art. 6:96 lid 4 BW), and the least of the scale."""
    return Decimal(json_file("data", COLLECTION_COSTS)["minimum"])

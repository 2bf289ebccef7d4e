"""What a formula gives back: quantities, rows, points and codes. Never a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from calculators.core.quantities import Quantity
from calculators.core.sources import Source

Coordinates = Sequence[tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything that a formula answers, by the names of its declaration.

    `headline` is the code of the sentence that is said first. Rows of a table are named tuples with the declared
    columns. `pictures` gives the points of each series; a series without points is not drawn, nor is a picture
    without series. `steps` gives the keys of the declared steps that were taken; where it is None, those of every
    answer that has a value. `notes` are codes. `sources` are those that only this case rests on, and `series` names
    the dated series that were read.
    """

    headline: str
    answers: Mapping[str, Quantity]
    tables: Mapping[str, Sequence[tuple[Any, ...]]] = field(default_factory=dict)
    pictures: Mapping[str, Mapping[str, Coordinates]] = field(default_factory=dict)
    steps: Sequence[str] | None = None
    notes: Sequence[str] = ()
    sources: Sequence[Source] = ()
    series: Sequence[str] = ()

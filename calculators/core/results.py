"""What a formula gives back: quantities, rows, points and codes. Never a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from calculators.core.quantities import Quantity
from calculators.core.sources import Source
from calculators.core.words import Lang

Coordinates = Sequence[tuple[Decimal, Decimal]]
Span = tuple[Decimal, Decimal]


class Said(NamedTuple):
    """A sentence by its code, with the figures in it that are no answers."""

    code: str
    figures: Mapping[str, Quantity] = MappingProxyType({})


class Offer(NamedTuple):
    """What a person may take over into a field: a figure with the code of a remark, or the sentence of that code."""

    code: str
    value: Quantity | None = None


class Letter(NamedTuple):
    """A text to send: paragraphs of lines, whose words stand under `letter.<code>`.

    It is in a language of its own, or else in that of the answer.
    """

    lang: Lang | None
    paragraphs: Sequence[Sequence[Said]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything that a formula answers, by the names of its declaration.

    `headline` is the code of the sentence that is said first, and `not_counted` names the answers that are left out of
    it, because nobody knows them. Rows of a table are named tuples with the declared
    columns; a cell is a value, or a quantity where its unit is not that of its column. `plots` gives the coordinates of
    each series of a plot, `bars` from where until where each bar goes; what has none is not drawn. `levels` gives what
    bars are held against. `talk` is what to say to the customer, and `offers` what a person may take over into a
    field. `steps` gives the keys of the declared steps that were taken; None means those of every
    answer that has a value. `notes` are codes. `sources` are those that only this case rests on, and
    `series` names the dated series that were read. A `letter` is a text that the answer can be sent with.
    """

    headline: str
    answers: Mapping[str, Quantity]
    tables: Mapping[str, Sequence[tuple[Any, ...]]] = field(default_factory=dict)
    plots: Mapping[str, Mapping[str, Coordinates]] = field(default_factory=dict)
    bars: Mapping[str, Mapping[str, Span]] = field(default_factory=dict)
    levels: Mapping[str, Decimal] = field(default_factory=dict)
    talk: Sequence[Said] = ()
    offers: Mapping[str, Offer] = field(default_factory=dict)
    steps: Sequence[str] | None = None
    notes: Sequence[str] = ()
    not_counted: Sequence[str] = ()
    sources: Sequence[Source] = ()
    series: Sequence[str] = ()
    letter: Letter | None = None

"""Two answers of one calculator beside each other: those of last year and of this year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from calculators.catalogue import declaration
from calculators.core.quantities import Quantity
from calculators.evaluation.records import Answer, Comparison, Figure, Input, OwnList, Rows
from calculators.evaluation.wording import comparison


@dataclass(frozen=True, slots=True)
class ComparedAnswers:
    """The inputs that differ, and every figure that is something in one of the two at least."""

    inputs: Sequence[Comparison]
    figures: Sequence[Comparison]


def compared(first: Answer, second: Answer) -> ComparedAnswers:
    """Two answers of the same calculator, in the same language, beside each other; what is only noted is left out."""
    counting = [field.name for field in declaration(first.calculator).fields if not field.noted]
    names = [name for name in counting if name in {*first.inputs, *second.inputs}]
    pairs = [_input_pair(first, second, name) for name in names]
    figures = [
        comparison(one.label, *map(_known, (one, two)))
        for one, two in zip(first.figures, second.figures, strict=True)
        if one.quantity.unit != "code" and (one.quantity.value or two.quantity.value)
    ]
    return ComparedAnswers([pair for pair in pairs if pair.before != pair.after], figures)


def _input_pair(first: Answer, second: Answer, name: str) -> Comparison:
    """A field in both answers, with the difference where it holds a figure in both."""
    one, two = (_as_figure(answer.inputs.get(name)) for answer in (first, second))
    known = one or two
    if known is None:
        raise KeyError(name)
    blank = Figure(name, known.label, Quantity(None, known.quantity.unit), first.words["frame.blank"])
    before, after = (figure if figure and figure.written else blank for figure in (one, two))
    pair = comparison(known.label, before, after)
    has_difference = all(isinstance(figure.quantity.value, Decimal | int) for figure in (before, after))
    return pair if has_difference else replace(pair, difference=None)


def _known(figure: Figure) -> Figure:
    """The figure; where nothing counts because it is not known, that is said in its place."""
    if figure.quantity.value or not figure.reason:
        return figure
    return replace(figure, quantity=Quantity(None, figure.quantity.unit), written=figure.reason)


def _as_figure(entry: Input | None) -> Figure | None:
    """An input in one line; None where the field does not count with the choices made."""
    if isinstance(entry, OwnList):
        return Figure(entry.name, entry.label, Quantity(None, "table"), entry.written)
    if not isinstance(entry, Rows):
        return entry
    rows = "; ".join(": ".join(cells) for cells in entry.written())
    return Figure(entry.name, entry.caption, Quantity(None, "table"), rows)

"""What a single figure does to the main answer: the same question, asked with a tenth less of it and a tenth more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from calculators.catalogue import declaration
from calculators.core.fields import NUMERIC, Field, typed_number
from calculators.core.words import Lang
from calculators.evaluation.evaluate import evaluate
from calculators.evaluation.question import Inputs, Question, read_inputs
from calculators.evaluation.records import Answer

LESS: Final = Decimal("0.9")
MORE: Final = Decimal("1.1")
FEWEST: Final = 3  # among fewer figures none stands out
MOST_NAMED: Final = 2
PLAIN_NOTATION: Final[Lang] = "en"


@dataclass(frozen=True, slots=True)
class Influence:
    """The main answer with a tenth less of a field and with a tenth more; None where there is no answer then.

    `reach` is how far the answer gets from what it is now, at most.
    """

    field: str
    less: Decimal | None
    more: Decimal | None
    reach: Decimal


def influences(question: Question) -> list[Influence]:
    """The influence of each figure that was asked with, greatest first.

    Left out are tables, days and codes, of which there is no tenth, and figures of zero. A whole number moves by whole
    steps, and not at all where a tenth of it is less than half.
    """
    now = _main(question)
    if now is None:
        return []
    found = []
    for name, texts in _shifted(read_inputs(declaration(question.calculator), question)):
        less, more = (_main(_with_text(question, name, text)) for text in texts)
        reach = max((abs(main - now) for main in (less, more) if main is not None), default=Decimal(0))
        found.append(Influence(name, less, more, reach))
    return sorted(found, key=lambda influence: -influence.reach)


def heaviest_fields(question: Question) -> frozenset[str]:
    """The names of the one or two fields that the main answer hangs on most; none where none stands out."""
    found = influences(question)
    if len(found) < FEWEST:
        return frozenset()
    named, rest = found[:MOST_NAMED], found[MOST_NAMED:]
    return frozenset(influence.field for influence in named if influence.reach > rest[0].reach)


def _shifted(inputs: Inputs) -> Iterator[tuple[str, tuple[str, str]]]:
    """The fields that have a tenth, with the texts of less and of more."""
    for field in inputs.declared.fields:
        value = inputs.values[field.name]
        if field.name in inputs.used and field.kind in NUMERIC and isinstance(value, Decimal | int) and value:
            yield field.name, (_text(field, value * LESS), _text(field, value * MORE))


def _text(field: Field, value: Decimal) -> str:
    """The value in plain notation."""
    number = typed_number(field, value)
    return f"{number.to_integral_value() if field.kind == 'whole' else number:f}"


def _with_text(question: Question, name: str, text: str) -> Question:
    """The same question with another text in one field."""
    written_in: Mapping[str, Lang] = {**question.written_in, name: PLAIN_NOTATION}
    return replace(question, texts={**question.texts, name: text}, written_in=written_in)


def _main(question: Question) -> Decimal | None:
    """The main answer as a number, where there is one."""
    found = evaluate(question)
    value = found.main.quantity.value if isinstance(found, Answer) else None
    return Decimal(value) if isinstance(value, Decimal | int) else None

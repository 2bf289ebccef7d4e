"""A row of an answer as the figures of another calculator, typed."""

from calculators.catalogue import declaration, words_of
from calculators.evaluation.question import Question, read_inputs
from calculators.evaluation.records import Answer
from calculators.evaluation.wording_of_inputs import typed_input
from calculators.present.tables import TypedRows


def opened_row(question: Question, answer: Answer, place: int) -> tuple[str, dict[str, str | TypedRows]]:
    """The calculator that the row at this place, from 0, opens in, and the texts of its fields in the same language.

    Raises:
        KeyError: rows of this calculator open nowhere.
    """
    opening = answer.declared.opening
    if opening is None:
        raise KeyError(answer.calculator)
    rows = next(table.values for table in answer.tables if table.name == opening.table)
    values = opening.figures(rows, place, **read_inputs(answer.declared, question).computing())
    other, words = declaration(opening.calculator), words_of(opening.calculator, question.lang)
    return other.name, {name: typed_input(other.field(name), value, words) for name, value in values.items()}

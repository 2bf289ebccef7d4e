"""What is wrong with the input, as an error summary and as messages beside the fields."""

from collections.abc import Sequence

from calculators.core.words import Words
from calculators.evaluation.records import Fault
from calculators.present.sentences import filled, inside_sentence
from calculators.writers.html.markup import Html, element, identifier


def placed_message(fault: Fault, words: Words) -> str:
    """What is wrong, with row and column in words where it is in a table."""
    if fault.row is None:
        return fault.message
    parts = {"row": str(fault.row + 1), "message": fault.message, "column": inside_sentence(fault.column_label)}
    return filled(words["frame.cell" if fault.column_label else "frame.row"], parts.__getitem__)


def target_of(fault: Fault, calculator: str) -> str:
    """The id of the input that a fault is about."""
    place = (fault.row or 0, fault.column or 0) if fault.is_table else ()
    return identifier(calculator, fault.field, *place)


def error_summary(faults: Sequence[Fault], calculator: str, words: Words) -> Html:
    """All faults in a list, each a link to its field."""
    entries = (
        element(
            "li",
            {"data-field": fault.field},
            element(
                "a", {"href": f"#{target_of(fault, calculator)}"}, f"{fault.label}: {placed_message(fault, words)}"
            ),
        )
        for fault in faults
    )
    return element("div", {}, element("h3", {}, words["frame.check_fields"]), element("ul", {}, *entries))

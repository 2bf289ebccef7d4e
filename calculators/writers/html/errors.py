"""What is wrong with the input, as an error summary and as messages beside the fields."""

from collections.abc import Sequence

from calculators.core.words import Words
from calculators.evaluation.records import Fault
from calculators.writers.html.markup import Html, element, identifier


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
            element("a", {"href": f"#{target_of(fault, calculator)}"}, f"{fault.label}: {fault.placed}"),
        )
        for fault in faults
    )
    return element("div", {}, element("h3", {}, words["frame.check_fields"]), element("ul", {}, *entries))

"""What other calculators are opened with that look closer at the figures of an answer."""

from typing import Any

from calculators.core.fields import Closer
from calculators.evaluation.records import Answer, OwnList, Rows
from calculators.evaluation.wording_of_inputs import typed_input
from calculators.present.values import typed_value


def closers(answer: Answer) -> dict[str, dict[str, Any]]:
    """For each calculator that looks closer: the `values` of its fields, as typed, and which it `takes` back.

    `takes` names the field here for each of its fields that comes from one.
    """
    found = (group.closer for group in answer.declared.groups if group.closer)
    return {closer.calculator: _opening(closer, answer) for closer in found}


def _opening(closer: Closer, answer: Answer) -> dict[str, Any]:
    texts = {theirs: _text(here, answer) for theirs, here in closer.figures.items()}
    return {
        "values": {name: text for name, text in texts.items() if text},
        "takes": {theirs: here for theirs, here in closer.figures.items() if here in answer.inputs},
    }


def _text(name: str, answer: Answer) -> str | list[list[str]]:
    """A figure or a table as a person would type it; nothing where there is none."""
    entry = answer.inputs.get(name) or next((figure for figure in answer.figures if figure.name == name), None)
    if isinstance(entry, OwnList):
        return ""
    if isinstance(entry, Rows):
        return typed_input(answer.declared.field(name), tuple(entry.values), answer.words)
    value = entry.quantity.value if entry else None
    return "" if value is None or entry is None else typed_value(value, entry.quantity.unit, answer.words)

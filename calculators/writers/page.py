"""An answer as the parts of a page that change: what the browser puts in."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from calculators.evaluation.ordering import TableView
from calculators.evaluation.records import Answer, Figure, Note, Offered, Refusal
from calculators.present.sentences import filled
from calculators.present.values import typed_value
from calculators.writers.closers import closers
from calculators.writers.html.answer import answer_details, answer_figures, answer_head, answer_line, answer_pictures
from calculators.writers.html.errors import error_summary, target_of


def page_parts(found: Answer | Refusal, views: Mapping[str, TableView]) -> dict[str, Any]:
    """The parts: see `calculators.door`. `views` says what of a table's rows is shown."""
    parts: dict[str, Any] = {
        "notes": [_note(note, found) for note in found.readings],
        "texts": dict(found.retyped),
        "tried": {name: asdict(tried) for name, tried in found.tried.items()},
    }
    if isinstance(found, Refusal):
        errors = [
            {
                "field": fault.field,
                "label": fault.label,
                "code": fault.code,
                "message": fault.placed,
                "row": fault.row,
                "column": fault.column,
                "target": target_of(fault, found.calculator),
            }
            for fault in found.faults
        ]
        return parts | {"errors": errors, "summary": error_summary(found.faults, found.calculator, found.words)}
    return parts | {
        "head": answer_head(found),
        "line": answer_line(found),
        "pictures": answer_pictures(found),
        "figures": answer_figures(found),
        "details": answer_details(found, views),
        "offers": [_offer(offer, found) for offer in found.offers],
        "closers": closers(found),
        "status": found.headline,
        "main": {
            "name": found.main.name,
            "text": _typed_figure(found.main, found),
            "told": f"{found.main.label}: {found.main.written}",
        },
    }


def _offer(offer: Offered, answer: Answer) -> dict[str, Any]:
    """What may be taken over, with the words of the button that does."""
    return {
        **asdict(offer),
        "button": answer.words["readings.take_sentence" if offer.remark is None else "readings.take"],
    }


def _typed_figure(figure: Figure, answer: Answer) -> str | None:
    """A figure as a person would type it, to carry it into another calculator; None where it has no value."""
    value = figure.quantity.value
    return None if value is None else typed_value(value, figure.quantity.unit, answer.words)


def _note(note: Note, found: Answer | Refusal) -> dict[str, Any]:
    """A note with the words of the button for the other reading, where there is one."""
    button = filled(found.words["readings.other"], lambda _: note.other or "") if note.other else None
    return {**asdict(note), "button": button}

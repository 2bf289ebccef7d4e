"""What the browser's worker asks: text in, and the parts of the page that change out."""

import json
from typing import Any

from calculators.bridge import reading_notes, retyped
from calculators.core.text import Lang
from calculators.evaluation import Outcome, evaluate
from calculators.html import words
from calculators.html.answer import answer_details, answer_headline
from calculators.html.errors import error_summary, placed_message
from calculators.present.sentences import filled, sentence


def respond(request: str) -> str:
    """The response, as JSON text, to `{"calculator", "lang", "written_in", "values"}`.

    `values` are texts as typed in the language `written_in`; the response is in `lang`:
    `headline` and `details` of the answer as HTML and `status` in words, or `summary` as HTML and `errors`;
    `notes` about how text was read; and, where the languages differ, `texts` as typed in `lang`.

    Raises:
        KeyError: there is no calculator of that name.
    """
    asked = json.loads(request)
    lang: Lang = asked["lang"]
    outcome = evaluate(asked["calculator"], asked["values"], asked["written_in"])
    response: dict[str, Any] = {"notes": [_note(note, lang) for note in reading_notes(outcome, lang)]}
    if asked["written_in"] != lang:
        response["texts"] = retyped(outcome, asked["values"], lang)
    return json.dumps(response | _answer_or_errors(outcome, lang), ensure_ascii=False)


def _answer_or_errors(outcome: Outcome, lang: Lang) -> dict[str, Any]:
    if outcome.result is None:
        errors = [placed_message(problem, outcome.calculator, lang) for problem in outcome.problems]
        return {"errors": errors, "summary": error_summary(errors, lang)}
    return {
        "headline": answer_headline(outcome, lang),
        "details": answer_details(outcome, lang),
        "status": sentence(outcome.result.headline, outcome.quantities(), lang),
    }


def _note(note: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """A note with the words of the button for the other reading, where there is one."""
    other = note.get("other")
    return note | {"button": filled(words.OTHER_READING[lang], lambda _: other) if other else None}

"""The one function that the browser, the tests inside Pyodide and the golden tests ask."""

import json
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from calculators.catalogue import declaration, words_of
from calculators.core.problems import CalculatorError
from calculators.evaluation import Answer, Question, Refusal, evaluate
from calculators.evaluation.comparing import compared
from calculators.evaluation.printed_answer import DOCUMENT, texts_in
from calculators.evaluation.weights import worded_weights
from calculators.evaluation.wording_of_inputs import worded_fault, worded_heading
from calculators.present.csv_rows import rows_from_csv
from calculators.present.days import UnreadableDayError, read_day, typed_day
from calculators.present.sentences import sentence
from calculators.present.tables import MOST_TOLD
from calculators.writers.contract import contract
from calculators.writers.html.comparing import comparison_html
from calculators.writers.html.weights import weights_html
from calculators.writers.page import page_parts


def respond(request: str, tick: Callable[[int, int], None] | None = None) -> str:  # noqa: ARG001 (for lists, in issue 9)
    """The response, as JSON text, to a question as JSON text; `tick` hears how much is done, and of how much.

    The question: `calculator`; `lang` of the answer; `values`, texts by field as people type them, a table as text or
    as rows of cells; and, where needed, `written_in` (the language of fields written in another than `lang`), `today`
    (an ISO day, for rates that are about to end), `pages` (the page of rows of a large table, from 1) and `writers`.

    The response holds what each of the `writers` wrote:

    - `page`, the default: `notes` on how fields were read, `texts` of `written_in` as typed in `lang`, what is one step
      away in the fields that are `tried` in steps, and either `head`, `line`, `pictures`, `figures` and `details` of
      the answer as HTML, `status` in words and the `main` figure with its text to type; or `errors` by field and their
      `summary` as HTML;
    - `contract`: the object that the command line prints with `--json`;
    - `weights`: a picture of what a tenth of each figure does to the main answer, as HTML;
    - `workbook`: the answer as a file, its `type` and its content in `base64`. It needs XlsxWriter.

    A question with `csv` (a `field` and the `text` of a file or of a pasted part of a spreadsheet) instead of `values`
    asks for the `rows` in it, with a `note` where a heading was left out, or a `fault` where it is too large. One with
    a `day`, as people type it, asks for its `iso` form and how it is `typed`; both are null where it is no day.

    A question with a `document`, the text of an answer that was printed as JSON, asks for the `texts` of all fields as
    typed in `lang`, or a `fault` in words. One with `compare`, twice a `name` with `lang`, `values` and `written_in`,
    asks for both answers beside each other as HTML in `comparison`; or the names of those that are `refused`.

    Raises:
        KeyError: there is no calculator, language, writer or field of that name.
        TypeError: a value is neither a text nor rows of texts. No page asks so.
    """
    asked: dict[str, Any] = json.loads(request)
    replies = {"csv": _rows, "day": _day, "document": _document, "compare": _comparison}
    reply = next((reply for kind, reply in replies.items() if kind in asked), _answer)
    return json.dumps(reply(asked), ensure_ascii=False)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    """What the writers that were asked for wrote."""
    writers, pages = asked.pop("writers", ["page"]), asked.pop("pages", {})
    text = json.dumps(asked)
    found = _found(text)
    written: dict[str, Callable[[], Any]] = {
        "page": lambda: page_parts(found, pages),
        "contract": lambda: contract(found),
        "weights": lambda: _weights(_question(json.loads(text)), found),
        "workbook": lambda: _workbook(found),
    }
    return {writer: written[writer]() for writer in writers}


def _weights(question: Question, found: Answer | Refusal) -> str | None:
    """The picture of what each figure does to the main answer, as HTML; null without an answer."""
    return None if isinstance(found, Refusal) else weights_html(worded_weights(question, found), found)


def _workbook(found: Answer | Refusal) -> dict[str, str] | None:
    """The workbook of an answer, as a file in base64; null without an answer."""
    if isinstance(found, Refusal):
        return None
    from calculators.writers.workbook import TYPE, workbook  # noqa: PLC0415 - its library is only there where it is asked

    return {"type": TYPE, "base64": b64encode(workbook(found)).decode()}


@lru_cache(maxsize=1)
def _found(question: str) -> Answer | Refusal:
    """The last answer, kept for the next page of its rows."""
    return evaluate(_question(json.loads(question)))


def _question(asked: dict[str, Any]) -> Question:
    """What is asked about figures.

    Raises:
        TypeError: a value is neither a text nor rows of texts.
    """
    today = asked.get("today")
    for value in asked["values"].values():
        if not isinstance(value, str) and not all(isinstance(cell, str) for row in value for cell in row):
            raise TypeError(value)
    return Question(
        asked["calculator"],
        asked["values"],
        asked["lang"],
        asked.get("written_in", {}),
        date.fromisoformat(today) if today else None,
    )


def _rows(asked: dict[str, Any]) -> dict[str, Any]:
    """The rows of a CSV text, without blank ones."""
    words = words_of(asked["calculator"], asked["lang"])
    field = declaration(asked["calculator"]).field(asked["csv"]["field"])
    try:
        found = rows_from_csv(field, asked["csv"]["text"])
    except CalculatorError as error:
        return {"fault": sentence(words[f"problems.{error.problems[0].code}"], error.problems[0].values, words)}
    return {"rows": [row for row in found.rows if any(row)], "note": worded_heading(found.heading, words)}


def _day(asked: dict[str, Any]) -> dict[str, str | None]:
    """A day that was typed, in the two forms that a calendar needs."""
    words = words_of(asked["calculator"], asked["lang"])
    try:
        day = read_day(asked["day"], words).value
    except UnreadableDayError:
        return {"iso": None, "typed": None}
    return {"iso": day.isoformat(), "typed": typed_day(day, words)}


def _document(asked: dict[str, Any]) -> dict[str, Any]:
    """The texts in a document."""
    declared, words = declaration(asked["calculator"]), words_of(asked["calculator"], asked["lang"])
    try:
        return {"texts": texts_in(declared, asked["document"], asked["lang"])}
    except CalculatorError as error:
        faults = [worded_fault(problem, declared, words) for problem in error.problems[:MOST_TOLD]]
        told = [fault.placed if fault.field == DOCUMENT else f"{fault.label}: {fault.placed}" for fault in faults]
        return {"fault": " ".join(told)}


def _comparison(asked: dict[str, Any]) -> dict[str, Any]:
    """Two answers beside each other."""
    names = [one["name"] for one in asked["compare"]]
    found = [evaluate(_question({**asked, **_written_as(one)})) for one in asked["compare"]]
    answers = [answer for answer in found if isinstance(answer, Answer)]
    if len(answers) < len(found):
        return {"refused": [name for name, answer in zip(names, found, strict=True) if isinstance(answer, Refusal)]}
    return {"comparison": comparison_html(names, answers, compared(*answers))}


def _written_as(one: dict[str, Any]) -> dict[str, Any]:
    """The texts of one of two, each with the language that it is written in."""
    return {"values": one["values"], "written_in": dict.fromkeys(one["values"], one["lang"]) | one["written_in"]}

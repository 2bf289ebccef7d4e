"""The one function that the browser, the tests inside Pyodide and the golden tests ask."""

import json
from datetime import date
from functools import lru_cache
from typing import Any

from calculators.catalogue import declaration, words_of
from calculators.core.problems import CalculatorError
from calculators.evaluation import Answer, Question, Refusal, evaluate
from calculators.evaluation.wording_of_inputs import worded_heading
from calculators.present.csv_rows import rows_from_csv
from calculators.present.days import UnreadableDayError, read_day, typed_day
from calculators.present.sentences import sentence
from calculators.writers.contract import contract
from calculators.writers.page import page_parts


def respond(request: str) -> str:
    """The response, as JSON text, to a question as JSON text.

    The question: `calculator`; `lang` of the answer; `values`, texts by field as people type them, a table as text or
    as rows of cells; and, where needed, `written_in` (the language of fields written in another than `lang`), `today`
    (an ISO day, for rates that are about to end), `pages` (the page of rows of a large table, from 1) and `writers`.

    The response holds what each of the `writers` wrote:

    - `page`, the default: `notes` on how fields were read, `texts` of `written_in` as typed in `lang`, what is one step
      away in the fields that are `tried` in steps, and either `head`, `line`, `pictures`, `figures` and `details` of
      the answer as HTML, `status` in words and the `main` figure with its text to type; or `errors` by field and their
      `summary` as HTML;
    - `contract`: the object that the command line prints with `--json`.

    A question with `csv` (a `field` and the `text` of a file or of a pasted part of a spreadsheet) instead of `values`
    asks for the `rows` in it, with a `note` where a heading was left out, or a `fault` where it is too large. One with
    a `day`, as people type it, asks for its `iso` form and how it is `typed`; both are null where it is no day.

    Raises:
        KeyError: there is no calculator, language, writer or field of that name.
        TypeError: a value is neither a text nor rows of texts. No page asks so.
    """
    asked: dict[str, Any] = json.loads(request)
    reply = _rows if "csv" in asked else _day if "day" in asked else _answer
    return json.dumps(reply(asked), ensure_ascii=False)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    """What the writers that were asked for wrote."""
    writers, pages = asked.pop("writers", ["page"]), asked.pop("pages", {})
    found = _found(json.dumps(asked))
    written = {"page": lambda: page_parts(found, pages), "contract": lambda: contract(found)}
    return {writer: written[writer]() for writer in writers}


@lru_cache(maxsize=1)
def _found(question: str) -> Answer | Refusal:
    """The last answer, kept for the next page of its rows."""
    asked: dict[str, Any] = json.loads(question)
    today = asked.get("today")
    for value in asked["values"].values():
        if not isinstance(value, str) and not all(isinstance(cell, str) for row in value for cell in row):
            raise TypeError(value)
    return evaluate(
        Question(
            asked["calculator"],
            asked["values"],
            asked["lang"],
            asked.get("written_in", {}),
            date.fromisoformat(today) if today else None,
        )
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

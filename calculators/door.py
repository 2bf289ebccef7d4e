"""The one function that the browser, the tests inside Pyodide and the golden tests ask."""

import json
from datetime import date
from typing import Any

from calculators.evaluation import Question, evaluate
from calculators.writers.contract import contract
from calculators.writers.page import page_parts


def respond(request: str) -> str:
    """The response, as JSON text, to a question as JSON text.

    The question: `calculator`; `lang` of the answer; `values`, texts by field as people type them, a table as text or
    as rows of cells; and, where needed, `written_in` (the language of fields written in another than `lang`), `today`
    (an ISO day, for rates that are about to end), `pages` (the page of rows of a large table, from 1) and `writers`.

    The response holds what each of the `writers` wrote:

    - `page`, the default: `notes` on how fields were read, `texts` of `written_in` as typed in `lang`, and either
      `head` and `details` of the answer as HTML, `status` in words and the `main` figure with its text to type; or
      `errors` by field and their `summary` as HTML;
    - `contract`: the object that the command line prints with `--json`.

    Raises:
        KeyError: there is no calculator of that name.
    """
    asked: dict[str, Any] = json.loads(request)
    today = asked.get("today")
    found = evaluate(
        Question(
            asked["calculator"],
            asked["values"],
            asked["lang"],
            asked.get("written_in", {}),
            date.fromisoformat(today) if today else None,
        )
    )
    writers = asked.get("writers", ["page"])
    response: dict[str, Any] = {}
    if "page" in writers:
        response["page"] = page_parts(found, asked.get("pages", {}))
    if "contract" in writers:
        response["contract"] = contract(found)
    return json.dumps(response, ensure_ascii=False)

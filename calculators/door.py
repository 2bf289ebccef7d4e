"""The one function that the browser, the tests inside Pyodide and the golden tests ask."""

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from calculators.catalogue import declaration, words_of
from calculators.core.problems import CalculatorError
from calculators.evaluation import Answer, Question, Refusal, evaluate
from calculators.evaluation.comparing import compared
from calculators.evaluation.opening import opened_row
from calculators.evaluation.ordering import TableView, view_from
from calculators.evaluation.printed_answer import DOCUMENT, texts_in
from calculators.evaluation.records import Rows
from calculators.evaluation.weights import worded_weights
from calculators.evaluation.wording_of_inputs import worded_fault, worded_heading
from calculators.list_questions import FILES, inspection, lists_in
from calculators.lists.reading import Tick
from calculators.present.csv_rows import rows_from_csv
from calculators.present.days import UnreadableDayError, read_day, typed_day
from calculators.present.sentences import sentence
from calculators.present.tables import MOST_TOLD
from calculators.writers.contract import contract
from calculators.writers.html.comparing import comparison_html
from calculators.writers.html.list_table import table_html
from calculators.writers.html.weights import weights_html
from calculators.writers.page import page_parts
from calculators.writers.separated import separated


def take_file(name: str, content: bytes) -> None:
    """Keep a file for questions that name it, in the place of another one of that name."""
    LAST.forget(name)
    FILES.take(name, content)


def drop_file(name: str) -> None:
    """Forget a file, where there is one."""
    LAST.forget(name)
    FILES.drop(name)


def respond(request: str, tick: Tick | None = None) -> str:
    """The response, as JSON text, to a question as JSON text; `tick` hears how much is done, and of how much.

    The question: `calculator`; `lang` of the answer; `values`, texts by field as people type them, a table as text or
    as rows of cells; and, where needed, `written_in` (the language of fields written in another than `lang`), `today`
    (an ISO day, for rates that are about to end), `views` (by table, what of its rows is looked at, see `TableView`)
    and `writers`. In the place of a table, a value may name a file that `take_file` got, see `lists_in`.

    The response holds what each of the `writers` wrote:

    - `page`, the default: `notes` on how fields were read, `texts` of `written_in` as typed in `lang`, what is one step
      away in the fields that are `tried` in steps, and either `head`, `line`, `pictures`, `figures` and `details` of
      the answer as HTML, `status` in words and the `main` figure, as typed and as told; or `errors` by field and their
      `summary` as HTML;
    - `contract`: the object that the command line prints with `--json`;
    - `weights`: a picture of what a tenth of each figure does to the main answer, as HTML;
    - `workbook`: the answer as a file, its `name`, `type` and its content in `base64`. It needs XlsxWriter;
    - `separated`: likewise the table that `table` names, as separated text;
    - `rows`: that table alone, as HTML;
    - `opening`: the `calculator` that row number `row`, from 0, of a table opens in, and the `texts` of its fields.

    A question with `csv` (a `field` and the `text` of a file or of a pasted part of a spreadsheet) instead of `values`
    asks for the `rows` in it, with a `note` where a heading was left out, or a `fault` where it is too large. One with
    a `day`, as people type it, asks for its `iso` form and how it is `typed`; both are null where it is no day.

    A question with a `document`, the text of an answer that was printed as JSON, asks for the `texts` of all fields as
    typed in `lang`, or a `fault` in words. One with `compare`, twice a `name` with `lang`, `values` and `written_in`,
    asks for both answers beside each other as HTML in `comparison`; or the names of those that are `refused`. One with
    `inspect` asks how a file is read as a list, see `inspection`.

    Raises:
        KeyError: there is no calculator, language, writer or field of that name.
        TypeError: a value is neither a text nor rows of texts. No page asks so.
    """
    asked: dict[str, Any] = json.loads(request)
    replies = {"csv": _rows, "day": _day, "document": _document, "compare": _comparison}
    reply = next((reply for kind, reply in replies.items() if kind in asked), None)
    if reply:
        response = reply(asked)
    elif "inspect" in asked:
        response = inspection(asked, tick)
    else:
        response = _answer(asked, tick)
    return json.dumps(response, ensure_ascii=False)


def _answer(asked: dict[str, Any], tick: Tick | None) -> dict[str, Any]:
    """What the writers that were asked for wrote."""
    writers, table, row = asked.pop("writers", ["page"]), asked.pop("table", ""), asked.pop("row", 0)
    views = {name: view_from(view) for name, view in asked.pop("views", {}).items()}
    found = LAST.answer(json.dumps(asked), tick)
    written: dict[str, Callable[[], Any]] = {
        "page": lambda: page_parts(found, views),
        "contract": lambda: contract(found),
        "weights": lambda: _weights(_question(asked, tick), found),
        "workbook": lambda: _workbook(found),
        "separated": lambda: _separated(found, table),
        "rows": lambda: _table(found, table, views),
        "opening": lambda: _opening(_question(asked, tick), found, row),
    }
    return {writer: written[writer]() for writer in writers}


class LastAnswer:
    """The last answer, kept for what else is asked about it."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        self._asked = ""
        self._found: Answer | Refusal | None = None
        self._files: set[str] = set()

    def answer(self, asked: str, tick: Tick | None) -> Answer | Refusal:
        """The answer to a question as JSON text."""
        if self._found is None or asked != self._asked:
            self._found = None  # a large one leaves room for the next
            question = json.loads(asked)
            found = evaluate(_question(question, tick))
            self._asked, self._found = asked, found
            self._files = {value["file"] for value in question.get("values", {}).values() if isinstance(value, dict)}
            return found
        return self._found

    def forget(self, file: str) -> None:
        """Let go of an answer to this file: another one can come under its name."""
        if file in self._files:
            self._found = None


LAST: Final = LastAnswer()


def _weights(question: Question, found: Answer | Refusal) -> str | None:
    """The picture of what each figure does to the main answer, as HTML; null without an answer."""
    return None if isinstance(found, Refusal) else weights_html(worded_weights(question, found), found)


def _workbook(found: Answer | Refusal) -> dict[str, str] | None:
    """The workbook of an answer, as a file in base64; null without an answer."""
    if isinstance(found, Refusal):
        return None
    from calculators.writers.workbook import TYPE, workbook  # noqa: PLC0415 - its library is only there where it is asked

    return {"name": f"{found.calculator}.xlsx", "type": TYPE, "base64": b64encode(workbook(found)).decode()}


def _table_of(answer: Answer, name: str) -> Rows:
    return next(table for table in answer.tables if table.name == name)


def _separated(found: Answer | Refusal, table: str) -> dict[str, str] | None:
    """A table of an answer, as a file in base64; null without an answer."""
    if isinstance(found, Refusal):
        return None
    content = "".join(separated(_table_of(found, table))).encode()
    return {"name": f"{found.calculator}-{table}.csv", "type": "text/csv", "base64": b64encode(content).decode()}


def _table(found: Answer | Refusal, table: str, views: Mapping[str, TableView]) -> str | None:
    """A table of an answer as it is looked at; null without an answer."""
    if isinstance(found, Refusal):
        return None
    return table_html(found, _table_of(found, table), views.get(table, TableView()))


def _opening(question: Question, found: Answer | Refusal, row: int) -> dict[str, Any] | None:
    """A row as the figures of another calculator; null without an answer."""
    if isinstance(found, Refusal):
        return None
    calculator, texts = opened_row(question, found, row)
    return {"calculator": calculator, "texts": texts}


def _question(asked: dict[str, Any], tick: Tick | None = None) -> Question:
    """What is asked about figures.

    Raises:
        CalculatorError: a list cannot be read as it says.
        TypeError: a value is neither a text, nor rows of texts, nor a list.
    """
    today = asked.get("today")
    lists = lists_in(asked, tick)
    texts = {name: value for name, value in asked["values"].items() if name not in lists}
    for value in texts.values():
        if not isinstance(value, str) and not all(isinstance(cell, str) for row in value for cell in row):
            raise TypeError(value)
    return Question(
        asked["calculator"],
        texts,
        asked["lang"],
        {name: lang for name, lang in asked.get("written_in", {}).items() if name in texts},
        date.fromisoformat(today) if today else None,
        lists,
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

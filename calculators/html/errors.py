"""What is wrong with the input, as an error summary and as messages beside the fields."""

from typing import Any

from calculators.bridge import error_message
from calculators.core.errors import Problem
from calculators.core.fields import Calculator, Field
from calculators.core.text import Lang
from calculators.html import words
from calculators.html.markup import Html, element, identifier
from calculators.present.sentences import filled


def placed_message(problem: Problem, declared: Calculator, lang: Lang) -> dict[str, Any]:
    """A problem with the id of the input it is about; one in a table says its row and column in words."""
    message = error_message(problem, lang)
    field = next((field for field in declared.fields if field.name == problem.field), None)
    target = identifier(declared.name, problem.field)
    if field and field.kind == "table":
        target = identifier(declared.name, problem.field, problem.row or 0, problem.column or 0)
        message["message"] = _in_table(problem, field, message["message"], lang)
    return message | {"target": target, "label": field.label[lang] if field else problem.field}


def _in_table(problem: Problem, field: Field, message: str, lang: Lang) -> str:
    if problem.row is None:
        return message
    words_by_name = {"row": str(problem.row + 1), "message": message, "column": ""}
    if problem.column is None:
        return filled(words.WHOLE_ROW[lang], words_by_name.__getitem__)
    words_by_name["column"] = field.columns[problem.column].label[lang].lower()
    return filled(words.ROW_AND_COLUMN[lang], words_by_name.__getitem__)


def error_summary(messages: list[dict[str, Any]], lang: Lang) -> Html:
    """All messages in a list, each a link to its field."""
    entries = (
        element("li", {}, element("a", {"href": f"#{message['target']}"}, f"{message['label']}: {message['message']}"))
        for message in messages
    )
    return element("div", {}, element("h3", {}, words.ERROR_SUMMARY[lang]), element("ul", {}, *entries))

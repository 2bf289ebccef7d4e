"""The answer in HTML: the first answer large, and every other figure, pictures, steps and sources."""

from datetime import date
from typing import Final

from calculators.bridge import written_step
from calculators.core.fields import Output, Table
from calculators.core.results import Cell, Quantity, Result, Row, Source, Tone
from calculators.core.text import Lang
from calculators.evaluation import Outcome
from calculators.html import words
from calculators.html.markup import Html, element, identifier, joined
from calculators.html.picture import picture
from calculators.present.days import written_day
from calculators.present.sentences import filled, sentence
from calculators.present.values import written

# A shape beside the words of a verdict, so that it never hangs on colour alone.
TONE_SIGNS: Final[dict[Tone, str]] = {"good": "✓", "caution": "!", "bad": "✕", "neutral": "="}
TEXT_UNITS: Final = ("text", "code")


def answer_headline(outcome: Outcome, lang: Lang) -> Html:
    """The first answer, large, with the verdict in words, of an outcome that has a result."""
    result = _result(outcome)
    first = _first(outcome)
    quantity = result.answers[first.name]
    return element(
        "div",
        {"class": "answer-head", "data-tone": result.tone},
        element("p", {"class": "answer-label"}, first.label[lang]),
        element("output", {"class": "answer-value"}, written(quantity, lang, first.choices)),
        element(
            "p",
            {"class": "answer-headline"},
            element("span", {"class": "answer-sign", "aria-hidden": "true"}, TONE_SIGNS[result.tone]),
            element("span", {}, sentence(result.headline, outcome.quantities(), lang)),
        ),
        *_reason(quantity, lang),
    )


def answer_details(outcome: Outcome, lang: Lang) -> Html:
    """Everything but the first answer, of an outcome that has a result."""
    result = _result(outcome)
    declared = outcome.calculator
    others = [output for output in declared.answers if output is not _first(outcome) and output.name != "verdict"]
    return joined(
        *(element("p", {"class": "answer-note"}, note[lang]) for note in result.notes),
        element("h3", {"class": "answer-subtitle"}, words.ALL_ANSWERS[lang]),
        element(
            "dl", {"class": "answer-list"}, *(_entry(output, result.answers[output.name], lang) for output in others)
        ),
        *(picture(drawn, outcome, lang) for drawn in result.pictures),
        *(_table(table, result.tables[table.name], lang) for table in declared.tables if result.tables[table.name]),
        _steps(outcome, result, lang),
        _sources(result.sources, lang),
    )


def _result(outcome: Outcome) -> Result:
    if outcome.result is None:
        message = "only an outcome with a result has an answer card"
        raise ValueError(message)
    return outcome.result


def _first(outcome: Outcome) -> Output:
    declared = outcome.calculator
    return next(output for output in declared.answers if output.name == declared.headline)


def _reason(quantity: Quantity, lang: Lang) -> list[Html]:
    return [element("p", {"class": "answer-reason"}, quantity.reason[lang])] if quantity.reason else []


def _entry(output: Output, quantity: Quantity, lang: Lang) -> Html:
    """A label with its figure, and the reason where there is none."""
    return element(
        "div",
        {"class": "answer-entry"},
        element("dt", {}, output.label[lang]),
        element(
            "dd",
            {"data-answer": output.name},
            element(
                "span",
                {"class": "figure" if quantity.value is not None else "answer-undefined"},
                written(quantity, lang, output.choices),
            ),
            *_reason(quantity, lang),
        ),
    )


def _table(table: Table, rows: tuple[Row, ...], lang: Lang) -> Html:
    """A table of the answer; it scrolls sideways by itself where a screen is too narrow."""
    head = (
        element("th", {"scope": "col", "class": _cell_class(column)}, column.label[lang]) for column in table.columns
    )
    body = (
        element("tr", {}, *(_cell(column, cell, lang) for column, cell in zip(table.columns, row, strict=True)))
        for row in rows
    )
    caption = element("caption", {}, table.label[lang])
    return element(
        "div",
        {"class": "answer-table", "tabindex": "0", "role": "region", "aria-label": table.label[lang]},
        element("table", {}, caption, element("thead", {}, element("tr", {}, *head)), element("tbody", {}, *body)),
    )


def _cell_class(column: Output) -> str | None:
    return None if column.unit in TEXT_UNITS else "figure"


def _cell(column: Output, cell: Cell, lang: Lang) -> Html:
    text = "" if cell is None else written(Quantity(cell, column.unit), lang, column.choices)
    return element("td", {"class": _cell_class(column)}, text)


def _steps(outcome: Outcome, result: Result, lang: Lang) -> Html:
    """Every formula in words and with the person's numbers, folded."""
    steps = (written_step(step, outcome, lang) for step in result.steps)
    entries = (
        element(
            "li",
            {"class": "step"},
            element("p", {"class": "step-label"}, step["label"]),
            element("p", {"class": "step-words"}, f"= {step['formula']}") if step["formula"] else "",
            element(
                "p",
                {"class": "step-figures"},
                f"= {step['filled']} = " if step["filled"] else "= ",
                element("strong", {}, step["value"]),
            ),
            *(element("p", {"class": "step-note"}, step[key]) for key in ("note", "source") if step[key]),
        )
        for step in steps
    )
    return element(
        "details",
        {"class": "answer-steps", "id": identifier(outcome.calculator.name, "steps")},
        element("summary", {}, words.HOW_COMPUTED[lang]),
        element("ol", {}, *entries),
    )


def _sources(sources: tuple[Source, ...], lang: Lang) -> Html:
    return element(
        "div",
        {"class": "answer-sources"},
        element("p", {"class": "answer-subtitle"}, words.SOURCES[lang]),
        element("ul", {}, *(element("li", {}, _source(source, lang)) for source in sources)),
    )


def _source(source: Source, lang: Lang) -> Html:
    """A source with its address, where it has one, and the day it was checked."""
    title = element("a", {"href": source.address}, source.title[lang]) if source.address else joined(source.title[lang])
    if source.checked is None:
        return title
    day = written_day(date.fromisoformat(source.checked), lang)
    return joined(title, " (", filled(words.CHECKED[lang], lambda _: day), ")")

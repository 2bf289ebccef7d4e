"""The answer in HTML: the main figure large, and every other figure, pictures, tables, steps and sources."""

from collections.abc import Mapping, Sequence
from typing import Final

from calculators.core.declarations import Bars, Tone
from calculators.core.words import Words
from calculators.evaluation.ordering import TableView
from calculators.evaluation.records import Answer, Comparison, Explanation, Figure, Rows, SourceLine
from calculators.writers.html.copied import copied_text
from calculators.writers.html.letter import letter_html
from calculators.writers.html.list_table import table_html
from calculators.writers.html.markup import Html, element, identifier, joined
from calculators.writers.html.picture import picture_html
from calculators.writers.html.table import plain_table

# A shape beside the words of a verdict, so that it never hangs on colour alone.
TONE_SIGNS: Final[dict[Tone, str]] = {"good": "✓", "caution": "!", "bad": "✕", "neutral": "="}


def answer_head(answer: Answer) -> Html:
    """The main figure, large, with the verdict in words."""
    return element(
        "div",
        {"class": "answer-head", "data-tone": answer.tone},
        element("p", {"class": "answer-label"}, answer.main.label),
        # Not an <output>, which a screen reader would speak: the status line says the headline once.
        element("p", {"class": "answer-value"}, answer.main.written),
        _proposed(answer.proposed) if answer.proposed else "",
        element(
            "p",
            {"class": "answer-headline"},
            element("span", {"class": "answer-sign", "aria-hidden": "true"}, TONE_SIGNS[answer.tone]),
            element("span", {}, answer.headline),
        ),
        element("p", {"class": "answer-reason"}, answer.main.reason) if answer.main.reason else "",
    )


def _proposed(figure: Figure) -> Html:
    """What the main figure becomes by what the person proposes."""
    return element(
        "p",
        {"class": "answer-proposed"},
        element("span", {}, f"{figure.label}: "),
        element("strong", {"class": "figure"}, figure.written),
    )


def answer_line(answer: Answer) -> Html:
    """The main figure in one line, with the sign of its verdict: for a reader who is further down in the form."""
    return element(
        "span",
        {"class": "answer-line", "data-tone": answer.tone},
        "" if answer.proposed else element("span", {"class": "answer-line-label"}, f"{answer.main.label}: "),
        element("strong", {}, " → ".join(figure.written for figure in (answer.main, answer.proposed) if figure)),
        element("span", {"class": "answer-sign"}, TONE_SIGNS[answer.tone]),
    )


def answer_pictures(answer: Answer) -> Html:
    """The pictures that stand beside the figures where there is room."""
    return joined(*(picture_html(picture, answer) for picture in answer.pictures if not picture.table))


def answer_figures(answer: Answer) -> Html:
    """Every figure but the main one, and what has to be known of them all."""
    others = [figure for figure in answer.figures if figure is not answer.main and figure.quantity.unit != "code"]
    drawn = {bar for picture in answer.declared.pictures if isinstance(picture, Bars) for bar in picture.bars}
    entries = (
        _entry(figure, reason, is_drawn=figure.name in drawn)
        for figure, reason in zip(others, _reasons(others), strict=True)
    )
    return joined(
        element("h3", {"class": "answer-subtitle"}, answer.words["frame.all_answers"]),
        element("dl", {"class": "answer-list"}, *entries),
        *(element("p", {"class": "answer-notice"}, notice) for notice in answer.notices),
        *(element("p", {"class": "answer-note"}, note) for note in answer.notes),
    )


def answer_details(answer: Answer, views: Mapping[str, TableView]) -> Html:
    """What stands below the figures: figures before and after, tables with their pictures, texts, steps and sources.

    `views` says what of a table's rows is shown. A table that a picture of the same name draws stands
    under that picture, see `picture_html`.
    """
    drawn = {picture.name for picture in answer.pictures}
    return joined(
        _compared(answer.comparisons, answer.words) if answer.comparisons else "",
        *(
            _with_pictures(answer, table, _table(answer, table, views.get(table.name, TableView())))
            for table in answer.tables
            if table.values and table.name not in drawn
        ),
        _talk(answer) if answer.talk else "",
        letter_html(answer.letter, answer.words) if answer.letter else "",
        _steps(answer),
        _sources(answer.sources, answer.words),
    )


def _with_pictures(answer: Answer, table: Rows, html: Html) -> Html:
    """A table beside the pictures that are drawn from it."""
    pictures = [picture_html(picture, answer) for picture in answer.pictures if picture.table == table.name]
    return element("div", {"class": "answer-drawn"}, *pictures, html) if pictures else html


def _table(answer: Answer, table: Rows, view: TableView) -> Html:
    """A table in a place of its own, so that it can be turned alone."""
    return element("div", {"data-table-view": table.name}, table_html(answer, table, view))


def _reasons(figures: Sequence[Figure]) -> list[str]:
    """The reason or remark of each figure, empty where it is that of the figure before it: said once is enough."""
    before = [None, *(figure.reason for figure in figures[:-1])]
    return [
        figure.reason if figure.reason and figure.reason != last else ""
        for figure, last in zip(figures, before, strict=True)
    ]


def _entry(figure: Figure, reason: str, *, is_drawn: bool) -> Html:
    """A label with its figure, and the reason or remark under it; paper leaves out what a picture shows too."""
    known = figure.quantity.value is not None
    return element(
        "div",
        {"class": "answer-entry", "data-drawn": is_drawn},
        element("dt", {}, figure.label),
        element(
            "dd",
            {"data-answer": figure.name},
            element("span", {"class": "figure" if known else "answer-undefined"}, figure.written),
            element("p", {"class": "answer-reason"}, reason) if reason else "",
        ),
    )


def _compared(comparisons: Sequence[Comparison], words: Words) -> Html:
    """Figures before and after, side by side, with their difference."""
    head = ["", words["frame.before"], words["frame.after"], words["frame.difference"]]
    rows = (row.cells(words) for row in comparisons)
    return plain_table(words["frame.before_and_after"], head, rows, figures=(1, 2, 3))


def _talk(answer: Answer) -> Html:
    """What to say to the customer."""
    return element(
        "div",
        {"class": "answer-talk"},
        element("h3", {"class": "answer-subtitle"}, answer.words["frame.talk"]),
        copied_text(element("pre", {}, "\n\n".join(answer.talk)), answer.words),
    )


def _steps(answer: Answer) -> Html:
    """Every formula in words and with the person's figures, folded."""
    return element(
        "details",
        {"class": "answer-steps", "id": identifier(answer.calculator, "steps")},
        element("summary", {}, answer.words["frame.how_computed"]),
        element("ol", {}, *map(_step, answer.steps)),
    )


def _step(step: Explanation) -> Html:
    return element(
        "li",
        {"class": "step"},
        element("p", {"class": "step-label"}, step.label),
        element("p", {"class": "step-words"}, f"= {step.formula}") if step.formula else "",
        element(
            "p",
            {"class": "step-figures"},
            f"= {step.filled} = " if step.filled else "= ",
            element("strong", {}, step.written),
        ),
        *(element("p", {"class": "step-note"}, text) for text in (step.note, step.source) if text),
    )


def _sources(sources: Sequence[SourceLine], words: Words) -> Html:
    return element(
        "div",
        {"class": "answer-sources"},
        element("p", {"class": "answer-subtitle"}, words["frame.sources"]),
        element("ul", {}, *(element("li", {}, source_html(source)) for source in sources)),
    )


def source_html(source: SourceLine) -> Html:
    """A source with its address, where it has one, and the day it was checked."""
    title = element("a", {"href": source.address}, source.title) if source.address else joined(source.title)
    return joined(title, f" ({source.told})") if source.told else title

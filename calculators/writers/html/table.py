"""Tables of an answer in HTML: a page of rows at a time, scrolling sideways by themselves where a screen is narrow."""

from collections.abc import Iterable, Sequence
from typing import Final

from calculators.evaluation.records import Rows
from calculators.present.numbers import written_number
from calculators.present.sentences import filled
from calculators.writers.html.markup import Html, element, joined

ROWS_A_PAGE: Final = 50


def rows_html(table: Rows, page: int = 1) -> Html:
    """A page of the table's rows, with buttons to the pages beside it where there are more."""
    pages = -(-len(table.values) // ROWS_A_PAGE)
    page = min(max(page, 1), pages)
    first = (page - 1) * ROWS_A_PAGE
    figures = [number for number, column in enumerate(table.columns) if column.is_figure]
    head = [column.label for column in table.columns]
    shown = plain_table(table.caption, head, table.written(first, first + ROWS_A_PAGE), figures)
    return joined(shown, _pager(table, page, pages)) if pages > 1 else shown


def _pager(table: Rows, page: int, pages: int) -> Html:
    """Which rows are shown, and the ways to those before and after them."""
    words = table.words
    first = (page - 1) * ROWS_A_PAGE + 1
    last = min(page * ROWS_A_PAGE, len(table.values))
    parts = {"first": first, "last": last, "all": len(table.values)}
    shown = filled(words["frame.rows_shown"], lambda name: written_number(parts[name], words))

    def button(target: int, key: str) -> Html:
        return element(
            "button",
            {
                "type": "button",
                "class": "button button--quiet",
                "data-action": "rows",
                "data-table": table.name,
                "data-page": str(target),
                "disabled": not 1 <= target <= pages,
            },
            words[key],
        )

    return element(
        "div",
        {"class": "answer-rows"},
        button(page - 1, "frame.earlier_rows"),
        element("p", {}, shown),
        button(page + 1, "frame.later_rows"),
    )


def plain_table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], figures: Sequence[int]) -> Html:
    """A table whose columns numbered in `figures` hold figures."""

    def kind(column: int) -> str | None:
        return "figure" if column in figures else None

    cells = (_head(text, kind(number)) for number, text in enumerate(head))
    body = (
        element("tr", {}, *(element("td", {"class": kind(number)}, cell) for number, cell in enumerate(row)))
        for row in rows
    )
    return element(
        "div",
        {"class": "answer-table", "tabindex": "0", "role": "region", "aria-label": caption},
        element(
            "table",
            {},
            element("caption", {}, caption),
            element("thead", {}, element("tr", {}, *cells)),
            element("tbody", {}, *body),
        ),
    )


def _head(text: str, kind: str | None) -> Html:
    """The head of a column; a column of labels has none."""
    return element("th", {"scope": "col", "class": kind}, text) if text else element("td", {})

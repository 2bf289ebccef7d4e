"""Tables of an answer in HTML, a page of rows at a time."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from calculators.evaluation.records import Rows
from calculators.writers.html.markup import Html, element, joined

ROWS_A_PAGE: Final = 50
MOST_NARROW: Final = 3  # columns that fit a phone


class Heading(NamedTuple):
    """The heading of a column: its label, what stands there in its place, and the order that it gives the rows."""

    label: str
    content: str = ""
    order: str | None = None


def rows_html(table: Rows, page: int = 1) -> Html:
    """A page of the table's rows, with buttons to the pages beside it where there are more."""
    pages = -(-len(table.values) // ROWS_A_PAGE)
    page = min(max(page, 1), pages)
    first = (page - 1) * ROWS_A_PAGE
    figures = [number for number, column in enumerate(table.columns) if column.is_figure]
    head = [column.label for column in table.columns]
    shown = plain_table(table.caption, head, table.written(first, first + ROWS_A_PAGE), figures)
    return joined(shown, pager(table, page, pages, len(table.values))) if pages > 1 else shown


def pager(table: Rows, page: int, pages: int, rows: int) -> Html:
    """Which of the rows are shown, and the ways to those before and after them."""
    words = table.words
    first = (page - 1) * ROWS_A_PAGE + 1
    last = min(page * ROWS_A_PAGE, rows)

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
        element("p", {}, table.told(first, last, rows)),
        button(page + 1, "frame.later_rows"),
    )


def plain_table(
    caption: str, head: Sequence[str | Heading], rows: Iterable[Sequence[str]], figures: Sequence[int]
) -> Html:
    """A table whose columns numbered in `figures` hold figures.

    Where it has many columns, or figures alone, the labels before its first figure stay in sight beside the others,
    and on a narrow screen each row is a card: so each cell knows its label. Roles are written out, because some
    browsers take those of elements away that are laid out otherwise.
    """
    headings = [one if isinstance(one, Heading) else Heading(one) for one in head]
    is_wide = len(head) > MOST_NARROW or 0 in figures
    pinned = min(figures, default=0) if is_wide else 0

    def cell(tag: str, number: int, text: str, **more: str | None) -> Html:
        kinds = ("figure" if number in figures else "", f"pinned-{number + 1}" if number < pinned else "")
        return element(tag, {"class": " ".join(filter(None, kinds)) or None, **more}, text)

    def body_cell(number: int, text: str) -> Html:
        if number == 0 and number not in figures:
            return cell("th", number, text, scope="row", role="rowheader")
        label = headings[number].label if is_wide and number >= pinned else None
        return cell("td", number, text, **{"role": "cell", "data-label": label})

    heads = (
        cell("th", number, content or label, **{"scope": "col", "role": "columnheader", "aria-sort": order})
        if label
        else element("td", {"role": "cell"})
        for number, (label, content, order) in enumerate(headings)
    )
    table = element(
        "table",
        {"class": "answer-columns", "role": "table"},
        element("caption", {}, caption),
        element("thead", {"role": "rowgroup"}, element("tr", {"role": "row"}, *heads)),
        element(
            "tbody",
            {"role": "rowgroup"},
            *(element("tr", {"role": "row"}, *(body_cell(*pair) for pair in enumerate(row))) for row in rows),
        ),
    )
    wide = {"class": "answer-table answer-table--wide", "tabindex": "0", "role": "region", "aria-label": caption}
    return element("div", wide if is_wide else {"class": "answer-table"}, table)

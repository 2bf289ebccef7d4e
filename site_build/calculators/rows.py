"""A table of inputs; a script adds rows by copying the template."""

from typing import Final

from calculators.core.fields import Field
from calculators.core.words import Words
from calculators.writers.html.markup import Html, element, identifier, joined
from site_build.calculators.inputs import boxed_input
from site_build.words import word

# A table with more columns takes the whole width of a screen.
NARROW_COLUMNS: Final = 3


def rows_of_inputs(field: Field, own: str, rows: list[list[str]], words: Words) -> Html:
    """The table with a row of inputs for each of `rows`, and a blank one where there are none."""
    head = (element("th", {"scope": "col"}, _column(field, column, words)) for column in field.columns)
    blank = [""] * len(field.columns)
    is_wide = len(field.columns) > NARROW_COLUMNS
    # The rows of these do not fit a phone: a day with its month in words is long.
    is_long = is_wide or any(column.kind == "day" for column in field.columns)
    looks = ("field-rows", "field-rows--wide" if is_wide else "", "field-rows--cards" if is_long else "")
    body = (_row(field, own, row, str(index), words) for index, row in enumerate(rows or [blank]))
    return joined(
        element(
            "table",
            {"class": " ".join(filter(None, looks))},
            element("thead", {}, element("tr", {}, *head, element("td", {}))),
            element("tbody", {}, *body),
        ),
        element("template", {}, _row(field, own, blank, "{row}", words)),
        element("p", {"class": "field-extent", "hidden": True}),
        element(
            "div",
            {"class": "calculator-actions"},
            _action("add-row", word("calculator.add_row", words.lang)),
            _action("open-file", word("calculator.open_file", words.lang)),
            _action("clear-table", word("calculator.clear_table", words.lang), hidden=True),
        ),
        element("p", {"class": "field-said", "role": "status"}),
    )


def _action(name: str, text: str, *, hidden: bool = False) -> Html:
    shared = {"type": "button", "class": "button button--quiet", "data-action": name}
    return element("button", shared | ({"hidden": True} if hidden else {}), text)


def _column(field: Field, column: Field, words: Words) -> str:
    return words[f"columns.{field.name}.{column.name}"]


def _row(field: Field, own: str, cells: list[str], index: str, words: Words) -> Html:
    """A row; in the template the script fills in `{row}`, counted from 0, and `{number}`, counted from 1."""
    number = str(int(index) + 1) if index.isdigit() else "{number}"
    place = word("calculator.row", words.lang, row=number)
    boxes = (
        element(
            "td",
            {"data-label": _column(field, column, words)},
            boxed_input(
                column,
                identifier(own, index, place_in_row),
                cell,
                f"{_column(field, column, words)}, {place}",
                words.lang,
                described=f"{own}--error",
            ),
        )
        for place_in_row, (column, cell) in enumerate(zip(field.columns, cells, strict=True))
    )
    remove = element(
        "button",
        {
            "type": "button",
            "class": "row-remove",
            "data-action": "remove-row",
            "aria-label": word("calculator.remove_row", words.lang, row=number),
        },
        "×",
    )
    return element("tr", {}, *boxes, element("td", {}, remove))

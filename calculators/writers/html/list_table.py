"""A table of an answer to a list: searched, ordered by a column, page by page, and saved; a row can be opened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from calculators.core.declarations import Opening
from calculators.core.quantities import Quantity
from calculators.evaluation.ordering import TableView, places
from calculators.evaluation.records import Answer, Column, Rows
from calculators.present.quantities import code_label
from calculators.present.sentences import filled, sentence
from calculators.writers.html.markup import Html, element, identifier, joined
from calculators.writers.html.table import ROWS_A_PAGE, Heading, pager, plain_table, rows_html

# Fewer rows are seen in one look.
MOST_SEEN: Final = 10
# Writing more of them as a workbook takes a browser minutes, and the memory of a phone.
MOST_IN_WORKBOOK: Final = 5_000
AS_IT_IS: Final = ""
QUIET: Final = "button button--quiet"


def _is_list_table(answer: Answer, table: Rows) -> bool:
    """Whether the table grows with a list that a person opens."""
    opening = answer.declared.opening
    is_long = any(field.listed for field in answer.declared.fields) and len(table.values) > MOST_SEEN
    return is_long or (opening is not None and opening.table == table.name)


def table_html(answer: Answer, table: Rows, view: TableView) -> Html:
    """The rows that are looked at, a page at a time; one from a list can be searched, ordered and saved."""
    if not _is_list_table(answer, table):
        return rows_html(table, view.page)
    return element("div", {"class": "list-table"}, *ListTable(answer, table, view).parts())


class ListTable:
    """The parts of a table that is looked at."""

    def __init__(self, answer: Answer, table: Rows, view: TableView) -> None:
        """Find the rows that are looked at."""
        self._table, self._words = table, table.words
        self._own = identifier(answer.calculator, "table", table.name)
        self._places = places(table, view)
        self._pages = max(-(-len(self._places) // ROWS_A_PAGE), 1)
        self._view = replace(view, page=min(max(view.page, 1), self._pages))
        opening = answer.declared.opening
        self._opening = opening if opening and opening.table == table.name else None

    def parts(self) -> Iterator[Html]:
        """What is looked for, the rows, the pages and the ways out."""
        yield self._tools()
        yield self._rows() if self._places else self._nothing_found()
        if self._pages > 1:
            yield pager(self._table, self._view.page, self._pages, len(self._places))
        yield self._ways_out()

    def _tools(self) -> Html:
        """A search, a choice of codes, and the order where there is no room for headings."""
        words, view = self._words, self._view
        columns = [column for column in self._table.columns if column.unit == "text"]
        own = f"{self._own}--search"
        search = {
            "type": "search",
            "id": own,
            "data-view": "search",
            "value": view.search,
            "autocomplete": "off",
            "spellcheck": "false",
        }
        return element(
            "div",
            {"class": "list-tools", "role": "search", "aria-label": self._table.caption},
            *(
                [element("p", {}, element("label", {"for": own}, words["frame.search_rows"]), element("input", search))]
                if columns
                else []
            ),
            *(self._choice(column) for column in self._table.columns if column.unit == "code"),
            self._order(),
        )

    def _choice(self, column: Column) -> Html:
        """All codes that there are: those that occur in a long list are not known before each row was reckoned."""
        name, words = column.name, self._words
        options = {"": words["frame.all_codes"]} | {code: code_label(name, code, words) for code in column.choices}
        more = {"data-view": "only", "data-column": name}
        return self._select(f"only-{name}", column.label, options, self._view.only.get(name, ""), more)

    def _order(self) -> Html:
        """The order, for a screen that is too narrow for headings to press."""
        options = {AS_IT_IS: self._words["frame.in_order"]}
        for column in self._table.columns:
            for direction in ("ascending", "descending"):
                parts = {"column": column.label}
                options[f"{column.name} {direction}"] = filled(self._words[f"frame.{direction}"], parts.__getitem__)
        view = self._view
        chosen = f"{view.sort} {'descending' if view.descending else 'ascending'}" if view.sort else AS_IT_IS
        order = self._select("order", self._words["frame.sort_rows"], options, chosen, {"data-view": "order"})
        return element("div", {"class": "list-order"}, order)

    def _select(self, name: str, label: str, options: Mapping[str, str], chosen: str, more: Mapping[str, str]) -> Html:
        own = f"{self._own}--{name}"
        choices = (
            element("option", {"value": value, "selected": value == chosen}, text) for value, text in options.items()
        )
        return element("p", {}, element("label", {"for": own}, label), element("select", {"id": own, **more}, *choices))

    def _rows(self) -> Html:
        """The rows of the page, under headings that order them."""
        columns = self._table.columns
        heads = [self._head(column) for column in columns]
        figures = [number for number, column in enumerate(columns) if column.is_figure]
        if self._opening:
            heads.append(Heading(self._words["frame.opened_row"]))
        return plain_table(self._table.caption, heads, self._written(), figures)

    def _written(self) -> Iterator[list[str]]:
        first = (self._view.page - 1) * ROWS_A_PAGE
        for place in self._places[first : first + ROWS_A_PAGE]:
            cells = next(self._table.written(place, place + 1))
            yield [*cells, self._open(self._opening, place, cells)] if self._opening else cells

    def _head(self, column: Column) -> Heading:
        """A heading to press: first down for figures, up for texts."""
        view = self._view
        is_sorted = view.sort == column.name
        descending = not view.descending if is_sorted else column.is_figure
        attributes: dict[str, str | bool | None] = {
            "type": "button",
            "class": "list-sort",
            "id": f"{self._own}--sort-{column.name}",
            "data-view": "sort",
            "data-column": column.name,
            "data-descending": descending,
        }
        order = ("descending" if view.descending else "ascending") if is_sorted else None
        return Heading(column.label, element("button", attributes, column.label), order)

    def _open(self, opening: Opening, place: int, cells: Sequence[str]) -> Html:
        named = next(number for number, column in enumerate(self._table.columns) if column.unit == "text")
        attributes: dict[str, str | bool | None] = {
            "type": "button",
            "class": "button button--small",
            "data-view": "open",
            "id": f"{self._own}--open-{place}",
            "data-row": str(place),
            "data-calculator": opening.calculator,
            "aria-label": filled(self._words["frame.open_row_of"], lambda _: cells[named]),
        }
        return element("button", attributes, self._words["frame.open_row"])

    def _nothing_found(self) -> Html:
        return element("p", {"class": "list-none"}, self._words["frame.none_found"])

    def _ways_out(self) -> Html:
        """The table, or the whole answer, as a file; on paper it is said that there are more rows."""
        words, count = self._words, len(self._table.values)
        limit = {"limit": Quantity(MOST_IN_WORKBOOK, "number")}
        is_small = count <= MOST_IN_WORKBOOK
        first = (self._view.page - 1) * ROWS_A_PAGE + 1
        parts = {"first": first, "last": min(first + ROWS_A_PAGE - 1, len(self._places)), "all": count}
        quantities = {name: Quantity(number, "number") for name, number in parts.items()}
        return joined(
            element(
                "p",
                {"class": "list-out"},
                self._button("separated", words["frame.save_separated"]),
                self._button("workbook", words["frame.save_workbook"]) if is_small else "",
            ),
            element("p", {"class": "list-told"}, sentence(words["frame.too_many_for_workbook"], limit, words))
            if not is_small
            else "",
            element("p", {"class": "list-on-paper"}, sentence(words["frame.more_on_paper"], quantities, words))
            if count > ROWS_A_PAGE
            else "",
            element("p", {"class": "list-said", "role": "status"}),
        )

    def _button(self, writer: str, text: str) -> Html:
        return element("button", {"type": "button", "class": QUIET, "data-view": "save", "data-writer": writer}, text)

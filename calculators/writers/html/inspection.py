"""How a list was read, in HTML: a person looks at it, compares the totals, and corrects what is not right."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from calculators.core.fields import Field
from calculators.core.quantities import Quantity
from calculators.core.words import LANGS, Lang, Words, shared_words
from calculators.lists.doubts import Doubt
from calculators.lists.inspection import Cell, Inspection
from calculators.present.numbers import written_number
from calculators.present.quantities import written
from calculators.present.sentences import filled, sentence
from calculators.writers.html.markup import Html, element, identifier, joined
from calculators.writers.html.table import plain_table

EXAMPLE: Final = Decimal("1234.56")
NOT_USED: Final = ""
COUNTS: Final = ("rows", "counted", "faulty", "left_out")
Attributes = Mapping[str, str | bool | None]


class InspectionPage:
    """The parts of an inspection of a field of a calculator; `faults` are in words, each with its row."""

    def __init__(self, calculator: str, field: Field, found: Inspection, faults: Sequence[str], words: Words) -> None:
        """Hold together what every part is written from."""
        self._own = identifier(calculator, field.name, "list")
        self._field, self._found, self._faults, self._words = field, found, faults, words
        self._columns = {column.name: column for column in field.columns}
        self._at = {place: name for name, place in found.layout.columns.items()}

    def html(self) -> Html:
        """What counts and what does not, first; then every column, the first rows, and how figures are written."""
        return joined(
            *(element("p", {"class": "list-told"}, text) for text in self._told()),
            self._ambiguity() if self._found.ambiguous else "",
            *map(self._doubt, self._found.doubts),
            self._listed_faults() if self._faults else "",
            element(
                "details",
                {"class": "list-check", "id": f"{self._own}--check", "open": True},
                element("summary", {}, self._words["lists.check"]),
                element("div", {"class": "list-settings"}, *self._settings()),
                self._mapping(),
                self._first_rows() if self._found.first and self._at else "",
            ),
        )

    def _told(self) -> list[str]:
        """How many rows count, what is missing, and what to know of the file."""
        found, words = self._found, self._words
        if found.missing:
            labels = ", ".join(self._label(name) for name in found.missing)
            codes, values = ["missing"], {"columns": Quantity(labels, "text")}
        elif not found.rows:
            codes, values = ["no_rows"], {}
        else:
            values = {name: Quantity(getattr(found, name), "number") for name in COUNTS}
            codes = ["counts" if found.counted < found.rows else "counts_all"]
            codes += [code for code in ("faulty", "left_out") if getattr(found, code)]
            if found.total_lines:
                codes.append("total_lines")
                values["lines"] = Quantity(", ".join(map(str, found.total_lines)), "text")
        told = [sentence(words[f"lists.{code}"], values, words) for code in (*codes, *found.noted)]
        return [*told, *found.remarks]

    def _ambiguity(self) -> Html:
        """The numbers that can be read in two ways, with both totals and the other reading one click away."""
        found, words = self._found, self._words
        count = {"ambiguous": Quantity(found.ambiguous, "number")}
        totals = (
            filled(
                words["lists.other_total"],
                {
                    "column": self._label(name),
                    "total": self._figure(name, total),
                    "other": self._figure(name, found.other_totals[name]),
                }.__getitem__,
            )
            for name, total in found.totals.items()
            if total != found.other_totals.get(name, total)
        )
        told = sentence(words["lists.ambiguous"], count, words)
        example = _example(found.other_notation)
        label = filled(words["lists.read_otherwise"], lambda _: example)
        return _in_doubt([told, *totals], {"data-list": "notation", "data-value": found.other_notation}, label)

    def _doubt(self, doubt: Doubt) -> Html:
        """Percentages or days that can be read in two ways, with the other reading one click away."""
        told = sentence(self._words["lists.doubt"], doubt.values(self._label(doubt.column)), self._words)
        label = filled(self._words["lists.read_as"], lambda _: doubt.other)
        choice = {"data-list": doubt.setting, "data-column": doubt.column, "data-value": doubt.value}
        return _in_doubt([told], choice, label)

    def _listed_faults(self) -> Html:
        """The first faults, and how many rows more have one."""
        rows = {problem.row for problem in self._found.faults}
        more = {"more": Quantity(self._found.faulty - len(rows), "number")}
        rest = sentence(self._words["lists.more_faults"], more, self._words) if self._found.faulty > len(rows) else ""
        return element(
            "details",
            {"class": "list-faults", "id": f"{self._own}--faults", "open": True},
            element("summary", {}, self._words["lists.faults_title"]),
            element("ul", {"tabindex": "0"}, *(element("li", {}, fault) for fault in self._faults)),
            element("p", {}, rest) if rest else "",
        )

    def _settings(self) -> list[Html]:
        """The sheet, and how numbers and days are written, each to choose."""
        found, words, layout = self._found, self._words, self._found.layout
        kinds = {self._columns[name].kind for name in layout.columns}
        settings = []
        if len(found.sheets) > 1:
            sheets = {sheet: sheet for sheet in found.sheets}
            settings.append(self._setting("sheet", words["lists.sheet"], sheets, layout.sheet))
        notations: dict[str, str] = {lang: _example(lang) for lang in LANGS}
        settings.append(self._setting("notation", words["lists.notation"], notations, layout.notation))
        if "day" in kinds:
            orders = {order: words[f"lists.{order}"] for order in ("day_first", "month_first")}
            settings.append(self._setting("day_order", words["lists.day_order"], orders, layout.day_order))
        return settings

    def _setting(self, name: str, label: str, options: Mapping[str, str], chosen: str) -> Html:
        own = f"{self._own}--{name}"
        select = _select({"id": own, "data-list": name}, options, chosen)
        return element("p", {}, element("label", {"for": own}, label), " ", select)

    def _mapping(self) -> Html:
        """Each column of the file, what it means, and the total of its figures."""
        words, found = self._words, self._found
        width = max([found.width, len(found.headings), *(place + 1 for place in self._at)])
        rows = (
            [
                self._heading(place),
                joined(self._meaning(place), self._share(place)),
                self._total(self._at.get(place, "")),
            ]
            for place in range(width)
        )
        head = [words["lists.heading"], words["lists.means"], words["lists.total"]]
        table = plain_table(words["lists.columns_title"], head, rows, figures=(2,))
        return element("div", {"class": "list-columns"}, table)

    def _meaning(self, place: int) -> Html:
        """Which of our columns stands there."""
        words = self._words
        options = {NOT_USED: words["lists.not_used"]} | {name: self._label(name) for name in self._columns}
        label = filled(words["lists.means_of"], lambda _: self._heading(place))
        own = f"{self._own}--column-{place}"
        attributes = {"id": own, "data-list": "column", "data-place": str(place), "aria-label": label}
        return _select(attributes, options, self._at.get(place, NOT_USED))

    def _share(self, place: int) -> Html:
        """How percentages are written there."""
        words, name = self._words, self._at.get(place, "")
        if name not in self._columns or self._columns[name].kind != "percent":
            return joined()
        label = filled(words["lists.share_of"], lambda _: self._heading(place))
        own = f"{self._own}--share-{place}"
        attributes = {"id": own, "data-list": "share", "data-column": name, "aria-label": label}
        options = {share: words[f"lists.{share}"] for share in ("percent", "fraction")}
        return joined(" ", _select(attributes, options, self._found.layout.shares.get(name, "percent")))

    def _total(self, name: str) -> str:
        total = self._found.totals.get(name)
        return "" if total is None or self._found.missing else self._figure(name, total)

    def _first_rows(self) -> Html:
        """The first rows: what was understood, and under it what was typed where that looks otherwise."""
        words = self._words
        head = [words["lists.row"], *(self._label(cell.column) for cell in self._found.first[0].cells)]
        rows = ([str(row.number), *(self._cell(cell) for cell in row.cells)] for row in self._found.first)
        return element("div", {"class": "list-first"}, plain_table(words["lists.first_rows"], head, rows, figures=()))

    def _cell(self, cell: Cell) -> Html:
        if cell.understood is None:
            fault = element("strong", {"class": "list-wrong"}, self._words["lists.not_understood"])
            return joined(fault, " ", element("s", {}, cell.typed))
        if cell.understood == cell.typed:
            return joined(cell.typed)
        return joined(element("span", {"class": "list-typed"}, cell.typed), " ", cell.understood)

    def _heading(self, place: int) -> str:
        """What the file calls a column; its number where it says nothing."""
        headings = self._found.headings
        own = headings[place] if place < len(headings) else ""
        return own or filled(self._words["lists.column_number"], lambda _: str(place + 1))

    def _label(self, name: str) -> str:
        return self._words[f"columns.{self._field.name}.{name}"]

    def _figure(self, name: str, value: Decimal) -> str:
        return written(Quantity(value, self._columns[name].unit), self._words, name)


def inspection_html(calculator: str, field: Field, found: Inspection, faults: Sequence[str], words: Words) -> Html:
    """The inspection of a file, with selects that a script listens to."""
    return InspectionPage(calculator, field, found, faults, words).html()


def _in_doubt(told: Iterable[str], choice: Attributes, label: str) -> Html:
    """What is in doubt, and the button that reads it otherwise."""
    button = element("button", {"type": "button", "class": "button button--quiet", **choice}, label)
    return element("div", {"class": "list-doubt"}, *(element("p", {}, text) for text in told), button)


def _select(attributes: Attributes, options: Mapping[str, str], chosen: str) -> Html:
    return element(
        "select",
        attributes,
        *(element("option", {"value": value, "selected": value == chosen}, label) for value, label in options.items()),
    )


def _example(lang: Lang) -> str:
    """A number as the language writes it."""
    return written_number(EXAMPLE, shared_words(lang))

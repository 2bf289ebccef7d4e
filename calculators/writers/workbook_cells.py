"""The cells of a workbook: each figure as a number with the format of its unit, each text as nothing but text."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from calculators.core.money import plain
from calculators.core.quantities import Quantity, Unit, Value
from calculators.core.words import Words
from calculators.present.numbers import NO_BREAK_SPACE
from calculators.present.quantities import COUNTED, DECIMALS_SHOWN, DECIMALS_TYPED, FORMULA_SIGNS, code_label

DAY_ZERO: Final = date(1899, 12, 30)
DAY_FORMATS: Final = {"nl": "[$-413]d mmmm yyyy", "en": "[$-809]d mmmm yyyy"}
FORBIDDEN_IN_NAMES: Final = str.maketrans("[]:*?/\\'", " " * 8)
LONGEST_NAME: Final = 31
PERCENT: Final = 2  # decimals that a share has more than its percentage
A4: Final = 9
TEXT_SIZE: Final = 11
INDENTED: Final[dict[str, Any]] = {"align": "left", "indent": 1}  # of a text beside figures


class Cells:
    """Writes figures and texts into the sheets of one workbook, in the words of one language."""

    def __init__(self, book: Any, words: Words) -> None:
        """Write into the `book` of XlsxWriter."""
        self.words = words
        self._book = book
        self._looks: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._names: set[str] = set()

    def sheet(self, caption: str) -> Any:
        """A new sheet for A4, named after its caption as far as a spreadsheet allows."""
        name = " ".join(caption.translate(FORBIDDEN_IN_NAMES).split())
        if len(name) > LONGEST_NAME:
            name = name[: LONGEST_NAME + 1].rpartition(" ")[0] or name[:LONGEST_NAME]
        number = 1
        while name.lower() in self._names:
            number += 1
            name = f"{name[: LONGEST_NAME - 3].strip()} {number}"
        self._names.add(name.lower())
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(A4)
        sheet.hide_gridlines(2)
        return sheet

    def chart(self, kind: str, subtype: str) -> Any:
        """A new chart, to be put on a sheet."""
        return self._book.add_chart({"type": kind, "subtype": subtype})

    def look(self, **properties: Any) -> Any:
        """A format with these properties, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._looks:
            self._looks[key] = self._book.add_format({"valign": "top", **properties})
        return self._looks[key]

    def text(self, sheet: Any, row: int, column: int, text: str, **look: Any) -> None:
        """Write a text that stays one."""
        sheet.write_string(row, column, text, self._text_look(text, look))

    def wide_text(self, sheet: Any, row: int, columns: tuple[int, int], text: str, **look: Any) -> None:
        """Write a text over all columns from one to another."""
        first, last = columns
        sheet.merge_range(row, first, row, last, text, self._text_look(text, {"text_wrap": True, **look}))

    def figure(self, sheet: Any, row: int, column: int, quantity: Quantity, name: str, **look: Any) -> None:
        """Write a value; nothing but the look where there is none."""
        value = self.value(quantity, name)
        if isinstance(value, str):
            self.text(sheet, row, column, value, **look)
        elif value is None:
            sheet.write_blank(row, column, None, self._figure_look(quantity, look))
        else:
            sheet.write_number(row, column, value, self._figure_look(quantity, look))

    def formula(self, sheet: Any, row: int, column: int, formula: str, known: Quantity, name: str, **look: Any) -> None:
        """Write a formula, with the outcome that is known of it for programs that do not reckon."""
        outcome = self.words["undefined"] if known.value is None else self.value(known, name)
        shown = number_format(known, self.words)
        sheet.write_formula(row, column, formula, self.look(align="right", num_format=shown, **look), outcome)

    def value(self, quantity: Quantity, name: str) -> Decimal | int | str | None:
        """What a cell holds: a number, also for a day, or a text; `name` is that of the field, answer or column."""
        return cell_value(quantity.value, quantity.unit, name, self.words)

    def _text_look(self, text: str, look: dict[str, Any]) -> Any:
        return self.look(**look, **({"quote_prefix": True} if text.startswith(FORMULA_SIGNS) else {}))

    def _figure_look(self, quantity: Quantity, look: dict[str, Any]) -> Any:
        decimals = _decimals_of_percentage(quantity.value)
        return self.look(**{"align": "right", **look}, num_format=number_format(quantity, self.words, decimals))


def fit_row(sheet: Any, row: int, *texts: tuple[str, int], size: int = TEXT_SIZE) -> None:
    """Make a row as high as texts, of letters of so many points, need in columns that are so many digits wide."""

    def lines(text: str, width: int) -> int:
        # A letter is on average a ninth narrower than a digit.
        return sum(max(1, -(-len(line) * size * 8 // (width * TEXT_SIZE * 9))) for line in text.split("\n"))

    sheet.set_row(row, max(lines(*pair) for pair in texts) * (size + 4))


def cell_value(value: Value | None, unit: Unit, name: str, words: Words) -> Decimal | int | str | None:
    """The number or the text of a value; a day is the number that spreadsheets count it with."""
    if isinstance(value, date):
        return (value - DAY_ZERO).days
    return code_label(name, value, words) if isinstance(value, str) and unit == "code" else value


def number_format(quantity: Quantity, words: Words, decimals: int = DECIMALS_SHOWN) -> str:
    """How a spreadsheet shows a figure, with marks as its own reader has them; `decimals` are those of a percentage."""
    unit, value = quantity.unit, quantity.value
    if unit == "date":
        return DAY_FORMATS[words.lang]
    if unit == "EUR":
        amount = words["notation.amount"].format(number="#,##0.00")
        return f"{amount};-{amount}"
    if unit in ("fraction", "percentage_points"):
        return f"0.{'0' * decimals}%" if decimals else "0%"
    shown = "#,##0" if isinstance(value, int) else "General"
    if unit not in COUNTED:
        return shown
    one, many = (f'{shown}"{NO_BREAK_SPACE}{words[f"units.{unit}.{number}"]}"' for number in (1, 2))
    return f"[=1]{one};{many}"


def _decimals_of_percentage(value: Value | None) -> int:
    """As many as were typed, at least two; two of a share that was computed."""
    exact = plain(value).as_tuple().exponent if isinstance(value, Decimal) else 0
    typed = -int(exact) - PERCENT
    return typed if DECIMALS_SHOWN < typed <= DECIMALS_TYPED else DECIMALS_SHOWN

"""The first sheet of a workbook, which prints on one A4: title, headline, figures and answers."""

from typing import Any, Final

from calculators.core.fields import Field, as_quantity, plain_value
from calculators.core.words import Words
from calculators.evaluation.records import Answer, Figure, OwnList, Rows
from calculators.present.sentences import sentence
from calculators.writers.workbook_cells import INDENTED, TEXT_SIZE, Cells, fit_row
from calculators.writers.workbook_formulas import changeable, live_formulas, quoted

LABEL, VALUE, HOW, ASKED = range(4)
WIDTHS: Final = (42, 20, 62)
SHEET_WIDTH: Final = 110  # characters over all columns, on the safe side
YELLOW: Final = "#FFF2B3"
GREY: Final = "#595959"
# True as long as the figures are those that the answer was computed with.
AS_ASKED: Final = "as_asked"


def answer_sheet(answer: Answer, cells: Cells) -> dict[str, str]:
    """Write the sheet; gives what each name in its formulas stands for."""
    page = _Page(answer, cells)
    page.head()
    page.inputs()
    page.answers()
    return page.names


class _Page:
    """The sheet while it is written, from top to bottom."""

    def __init__(self, answer: Answer, cells: Cells) -> None:
        self.answer, self.cells, self.words = answer, cells, answer.words
        self.formulas = live_formulas(answer)
        self.free = changeable(answer, self.formulas)
        self.names: dict[str, str] = {}
        self.row = 0
        self.sheet = sheet = cells.sheet(self.words["workbook.sheet"])
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(ASKED, ASKED, None, None, {"hidden": True})
        sheet.fit_to_pages(1, 1)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def head(self) -> None:
        """Title, customer, headline, and whether it still goes with the figures."""
        self._line(self.answer.title, bold=True, font_size=16)
        customer = self.answer.inputs.get(self.answer.declared.named_by)
        if isinstance(customer, Figure) and customer.written:
            self._line(customer.written, bold=True, font_size=13)
        self._line(self.answer.headline, font_size=12)
        if self.free:
            told, changed = self.words["workbook.change"], self.words["workbook.changed"]
            row = self._line(changed, italic=True, font_color=GREY)
            formula = f"=IF({AS_ASKED},{quoted(told)},{quoted(changed)})"
            look = self.cells.look(text_wrap=True, italic=True, font_color=GREY)
            self.sheet.write_formula(row, LABEL, formula, look, told)

    def inputs(self) -> None:
        """The figures that were asked with, beside what they were at first; those that may be changed are yellow.

        What is blank and cannot be filled in here, notes, and gates that stand open take no room.
        """
        self._heading(self.words["workbook.inputs"])
        first = self.row
        untold = _untold(self.answer)
        for entry in self.answer.inputs.values():
            if isinstance(entry, Rows) or entry.name == self.answer.declared.named_by:
                continue
            if isinstance(entry, OwnList):
                self._text(entry)
            elif entry.quantity.unit == "text":
                if entry.written:
                    self._text(entry)
            elif entry.name in self.free or (entry.quantity.value is not None and entry.name not in untold):
                self._input(entry)
        now, then = self._place(first, VALUE, self.row - 1), self._place(first, ASKED, self.row - 1)
        self.names[AS_ASKED] = f"SUMPRODUCT(--({now}<>{then}))=0"

    def _input(self, figure: Figure) -> None:
        """A figure, with a rule for what may be typed where it may be changed."""
        fit_row(self.sheet, self.row, (figure.label, WIDTHS[LABEL]), (figure.written, WIDTHS[VALUE]))
        self._label(figure)
        look: dict[str, Any] = {"text_wrap": True}
        if figure.name in self.free:
            look = {"bg_color": YELLOW, "border": 7, "locked": False}
            rule = _rule(self.answer.declared.field(figure.name), self.words)
            self.sheet.data_validation(self.row, VALUE, self.row, VALUE, rule)
        self.cells.figure(self.sheet, self.row, VALUE, figure.quantity, figure.name, **look)
        self.cells.figure(self.sheet, self.row, ASKED, figure.quantity, figure.name)
        self.row += 1

    def _text(self, figure: Figure | OwnList) -> None:
        """A text that was typed, or that a list came from a file, over all that is right of its label."""
        fit_row(self.sheet, self.row, (figure.label, WIDTHS[LABEL]), (figure.written, WIDTHS[VALUE] + WIDTHS[HOW]))
        self._label(figure)
        self.cells.wide_text(self.sheet, self.row, (VALUE, HOW), figure.written)
        self.cells.text(self.sheet, self.row, ASKED, figure.written)
        self.row += 1

    def answers(self) -> None:
        """All answers, and what to know of them."""
        self._heading(self.words["report.results"], self.words["frame.how_computed"])
        for figure in self.answer.figures:
            self._label(figure)
            look = {"bold": True} if figure is self.answer.main else {}
            self._answer(figure, look)
            self.row += 1
        for told in (*self.answer.notices, *self.answer.notes):
            self._line(told, font_color=GREY)

    def _answer(self, figure: Figure, look: dict[str, Any]) -> None:
        """An answer and how it was reached: by its formula, or as it is for as long as nothing was changed."""
        step = next((step for step in self.answer.steps if step.name == figure.name), None)
        how = [step.formula, step.note] if step else []
        formula = self.formulas.get(figure.name)
        if formula is None and self.free:
            how.append(self.words["workbook.fixed"])
            formula = f"=IF({AS_ASKED},{self._literal(figure)},{quoted(self.words['workbook.ask_again'])})"
        if formula is not None:
            self.cells.formula(self.sheet, self.row, VALUE, formula, figure.quantity, figure.name, **look)
        elif figure.quantity.value is None:
            self.cells.text(self.sheet, self.row, VALUE, figure.written, align="right", **look)
        else:
            self.cells.figure(self.sheet, self.row, VALUE, figure.quantity, figure.name, **look)
        told = "\n".join(filter(None, [*how, figure.reason]))
        self.cells.text(self.sheet, self.row, HOW, told, text_wrap=True, font_color=GREY, **INDENTED)
        fit_row(self.sheet, self.row, (figure.label, WIDTHS[LABEL]), (told, WIDTHS[HOW]))

    def _literal(self, figure: Figure) -> str:
        value = self.cells.value(figure.quantity, figure.name)
        return quoted(value or figure.written) if value is None or isinstance(value, str) else f"{value:f}"

    def _label(self, figure: Figure | OwnList) -> None:
        """The label of a figure, whose cell carries its name."""
        self.cells.text(self.sheet, self.row, LABEL, figure.label, text_wrap=True)
        self.names[figure.name] = self._place(self.row, VALUE, self.row)

    def _place(self, first: int, column: int, last: int) -> str:
        letter = "ABCD"[column]
        ends = f"${letter}${first + 1}" + (f":${letter}${last + 1}" if last != first else "")
        return f"'{self.sheet.get_name()}'!{ends}"

    def _heading(self, text: str, how: str = "") -> None:
        self.row += 1
        for column, heading in ((LABEL, text), (VALUE, ""), (HOW, how)):
            beside: dict[str, Any] = INDENTED if column == HOW else {}
            self.cells.text(self.sheet, self.row, column, heading, bold=True, bottom=1, **beside)
        self.row += 1

    def _line(self, text: str, **look: Any) -> int:
        """A text over the whole width, as high as it needs; gives its row."""
        row = self.row
        fit_row(self.sheet, row, (text, SHEET_WIDTH), size=look.get("font_size", TEXT_SIZE))
        self.cells.wide_text(self.sheet, row, (LABEL, HOW), text, **look)
        self.row += 1
        return row


def _untold(answer: Answer) -> set[str]:
    """The inputs that say nothing beside the others: notes, and gates behind which a field counts."""
    fields = answer.declared.fields
    open_gates = {field.only_when[0] for field in fields if field.only_when and field.name in answer.inputs}
    return {field.name for field in fields if field.noted or (field.gate and field.name in open_gates)}


def _rule(field: Field, words: Words) -> dict[str, Any]:
    """What may be typed in the cell of a field, and the sentence for all else."""
    bounds = {
        code: plain_value(field, text)
        for code, text in (("too_small", field.minimum), ("too_large", field.maximum))
        if text is not None
    }
    told = [sentence(words[f"problems.{code}"], {"limit": as_quantity(field, bounds[code])}, words) for code in bounds]
    criteria = {"criteria": "between", "minimum": bounds.get("too_small"), "maximum": bounds.get("too_large")}
    if len(bounds) == 1:
        criteria = {"criteria": "<=" if "too_large" in bounds else ">=", "value": next(iter(bounds.values()))}
    return {
        "validate": "integer" if field.kind == "whole" else "decimal",
        "ignore_blank": field.optional,
        "error_message": " ".join(told),
        **criteria,
    }

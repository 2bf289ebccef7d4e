"""Lists in a question: the files that a page hands over, how they are read, and what their rows give."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

from calculators.catalogue import declaration, words_of
from calculators.core.fields import Field
from calculators.core.problems import CalculatorError
from calculators.core.words import Words
from calculators.evaluation.wording_of_inputs import worded_fault
from calculators.lists.inspection import inspect
from calculators.lists.layout import Layout, as_plain, layout_from, proposed_layout
from calculators.lists.reading import ListedRows, Tick, listed_rows
from calculators.lists.source import Source, opened
from calculators.writers.html.inspection import inspection_html


class KeptFiles:
    """The files of a page by their names, opened once each: of a workbook, one sheet stands in memory."""

    def __init__(self) -> None:
        """No file yet."""
        self._contents: dict[str, bytes] = {}
        self._opened: dict[tuple[str, str], Source] = {}

    def take(self, name: str, content: bytes) -> None:
        """Keep a file; another one of that name goes."""
        self.drop(name)
        self._contents[name] = content

    def drop(self, name: str) -> None:
        """Forget a file, where there is one."""
        self._contents.pop(name, None)
        self._opened = {key: source for key, source in self._opened.items() if key[0] != name}

    def source(self, name: str, sheet: str) -> Source:
        """The lines of a file.

        Raises:
            KeyError: there is no such file.
            CalculatorError: it is no list.
        """
        content = self._contents[name]
        if (name, sheet) not in self._opened:
            self._opened = {key: other for key, other in self._opened.items() if key[0] != name}
            source = opened(lambda: BytesIO(content), sheet)
            # Who names no sheet gets the first, and names it afterwards.
            self._opened[name, sheet] = self._opened[name, source.sheet] = source
        return self._opened[name, sheet]


FILES: Final = KeptFiles()


def lists_in(asked: Mapping[str, Any], tick: Tick | None) -> dict[str, ListedRows]:
    """The lists that the values of a question name as `{"file", "layout", "rows"}`, `rows` being how many there are.

    Raises:
        CalculatorError: a list cannot be read so.
        KeyError: there is no such file or field.
    """
    declared, words = declaration(asked["calculator"]), words_of(asked["calculator"], asked["lang"])
    return {
        name: _rows_of(declared.field(name), value, words, tick)
        for name, value in asked["values"].items()
        if isinstance(value, dict)
    }


def _rows_of(field: Field, value: Mapping[str, Any], words: Words, tick: Tick | None) -> ListedRows:
    """The rows of a file, which say how many of all are read; a file as a whole would be read in leaps."""
    layout, total = layout_from(value["layout"], field), int(value["rows"])
    by_row: Tick | None = (lambda *_: tick(rows.rows, total)) if tick else None
    rows: ListedRows = listed_rows(field, FILES.source(value["file"], layout.sheet), layout, words, by_row)
    return rows


def inspection(asked: Mapping[str, Any], tick: Tick | None) -> dict[str, Any]:
    """How a file is read as a list: its `html` to look at and correct, and what the page has to know of it.

    `asked["inspect"]` has the `field` and the `file`, and the `layout` that a person corrected or the `sheet` that they
    chose. Back come the `layout`, the `key` of the shape of the file, whether the list `counts`, how many `rows` it has
    and how many of them are `counted`, and the names of the fields that are `covered` by a column; or a `fault` in
    words.
    """
    declared, words = declaration(asked["calculator"]), words_of(asked["calculator"], asked["lang"])
    wanted = asked["inspect"]
    field = declared.field(wanted["field"])
    try:
        layout, source = _layout(wanted, field, words)
        found = inspect(field, source, layout, words, tick)
    except CalculatorError as error:
        return {"fault": " ".join(worded_fault(problem, declared, words).placed for problem in error.problems)}
    faults = [worded_fault(problem, declared, words).placed for problem in found.faults]
    names = {one.name for one in declared.fields}
    return {
        "html": inspection_html(declared.name, field, found, faults, words),
        "layout": as_plain(found.layout),
        "key": found.key,
        "counts": not found.missing and found.counted > 0,
        "rows": found.rows,
        "counted": found.counted,
        "covered": sorted(names & set(found.layout.columns)),
    }


def _layout(wanted: Mapping[str, Any], field: Field, words: Words) -> tuple[Layout, Source]:
    if "layout" in wanted:
        layout = layout_from(wanted["layout"], field)
        return layout, FILES.source(wanted["file"], layout.sheet)
    source = FILES.source(wanted["file"], wanted.get("sheet", ""))
    return proposed_layout(field, source, words.lang), source

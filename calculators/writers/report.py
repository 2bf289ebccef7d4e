"""A calculator and its answer as plain text, for a terminal."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from calculators.core.declarations import Declaration
from calculators.core.fields import Field, as_quantity, plain_value
from calculators.core.words import Words
from calculators.evaluation.records import Answer, Explanation, Figure, Rows
from calculators.present.quantities import code_label, written
from calculators.present.sentences import filled

# Rows of a long table that are shown at either end of it.
ENDS_SHOWN: Final = 50


def help_text(declared: Declaration, words: Words) -> str:
    """The fields of a calculator, by group, with bounds, choices and default."""
    usage = filled(words["report.usage"], lambda _: declared.name)
    lines = [words["title"], words["purpose"], "", usage]
    for group in declared.groups:
        lines += ["", words[f"groups.{group.name}"]]
        for field in group.fields:
            key = f"fields.{field.name}"
            lines += [
                f"  --{field.name.replace('_', '-')}",
                f"      {words[f'{key}.label']}. {words[f'{key}.help']}",
                f"      {_limits(field, words)}",
            ]
    return "\n".join(lines)


def _limits(field: Field, words: Words) -> str:
    """What a field takes, in a line."""
    parts = []
    if field.choices:
        parts.append(", ".join(f"{code} ({code_label(field.name, code, words)})" for code in field.choices))
    if field.listed:
        parts.append(words["report.list"])
    elif field.kind == "table":
        parts.append(f"{':'.join(column.name for column in field.columns)}, {words['report.table']}")
    if field.minimum is not None and field.maximum is not None:
        bounds = {
            "low": written(as_quantity(field, plain_value(field, field.minimum)), words),
            "high": written(as_quantity(field, plain_value(field, field.maximum)), words),
        }
        parts.append(filled(words["report.between"], bounds.__getitem__))
    parts.append(f"{words['report.default']}: {field.default or '-'}")
    return "; ".join(parts)


def report(answer: Answer) -> str:
    """The answer: headline, results, before and after, tables, letter, steps, notes and sources."""
    words = answer.words
    lines = [answer.title, "", answer.headline, *_paragraphs(answer.notices), "", words["report.results"]]
    lines += _figures(answer.figures)
    if answer.comparisons:
        lines += ["", words["frame.before_and_after"], *_aligned(_compared(answer))]
    for table in answer.tables:
        if table.values:
            lines += ["", table.caption, *_shown_rows(table)]
    if answer.talk:
        lines += ["", words["frame.talk"], *(f"  {said}" for said in answer.talk)]
    if answer.letter:
        lines += ["", words["frame.letter"], words["frame.letter_hint"], "", answer.letter.text]
    lines += ["", words["frame.how_computed"], *map(_step, answer.steps)]
    lines += _paragraphs(answer.notes)
    return "\n".join([*lines, "", words["frame.sources"], *(f"  {source.line}" for source in answer.sources)])


def _figures(figures: Sequence[Figure]) -> list[str]:
    """Each answer on a line, and under it why it has no value, or a remark."""
    lines = _aligned([(figure.label, figure.written) for figure in figures])
    return [
        part
        for line, figure in zip(lines, figures, strict=True)
        for part in (line, *([f"    {figure.reason}"] if figure.reason else []))
    ]


def _paragraphs(texts: Sequence[str]) -> list[str]:
    return ["", *texts] if texts else []


def _compared(answer: Answer) -> list[tuple[str, ...]]:
    frame = answer.words
    head = ("", frame["frame.before"], frame["frame.after"], frame["frame.difference"])
    return [head, *(tuple(row.cells(frame)) for row in answer.comparisons)]


def _step(step: Explanation) -> str:
    how = f" = {step.filled}" if step.filled else ""
    return f"  {step.label}{how} = {step.written}" + (f" ({step.note})" if step.note else "")


def _shown_rows(table: Rows) -> list[str]:
    """The rows under their columns; of a long table the first and the last, for those are looked at."""
    count = len(table.values)
    if count <= 2 * ENDS_SHOWN:
        return _aligned(_table_rows(table, 0, count))
    lines = []
    for first, last in ((0, ENDS_SHOWN), (count - ENDS_SHOWN, count)):
        lines += [table.told(first + 1, last), *_aligned(_table_rows(table, first, last))]
    return lines


def _table_rows(table: Rows, first: int, last: int) -> list[tuple[str, ...]]:
    return [tuple(column.label for column in table.columns), *(tuple(row) for row in table.written(first, last))]


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows with every column as wide as its widest cell; all but the first to the right."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return [
        "  "
        + "  ".join(
            f"{cell:<{width}}" if index == 0 else f"{cell:>{width}}"
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]

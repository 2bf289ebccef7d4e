"""A calculator and its answer as plain text, for a terminal."""

from collections.abc import Sequence
from itertools import zip_longest

from calculators.bridge import as_contract
from calculators.catalogue import NAMES, calculator
from calculators.core.fields import Calculator, Field, Table, as_quantity, plain_value
from calculators.core.results import Quantity, Row
from calculators.core.text import Lang, Text
from calculators.evaluation import Outcome
from calculators.present.values import written

USAGE = Text(
    "Gebruik: python -m calculators {name} --veld waarde ... [--lang nl|en] [--json]",
    "Usage: python -m calculators {name} --field value ... [--lang nl|en] [--json]",
)
ANSWERS = Text("Uitkomsten", "Results")
STEPS = Text("Zo is dit berekend", "How this was computed")
SOURCES = Text("Bronnen", "Sources")
DEFAULT = Text("standaard", "default")
BETWEEN = Text("van {low} tot en met {high}", "from {low} up to and including {high}")
TABLE_HINT = Text(
    "rijen met blanco's ertussen, cellen met dubbele punten, of @bestand.csv",
    "rows by blanks, cells by colons, or @file.csv",
)


def calculator_list(lang: Lang) -> str:
    """Every calculator with what it is for."""
    width = max(map(len, NAMES))
    return "\n".join(f"{name:<{width}}  {calculator(name).purpose[lang]}" for name in NAMES)


def help_text(declared: Calculator, lang: Lang) -> str:
    """The fields of a calculator with bounds, choices and default."""
    lines = [declared.title[lang], declared.purpose[lang], "", USAGE[lang].replace("{name}", declared.name), ""]
    for field in declared.fields:
        lines += [
            f"  --{field.name.replace('_', '-')}",
            f"      {field.label[lang]}. {field.help[lang]}",
            f"      {_limits(field, lang)}",
        ]
    return "\n".join(lines)


def _limits(field: Field, lang: Lang) -> str:
    """What a field takes, in a line."""
    parts = []
    if field.choices:
        parts.append(", ".join(f"{choice.code} ({choice.label[lang]})" for choice in field.choices))
    if field.kind == "table":
        parts.append(f"{':'.join(column.name for column in field.columns)}, {TABLE_HINT[lang]}")
    if field.minimum is not None and field.maximum is not None:
        low, high = (
            written(as_quantity(field, plain_value(field, bound)), lang) for bound in (field.minimum, field.maximum)
        )
        parts.append(BETWEEN[lang].replace("{low}", low).replace("{high}", high))
    parts.append(f"{DEFAULT[lang]}: {field.default or '-'}")
    return "; ".join(parts)


def report(outcome: Outcome, lang: Lang) -> str:
    """The answer: headline, results, tables, steps, notes and sources."""
    contract = as_contract(outcome, lang)
    declared, result = outcome.calculator, outcome.result
    answers = result.answers if result else {}
    rows = [(output.label[lang], written(answers[output.name], lang, output.choices)) for output in declared.answers]
    lines = [declared.title[lang], "", contract["headline"], "", ANSWERS[lang], *_aligned(rows)]
    for table in declared.tables:
        if result and result.tables[table.name]:
            lines += ["", table.label[lang], *_aligned(_table_rows(table, result.tables[table.name], lang))]
    lines += ["", STEPS[lang]]
    for step in contract["steps"]:
        how = f" = {step['filled']}" if step["filled"] else ""
        lines.append(f"  {step['label']}{how} = {step['value']}" + (f" ({step['note']})" if step["note"] else ""))
    lines += ["", *(note["message"] for note in contract["notes"] if note["field"] is None)]
    lines += [
        "",
        SOURCES[lang],
        *(f"  {source['title']} {source['address']}".rstrip() for source in contract["sources"]),
    ]
    return "\n".join(lines)


def _table_rows(table: Table, rows: Sequence[Row], lang: Lang) -> list[tuple[str, ...]]:
    head = tuple(column.label[lang] for column in table.columns)
    body = [
        tuple(
            "" if cell is None else written(Quantity(cell, column.unit), lang, column.choices)
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in rows
    ]
    return [head, *body]


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

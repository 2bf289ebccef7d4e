"""What holds for the declaration of every calculator, whatever it computes."""

import inspect
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from calculators.catalogue import NAMES, declaration, words_of
from calculators.core.declarations import Bars, Output, Plot, Table
from calculators.core.fields import Field
from calculators.core.words import LANGS, Lang
from calculators.evaluation.question import default_value
from calculators.present.tables import read_table, rows_from_text
from calculators.present.values import read_value, typed_plain
from tests.questions import golden_questions

WHOLE_WORDS = re.compile(r"[a-z]+(_([a-z]+|\d+))*|365")  # a day count is named by its number
SHORTENED = {"amt", "avg", "calc", "cnt", "cust", "disc", "idx", "max", "min", "no", "num", "pct", "perc", "qty", "rev"}
# `from` is a word of Python, so that a record calls the ends of a range otherwise.
ENDS_OF_RANGES = {"from": {"start", "first", "low"}, "until": {"until", "last", "high"}}

every_calculator = pytest.mark.parametrize("name", NAMES)
every_language = pytest.mark.parametrize("lang", LANGS)


@every_calculator
def test_formula_takes_exactly_the_declared_fields(name: str) -> None:
    """Each field that computes is a keyword-only argument of the formula, in order and without a second default."""
    declared = declaration(name)
    parameters = inspect.signature(declared.formula).parameters.values()
    assert [parameter.name for parameter in parameters] == [field.name for field in declared.fields if field.is_taken]
    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}
    assert {parameter.default for parameter in parameters} == {inspect.Parameter.empty}
    assert declared.name == name


@every_calculator
@every_language
def test_defaults_are_valid_input(name: str, lang: Lang) -> None:
    """What stands in the form at first can be read, lies within the bounds, and is the default value."""
    words = words_of(name, lang)
    for field in declaration(name).fields:
        if field.kind == "table":
            rows = [
                [typed_plain(column, cell, words) for column, cell in zip(field.columns, row, strict=True)]
                for row in rows_from_text(field, field.default)
            ]
            assert read_table(field, rows, words)[0] == default_value(field), field.name
        else:
            read = read_value(field, typed_plain(field, field.default, words), words)
            assert read.value == default_value(field), field.name


@every_calculator
def test_declaration_fits_together(name: str) -> None:
    """Units, bounds, choices, records, conditions and names of the declared parts agree with each other."""
    declared = declaration(name)
    units = {output.name: output.unit for output in declared.answers}
    assert declared.main in units
    if declared.named_by:
        named = declared.field(declared.named_by)
        assert (named.kind, named.noted, named.private) == ("text", True, True)
    for pair in declared.compared:
        assert units[pair.before] == units[pair.after]
    for field in _with_columns(declared.fields):
        assert (field.kind == "choice") == bool(field.choices), field.name
        assert (field.kind == "table") == bool(field.columns) == bool(field.record), field.name
        if field.only_when:
            other, code = field.only_when
            assert code in declared.field(other).choices, field.name
        if field.gate:
            assert any(other.only_when and other.only_when[0] == field.name for other in declared.fields), field.name
        if field.kind in ("money", "percent", "number", "whole"):
            assert field.minimum is not None, f"{field.name} has no lower bound"
        if field.built_by:
            builder = declaration(field.built_by)
            assert {output.unit for output in builder.answers if output.name == builder.main} == {field.unit}


@every_calculator
@every_language
def test_labels_are_told_apart(name: str, lang: Lang) -> None:
    """No input is called what an answer is called: a step would say that a thing is itself."""
    declared, words = declaration(name), words_of(name, lang)
    inputs = {words[f"fields.{field.name}.label"] for field in declared.fields}
    assert inputs & {words[f"answers.{output.name}"] for output in declared.answers} == set()


@every_calculator
def test_calculator_names_what_it_rests_on(name: str) -> None:
    """Every answer has a source."""
    assert all(asked.answer("en").sources for asked in golden_questions(name))


@every_calculator
def test_rows_are_records_with_the_declared_columns(name: str) -> None:
    """Each row of an answered table, and each row that a formula takes, names its cells as the columns are named."""
    declared = declaration(name)
    columns = {table.name: [column.name for column in table.columns] for table in declared.tables}
    for asked in golden_questions(name):
        assert set(asked.result.tables) == set(columns), asked.name
        for table, rows in asked.result.tables.items():
            for row in rows:
                assert _is_named(row, columns[table]), (asked.name, table)
    for field in declared.fields:
        value = default_value(field)
        for row in value if isinstance(value, tuple) else ():
            assert _is_named(row, [column.name for column in field.columns]), field.name


def _is_named(row: object, columns: list[str]) -> bool:
    names: tuple[str, ...] = getattr(row, "_fields", ())
    return len(names) == len(columns) and all(
        name == column or name in ENDS_OF_RANGES.get(column, set()) for name, column in zip(names, columns, strict=True)
    )


def _with_columns(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from field.columns


@every_calculator
def test_names_are_whole_words(name: str) -> None:
    """Names of fields, answers, tables, columns and choices are snake_case and not shortened."""
    declared = declaration(name)
    outputs = [*declared.answers, *(column for table in declared.tables for column in table.columns)]
    parts: list[Field | Output | Table] = [*_with_columns(declared.fields), *outputs, *declared.tables]
    named = [name, *(part.name for part in parts)]
    named += [code for part in parts if not isinstance(part, Table) for code in part.choices]
    for word in named:
        assert WHOLE_WORDS.fullmatch(word), word
        assert word == "no" or not SHORTENED & set(word.split("_")), word
    assert not {field.name for field in declared.fields} & {"lang", "json", "help", "inputs", "as_of"}, (
        "an option of its own"
    )
    both = {output.name for output in declared.answers} & {field.name for field in declared.fields}
    # The contract names the question whether costs count and the costs themselves alike; a sentence means the costs.
    assert both <= {"collection_costs"}


@every_calculator
def test_result_is_exactly_what_is_declared(name: str) -> None:
    """Answers, units, choices, headlines, pictures and series are the declared ones; undefined has its reason."""
    declared = declaration(name)
    plots = {plot.name: {series.name for series in plot.series} for plot in declared.pictures if isinstance(plot, Plot)}
    bars = {picture.name: set(picture.bars) for picture in declared.pictures if isinstance(picture, Bars)}
    for asked in golden_questions(name):
        result = asked.result
        assert result.headline in declared.headlines, asked.name
        assert set(result.answers) == {output.name for output in declared.answers}, asked.name
        for output in declared.answers:
            quantity = result.answers[output.name]
            assert quantity.unit == output.unit, (asked.name, output.name)
            assert quantity.value is not None or quantity.reason, (asked.name, output.name)
            assert not output.choices or quantity.value in output.choices, (asked.name, output.name)
        for table in declared.tables:
            for row in result.tables[table.name]:
                for column, cell in zip(table.columns, row, strict=True):
                    assert not column.choices or cell in column.choices, (asked.name, cell)
        assert all(set(series) <= plots[plot] for plot, series in result.plots.items()), asked.name
        assert all(set(spans) <= bars[picture] for picture, spans in result.bars.items()), asked.name


@every_calculator
def test_money_is_to_the_cent(name: str) -> None:
    """Every amount in answers and tables has exactly two decimals."""
    declared = declaration(name)
    for asked in golden_questions(name):
        amounts = [
            (output.name, asked.result.answers[output.name].value)
            for output in declared.answers
            if output.unit == "EUR"
        ]
        for table in declared.tables:
            for row in asked.result.tables[table.name]:
                pairs = zip(table.columns, row, strict=True)
                amounts += [(column.name, cell) for column, cell in pairs if column.unit == "EUR"]
        for label, amount in amounts:
            assert amount is None or re.fullmatch(r"-?\d+\.\d\d", str(amount)), (asked.name, label, amount)
            assert not isinstance(amount, Decimal) or str(amount) != "-0.00", (asked.name, label)

"""What holds for every calculator, whatever it computes."""

import ast
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields as record_fields
from dataclasses import is_dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from pathlib import Path

import pytest

import calculators
from calculators.bridge import answer
from calculators.catalogue import NAMES, calculator
from calculators.core.fields import Field, InputValue, Output, Table
from calculators.core.results import Quantity, Result, Step
from calculators.core.text import LANGS, Lang, Text
from calculators.evaluation import Outcome, evaluate
from calculators.present.tables import read_table
from calculators.present.values import read_value, typed_default, typed_rows
from tests.formulas import UndefinedFormulaError, names_in, outcome
from tests.golden_tables import cases

PACKAGE = Path(calculators.__file__).parent
WHOLE_WORDS = re.compile(r"[a-z]+(_([a-z]+|\d+))*|365")  # a day count is named by its number
SHORTENED = {"amt", "avg", "calc", "cnt", "cust", "disc", "idx", "max", "min", "no", "num", "pct", "perc", "qty", "rev"}
TOLERANCE = {"EUR": Decimal("0.01"), "fraction": Decimal("1e-9")}
RELATIVE_TOLERANCE = Decimal("1e-9")
SENTENCE_END = (".", "!", "?")
CLOCK = {"today", "now", "utcnow", "time", "monotonic"}

every_calculator = pytest.mark.parametrize("name", NAMES)
every_language = pytest.mark.parametrize("lang", LANGS)


def outcomes(name: str) -> Iterator[tuple[str, Outcome, Result]]:
    """The default question and the golden ones of a calculator that have an answer."""
    questions: list[tuple[str, dict[str, str]]] = [("default", {})]
    questions += [
        (case.name, json.loads(case.request)["values"])
        for case in cases()
        if case.name.rpartition("-")[0] == name and not case.refused
    ]
    for question, values in questions:
        found = evaluate(name, values, "en")
        assert found.result is not None, (question, found.problems)
        yield question, found, found.result


def texts_in(thing: object) -> Iterator[Text]:
    """Every text inside a record, a mapping or a sequence."""
    if isinstance(thing, Text):
        yield thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for part in record_fields(thing):
            yield from texts_in(getattr(thing, part.name))
    elif isinstance(thing, Mapping):
        for part in thing.values():
            yield from texts_in(part)
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from texts_in(part)


@every_calculator
def test_function_takes_exactly_the_declared_fields(name: str) -> None:
    """Each field is a keyword-only argument of the function, in the same order and without a second default."""
    declared = calculator(name)
    parameters = inspect.signature(declared.calculate).parameters.values()
    assert [parameter.name for parameter in parameters] == [field.name for field in declared.fields]
    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}
    assert {parameter.default for parameter in parameters} == {inspect.Parameter.empty}
    assert declared.name == name == declared.calculate.__name__


@every_calculator
@every_language
def test_defaults_are_valid_input(name: str, lang: Lang) -> None:
    """What stands in the form at first can be read, lies within the bounds, and is the default value."""
    declared = calculator(name)
    values = evaluate(name, {}, lang).values
    for field in declared.fields:
        if field.kind == "table":
            read: InputValue = read_table(field, typed_rows(field, lang), lang)[0]
        else:
            read = read_value(field, typed_default(field, lang), lang).value
        if field.name in values:
            assert read == values[field.name], field.name


@every_calculator
def test_declaration_fits_together(name: str) -> None:
    """Units, bounds, choices and conditions of the declared fields agree with their kinds."""
    declared = calculator(name)
    by_name = {field.name: field for field in declared.fields}
    assert declared.headline in {output.name for output in declared.answers}
    for field in _with_columns(declared.fields):
        assert (field.kind == "choice") == bool(field.choices), field.name
        assert (field.kind == "percent") == (field.unit == "fraction"), field.name
        assert (field.kind == "money") == (field.unit == "EUR"), field.name
        assert (field.kind == "table") == bool(field.columns), field.name
        if field.only_when:
            other, code = field.only_when
            assert code in {choice.code for choice in by_name[other].choices}, field.name
        if field.kind in ("money", "percent", "number", "whole"):
            assert field.minimum is not None, f"{field.name} has no lower bound"


def _with_columns(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from field.columns


@every_calculator
def test_names_are_whole_words(name: str) -> None:
    """Names of fields, answers, tables, columns and choices are snake_case and not shortened."""
    declared = calculator(name)
    outputs = [*declared.answers, *(column for table in declared.tables for column in table.columns)]
    parts: list[Field | Output | Table] = [*_with_columns(declared.fields), *outputs, *declared.tables]
    named = [name, *(part.name for part in parts)]
    named += [choice.code for part in parts if not isinstance(part, Table) for choice in part.choices]
    for word in named:
        assert WHOLE_WORDS.fullmatch(word), word
        assert word == "no" or not SHORTENED & set(word.split("_")), word
    both = {output.name for output in declared.answers} & {field.name for field in declared.fields}
    # The contract names the question whether costs count and the costs themselves alike; a sentence means the costs.
    assert both <= {"collection_costs"}


@every_calculator
def test_result_is_exactly_what_is_declared(name: str) -> None:
    """Answers, tables, units and choices of each result are the declared ones; undefined has its reason."""
    declared = calculator(name)
    for question, _, result in outcomes(name):
        assert set(result.answers) == {output.name for output in declared.answers}, question
        assert set(result.tables) == {table.name for table in declared.tables}, question
        for output in declared.answers:
            quantity = result.answers[output.name]
            assert quantity.unit == output.unit, (question, output.name)
            assert (quantity.value is None) == (quantity.reason is not None), (question, output.name)
            if output.choices:
                assert quantity.value in {choice.code for choice in output.choices}, (question, output.name)
        for table in declared.tables:
            for row in result.tables[table.name]:
                for column, cell in zip(table.columns, row, strict=True):
                    assert not column.choices or cell in {choice.code for choice in column.choices}, (question, cell)


@every_calculator
def test_money_is_to_the_cent(name: str) -> None:
    """Every amount in answers and tables has exactly two decimals."""
    declared = calculator(name)
    for question, _, result in outcomes(name):
        amounts = [(output.name, result.answers[output.name].value) for output in declared.answers if _is_euro(output)]
        for table in declared.tables:
            for row in result.tables[table.name]:
                amounts += [
                    (column.name, cell) for column, cell in zip(table.columns, row, strict=True) if _is_euro(column)
                ]
        for label, amount in amounts:
            assert amount is None or re.fullmatch(r"-?\d+\.\d\d", str(amount)), (question, label, amount)
            assert str(amount) != "-0.00", (question, label)


def _is_euro(output: object) -> bool:
    return getattr(output, "unit", None) == "EUR"


@every_calculator
def test_every_text_is_there_in_both_languages(name: str) -> None:
    """No text is blank; a sentence is not the same in both; both hold the same names between braces."""
    declared = calculator(name)
    found = [*texts_in(declared), *(text for _, _, result in outcomes(name) for text in texts_in(result))]
    for text in found:
        assert text.nl.strip(), text
        assert text.en.strip(), text
        if text.nl.endswith(SENTENCE_END) or text.en.endswith(SENTENCE_END):
            assert text.nl != text.en, text
            assert text.nl.endswith(SENTENCE_END) == text.en.endswith(SENTENCE_END), text
        assert names_in(text.nl) == names_in(text.en), text


@every_calculator
def test_sentences_and_steps_name_what_there_is(name: str) -> None:
    """Headlines, pictures and steps refer to inputs that were used and answers that are given."""
    for question, found, result in outcomes(name):
        known = set(found.quantities())
        shown = [result.headline, *(picture.description for picture in result.pictures)]
        shown += [step.note for step in result.steps if step.note]
        for text in shown:
            assert names_in(text.nl) <= known, (question, text)
        for step in result.steps:
            assert names_in(step.formula) <= known, (question, step.formula)
            assert step.name in result.answers, (question, step.name)
        for note in result.notes:
            assert not names_in(note.nl), (question, note)


@every_calculator
def test_every_answer_has_a_step(name: str) -> None:
    """Each answer with a value, other than a verdict, says how it was reached: by formula, or in words."""
    for question, _, result in outcomes(name):
        explained = [step.name for step in result.steps]
        assert len(explained) == len(set(explained)), question
        for answered, quantity in result.answers.items():
            assert quantity.value is None or quantity.unit == "code" or answered in explained, (question, answered)
        assert all(step.formula or step.note for step in result.steps), question


@every_calculator
def test_steps_compute_what_they_say(name: str) -> None:
    """The formula of each step, with the figures of the case, gives the answer that it stands for."""
    for question, found, result in outcomes(name):
        quantities = found.quantities()
        for step in result.steps:
            if step.formula:
                assert _is_right(step, quantities), (question, step.name, quantities[step.name])


def _is_right(step: Step, quantities: Mapping[str, Quantity]) -> bool:
    """Whether the step gives its answer, within what rounding of the figures in between can do."""
    answered = quantities[step.name]

    def value_of(name: str) -> Decimal | None:
        value = quantities[name].value
        return Decimal(value) if isinstance(value, Decimal | int) else None

    try:
        computed = outcome(step.formula, value_of)
    except UndefinedFormulaError:
        return answered.value is None
    if answered.value is None:
        return True  # the reason says more than the formula can
    note = step.note.en.lower() if step.note else ""
    if "rounded down" in note:
        computed = computed.to_integral_value(ROUND_FLOOR)
    if "rounded up" in note:
        computed = computed.to_integral_value(ROUND_CEILING)
    if "never below 0" in note:
        computed = max(Decimal(0), computed)
    expected = value_of(step.name)
    assert expected is not None
    tolerance = TOLERANCE.get(answered.unit, Decimal("0.01")) + abs(expected) * RELATIVE_TOLERANCE
    return abs(computed - expected) <= tolerance


@every_calculator
@every_language
def test_answer_is_written_in_full(name: str, lang: Lang) -> None:
    """The contract object of the default question is complete, with no name between braces left over."""
    found = json.loads(answer(json.dumps({"calculator": name, "lang": lang, "values": {}})))
    assert found["headline"]
    assert found["steps"]
    assert found["sources"]
    assert "{" not in found["headline"] + "".join(step["filled"] + (step["note"] or "") for step in found["steps"])
    assert all(source["title"] and source["checked"] for source in found["sources"])


@every_calculator
def test_sources_are_declared(name: str) -> None:
    """Sources that a result or a step names are among those of the result."""
    for question, _, result in outcomes(name):
        for step in result.steps:
            assert step.source is None or step.source in result.sources, (question, step.name)


def _module_files() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py")


@pytest.mark.parametrize("path", _module_files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_uses_no_clock_no_float_and_no_file(path: Path) -> None:
    """Today is an input, numbers are never binary, and only `core/rates.py` reads files."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCK, f"line {node.lineno}: {node.attr}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            imported = {alias.name.split(".")[0] for alias in node.names} | {getattr(node, "module", "") or ""}
            assert not imported & {"time", "random", "locale", "socket", "urllib"}, f"line {node.lineno}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"line {node.lineno}: {node.value}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "float", f"line {node.lineno}"
            assert node.func.id != "open" or path.name == "rates.py", f"line {node.lineno}"


def test_formulas_are_read_as_written() -> None:
    """The evaluator of the step test knows precedence, brackets and what has no outcome."""
    values = {"one": Decimal(1), "two": Decimal(2), "nothing": None}
    assert outcome("{one} + {two} × ({two} − 4) / 2", values.__getitem__) == -1
    for undefined in ("{one} / ({two} − 2)", "{nothing} + 1"):
        with pytest.raises(UndefinedFormulaError):
            outcome(undefined, values.__getitem__)
    for broken in ("{one} {two}", "({one}", "{one} +", "{one} * {two}", "× {one}"):
        with pytest.raises(ValueError, match=r".*"):
            outcome(broken, values.__getitem__)

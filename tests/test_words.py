"""The words of the calculators: complete, alike in every language, and none that nobody reads."""

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import calculators
from calculators.catalogue import NAMES, declaration
from calculators.core.data_files import json_file
from calculators.core.dated_series import dated_series
from calculators.core.declarations import Bars, Declaration, Output, Plot
from calculators.core.fields import NO, YES, Field
from calculators.core.words import LANGS, Lang, flattened, shared_words
from tests.formulas import names_in

PACKAGE = Path(calculators.__file__).parent
PROJECT = PACKAGE.parent
# Sections whose entries are named by a code in the formula.
BY_CODE = ("reasons", "notes", "problems", "sources", "talk", "offers", "not_counted", "letter")
# Sentences that bring figures of their own.
OWN_FIGURES = ("problems.", "talk.", "offers.", "letter.")
# Calls with a code: the section of its words, and its place among the arguments.
CODED = {
    "Problem": ("problems", 1),
    "refused": ("problems", 0),
    "undefined": ("reasons", 1),
    "Quantity": ("reasons", 2),
}
ROOMS = ("core", "law", "pricing", "present", "lists", "evaluation", "command_line")
SENTENCE_END = (".", "!", "?")
SERIES = ("commercial_interest", "consumer_interest", "value_added_tax")

every_calculator = pytest.mark.parametrize("name", NAMES)


def own(name: str, lang: Lang) -> dict[str, str]:
    """The words in the folder of a calculator, by key."""
    return dict(flattened(json_file("models", name, lang)))


@cache
def constants(folder: Path) -> frozenset[str]:
    """Every text that stands in the Python of a folder."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def declared_keys(declared: Declaration) -> Iterator[str]:
    """Every key that a declaration asks words for."""
    yield from ("title", "purpose")
    yield from (f"groups.{group.name}" for group in declared.groups)
    for field in declared.fields:
        yield from (f"fields.{field.name}.label", f"fields.{field.name}.help")
        yield from (f"columns.{field.name}.{column.name}" for column in field.columns)
    yield from (f"answers.{output.name}" for output in declared.answers)
    for table in declared.tables:
        yield f"tables.{table.name}"
        yield from (f"columns.{table.name}.{column.name}" for column in table.columns)
    columns = [column for table in declared.tables for column in table.columns]
    parts: list[Field | Output] = [*declared.fields, *declared.answers, *columns]
    for part in parts:
        if set(part.choices) != {YES, NO}:
            yield from (f"codes.{part.name}.{code}" for code in part.choices)
    yield from (f"compared.{pair.name}" for pair in declared.compared)
    yield from (f"headlines.{code}" for code in declared.headlines)
    named = (*declared.sources, *(step.source for step in declared.steps if step.source))
    yield from (f"sources.{source.name}" for source in named)
    for picture in declared.pictures:
        key = f"pictures.{picture.name}"
        yield from (
            f"{key}.title",
            f"{key}.description",
            f"{key}.y",
            *([f"{key}.x"] if isinstance(picture, Plot) else []),
        )
        names = [series.name for series in picture.series] if isinstance(picture, Plot) else picture.bars
        yield from (f"{key}.series.{name}" for name in names)


@every_calculator
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_missing_and_nothing_is_unread(name: str, lang: Lang) -> None:
    """The words of a calculator are those that its declaration and its formula ask for."""
    declared = declaration(name)
    needed = set(declared_keys(declared))
    there = set(own(name, lang))
    assert needed - there - set(shared_words(lang).texts) == set(), "missing"
    notes = {f"steps.{step.key}" for step in declared.steps}
    codes = constants(PACKAGE / "models" / name)
    by_code = {key for key in there if key.partition(".")[0] in BY_CODE and key.partition(".")[2] in codes}
    by_code |= {f"pictures.{picture.name}.level" for picture in declared.pictures if isinstance(picture, Bars)}
    assert there - needed - notes - by_code == set(), "unread"


def coded(folder: Path) -> Iterator[str]:
    """The keys of the words that the Python of a folder asks by a code: problems and reasons."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            section, place = CODED.get(node.func.id, ("", 0))
            for argument in node.args[place : place + 1] if section else []:
                yield from (
                    f"{section}.{part.value}"
                    for part in ast.walk(argument)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_has_words(lang: Lang) -> None:
    """Each code of a problem or a reason that stands in a formula, or in what formulas share, has its sentence."""
    shared = set(shared_words(lang).texts)
    folders = [(PACKAGE / "models" / name, set(own(name, lang))) for name in NAMES]
    folders += [(PACKAGE / room, set()) for room in ROOMS]
    found = {key: folder.name for folder, there in folders for key in coded(folder) if key not in there | shared}
    assert found == {}
    assert sum(1 for folder, _ in folders for _ in coded(folder)) > 40, "the codes are found"


@every_calculator
def test_every_language_says_the_same(name: str) -> None:
    """The same keys with the same figures in each language; a sentence is a sentence in each, and never the same."""
    _alike({lang: own(name, lang) for lang in LANGS})


@every_calculator
@pytest.mark.parametrize("lang", LANGS)
def test_sentences_name_what_there_is(name: str, lang: Lang) -> None:
    """Each name between braces is that of an input or an answer, but where a sentence brings its own figures."""
    declared = declaration(name)
    known = {field.name for field in declared.fields} | {output.name for output in declared.answers}
    wrong = {
        key: names_in(text) - known
        for key, text in own(name, lang).items()
        if not key.startswith(OWN_FIGURES) and names_in(text) - known
    }
    assert wrong == {}


def test_shared_words_say_the_same_in_every_language() -> None:
    """As for those of a calculator."""
    _alike({lang: dict(shared_words(lang).texts) for lang in LANGS})


@pytest.mark.parametrize("lang", LANGS)
def test_a_verdict_is_said_alike_by_every_calculator(lang: Lang) -> None:
    """Whoever goes from a review to a closer look reads the same word for the same verdict."""
    said: dict[str, set[str]] = {}
    for name in NAMES:
        for key, words in own(name, lang).items():
            if key.startswith("codes.verdict."):
                said.setdefault(key, set()).add(words)
    assert "codes.verdict.loss" in said
    assert {key: words for key, words in said.items() if len(words) > 1} == {}


def _alike(words: dict[Lang, dict[str, str]]) -> None:
    first, *others = LANGS
    for lang in others:
        assert set(words[first]) == set(words[lang])
        for key, text in words[first].items():
            other = words[lang][key]
            assert text.strip()
            assert other.strip()
            if not key.startswith("notation."):
                assert names_in(text) == names_in(other), key
                assert text.endswith(SENTENCE_END) == other.endswith(SENTENCE_END), key
                assert text != other or not text.endswith(SENTENCE_END), key


def test_every_shared_word_is_read() -> None:
    """A key stands in the code, or its last part is a code, a name or a source that stands there."""
    modules = [path for folder in (PACKAGE, PROJECT / "site_build") for path in folder.rglob("*.py")]
    code = "".join(path.read_text(encoding="utf-8") for path in modules)
    data = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "data").glob("*.json"))
    models = {key for name in NAMES for key in declared_keys(declaration(name))}
    unread = []
    for key in shared_words(LANGS[0]).texts:
        section, _, rest = key.partition(".")
        family = section in ("months", "units", "rounding", "notation") or rest.startswith("yes_or_no.")
        named = f'"{rest}"' in code or f'"{rest}"' in data or f'"{rest.split(".")[0]}"' in code
        if not (family or key in code or key in models or named):
            unread.append(key)
    assert unread == []


def test_no_sentence_stands_in_a_module() -> None:
    """Words stand in the words: no text of a Python module reads as a sentence, docstrings apart."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {
            node.body[0].value
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        found += [
            (path.name, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in docstrings
            and node.value.count(" ") > 2
            and node.value[:1].isupper()
        ]
    assert found == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SERIES)
def test_every_rate_names_its_source(name: str, lang: Lang) -> None:
    """Each row of a series has a source with a title, and the series says how sure it is."""
    words = shared_words(lang)
    series = dated_series(name)
    for row in series.rows:
        assert words[f"sources.{row.source.name}"]
        assert row.source.checked
    assert words[f"series.{name}.certainty"]
    assert words[f"series.{name}.name"]


def test_words_are_plain_json() -> None:
    """Each file is text by key, in groups; nothing else."""
    for path in [*(PACKAGE / "words").glob("*.json"), *(PACKAGE / "models").glob("*/*.json")]:
        for key, text in flattened(json.loads(path.read_text(encoding="utf-8"))):
            assert isinstance(text, str), (path.name, key)

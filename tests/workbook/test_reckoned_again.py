"""LibreOffice reckons every workbook again, and finds what the site finds, to the cent."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import pytest

from calculators.catalogue import NAMES
from calculators.core.fields import Field, plain_value
from calculators.core.quantities import Quantity, Unit
from calculators.evaluation import Answer, Question, evaluate
from calculators.present.quantities import code_label
from calculators.writers.workbook import workbook
from tests.questions import Asked, golden_questions
from tests.workbook.spreadsheet import Value, changed, formulas, reckoned_again, unlocked

ONLY_A_FEW_OF_THE_OTHERS = 3
SHARES = Decimal("1e-9")
# What is typed in the fields that may be changed: so much, and so much more in each next one.
OTHER_FIGURES = {"money": ("1234.57", "96.31"), "percent": ("3.7", "1.3"), "whole": ("17", "3"), "number": ("19", "8")}


@dataclass(frozen=True, slots=True)
class Case:
    """A workbook of an answer, with wrong outcomes in all formulas, and the answer that it must come to."""

    content: bytes
    expected: Answer
    is_changed: bool


def cases() -> Iterator[tuple[str, Case]]:
    """Golden questions, all of a review and a few of every other calculator: as asked, with other figures, emptied."""
    for name in NAMES:
        asked = golden_questions(name)
        for number, question in enumerate(asked if name == "account_review" else asked[:ONLY_A_FEW_OF_THE_OTHERS]):
            answer = question.answer("nl" if number % 2 else "en")
            content = workbook(answer)
            yield f"{name}-{number}", Case(changed(content, {}), answer, is_changed=False)
            names = unlocked(content)
            free = [field for field in answer.declared.fields if field.name in names]
            emptied = {field.name: "" for field in free if field.optional}
            for label, texts in (("typed", dict(_typed(free))), ("emptied", emptied)):
                if texts and (case := _changed(content, question, answer, texts)):
                    yield f"{name}-{number}-{label}", case


def _typed(fields: list[Field]) -> Iterator[tuple[str, str]]:
    for number, field in enumerate(fields):
        first, more = OTHER_FIGURES[field.kind]
        yield field.name, str(Decimal(first) + number * Decimal(more))


def _changed(content: bytes, question: Asked, answer: Answer, texts: Mapping[str, str]) -> Case | None:
    """The workbook with other figures in its cells; None where the site refuses them."""
    asked = {**question.texts, **texts}
    found = evaluate(Question(answer.calculator, asked, answer.words.lang, dict.fromkeys(asked, "en")))
    fields = {field.name: field for field in answer.declared.fields}
    figures = {name: _number(fields[name], text) for name, text in texts.items()}
    return Case(changed(content, figures), found, is_changed=True) if isinstance(found, Answer) else None


def _number(field: Field, text: str) -> Decimal | None:
    return Decimal(str(plain_value(field, text))) if text else None


def expected_value(quantity: Quantity, name: str, answer: Answer) -> Value:
    """What the cell of an answer must hold."""
    value = quantity.value
    if isinstance(value, str):
        return code_label(name, value, answer.words) if quantity.unit == "code" else value
    return answer.words["undefined"] if value is None else Decimal(str(value))


def rest_on_the_site(written: Mapping[str, str]) -> set[str]:
    """The answers that go on from one which only the site computes."""
    found = {name for name, formula in written.items() if formula.startswith("IF(as_asked")}
    while more := {
        name for name, formula in written.items() if name not in found and found & set(re.findall(r"\w+", formula))
    }:
        found |= more
    return found


def _is_same(found: Value, expected: Value, unit: Unit) -> bool:
    """Whether a spreadsheet found the value: money to the cent, shares as far as their steps are tested."""
    if isinstance(found, Decimal) and isinstance(expected, Decimal) and unit in ("fraction", "percentage_points"):
        return abs(found - expected) <= SHARES
    return found == expected


@pytest.fixture(scope="module")
def reckoned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Case, dict[str, Value]]]:
    """All cases with what LibreOffice makes of them, in one run."""
    known = dict(cases())
    found = reckoned_again({name: case.content for name, case in known.items()}, tmp_path_factory.mktemp("workbooks"))
    return {name: (case, found[name]) for name, case in known.items()}


def test_a_spreadsheet_finds_the_same(reckoned: Mapping[str, tuple[Case, Mapping[str, Value]]]) -> None:
    """Every answer, of the figures asked with and of others; what only the site computes says so once they change."""
    wrong = []
    for label, (case, found) in reckoned.items():
        answer, written = case.expected, formulas(case.content)
        unsure = rest_on_the_site(written) if case.is_changed else set()
        for figure in answer.figures:
            expected = expected_value(figure.quantity, figure.name, answer)
            told = {answer.words["undefined"], answer.words["workbook.ask_again"]}
            if figure.name in unsure and found[figure.name] in told:
                continue
            if not _is_same(found[figure.name], expected, figure.quantity.unit):
                wrong.append(f"{label}, {figure.name}: {found[figure.name]} instead of {expected}")
    assert wrong == []


def test_reviews_are_changed_and_emptied(reckoned: Mapping[str, tuple[Case, Mapping[str, Value]]]) -> None:
    """There is something to find: reviews of each kind, and every calculator."""
    labels = list(reckoned)
    assert {label.split("-")[0] for label in labels} == set(NAMES)
    for kind in ("typed", "emptied"):
        assert sum(label.startswith("account_review") and label.endswith(kind) for label in labels) > 20

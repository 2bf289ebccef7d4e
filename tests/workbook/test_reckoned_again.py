"""LibreOffice reckons every workbook again, and finds what the site finds, to the cent."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import pytest
from xlsxwriter import Workbook

from calculators.catalogue import NAMES
from calculators.core.fields import Field, plain_value, typed_number
from calculators.core.money import to_cent
from calculators.core.quantities import Quantity, Unit
from calculators.evaluation import Answer, Question, evaluate
from calculators.evaluation.records import Figure
from calculators.present.quantities import code_label
from calculators.writers.workbook import workbook
from tests.questions import Asked, golden_questions
from tests.workbook.spreadsheet import (
    MAIN,
    Value,
    cells,
    changed,
    formulas,
    part,
    places,
    reckoned_again,
    unlocked,
)

# LibreOffice takes so long that one worker lets it reckon for all tests.
pytestmark = pytest.mark.xdist_group("workbooks")
ONLY_A_FEW_OF_THE_OTHERS = 3
HALVES, HOSTILE = "halves", "hostile"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("x")', "=cmd|' /C calc'!A0", "https://example.org", "1-2-2024")
SHARES = Decimal("1e-9")
# What is typed in the fields that had nothing: so much, and so much more in each next one.
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
            emptied = {field.name: "" for field in free if field.optional and number % 3 == 0}
            for label, texts in (("typed", dict(_typed(free, question))), ("emptied", emptied)):
                if texts and (case := _changed(content, question, answer, texts)):
                    yield f"{name}-{number}-{label}", case


def _typed(fields: list[Field], question: Asked) -> Iterator[tuple[str, str]]:
    """A tenth less of each figure, and something where there was nothing."""
    for number, field in enumerate(fields):
        first, more = map(Decimal, OTHER_FIGURES[field.kind])
        value = question.inputs.values[field.name]
        now = typed_number(field, value) if isinstance(value, Decimal | int) else Decimal(0)
        other = now * Decimal("0.9") or first + number * more
        yield field.name, f"{int(other) if field.kind == 'whole' else to_cent(other)}"


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
def known() -> dict[str, Case]:
    """All cases."""
    return dict(cases())


@pytest.fixture(scope="module")
def again(known: Mapping[str, Case], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What LibreOffice makes of all cases, of halves of cents, and of texts that look like formulas."""
    workbooks = {name: case.content for name, case in known.items()}
    others = {HALVES: halves_of_cents(), HOSTILE: workbook(hostile_answer())}
    return reckoned_again({**workbooks, **others}, tmp_path_factory.mktemp("workbooks"))


def test_a_spreadsheet_finds_the_same(known: Mapping[str, Case], again: Mapping[str, bytes]) -> None:
    """Every answer, of the figures asked with and of others; what only the site computes says so once they change."""
    wrong = []
    for label, case in known.items():
        answer, written = case.expected, formulas(case.content)
        held, named = cells(again[label]), places(case.content)
        unsure = rest_on_the_site(written) if case.is_changed else set()
        for figure in answer.figures:
            expected, found = expected_value(figure.quantity, figure.name, answer), held[named[figure.name]]
            told = {answer.words["undefined"], answer.words["workbook.ask_again"]}
            if not (figure.name in unsure and found in told) and not _is_same(found, expected, figure.quantity.unit):
                wrong.append(f"{label}, {figure.name}: {found} instead of {expected}")
    assert wrong == []


def test_reviews_are_changed_and_emptied(known: Mapping[str, Case]) -> None:
    """There is something to find: reviews of each kind, and every calculator."""
    assert {label.split("-")[0] for label in known} == set(NAMES)
    for kind, least in (("typed", 20), ("emptied", 7)):
        assert sum(label.startswith("account_review") and label.endswith(kind) for label in known) >= least


def halves_of_cents() -> bytes:
    """Amounts and shares of which the product ends on half a cent, with the formula that a workbook has for them."""
    content = BytesIO()
    book = Workbook(content)
    sheet = book.add_worksheet()
    for row, (amount, share) in enumerate(_halves()):
        sheet.write_number(row, 0, amount)
        sheet.write_number(row, 1, share)
        sheet.write_formula(row, 2, f"=ROUND(A{row + 1}*B{row + 1},2)")
    book.close()
    return content.getvalue()


def _halves() -> Iterator[tuple[Decimal, Decimal]]:
    for cents in range(101, 10**8, 30_011):
        for thousandths in (5, 15, 25, 75, 125, 375, 875):
            amount, share = Decimal(cents) / 100, Decimal(thousandths) / 1000
            if (amount * share * 1000) % 10 == 5 and (amount * share * 1000) % 1 == 0:  # noqa: PLR2004 (half a cent)
                yield amount, share


def test_half_a_cent_goes_up(again: Mapping[str, bytes]) -> None:
    """Also where the doubles of a spreadsheet make a little less than half of it."""
    pairs, found = list(_halves()), cells(again[HALVES])
    assert len(pairs) > 1000
    wrong = [
        (amount, share, found[f"C{row}"])
        for row, (amount, share) in enumerate(pairs, start=1)
        if found[f"C{row}"] != (amount * share).quantize(Decimal("0.01"), ROUND_HALF_UP)
    ]
    assert wrong == []


def hostile_answer() -> Answer:
    """A plan with segments that are named like formulas, as are its customer and a conclusion."""
    rows = [[name, "1", "1", "1", "1"] for name in FORMULAS]
    found = evaluate(Question("visit_plan", {"segments": rows}, "nl"))
    assert isinstance(found, Answer)
    texts = {"customer": FORMULAS[0], "conclusion": "-\n".join(FORMULAS)}
    noted = {name: Figure(name, name, Quantity(text, "text"), text) for name, text in texts.items()}
    return replace(found, declared=replace(found.declared, named_by="customer"), inputs={**found.inputs, **noted})


def test_texts_are_never_formulas(again: Mapping[str, bytes]) -> None:
    """Neither as we write them nor as LibreOffice reads them."""
    for content in (workbook(hostile_answer()), again[HOSTILE]):
        sheet = "xl/worksheets/sheet2.xml"
        assert [cells(content, sheet)[f"A{row}"] for row in range(4, 4 + len(FORMULAS))] == list(FORMULAS)
        assert next(part(content, sheet).iter(f"{MAIN}f"), None) is None
        held = cells(content)
        assert held["A2"] == FORMULAS[0]
        assert "-\n".join(FORMULAS) in held.values()
        assert held[places(workbook(hostile_answer()))["visits"]] == len(FORMULAS)

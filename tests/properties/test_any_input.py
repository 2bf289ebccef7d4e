"""Whatever is typed, in whatever field: an answer, or a sentence that says what to do. Never anything else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.bridge import answer, retyped
from calculators.catalogue import NAMES, calculator
from calculators.core.fields import Field
from calculators.core.text import LANGS, Lang
from calculators.evaluation import evaluate

every_calculator = pytest.mark.parametrize("name", NAMES)

# Half of the texts look like figures, days or codes, so that they get past the first check.
FIGURES = st.one_of(
    st.integers(-10, 10**12).map(str),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-1000, max_value=10**9).map(str),
    st.text("0123456789.,- €%", max_size=45),
    st.dates().map(str),
    st.sampled_from(
        ("0", "", " ", "0.0000000000000000000000000000000001", "99.99999999999999999999999999999999999", "1e5", "NaN")
    ),
)


def texts_for(field: Field) -> st.SearchStrategy[Any]:
    """Texts that a person, a paste or a hostile link may put into the field."""
    likely = st.one_of(FIGURES, st.sampled_from([*(choice.code for choice in field.choices), field.default]))
    if field.kind != "table":
        return st.one_of(likely, st.text(max_size=60))
    cells = st.lists(st.one_of(FIGURES, st.text(max_size=8)), max_size=len(field.columns) + 1)
    exact = st.lists(FIGURES, min_size=len(field.columns), max_size=len(field.columns))
    return st.one_of(likely, st.text(max_size=60), st.lists(st.one_of(exact, cells), max_size=23))


def questions(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Values for any of the fields of a calculator."""
    return st.fixed_dictionaries({}, optional={field.name: texts_for(field) for field in calculator(name).fields})


@every_calculator
@given(data=st.data(), lang=st.sampled_from(LANGS))
def test_any_text_gives_an_answer_or_sentences(name: str, data: st.DataObject, lang: Lang) -> None:
    """No exception, and each error names its field and says in a sentence what to do."""
    values = data.draw(questions(name))
    found = json.loads(answer(json.dumps({"calculator": name, "lang": lang, "values": values})))
    if "errors" not in found:
        assert found["answers"]
        return
    fields = {field.name for field in calculator(name).fields}
    assert found["errors"]
    for error in found["errors"]:
        assert error["field"] in fields
        assert error["code"].isidentifier()
        assert error["message"].endswith("."), error
        assert "{" not in error["message"].replace(str(values), ""), error


@every_calculator
@given(data=st.data())
def test_every_problem_is_said_in_both_languages(name: str, data: st.DataObject) -> None:
    """Each problem has its own Dutch and English sentence."""
    for problem in evaluate(name, data.draw(questions(name)), "nl").problems:
        assert problem.text.nl.strip()
        assert problem.text.en.strip()
        assert problem.text.nl != problem.text.en


@every_calculator
@given(data=st.data(), lang=st.sampled_from(LANGS))
def test_values_survive_a_switch_of_language(name: str, data: st.DataObject, lang: Lang) -> None:
    """Texts that were read, written again for the other language, give the same answers there."""
    first = evaluate(name, data.draw(questions(name)), lang)
    if first.result is None:
        return
    other: Lang = "nl" if lang == "en" else "en"
    second = evaluate(name, retyped(first, dict.fromkeys(first.values, ""), other), other)
    assert second.result is not None, second.problems
    assert second.result.answers == first.result.answers
    assert second.values == first.values


@every_calculator
@given(word=st.text(min_size=1, max_size=20))
def test_a_field_that_does_not_exist_is_refused(name: str, word: str) -> None:
    """An unknown name is an error of its own, not something to pass over in silence."""
    if word in {field.name for field in calculator(name).fields}:
        return
    assert [problem.code for problem in evaluate(name, {word: "1"}, "en").problems] == ["unknown_field"]

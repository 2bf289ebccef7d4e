"""Whatever is typed, in whatever field: an answer, or a sentence that says what to do. Never anything else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import NAMES, declaration
from calculators.core.fields import Field
from calculators.core.words import LANGS, Lang
from calculators.door import respond

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
    st.sampled_from(("\udcff", "a" * 300, "\x00", '"', "1:2", "٣")),
)


def texts_for(field: Field) -> st.SearchStrategy[Any]:
    """Texts that a person, a paste or a hostile link may put into the field."""
    likely = st.one_of(FIGURES, st.sampled_from([*field.choices, field.default]))
    if field.kind != "table":
        return st.one_of(likely, st.text(max_size=60))
    cells = st.lists(st.one_of(FIGURES, st.text(max_size=8)), max_size=len(field.columns) + 1)
    exact = st.lists(FIGURES, min_size=len(field.columns), max_size=len(field.columns))
    return st.one_of(likely, st.text(max_size=60), st.lists(st.one_of(exact, cells), max_size=23))


def questions(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Values for any of the fields of a calculator."""
    return st.fixed_dictionaries({}, optional={field.name: texts_for(field) for field in declaration(name).fields})


def answered(name: str, values: dict[str, Any], lang: Lang, **more: Any) -> dict[str, Any]:
    """What the door responds, as page and as contract."""
    request = {"calculator": name, "lang": lang, "values": values, "writers": ["page", "contract"], **more}
    found: dict[str, Any] = json.loads(respond(json.dumps(request)))
    return found


@every_calculator
@given(data=st.data(), lang=st.sampled_from(LANGS))
def test_any_text_gives_an_answer_or_sentences(name: str, data: st.DataObject, lang: Lang) -> None:
    """No exception, and each error names its field and says in a sentence what to do; both writers agree."""
    found = answered(name, data.draw(questions(name)), lang)
    contract, page = found["contract"], found["page"]
    assert ("errors" in contract) == ("errors" in page)
    if "errors" not in contract:
        assert contract["answers"]
        assert page["head"]
        return
    fields = {field.name for field in declaration(name).fields}
    assert contract["errors"]
    assert len(contract["errors"]) == len(page["errors"])
    for error in contract["errors"]:
        assert error["field"] in fields
        assert error["code"].isidentifier()
        assert error["message"].endswith("."), error
        assert "{" not in error["message"], error


@every_calculator
@given(data=st.data())
def test_every_problem_is_said_in_each_language(name: str, data: st.DataObject) -> None:
    """The same problems in each language, each with a sentence of its own."""
    values = data.draw(questions(name))
    said = [answered(name, values, lang, written_in=dict.fromkeys(values, "nl"))["contract"] for lang in LANGS]
    told = [[(error["field"], error["code"]) for error in found.get("errors", [])] for found in said]
    assert told[0] == told[1]
    for one, other in zip(*(found.get("errors", []) for found in said), strict=True):
        assert one["message"] != other["message"]


@every_calculator
@given(data=st.data(), lang=st.sampled_from(LANGS))
def test_values_survive_a_switch_of_language(name: str, data: st.DataObject, lang: Lang) -> None:
    """Texts that were read, written again for the other language, give the same answers there."""
    values = data.draw(questions(name))
    other: Lang = "nl" if lang == "en" else "en"
    switched = answered(name, values, other, written_in=dict.fromkeys(values, lang))
    first = answered(name, values, lang)["contract"]
    if "errors" in first:
        return
    again = answered(name, {**values, **switched["page"]["texts"]}, other)["contract"]
    for key in ("inputs", "tables"):
        assert first[key] == again[key]
    assert [entry["value"] for entry in first["answers"].values()] == [
        entry["value"] for entry in again["answers"].values()
    ]


@every_calculator
@given(data=st.data())
def test_what_was_not_converted_yet_keeps_its_language(name: str, data: st.DataObject) -> None:
    """One field typed in the other language, beside fields that are not converted, changes no other field."""
    values = data.draw(questions(name))
    mixed = answered(name, values, "en", written_in=dict.fromkeys(values, "nl"))["contract"]
    dutch = answered(name, values, "nl")["contract"]
    assert mixed.get("inputs") == dutch.get("inputs")


@every_calculator
@given(word=st.text(min_size=1, max_size=20))
def test_a_field_that_does_not_exist_is_refused(name: str, word: str) -> None:
    """An unknown name is an error of its own, not something to pass over in silence."""
    if word in {field.name for field in declaration(name).fields}:
        return
    found = answered(name, {word: "1"}, "en")["contract"]
    assert [error["code"] for error in found["errors"]] == ["unknown_field"]

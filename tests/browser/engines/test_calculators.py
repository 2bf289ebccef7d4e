"""Calculators in engines beside Chromium: what readers type is answered, told and kept there as well."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from calculators.catalogue import NAMES
from calculators.core.words import Lang
from tests.browser.calculators.kept_image import KEPT
from tests.browser.calculators.pages import ROOTS, Texts, answer, change, script_word
from tests.browser.engines.gate import Gate
from tests.browser.engines.readers import Engine, Reader, expect

LINK: Final = "#~calculator=visit_cost&lang=nl&revenue=98.765&visits=12"
# Whose figures count, once a person can type.
LIVE: Final = """() => {
  const element = document.querySelector('sales-calculator');
  const input = element?.querySelector('input[type=text]');
  return input && !input.disabled && !input.readOnly ? element.dataset.calculator : null;
}"""
SHOWN: Final = """() => Object.fromEntries(
  [...document.querySelectorAll('sales-calculator .field:not([hidden])')].map((field) => {
    const { field: name, kind } = field.dataset;
    const texts = (place) => [...place.querySelectorAll('input[type=text], textarea')].map(({ value }) => value);
    if (kind === 'table') return [name, [...field.querySelectorAll('tbody tr')].map(texts)];
    return [name, kind === 'choice' ? field.querySelector('input:checked').value : texts(field)[0]];
  }),
)"""
# The parts of an answer that differ from what Python gave, and which answer the page says that it is.
STANDING: Final = """(expected) => {
  const element = document.querySelector('sales-calculator');
  const words = (text) => text.replace(/\\s+/g, ' ').trim();
  const differs = (part) => {
    const { textContent } = Object.assign(document.createElement('div'), { innerHTML: expected[part] });
    return words(textContent) !== words(element.querySelector(`[data-part=${part}]`).textContent);
  };
  return [element.dataset.answer, ...['head', 'figures', 'details'].filter(differs)];
}"""
STATE: Final = """() => {
  const { dataset } = document.querySelector('sales-calculator');
  return [dataset.python, dataset.answer];
}"""
TEXT: Final = "(selector) => document.querySelector(`sales-calculator ${selector}`).textContent"
VALUE: Final = "(selector) => document.querySelector(selector).value"
VISIBLE: Final = (
    "(selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility()).length"
)

# Selenium warns of itself.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")


def _open(reader: Reader, root: str, name: str, lang: Lang, fragment: str = "") -> None:
    """Go to the page of a calculator, until a person can type."""
    reader.open(f"{root}{ROOTS[lang]}calculators/{name}/{fragment}")
    expect(reader, LIVE, name)


def _expect_answer(reader: Reader, expected: Mapping[str, Any]) -> None:
    """The page shows this answer whole, and says that it is the answer to what stands in the form."""
    expect(reader, STANDING, ["answered"], expected)


def _type(reader: Reader, field: str, text: str) -> None:
    """Type over a figure; it stands there then."""
    reader.fill(f"#{field}", text)
    expect(reader, VALUE, text, f"#{field}")


@pytest.mark.parametrize("lang", ROOTS)
def test_each_calculator_answers_its_example_and_what_is_typed(reader: Reader, site_url: str, lang: Lang) -> None:
    """As Python answers outside the browser, whole; and nothing in the console speaks of a fault."""
    _open(reader, site_url, NAMES[0], lang)
    for name in NAMES:
        reader.press_enter(f"nav.md-nav a[href$='{name}/']")
        expect(reader, LIVE, name)
        texts: Texts = reader.read(SHOWN)
        expect(reader, STANDING, ["example"], answer(name, lang, texts))
        field, typed = change(name, lang, texts)
        _type(reader, f"{name}--{field}", typed)
        _expect_answer(reader, answer(name, lang, reader.read(SHOWN)))
    assert reader.console() == []


def test_wrong_input_is_told_and_kept(reader: Reader, site_url: str) -> None:
    """Each faulty field has a sentence, no verdict stands beside them, and what is mended is answered."""
    _open(reader, site_url, "visit_cost", "nl")
    _type(reader, "visit_cost--revenue", "veel")
    _type(reader, "visit_cost--visits", "-1")
    reader.press_enter("#visit_cost--visits")
    expect(reader, STATE, ["ready", "refused"])
    assert reader.read(VISIBLE, "[data-part=errors] li") == 2
    assert reader.read(VISIBLE, "#visit_cost--revenue--error, #visit_cost--visits--error") == 2
    assert reader.read(VISIBLE, "[data-part=head]") == 0
    assert [reader.read(VALUE, f"#visit_cost--{field}") for field in ("revenue", "visits")] == ["veel", "-1"]
    _type(reader, "visit_cost--revenue", "70000")
    _type(reader, "visit_cost--visits", "10")
    _expect_answer(reader, answer("visit_cost", "nl", reader.read(SHOWN)))
    assert reader.console() == []


def test_a_link_is_answered_and_a_return_visit_fetches_no_python(
    engine: Engine, gate: Gate, site_url: str, tmp_path: Path
) -> None:
    """At the first visit, and after the browser was closed and opened again: it starts from what the first one kept."""
    profile = tmp_path / "profile"
    with engine(profile) as reader:
        _open(reader, site_url, "visit_cost", "nl", LINK)
        assert reader.read(VALUE, "#visit_cost--revenue") == "98.765"
        _expect_answer(reader, answer("visit_cost", "nl", reader.read(SHOWN)))
        reader.wait(KEPT, None)
        assert reader.console() == []
    gate.asked.clear()
    with engine(profile) as reader:
        _open(reader, site_url, "visit_cost", "nl", LINK)
        _expect_answer(reader, answer("visit_cost", "nl", reader.read(SHOWN)))
        _type(reader, "visit_cost--visits", "48")
        _expect_answer(reader, answer("visit_cost", "nl", reader.read(SHOWN)))
        assert reader.console() == []
    assert gate.asked == []


def test_a_failure_is_told_and_retry_answers(reader: Reader, gate: Gate, site_url: str) -> None:
    """What was typed stays while Python does not come, and while it is on its way."""
    gate.refuses = True
    _open(reader, site_url, "visit_cost", "en")
    _type(reader, "visit_cost--revenue", "120,000")
    expect(reader, STATE, ["failed", "failed"])
    assert reader.read(TEXT, "[data-part=message]") == script_word("failed_download", "en")
    gate.refuses = False
    gate.close()
    reader.press_enter(".calculator-retry")
    expect(reader, STATE, ["loading", "waiting"])
    assert reader.read(TEXT, "[data-part=message]") == script_word("computing", "en")
    assert reader.read(VISIBLE, "[data-part=head]") == 0
    assert reader.read(VALUE, "#visit_cost--revenue") == "120,000"
    gate.open()
    _expect_answer(reader, answer("visit_cost", "en", reader.read(SHOWN)))
    assert reader.read(VISIBLE, ".calculator-retry") == 0

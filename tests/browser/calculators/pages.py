"""A calculator on a page, as a reader meets it, and what Python answers to the same figures."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from calculators.catalogue import declaration, words_of
from calculators.core.words import Lang
from calculators.door import respond, take_file
from calculators.present.values import typed_plain
from site_build.words import page_words

DOCS: Final = Path(__file__).parents[3] / "docs"
START: Final = 20_000  # milliseconds that a slow machine may take to start Python
ROOTS: Final[dict[Lang, str]] = {"nl": "", "en": "en/"}
NUMBERS: Final = ("money", "percent", "number", "whole")
Texts = dict[str, str | list[list[str]]]


def open_calculator(page: Page, site_url: str, name: str, lang: Lang = "nl", fragment: str = "") -> Locator:
    """The element of a calculator on its own page, once a person can type."""
    page.goto(f"{site_url}{ROOTS[lang]}calculators/{name}/{fragment}")
    return live(page, name)


def go_to(page: Page, name: str) -> Locator:
    """The element of a calculator on its own page, reached from another one, so that Python stays."""
    page.locator(f"nav.md-nav a[href$='{name}/']").first.click()
    return live(page, name)


def live(page: Page, name: str) -> Locator:
    """The element of a calculator on the page that is shown, once a person can type."""
    element = page.locator(f"sales-calculator[data-calculator={name}]")
    expect(element.locator("input").first).to_be_enabled()
    expect(element.locator("input[type=text]").first).to_have_js_property("readOnly", value=False)
    return element


def shown(element: Locator) -> Texts:
    """What stands in the fields that count."""
    texts: Texts = {}
    for field in element.locator(".field:not([hidden])").all():
        name = field.get_attribute("data-field") or ""
        if field.get_attribute("data-kind") == "table":
            rows = field.locator("tbody tr").all()
            texts[name] = [[cell.input_value() for cell in row.locator("input[type=text]").all()] for row in rows]
        elif field.get_attribute("data-kind") == "choice":
            texts[name] = field.locator("input:checked").input_value()
        else:
            texts[name] = field.locator("input[type=text], textarea").input_value()
    return texts


def answer(name: str, lang: Lang, values: Mapping[str, Any], **more: Mapping[str, Any]) -> Any:
    """The parts of the page that the door gives to these figures; `more` goes into the question as it is."""
    today = date.today().isoformat()  # noqa: DTZ011 (the day on this machine's calendar is the browser's)
    question = {"calculator": name, "lang": lang, "values": {**values, **example_list(name, lang)}, "today": today}
    return json.loads(respond(json.dumps({**question, **more})))["page"]


def example_list(name: str, lang: Lang) -> dict[str, Any]:
    """What a question about the worked example names in the place of a list: the demo list of the calculator's page."""
    field = next((field.name for field in declaration(name).fields if field.listed), None)
    page = (DOCS / lang / "calculators" / f"{name}.md").read_text(encoding="utf-8")
    block = re.search(r"/// calculator .*\n +list: (\S+)", page)
    if field is None or block is None:
        return {}
    take_file(block[1], (DOCS / "lists" / block[1]).read_bytes())
    asked = {"calculator": name, "lang": lang, "inspect": {"field": field, "file": block[1]}}
    found = json.loads(respond(json.dumps(asked)))
    return {field: {"file": block[1], "layout": found["layout"], "rows": found["rows"]}}


def expect_answer(element: Locator, expected: Mapping[str, Any]) -> None:
    """The page shows this answer whole, and says that it is the answer to what stands in the form."""
    for part in ("head", "figures", "details"):
        expect(element.locator(f"[data-part={part}]")).to_have_text(_text(element.page, expected[part]), timeout=START)
    expect(element).to_have_attribute("data-answer", "answered")
    expect(element).to_have_attribute("data-shown", "own")


def _text(page: Page, html: str) -> str:
    """The text of HTML, as a browser reads it."""
    text: str = page.evaluate(
        "html => Object.assign(document.createElement('div'), {innerHTML: html}).textContent", html
    )
    return text


def change(name: str, lang: Lang, texts: Texts) -> tuple[str, str]:
    """A field that counts, and a text for it that brings another main figure; found by asking, for any calculator."""
    words = words_of(name, lang)
    main = answer(name, lang, texts)["main"]
    for field in declaration(name).fields:
        if field.kind not in NUMBERS or field.name not in texts or not field.default:
            continue
        for factor in ("1.5", "0.5", "2"):
            plain = Decimal(field.default or "10") * Decimal(factor)
            text = typed_plain(field, str(int(plain) if field.kind == "whole" else plain), words)
            if answer(name, lang, texts | {field.name: text}).get("main", main) != main:
                return field.name, text
    message = f"no field of {name} changes its main figure"
    raise AssertionError(message)


def script_word(key: str, lang: Lang) -> str:
    """What the scripts of calculators say under that key."""
    return page_words(lang)[f"scripts.calculator.{key}"]


def held_python(context: BrowserContext) -> list[Route]:
    """A list that gets the downloads of Python in this visit, which wait until somebody continues them.

    A test that asks Python nothing leaves them waiting: its start would take seconds from the other tests.
    """
    held: list[Route] = []
    context.route("**/*.wasm", lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks the function it gets)
    return held


def release(context: BrowserContext, held: list[Route]) -> None:
    """Let the downloads that were held come, and those that follow."""
    for route in held:
        route.continue_()
    held.clear()
    context.unroute("**/*.wasm")

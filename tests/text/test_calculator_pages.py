"""Each calculator has its page in every language, in the navigation and in the list of calculators."""

import re

import pytest

from calculators.catalogue import NAMES, declaration, words_of
from calculators.core.words import LANGS, Lang
from tests.text.pages import DOCS, PROJECT

each = [pytest.param(name, lang, id=f"{name}-{lang}") for name in NAMES for lang in LANGS]


@pytest.mark.parametrize("name", NAMES)
def test_folder_is_a_calculator(name: str) -> None:
    """A folder in calculators/models holds formula.py, declaration.py, and a file of words for each language."""
    assert declaration(name).name == name
    assert all(words_of(name, lang)["title"] for lang in LANGS)


@pytest.mark.parametrize(("name", "lang"), each)
def test_calculator_has_its_page(name: str, lang: Lang) -> None:
    """docs/LANG/calculators/NAME.md holds the calculator, and says how it is computed, its sources and its limits."""
    page = DOCS / lang / "calculators" / f"{name}.md"
    assert page.is_file(), f"write {page.relative_to(PROJECT)}: a page for the calculator {name}"
    source = page.read_text(encoding="utf-8")
    assert re.search(rf"^/// calculator \| {name}$", source, re.MULTILINE), f"put `/// calculator | {name}` into it"
    for section in ("purpose", "method", "sources", "limits"):
        assert f"{{ #{section} }}" in source, f"give {page.relative_to(PROJECT)} a heading `{{ #{section} }}`"


@pytest.mark.parametrize(("name", "lang"), each)
def test_calculator_is_found(name: str, lang: Lang) -> None:
    """The page stands in the navigation, among the questions on the page of all calculators, and at home."""
    configuration = "mkdocs.yml" if lang == "nl" else f"mkdocs.{lang}.yml"
    line = f"- calculators/{name}.md"
    assert line in (PROJECT / configuration).read_text(encoding="utf-8"), f"add `{line}` to the nav of {configuration}"
    index = DOCS / lang / "calculators" / "index.md"
    assert f"]({name}.md)" in index.read_text(encoding="utf-8"), f"link {name}.md in {index.relative_to(PROJECT)}"
    home = DOCS / lang / "index.md"
    assert f"](calculators/{name}.md)" in home.read_text(encoding="utf-8"), f"link it in {home.relative_to(PROJECT)}"

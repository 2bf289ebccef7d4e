"""The words of templates, blocks and scripts: each is used, each that is used is there, and both languages match."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from calculators.core.words import LANGS
from site_build.words import page_words

PROJECT: Final = Path(__file__).parents[2]
FRONTEND: Final = PROJECT / "frontend"
WRITTEN_OUT: Final = re.compile(r"\bword\(\s*[\"']([\w.]+)[\"']")
# A call of word, not its definition.
CALLED: Final = re.compile(r"(?<!function )(?<!def )\bword\(")
IN_TEMPLATE: Final = re.compile(r"(?<![\w.-])words\.([a-z_]+(?:\.[a-z_]+)*)")


def _texts(paths: Iterable[Path]) -> dict[str, str]:
    return {str(path.relative_to(PROJECT)): path.read_text(encoding="utf-8") for path in paths}


def _files(section: str) -> dict[str, str]:
    """The files that read a section of the words."""
    if section == "templates":
        return _texts((FRONTEND / "page" / "templates").rglob("*.html"))
    return _texts((PROJECT / "site_build").rglob("*.py") if section == "blocks" else FRONTEND.rglob("*.js"))


def _used(section: str) -> set[str]:
    pattern = IN_TEMPLATE if section == "templates" else WRITTEN_OUT
    return {key for text in _files(section).values() for key in pattern.findall(text)}


def _written(section: str) -> set[str]:
    keys = (key.partition(".") for key in page_words("nl").texts)
    return {rest for first, _, rest in keys if first == section}


def test_every_word_belongs_to_a_reader() -> None:
    """There are no sections but those that somebody reads."""
    assert {key.partition(".")[0] for key in page_words("nl").texts} == {"templates", "blocks", "scripts"}


@pytest.mark.parametrize("section", ["blocks", "scripts"])
def test_keys_are_written_out(section: str) -> None:
    """No key is put together while a program runs, so that the next tests see each use."""
    for name, text in _files(section).items():
        assert len(CALLED.findall(text)) == len(WRITTEN_OUT.findall(text)), name


@pytest.mark.parametrize("section", ["blocks", "scripts"])
def test_words_of_blocks_and_scripts_are_those_that_are_used(section: str) -> None:
    """No key without a use, and no use without a key."""
    assert _used(section) == _written(section)


def test_words_of_templates_are_those_that_are_used() -> None:
    """As above; a template may take a whole group, such as the names of the roles."""
    used, written = _used("templates"), _written("templates")
    groups = {key.rpartition(".")[0] for key in written}
    assert used <= written | groups
    assert {key for key in written if key not in used and key.rpartition(".")[0] not in used} == set()


def test_both_languages_have_the_same_words_with_the_same_parts() -> None:
    """The same keys in the same order, each with the same `{parts}`, none of them blank."""
    dutch, english = (page_words(lang).texts for lang in LANGS)
    assert list(dutch) == list(english)
    for key, text in dutch.items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", english[key])), key
        assert all((text.strip(), english[key].strip())), key

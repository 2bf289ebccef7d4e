"""The path of each role."""

import pytest

from calculators.core.words import LANGS, Lang
from tests.text.pages import DOCS, written_page

ROLES = sorted(page.stem for page in (DOCS / "nl" / "roles").glob("*.md"))


@pytest.mark.parametrize("role", ROLES)
def test_path_is_the_same_in_both_languages(role: str) -> None:
    """The same steps in the same order, among them something to do and not only to read."""
    dutch, english = (
        [step["page"] for step in written_page(lang, f"roles/{role}").meta["reading_path"]] for lang in LANGS
    )
    assert dutch == english
    assert len(set(dutch)) == len(dutch)
    assert any(page.startswith(("calculators/", "training/", "worksheets/")) for page in dutch)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("role", ROLES)
def test_each_step_is_for_the_role_and_says_what_it_brings(role: str, lang: Lang) -> None:
    """A page that exists, with minutes, for this role; and words that go on where "Then you can" ends."""
    for step in written_page(lang, f"roles/{role}").meta["reading_path"]:
        page = written_page(lang, step["page"].removesuffix(".md")).meta
        assert role in page["roles"], step["page"]
        assert page["minutes"] > 0
        assert step["then"][0].islower()
        assert not step["then"].endswith(".")

"""The folders of the front end import what the table in CONTRIBUTING.md says, and nothing else."""

import re
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent.parent.parent / "frontend"
MAY_IMPORT = {
    "calculator": {"calculator", "python", "shared"},
    "python": {"python", "shared"},
    "practice": {"practice", "shared"},
    "reviews": {"reviews", "calculator", "python", "shared"},
    "worksheet": {"worksheet", "shared"},
    "shared": {"shared"},
    # The script of every page brings a feature in when the page has its element.
    "page": {"page", "shared", "calculator", "practice", "reviews", "worksheet"},
}
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""")


def test_features_keep_to_themselves() -> None:
    """Each import of a script stays in its own folder, or goes where the table allows."""
    scripts = [path for path in FRONTEND.rglob("*.js") if path.parent.name in MAY_IMPORT]
    wrong = []
    for path in scripts:
        for target in IMPORT.findall(path.read_text(encoding="utf-8")):
            room = (path.parent / target).resolve().parent.name
            if room not in MAY_IMPORT[path.parent.name]:
                wrong.append((path.name, target))
    assert wrong == []
    assert {path.parent.name for path in scripts} == set(MAY_IMPORT)


def test_no_number_format_and_no_sentence_stands_in_a_script() -> None:
    """Numbers and words come from Python and from frontend/words."""
    for path in FRONTEND.rglob("*.js"):
        source = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "toLocaleString" not in source, path.name
        assert "Intl.NumberFormat" not in source, path.name
        assert not re.search(r"""["'`][A-ZÀ-Ý][a-zà-ÿ]+ [a-zà-ÿ]+ [a-zà-ÿ]+[^"'`]*["'`]""", source), path.name

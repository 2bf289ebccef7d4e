"""The markup of the built pages, by a checker that knows the HTML standard."""

import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
CHECKER = str(PROJECT / "node_modules" / ".bin" / "html-validate")
RULES = str(Path(__file__).with_name("html-validate.mjs"))


def test_markup_follows_the_standard(site: Path) -> None:
    """Elements stand where they may, attributes are written as a browser reads them, and no text breaks out of one."""
    command = [CHECKER, "--config", RULES, "--formatter", "text", f"{site}/**/*.html"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout[:5000] + checked.stderr

"""The one style sheet of the site: the theme's styles, without what no page can use, and ours after them.

It is put together when all pages stand, because they say which rules they use.
"""

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from site_build.errors import MendableError
from site_build.scripts import STYLES, named_by_content

_TRIM: Final = Path(__file__).with_name("trim_styles.mjs")
# In this order: the second takes values of the first back.
_THEME: Final = ("main.*.min.css", "palette.*.min.css")
OURS: Final = f"{STYLES}/playbook.css"


class StyleError(MendableError):
    """The style sheet cannot be put together; the message says why."""


def write_style(pages: Path, roots: Iterable[Path]) -> str:
    """Put the style sheet in the place of the theme's and ours, in all `roots` of languages, which lie in `pages`.

    Returns:
        Its address, relative to the root of a language.

    Raises:
        StyleError: the theme's styles are not where they were, or cannot be read.
    """
    first, *others = roots
    theme = [path for pattern in _THEME for path in (first / STYLES).glob(pattern)]
    if len(theme) != len(_THEME):
        message = f"The theme's styles are not {' and '.join(_THEME)} any more: mend site_build/styles.py."
        raise StyleError(message)
    command = ["node", str(_TRIM), str(pages), str(first / OURS), *map(str, theme)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (fixed arguments)
    if made.returncode:
        message = f"The theme's styles cannot be trimmed: run `npm ci` (or `make build`, which does).\n{made.stderr}"
        raise StyleError(message)
    for root in (first, *others):
        for path in (root / STYLES).iterdir():
            path.unlink()
        (root / OURS).write_text(made.stdout, encoding="utf-8")
        name = named_by_content(root / OURS).name
    return f"{STYLES}/{name}"

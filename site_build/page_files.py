"""What each page loads: files under names that hold their hash, all that it needs asked for at once, and its words.

A policy in a page keeps Chromium from looking ahead for files, and a script that imports another is known only when it
runs: so the build names in the head of a page all that the page is going to need.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from calculators.core.words import Lang, shared_words
from calculators.present.numbers import written_number
from site_build.scripts import SCRIPTS, SITE, Bundles
from site_build.styles import OURS
from site_build.words import words_of_scripts

# As frontend/page/templates/main.html writes them.
_THEME_SCRIPT: Final = f"{SCRIPTS}/bundle.js"
_SITE_SCRIPT: Final = re.compile(rf'<script type="module" src="([^"]*){SCRIPTS}/site\.js"></script>')
_HINT: Final = '<link rel="modulepreload" fetchpriority="low"'
_INLINE_SCRIPT: Final = re.compile(rf'<script src="[^"]*({SCRIPTS}/[^"]+)" data-inline></script>')
_SIZE: Final = 'data-megabytes=""'
_WORDS: Final = "<template data-words></template>"


@dataclass(frozen=True, slots=True)
class PageFiles:
    """The files that pages load; `names` gives what stands in a page in the place of what the templates write."""

    names: Mapping[str, str]
    bundles: Bundles

    def of_page(self, html: str, lang: Lang) -> str:
        """The page with the files and the words that it needs."""
        page = LexborHTMLParser(html)
        features = [script for wanted, script in self.bundles.features.items() if page.css_first(wanted)]
        scripts = [SITE, *features]
        html = html.replace(_WORDS, self._words(scripts, lang))
        html = _INLINE_SCRIPT.sub(lambda found: f"<script>{self.bundles.inline[found[1]]}</script>", html)
        html = _SITE_SCRIPT.sub(lambda found: found[0] + self._hints(scripts, found[1]), html)
        return re.sub("|".join(map(re.escape, self.names)), lambda found: self.names[found[0]], html)

    def _words(self, scripts: Iterable[str], lang: Lang) -> str:
        """The words that the scripts use, in the place for them."""
        sections = {section for script in scripts for section in self.bundles.sections[script]}
        text = json.dumps(words_of_scripts(lang, sections), ensure_ascii=False, separators=(",", ":"))
        return _WORDS.replace("><", f">{escape(text, quote=False)}<")

    def _hints(self, scripts: Iterable[str], root: str) -> str:
        """A hint for each script that these import, but for the first one, which stands in the page; each once.

        The styles, without which nothing is shown, go first on a slow line.
        """
        _, *addresses = dict.fromkeys(address for script in scripts for address in self.bundles.imports[script])
        return "".join(f'{_HINT} href="{root}{address}">' for address in addresses)


def load_files(root: Path, lang: Lang, bundles: Bundles, style: str, megabytes: Decimal) -> None:
    """Let every page of one built language load its files, the style sheet `style` among them.

    Every page knows how many megabytes Python takes, for readers who pay for each.
    """
    (theme,) = (root / SCRIPTS).glob("bundle.*.min.js")
    size = f'{_SIZE[:-1]}{written_number(megabytes, shared_words(lang))}"'
    names = {**bundles.names, OURS: style, _THEME_SCRIPT: f"{SCRIPTS}/{theme.name}", _SIZE: size}
    files = PageFiles(names, bundles)
    for path in root.rglob("*.html"):
        path.write_text(files.of_page(path.read_text(encoding="utf-8"), lang), encoding="utf-8")

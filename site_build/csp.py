"""The security policy of the site: one for all pages, in each page and as header files for common hosts.

One union policy, because Material's instant navigation keeps the first page's policy while it shows the next page:
a script that only the second page's policy allowed would be refused.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from site_build.errors import MendableError

_EXECUTED_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})
_CHARSET = re.compile(r"<meta charset=\"?utf-8\"?>", re.IGNORECASE)

# A meta element may not set these: browsers ignore them there and warn in the console.
_HEADER_ONLY = ("frame-ancestors 'none'",)


class PolicyError(MendableError):
    """A page has no place to put the policy, so the build must not go on."""


def inline_scripts(html: str) -> list[str]:
    """The text of every script in the page that a browser would run and that is not a file of its own."""
    return [
        script.text()
        for script in LexborHTMLParser(html).css("script:not([src])")
        if (script.attributes.get("type") or "").lower() in _EXECUTED_TYPES and script.text().strip()
    ]


def script_hash(text: str) -> str:
    """The source expression that allows exactly this inline script."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def directives(hashes: Iterable[str]) -> tuple[str, ...]:
    """The directives that hold in a header as well as in a meta element."""
    scripts = " ".join(("'self'", "'wasm-unsafe-eval'", *sorted(set(hashes))))
    return (
        "default-src 'none'",
        f"script-src {scripts}",
        "style-src 'self'",
        # Material's style sheet holds its icons as data addresses.
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        # A form sent off without JavaScript would put the reader's figures in an address: no form is ever sent.
        "form-action 'none'",
    )


def page_policy(hashes: Iterable[str]) -> str:
    """The policy as a meta element may carry it."""
    return "; ".join(directives(hashes))


def header_policy(hashes: Iterable[str]) -> str:
    """The policy as the server sends it."""
    return "; ".join((*directives(hashes), *_HEADER_ONLY))


def with_policy(html: str, policy: str) -> str:
    """The page with the policy before everything that it governs.

    It comes after the character set, which browsers only look for in the first 1,024 bytes.

    Raises:
        PolicyError: the page does not start with its character set.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    placed, count = _CHARSET.subn(lambda found: found.group(0) + meta, html, count=1)
    if not count:
        message = "no <meta charset> to put the security policy after"
        raise PolicyError(message)
    return placed


def apply_policy(site: Path) -> str:
    """The policy as the server must send it, once it stands in every page under `site`.

    Raises:
        PolicyError: a page has no place for it.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    hashes = {script_hash(script) for html in pages.values() for script in inline_scripts(html)}
    policy = page_policy(hashes)
    for path, html in pages.items():
        try:
            path.write_text(with_policy(html, policy), encoding="utf-8")
        except PolicyError as error:
            message = f"{path.relative_to(site)}: {error}"
            raise PolicyError(message) from error
    return header_policy(hashes)

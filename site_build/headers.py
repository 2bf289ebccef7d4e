"""The headers of the site, and the files in which common hosts read them.

`_headers` (Netlify, Cloudflare Pages) is the one that the local server and the tests read too.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_REVALIDATE = "public, max-age=0, must-revalidate"
_IMMUTABLE = "public, max-age=31536000, immutable"
# Folders of Python, each named after its contents.
_RUNTIME = "/runtime/[a-z]+-[0-9a-f]{16}/"
# Files of the theme, and ours.
_HASHED = r"(\.[0-9a-f]{8}\.min|-[0-9A-Z]{8})\.(js|css)$"


@dataclass(frozen=True, slots=True)
class Rule:
    """Headers for every address that starts with `path` (when it ends in `*`) or is `path`."""

    path: str
    headers: tuple[tuple[str, str], ...]

    def covers(self, address: str) -> bool:
        """Whether the headers belong to this address, written as `/folder/file`."""
        if self.path.endswith("*"):
            return address.startswith(self.path[:-1])
        return address == self.path


def security_headers(policy: str) -> tuple[tuple[str, str], ...]:
    """The headers that every answer carries."""
    return (
        ("Content-Security-Policy", policy),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    )


def rules(site: Path, policy: str) -> tuple[Rule, ...]:
    """The rules for a built site: security for all, long caching for files whose name holds their hash.

    Those are named one by one, because a rule for their folder would also have the answer kept that one is missing.
    Nothing says how long other files may be kept: hosts of the `_headers` kind let browsers ask again by default, and
    would join a second value to the first instead of replacing it.
    """
    keep = (("Cache-Control", _IMMUTABLE),)
    hashed = [path for path in site.rglob("assets/**/*") if re.search(_HASHED, path.name)]
    files = (path for path in site.glob("runtime/*/*") if path.suffix not in {".br", ".gz"})
    runtime = [path for path in files if re.search(_RUNTIME, str(path))]
    return (
        Rule("/*", security_headers(policy)),
        *(Rule(f"/{path.relative_to(site).as_posix()}", keep) for path in sorted(hashed + runtime)),
    )


def netlify(found: tuple[Rule, ...]) -> str:
    """The rules as a `_headers` file."""
    blocks = []
    for rule in found:
        lines = [rule.path, *(f"  {name}: {value}" for name, value in rule.headers)]
        blocks.append("\n".join(lines))
    return "\n".join(blocks) + "\n"


def read_netlify(text: str) -> tuple[Rule, ...]:
    """The rules that a `_headers` file holds."""
    found: list[Rule] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append(Rule(line, ()))
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            found[-1] = Rule(found[-1].path, (*found[-1].headers, (name, value)))
    return tuple(found)


def apache(found: tuple[Rule, ...], base: str) -> str:
    """The rules as a `.htaccess` file for a site whose root has the path `base` (`/` or `/folder/`)."""
    security = "\n".join(f'  Header always set {name} "{value}"' for name, value in found[0].headers)
    return f"""# Made by the build of the site: change site_build/headers.py instead.
AddType application/wasm .wasm
AddType text/javascript .js .mjs
AddDefaultCharset utf-8
ErrorDocument 404 {base}404.html
<IfModule mod_headers.c>
{security}
  SetEnvIf Request_URI "{_RUNTIME}|{_HASHED}" hashed_name
  Header set Cache-Control "{_REVALIDATE}"
  Header set Cache-Control "{_IMMUTABLE}" env=hashed_name
</IfModule>
"""


def nginx(found: tuple[Rule, ...], base: str) -> str:
    """The rules as lines to include in nginx' `server` block."""
    security = "\n".join(f'add_header {name} "{value}" always;' for name, value in found[0].headers)
    return f"""# Made by the build of the site: include this in the server block, beside `root` (not inside a location).
set $playbook_cache "{_REVALIDATE}";
if ($uri ~ "{_RUNTIME}|{_HASHED}") {{ set $playbook_cache "{_IMMUTABLE}"; }}
# Without "always": an error is not kept.
add_header Cache-Control $playbook_cache;
{security}
gzip_static on;
charset utf-8;
error_page 404 {base}404.html;
location {base}en/ {{ error_page 404 {base}en/404.html; }}
location ~ \\.mjs$ {{ types {{ text/javascript mjs; }} }}
"""


def write_header_files(site: Path, policy: str, base: str) -> None:
    """Write the header files of all hosts into the root of the site."""
    found = rules(site, policy)
    (site / "_headers").write_text(netlify(found), encoding="utf-8")
    (site / ".htaccess").write_text(apache(found, base), encoding="utf-8")
    (site / "en" / ".htaccess").write_text(f"ErrorDocument 404 {base}en/404.html\n", encoding="utf-8")
    (site / "nginx-headers.conf").write_text(nginx(found, base), encoding="utf-8")

"""The site from a server that can serve one file of Python with a fault.

It is served for real, because a browser keeps nothing of what a test answers in the server's place.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import Final
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from site_build.serve import Switch, site_application

WASM: Final = "pyodide.asm.wasm"
# What is counted while Python starts.
FETCHED: Final = ("pyodide-lock.json", WASM, "python_stdlib.zip", "calculators.zip")
TYPES: Final = {".wasm": "application/wasm", ".mjs": "text/javascript", ".zip": "application/zip"}


class FaultyServer:
    """The site, of which one file can be served with a fault, to be kept for a year."""

    def __init__(self, site: Path, runtime: Path) -> None:
        """Serve everything as it is."""
        self._runtime = runtime
        self._sound = site_application(site)
        self._healed = Event()
        self.application = Switch(self._sound)

    def spoil(self, name: str, fault: str) -> None:
        """Serve one file of the runtime with a fault."""
        content = (self._runtime / name).read_bytes()
        middle = len(content) // 2
        sound_type = TYPES.get(Path(name).suffix, "application/json")
        flipped = (
            content[:middle] + bytes(byte ^ 0xFF for byte in content[middle : middle + 64]) + content[middle + 64 :]
        )
        status, content_type, body = {
            "flipped": ("200 OK", sound_type, [flipped]),
            "missing": ("404 Not Found", "text/html", [b"<!doctype html>"]),
            "mistyped": ("200 OK", "text/plain", [content]),
            "page": ("200 OK", "text/html", [b"<!doctype html>"]),
            "stalled": ("200 OK", sound_type, self._half(content)),
        }[fault]
        self.application.application = self._instead(name, status, content_type, body)

    def bytes_until_the_stall(self) -> int:
        """How many bytes come where the second half of the interpreter does not."""
        files = json.loads((self._runtime / "manifest.json").read_bytes())["files"]
        sizes = {name: int(file["bytes"]) for name, file in files.items() if name in FETCHED}
        return sum(sizes.values()) - sizes[WASM] + sizes[WASM] // 2

    def heal(self) -> None:
        """Serve everything as it is again."""
        self.application.application = self._sound
        self._healed.set()

    def _half(self, content: bytes) -> Iterator[bytes]:
        yield content[: len(content) // 2]
        self._healed.wait()

    def _instead(self, name: str, status: str, content_type: str, body: Iterable[bytes]) -> WSGIApplication:
        headers = [("Content-Type", content_type), ("Cache-Control", "public, max-age=31536000, immutable")]

        def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if not environ["PATH_INFO"].endswith(f"/{name}"):
                return self._sound(environ, start_response)
            start_response(status, headers)
            return body

        return application

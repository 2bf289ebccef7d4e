"""The site from a server that can serve one of its files with a fault.

It is served for real, because a browser keeps nothing of what a test answers in the server's place.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import Final
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from site_build.serve import Switch, site_application
from tests.python_files import folders_of_python, worker_scripts

# The files of Python by the names that tests give them: the folder and the file.
WASM: Final = "python/pyodide.asm.wasm"
IMAGE: Final = "python/python.image"
BUNDLE: Final = "calculators/calculators.zip"
# What is counted while Python starts.
FETCHED: Final = (WASM, IMAGE, BUNDLE)
WORKER: Final = "worker"
TYPES: Final = {".wasm": "application/wasm", ".mjs": "text/javascript", ".js": "text/javascript"}


class FaultyServer:
    """The site, of which one file can be served with a fault, to be kept for a year."""

    def __init__(self, site: Path) -> None:
        """Serve everything as it is."""
        self._site = site
        self._sound = site_application(site)
        self._healed = Event()
        self.application = Switch(self._sound)

    def spoil(self, name: str, fault: str) -> None:
        """Serve one file with a fault: the worker's script or a file of the runtime, `folder/name`."""
        path = self._path(name)
        content = path.read_bytes()
        middle = len(content) // 2
        sound_type = TYPES.get(path.suffix, "application/octet-stream")
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
        self.application.application = self._instead(f"/{path.parent.name}/{path.name}", status, content_type, body)

    def bytes_until_the_stall(self) -> int:
        """How many bytes come where the second half of the interpreter does not."""
        sizes = {name: self._path(name).stat().st_size for name in FETCHED}
        return sum(sizes.values()) - sizes[WASM] + sizes[WASM] // 2

    def heal(self) -> None:
        """Serve everything as it is again."""
        self.application.application = self._sound
        self._healed.set()

    def _path(self, name: str) -> Path:
        if name == WORKER:
            return worker_scripts(self._site)[0]
        kind, _, file = name.partition("/")
        return folders_of_python(self._site)[kind] / file

    def _half(self, content: bytes) -> Iterator[bytes]:
        yield content[: len(content) // 2]
        self._healed.wait()

    def _instead(self, end: str, status: str, content_type: str, body: Iterable[bytes]) -> WSGIApplication:
        headers = [("Content-Type", content_type), ("Cache-Control", "public, max-age=31536000, immutable")]

        def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if not environ["PATH_INFO"].endswith(end):
                return self._sound(environ, start_response)
            start_response(status, headers)
            return body

        return application

"""The site from a server that can refuse Python or keep it waiting, and that notes which files of it were asked for.

It lets no browser keep the image of Python's memory as it comes: a later visit asks for it, or has kept one itself.
"""

from collections.abc import Iterable
from pathlib import Path
from threading import Event
from typing import Any, Final, cast
from wsgiref.types import StartResponse, WSGIEnvironment

from site_build.serve import site_application

PYTHON: Final = "/runtime/"
IMAGE: Final = "/python.image"


class Gate:
    """An application that lets Python through, unless it is told otherwise."""

    def __init__(self, site: Path) -> None:
        """Serve a built site."""
        self.asked: list[str] = []
        self.refuses = False
        self._open = Event()
        self._open.set()
        self._sound = site_application(site)

    def close(self) -> None:
        """Keep waiting who asks for Python from now on."""
        self._open.clear()

    def open(self) -> None:
        """Answer them."""
        self._open.set()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        address = str(environ["PATH_INFO"])
        if address.startswith(PYTHON):
            self.asked.append(address)
            if self.refuses:
                start_response("503 Service Unavailable", [("Cache-Control", "no-store")])
                return []
            self._open.wait()
        if not address.endswith(IMAGE):
            return self._sound(environ, start_response)

        def fleeting(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            kept = [header for header in headers if header[0] != "Cache-Control"]
            return start_response(status, [*kept, ("Cache-Control", "no-store")], *more)

        return self._sound(environ, cast("StartResponse", fleeting))

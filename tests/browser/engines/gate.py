"""The site from a server that can refuse Python or keep it waiting, and that notes which files of it were asked for."""

from collections.abc import Iterable
from pathlib import Path
from threading import Event
from typing import Final
from wsgiref.types import StartResponse, WSGIEnvironment

from site_build.serve import site_application

PYTHON: Final = "/runtime/"


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
        return self._sound(environ, start_response)

"""A local server that sends what the header file of the site says, so that tests and readers see the real thing."""

import errno
import gzip
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from selectolax.lexbor import LexborHTMLParser
from waitress.server import create_server
from waitress.wasyncore import close_all
from whitenoise import WhiteNoise

from site_build.errors import MendableError
from site_build.headers import Rule, read_netlify

HOST = "127.0.0.1"
_THREADS = 8
# Bytes of an answer that wait in memory: beyond it waitress leaves a file open where a browser goes away.
_BUFFER = 64 * 1024**2
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
}


class PortTakenError(MendableError):
    """Another program listens on the port that was asked for."""


def site_application(site: Path) -> WSGIApplication:
    """The application that serves one built site as its hosts would.

    The sitemaps come with the address that was asked for, because Material's instant navigation follows only links that
    the sitemap names, and a site may be looked at on any port.
    """
    rules = read_netlify((site / "_headers").read_text(encoding="utf-8"))
    home = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    canonical = home.css_first('link[rel="canonical"]')
    built_for = (canonical.attributes["href"] or "") if canonical else ""
    sitemaps = {
        f"/{path.relative_to(site).as_posix()}": path.read_text(encoding="utf-8") for path in site.rglob("sitemap.xml")
    }
    not_found = _not_found(site, rules)
    files = WhiteNoise(
        not_found,
        root=str(site),
        index_file=True,
        mimetypes=_TYPES,
        # The default of the hosts that read `_headers`.
        max_age=0,
        add_headers_function=lambda headers, _path, url: _add_headers(headers, rules, url),
    )

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if built_for and path in sitemaps:
            here = f"http://{environ.get('HTTP_HOST', HOST)}/"
            body = sitemaps[path].replace(built_for, here).encode()
            headers = Headers([("Content-Type", "application/xml"), ("Vary", "Accept-Encoding")])
            if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
                body = gzip.compress(body)
                headers["Content-Encoding"] = "gzip"
            headers["Content-Length"] = str(len(body))
            _add_headers(headers, rules, path)
            start_response("200 OK", headers.items())
            return [body]
        answer: Iterable[bytes] = files(environ, start_response)
        return answer

    return application


class Switch:
    """An application that can be exchanged for the next build between two requests."""

    def __init__(self, application: WSGIApplication) -> None:
        """Start with this application."""
        self.application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with the application of the moment."""
        return self.application(environ, start_response)


@contextmanager
def running(application: WSGIApplication, port: int = 0) -> Iterator[str]:
    """The address, ending in a slash, at which a thread of its own serves on this machine.

    Args:
        application: what to serve.
        port: 0 takes any free port.

    Raises:
        PortTakenError: another program has the port.
    """
    sockets: dict[int, Any] = {}
    try:
        server = create_server(
            application,
            sockets,
            host=HOST,
            port=port,
            threads=_THREADS,
            clear_untrusted_proxy_headers=True,
            outbuf_overflow=_BUFFER,
        )
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        message = f"Port {port} is in use by another program. Stop that one, or choose another: --port {port + 1}"
        raise PortTakenError(message) from error
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.effective_port}/"
    finally:
        # The listening thread closes its own sockets, and only when nobody is answering any more.
        server.task_dispatcher.shutdown()
        server.trigger.pull_trigger(lambda: close_all(sockets))
        thread.join(timeout=5)


def _not_found(site: Path, rules: tuple[Rule, ...]) -> WSGIApplication:
    """The application that says, in the language of the address, that there is no such page."""
    pages = {language: (site / folder / "404.html").read_bytes() for language, folder in (("nl", ""), ("en", "en"))}

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        body = pages["en" if path.startswith("/en/") else "nl"]
        headers = Headers([("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
        _add_headers(headers, rules, path)
        # What is missing today may be there after the next build.
        headers["Cache-Control"] = "no-store"
        start_response("404 Not Found", headers.items())
        return [body]

    return application


def _add_headers(headers: Headers, rules: tuple[Rule, ...], address: str) -> None:
    """Put the headers that the site's rules give this address among `headers`."""
    for rule in rules:
        if rule.covers(address):
            for name, value in rule.headers:
                headers[name] = value

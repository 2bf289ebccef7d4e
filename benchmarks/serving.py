"""One server for all candidates, each on a port of its own: brotli, caching, ETags, and one line that all share.

The line is a token bucket for all answers together; a request waits one round trip, the first of a connection two.
The server runs in a process of its own, so that it takes no time of the driver: `python -m benchmarks.serving`. It
reads a JSON object from each line of standard input, and answers each with a line of JSON on standard output.
"""

import asyncio
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import brotli

from site_build.build import LOCAL_ADDRESS
from site_build.headers import Rule, read_netlify

HOST: Final = "127.0.0.1"
TYPES: Final = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
KEPT: Final = "public, max-age=31536000, immutable"
ASKED_AGAIN: Final = "public, max-age=0, must-revalidate"
# Bytes that go over the line at once: about six packets.
PART: Final = 8192
FAST: Final = 5  # of brotli, for the few files that are changed on their way


@dataclass(slots=True)
class Line:
    """How fast it is, how far away the other end is, and what went over it: path, status and bytes of each answer."""

    bits_per_second: float = 0
    round_trip: float = 0
    free_at: float = 0
    sent: list[tuple[str, int, int]] = field(default_factory=list)
    prelude: bytes = b""

    async def send(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        """Write, as fast as the line is."""
        if not self.bits_per_second:
            writer.write(data)
            await writer.drain()
            return
        for start in range(0, len(data), PART):
            part = data[start : start + PART]
            self.free_at = max(self.free_at, time.monotonic()) + len(part) * 8 / self.bits_per_second
            await asyncio.sleep(max(self.free_at - time.monotonic(), 0))
            writer.write(part)
            await writer.drain()


@dataclass(frozen=True, slots=True)
class Site:
    """A folder that is served; `rules` are those of our own site, and None for peers, who keep all but pages."""

    root: Path
    headers: Mapping[str, str]
    rules: tuple[Rule, ...] | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A request."""

    method: str
    path: str
    headers: Mapping[str, str]


def read_site(root: Path, headers: Mapping[str, str]) -> Site:
    """The site in a folder, with the headers that each of its answers has on top."""
    rules = root / "_headers"
    return Site(root.resolve(), headers, read_netlify(rules.read_text(encoding="utf-8")) if rules.exists() else None)


class Server:
    """Answers for one site."""

    def __init__(self, site: Site, line: Line) -> None:
        """Serve this site over this line, until it is given another."""
        self.site = site
        self._line = line
        self._kept: dict[Path, bytes] = {}

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer what comes over one connection, one request after another."""
        round_trips = 2
        try:
            while True:
                asked = _asked(await reader.readuntil(b"\r\n\r\n"))
                await asyncio.sleep(self._line.round_trip * round_trips)
                round_trips = 1
                status, headers, body = self._answer(asked)
                headers["Content-Length"] = str(len(body))
                lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
                head = f"HTTP/1.1 {status} .\r\n{lines}\r\n".encode()
                data = head if asked.method == "HEAD" else head + body
                self._line.sent.append((asked.path, status, len(data)))
                await self._line.send(writer, data)
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    def _answer(self, asked: Asked) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body."""
        file = self.site.root / asked.path.lstrip("/")
        if asked.path.endswith("/"):
            file /= "index.html"
        if not file.resolve().is_relative_to(self.site.root) or not file.is_file():
            return 404, {"Content-Type": "text/plain", "Cache-Control": "no-store"}, b"There is nothing here."
        headers = self._headers(asked.path, file)
        if asked.headers.get("if-none-match") == headers["ETag"]:
            return 304, headers, b""
        changed, small = self._changed(asked, file), file.with_name(f"{file.name}.br")
        if "br" not in asked.headers.get("accept-encoding", "") or (changed is None and not small.is_file()):
            return 200, headers, changed or self._content(file)
        headers["Content-Encoding"] = "br"
        return 200, headers, brotli.compress(changed, quality=FAST) if changed else self._content(small)

    def _headers(self, path: str, file: Path) -> dict[str, str]:
        stat = file.stat()
        headers = {
            "Content-Type": TYPES.get(file.suffix, "application/octet-stream"),
            "Vary": "Accept-Encoding",
            "ETag": f'"{stat.st_mtime_ns:x}-{stat.st_size:x}-{len(self._line.prelude)}"',
            "Last-Modified": formatdate(stat.st_mtime, usegmt=True),
            "Cache-Control": KEPT if self.site.rules is None and file.suffix != ".html" else ASKED_AGAIN,
            **self.site.headers,
        }
        for rule in self.site.rules or ():
            if rule.covers(path):
                headers.update(rule.headers)
        return headers

    def _changed(self, asked: Asked, file: Path) -> bytes | None:
        """What a file holds that does not go as it is: the sitemaps, which instant navigation looks links up in."""
        if file.name == "sitemap.xml":
            return self._content(file).replace(LOCAL_ADDRESS.encode(), f"http://{asked.headers['host']}/".encode())
        if self._line.prelude and asked.headers.get("sec-fetch-dest") == "worker":
            return self._line.prelude + self._content(file)
        return None

    def _content(self, file: Path) -> bytes:
        if file not in self._kept:
            self._kept[file] = file.read_bytes()
        return self._kept[file]


def _asked(head: bytes) -> Asked:
    first, *rest = head.decode("latin-1").rstrip().split("\r\n")
    method, target, _ = first.split(" ")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in rest)}
    return Asked(method, unquote(urlsplit(target).path), headers)


def _obey(line: Line, servers: Mapping[str, Server], order: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """Do what the harness says; what was sent since it said something with `forget`."""
    if order.get("forget"):
        line.sent = []
    if "folder" in order:
        name, folder = order["folder"]
        servers[name].site = read_site(Path(folder), servers[name].site.headers)
    line.bits_per_second = order.get("bits_per_second", line.bits_per_second)
    line.round_trip = order.get("round_trip", line.round_trip)
    line.prelude = order.get("prelude", line.prelude.decode()).encode()
    return line.sent


async def serve(sites: Mapping[str, Mapping[str, Any]]) -> None:
    """Serve each of the sites, say where, and do what standard input says until it closes."""
    line = Line()
    servers = {name: Server(read_site(Path(told["root"]), told["headers"]), line) for name, told in sites.items()}
    listening = {name: await asyncio.start_server(server.connected, HOST, 0) for name, server in servers.items()}
    print(json.dumps({name: one.sockets[0].getsockname()[1] for name, one in listening.items()}), flush=True)
    loop = asyncio.get_running_loop()
    while order := await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps(_obey(line, servers, json.loads(order))), flush=True)


if __name__ == "__main__":
    asyncio.run(serve(json.loads(sys.argv[1])))

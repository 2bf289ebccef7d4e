"""The image of Python's memory that a visit leaves on the device, read and put there in other forms."""

from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from playwright.sync_api import BrowserContext, Page

NOTE: Final = "playbook.python-kept-by"
# Once the page heard that an image is kept.
KEPT: Final = f"""() => {{
  const script = document.querySelector('meta[name=python-worker]').content;
  return localStorage.getItem('{NOTE}') === new URL(script, location.href).href;
}}"""
READ: Final = f"""async () => {{
  const [cache] = await caches.keys();
  const [{{ url }}] = await (await caches.open(cache)).keys();
  const bytes = new Uint8Array(await (await caches.match(url)).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return {{ cache, url, note: localStorage.getItem('{NOTE}'), content: btoa(text) }};
}}"""
PUT: Final = f"""async ({{ cache, url, note, content, hash }}) => {{
  localStorage.setItem('{NOTE}', note);
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  await (await caches.open(cache)).put(url, new Response(bytes, {{ headers: {{ 'x-sha256': hash }} }}));
}}"""


@dataclass(frozen=True, slots=True)
class KeptImage:
    """An image as a device keeps it.

    Attributes:
        cache: the name of the cache, which is that of the build.
        url: under which it lies there.
        note: the script of the worker that kept it.
        content: its bytes.
        hash: what they are compared with.
    """

    cache: str
    url: str
    note: str
    content: bytes
    hash: str

    def changed(self, content: bytes, *, is_signed: bool = False) -> "KeptImage":
        """The same with other bytes; `is_signed` with their own hash."""
        return replace(self, content=content, hash=sha256(content).hexdigest() if is_signed else self.hash)

    def put(self, context: BrowserContext, site_url: str) -> None:
        """Leave it on the device of a visit, as an earlier one would."""
        page = context.new_page()
        page.goto(f"{site_url}reference/about/")
        told = {"cache": self.cache, "url": self.url, "note": self.note, "hash": self.hash}
        page.evaluate(PUT, {**told, "content": b64encode(self.content).decode()})
        page.close()


def kept_image(page: Page) -> KeptImage:
    """What the visit on this page leaves, as soon as it did."""
    wait_until_kept(page)
    found = page.evaluate(READ)
    content = b64decode(found["content"])
    return KeptImage(found["cache"], found["url"], found["note"], content, sha256(content).hexdigest())


def wait_until_kept(page: Page) -> None:
    """Until the device keeps an image of this build."""
    page.wait_for_function(KEPT)

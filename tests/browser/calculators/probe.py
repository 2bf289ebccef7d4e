"""Python in the browser as scripts meet it: the real client, worker and Pyodide, on the real site.

The client stands there from its sources, so that a test can call it by name. The door takes one more kind of question:
`probe`, lines of Python that leave something in `answer`. They see the `files` that were handed over, and `tick`.
"""

import json
import shutil
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import JSHandle, Page

from tests.conftest import PROJECT
from tests.python_files import exchange, folders_of_python, with_more

DOOR: Final = "calculators/door.py"
PROBE: Final = """

_sound, _files = respond, {}


def take_file(id, content):
    _files[id] = content


def drop_file(id):
    del _files[id]


def respond(request, tick=None):
    asked = json.loads(request)
    if "probe" not in asked:
        return _sound(request, tick)
    scope = {"files": _files, "tick": tick}
    exec(asked["probe"], scope)
    return json.dumps(scope["answer"])
"""
SPY: Final = """
globalThis.workers = 0;
globalThis.handed = [];
globalThis.progress = [];
globalThis.askers = {};
globalThis.Worker = class extends Worker {
  constructor(url, options) { super(url, options); workers += String(url).includes('python-worker'); }
  postMessage(message) { handed.push(...(message.files ?? []).map(([id]) => id)); super.postMessage(message); }
};
"""
CLIENT: Final = """async () => {
  const { python } = await import('/frontend/python/python-client.js');
  globalThis.python = python;
  globalThis.ask = (who, question) => {
    askers[who] ??= {};
    return python.ask(askers[who], question, { progress: (stage) => progress.push(stage) });
  };
}"""
ASK: Final = """([who, question]) => {
  const asked = { outcome: null };
  ask(who, question).then((outcome) => { asked.outcome = outcome; });
  return asked;
}"""
START: Final = 20_000  # milliseconds that a slow machine may take to start Python
HEAP: Final = "from pyodide_js import _module\nanswer = _module.HEAP8.length"


def probe_site(site: Path, folder: Path, *, is_whole: bool = True) -> Path:
    """A copy of the site in `folder`, with the sources of the front end, and a door that takes probes.

    Args:
        site: what is copied.
        folder: where to.
        is_whole: whether the quick Python has the whole interpreter, since probes ask more of it than our questions do.
    """
    copy = folder / "site"
    shutil.copytree(site, copy)
    shutil.copytree(PROJECT / "frontend", copy / "frontend")
    folders = folders_of_python(copy)
    if is_whole:
        small, whole = (folders[kind] / "pyodide.asm.wasm" for kind in ("python", "complete"))
        exchange(copy, small, whole.read_bytes())
    bundle = folders["calculators"] / "calculators.zip"
    exchange(copy, bundle, with_more(bundle, DOOR, PROBE))
    return copy


class Client:
    """The client on a page without a calculator."""

    def __init__(self, page: Page, address: str) -> None:
        """Open the page, and load the client."""
        page.set_default_timeout(START)
        page.add_init_script(SPY)
        page.goto(f"{address}reference/about/")
        page.evaluate(CLIENT)
        self.page = page

    def start(self, who: str, probe: str, **more: Any) -> JSHandle:
        """Ask, and go on; `finished` waits for the outcome."""
        question = {"probe": probe, **more}
        return self.page.evaluate_handle(ASK, [who, question])

    def finished(self, asked: JSHandle) -> Any:
        """How a question ended; an answer is read."""
        outcome = self.page.wait_for_function("asked => asked.outcome", arg=asked).json_value()
        return json.loads(outcome["response"]) if outcome["kind"] == "answered" else outcome

    def ask(self, who: str, probe: str, **more: Any) -> Any:
        """What Python answers to a probe, or how it ended without."""
        return self.finished(self.start(who, probe, **more))

    def keep(self, name: str, content: bytes) -> None:
        """Hand a file to the client."""
        self.page.evaluate(
            "([name, content]) => python.keepFile(name, Uint8Array.from(content).buffer)", [name, list(content)]
        )

    def wait_for_progress(self, more_than: int = 0) -> int:
        """How often a question said how far it is, once that is more often than this."""
        self.page.wait_for_function("least => progress.length > least", arg=more_than)
        return int(self.page.evaluate("progress.length"))

    def spied(self, name: str) -> Any:
        """What the page counted: `workers` of Python, `handed` files or `progress`."""
        return self.page.evaluate(name)

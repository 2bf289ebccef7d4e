"""Whether the throttling reaches page and worker alike."""

from typing import Final

from playwright.sync_api import Playwright

from benchmarks.server import RunningServer
from benchmarks.tables import table
from benchmarks.throttle import slowed
from benchmarks.visit import SETTINGS, new_profile, reader

FILE: Final = "/pyodide/pyodide.asm.mjs"
BUSY: Final = """() => {
  const took = [];
  for (let turn = 0; turn < 15; turn += 1) {
    const started = performance.now();
    let sum = 0;
    for (let step = 0; step < 3e7; step += 1) sum = (sum * 31 + step) | 0;
    took.push(performance.now() - started);
  }
  return took.sort((one, other) => one - other)[7];
}"""
FETCH: Final = """async () => {
  const started = performance.now();
  await (await fetch(`${globalThis.place}?${Math.random()}`)).arrayBuffer();
  return performance.now() - started;
}"""
IN_WORKER: Final = """(action) => new Promise((resolve) => {
  const script = `globalThis.place = "${globalThis.place}"; (async () => postMessage(await (${action})()))();`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  worker.onmessage = ({ data }) => { resolve(data); worker.terminate(); };
})"""
HEADINGS: Final = ("", "a busy loop in the page, ms", "in a worker", "200 kB fetched in the page, ms", "in a worker")


def throttling(playwright: Playwright, server: RunningServer) -> str:
    """A table with what a loop and a download take, in a page and in a worker, at each setting."""
    rows = []
    address = server.address("pyodide", "")
    for setting in SETTINGS.values():
        server.say(bits_per_second=setting.bits_per_second, round_trip=setting.round_trip)
        with new_profile() as profile, reader(playwright, profile) as chromium:
            page = chromium.context.new_page()
            page.goto(f"{address}check.html")
            page.evaluate("(place) => (globalThis.place = place)", f"{address.rstrip('/')}{FILE}")
            with slowed(chromium.group, setting.times_slower):
                took = [page.evaluate(*call) for action in (BUSY, FETCH) for call in ((action,), (IN_WORKER, action))]
        rows.append([setting.words, *(f"{milliseconds:.0f}" for milliseconds in took)])
    server.say(bits_per_second=0, round_trip=0)
    return table(HEADINGS, rows)

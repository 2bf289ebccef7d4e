/**
 * Starts Python's worker from the head of a page that has a calculator first, before any other script is there. What
 * the worker says until `python-client.js` takes it over is kept for it.
 */

import { isSparing } from "../shared/connection.js";
import { workerName } from "./worker-names.js";

const script = document.querySelector('meta[name="python-worker"]')?.getAttribute("content");
if (script && globalThis.Worker && !isSparing()) {
  const address = new URL(script, location.href).href;
  const worker = new Worker(address, { type: "module", name: workerName(address) });
  /** @type {Event[]} */
  const missed = [];
  worker.onmessage = ({ data }) => missed.push(new MessageEvent("message", { data }));
  worker.onerror = () => missed.push(new Event("error"));
  globalThis.earlyPython = { worker, missed };
}

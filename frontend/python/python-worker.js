/**
 * The worker that Python runs in: one for a whole visit. It starts Python at once, in the way that its name says.
 * Messages in and out are `Question` and `Message`.
 */

import { PythonStartError } from "./runtime-files.js";
import { startPython } from "./start-python.js";
import { AGAIN, COMPLETE, KEPT } from "./worker-names.js";

/**
 * @typedef {object} Question
 * @property {number} id
 * @property {string} request
 * @property {string[]} parts of Python that it needs
 * @property {[string, Blob][]} files that it or a later question names
 * @property {string[]} dropped files that no question names any more
 * @typedef {import("./runtime-files.js").Cause} Cause
 * @typedef {import("./question-queue.js").Fault} Fault
 * @typedef {{kind: "progress", loaded: number, total: number}
 *   | {kind: "ready"}
 *   | {kind: "kept"}
 *   | {kind: "failed", cause: Cause, reason: string}
 *   | {kind: "fetching" | "working", id: number, done: number, total: number}
 *   | {kind: "answered", id: number, response: string, isSpent: boolean}
 *   | {kind: "rejected", id: number, fault: Fault, reason: string, isSpent: boolean}} Message `kept`: the
 *   device has what the next visit starts from; `fetching` a part of Python; `isSpent`: another worker has to follow
 */

const EACH = 100; // milliseconds between two words on how far an answer is
const REST = 2_000; // milliseconds after the start in which a reader comes first

/** @type {import("./start-python.js").Python | undefined} */
let python;

/** @param {Message} message */
const tell = (message) => postMessage(message);

async function start() {
  const [isComplete, isAgain, isKept] = [COMPLETE, AGAIN, KEPT].map((word) => self.name.includes(word));
  const way = { isComplete, isAgain, isKept };
  try {
    python = await startPython(RUNTIME, way, (loaded, total) => tell({ kind: "progress", loaded, total }));
    tell({ kind: "ready" });
    setTimeout(keep, REST);
  } catch (error) {
    const cause = error instanceof PythonStartError ? error.failure : "start";
    tell({ kind: "failed", cause, reason: String(error) });
  }
}

async function keep() {
  if (await python?.keep()) tell({ kind: "kept" });
}

/** @param {import("./start-python.js").Python} ready @param {Question} question */
async function answer(ready, { id, request, parts, files, dropped }) {
  let told = performance.now();
  /** @param {number} done @param {number} total */
  const tick = (done, total) => {
    if (performance.now() - told < EACH) return;
    told = performance.now();
    tell({ kind: "working", id, done, total });
  };
  try {
    for (const name of dropped) ready.dropFile(name);
    for (const [name, content] of files) ready.takeFile(name, await ready.memory.bytesOf(content));
    await ready.parts.add(parts, (done, total) => tell({ kind: "fetching", id, done, total }));
    const response = ready.respond(request, tick);
    tell({ kind: "answered", id, response, isSpent: ready.memory.isFull });
  } catch (error) {
    tell({ kind: "rejected", id, reason: String(error), ...faultOf(error, ready.memory) });
  }
}

/**
 * @param {any} error
 * @param {import("./python-memory.js").PythonMemory} memory
 * @returns {{fault: Fault, isSpent: boolean}}
 */
function faultOf(error, memory) {
  const isSpent = memory.isFull || error.pyodide_fatal_error === true;
  if (memory.isCauseOf(error)) return { fault: "memory", isSpent };
  if (error instanceof PythonStartError) return { fault: "download", isSpent };
  return { fault: error instanceof DOMException ? "file" : "unknown", isSpent };
}

/** @param {MessageEvent<Question>} event */
onmessage = ({ data }) => {
  if (python) answer(python, data);
};
start();

/** The worker that Python runs in: one for a whole visit. Messages in and out are `Start`, `Question` and `Message`. */

import { PythonStartError } from "./runtime-files.js";
import { startPython } from "./start-python.js";

/**
 * @typedef {{root: string, isAgain: boolean}} Start `isAgain`: what the browser kept is not to be believed
 * @typedef {{id: number, request: string}} Question
 * @typedef {import("./runtime-files.js").Cause} Cause
 * @typedef {{kind: "progress", loaded: number, total: number}
 *   | {kind: "ready"}
 *   | {kind: "failed", cause: Cause, reason: string}
 *   | {kind: "answered", id: number, response: string}
 *   | {kind: "rejected", id: number, reason: string}} Message
 */

/** @type {import("./start-python.js").Respond | undefined} */
let respond;

/** @param {Message} message */
const tell = (message) => postMessage(message);

/** @param {Start} how */
async function start({ root, isAgain }) {
  try {
    respond = await startPython(root, isAgain, (loaded, total) => tell({ kind: "progress", loaded, total }));
    tell({ kind: "ready" });
  } catch (error) {
    const cause = error instanceof PythonStartError ? error.failure : "start";
    tell({ kind: "failed", cause, reason: String(error) });
  }
}

/** @param {Question} question */
function answer({ id, request }) {
  try {
    if (respond) tell({ kind: "answered", id, response: respond(request) });
  } catch (error) {
    tell({ kind: "rejected", id, reason: String(error) });
  }
}

/** @param {MessageEvent<Start | Question>} event */
onmessage = ({ data }) => ("root" in data ? start(data) : answer(data));

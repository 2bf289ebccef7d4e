/** The worker that Python runs in: one for a whole visit. Messages in and out are `Question` and `Message`. */

import { startPython } from "./start-python.js";

/**
 * @typedef {{root: string}} Start
 * @typedef {{id: number, request: string}} Question
 * @typedef {{kind: "progress", loaded: number, total: number}
 *   | {kind: "ready"}
 *   | {kind: "failed", reason: string}
 *   | {kind: "answer", id: number, response: string}} Message
 */

/** @type {import("./start-python.js").Respond | undefined} */
let respond;

/** @param {Message} message */
const tell = (message) => postMessage(message);

/** @param {MessageEvent<Start | Question>} event */
onmessage = async (event) => {
  const asked = event.data;
  try {
    if ("root" in asked) {
      respond = await startPython(asked.root, (loaded, total) => tell({ kind: "progress", loaded, total }));
      tell({ kind: "ready" });
    } else if (respond) {
      tell({ kind: "answer", id: asked.id, response: respond(asked.request) });
    }
  } catch (error) {
    tell({ kind: "failed", reason: String(error) });
  }
};

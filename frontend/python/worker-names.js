/** How Python's worker is asked to start: by words in its name, so that it need not wait for a message. */

import { keepText, keptText } from "../shared/device-storage.js";

/** Start the complete Python: the quick one could not do what it was asked. */
export const COMPLETE = "complete";
/** An earlier start failed: believe nothing that the browser kept of it. */
export const AGAIN = "again";
/** An earlier visit kept an image of Python's memory: look for it before one is fetched. */
export const KEPT = "kept";

const NOTE = "playbook.python-kept-by";

/**
 * @param {string} worker the address of its script, which is another one for each build
 * @param {{isComplete?: boolean, isAgain?: boolean}} [way]
 * @returns {string}
 */
export function workerName(worker, { isComplete, isAgain } = {}) {
  const isKept = keptText(NOTE) === worker;
  return ["python", isComplete ? COMPLETE : "", isAgain ? AGAIN : "", isKept ? KEPT : ""].join(" ");
}

/** Notes that a worker kept an image. @param {string} worker the address of its script */
export function noteKept(worker) {
  keepText(NOTE, worker);
}

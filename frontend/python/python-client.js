/** Python for the page: starts the worker once, keeps it over instant navigation, and starts it anew on Retry. */

import { runtimeAddress } from "../shared/page-path.js";
import { QuestionQueue } from "./question-queue.js";

/**
 * @typedef {"idle" | "loading" | "ready" | "failed"} State
 * @typedef {import("./python-worker.js").Cause} Cause
 * @typedef {import("./python-worker.js").Message} Message
 * @typedef {import("./question-queue.js").Outcome} Outcome
 */

class PythonClient extends EventTarget {
  /** @type {State} */
  state = "idle";
  /** @type {Cause | null} why there is no Python, where that failed */
  cause = null;
  loaded = 0;
  total = 0;
  /** @type {Worker | null} */
  #worker = null;
  #queue = new QuestionQueue();

  /** Starts Python, unless that was tried before. */
  startOnce() {
    if (this.state === "idle") this.start();
  }

  /** Starts Python, also where it did not come before: only a reader asks for that. */
  start() {
    if (this.state === "loading" || this.state === "ready") return;
    const worker = new Worker(new URL("./python-worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => worker === this.#worker && this.#receive(worker, data);
    worker.onerror = (event) => worker === this.#worker && this.#lose("download", event.message);
    worker.postMessage({ root: runtimeAddress });
    this.#worker = worker;
    this.cause = null;
    this.#become("loading");
  }

  /**
   * @param {object} asker whose earlier questions this one takes the place of
   * @param {object} question
   * @returns {Promise<Outcome>} it waits as long as Python is not there, also over a Retry
   */
  ask(asker, question) {
    this.startOnce();
    return this.#queue.ask(asker, JSON.stringify(question));
  }

  /** Drops what somebody asked. @param {object} asker */
  withdraw(asker) {
    this.#queue.withdraw(asker);
  }

  /** @param {Worker} worker @param {Message} message */
  #receive(worker, message) {
    if (message.kind === "progress") {
      this.loaded = message.loaded;
      this.total = message.total;
      this.#become("loading");
    } else if (message.kind === "ready") {
      this.#become("ready");
      this.#queue.open((id, request) => worker.postMessage({ id, request }));
    } else if (message.kind === "answered") this.#queue.answer(message.id, message.response);
    else if (message.kind === "rejected") this.#queue.reject(message.id, message.reason);
    else this.#lose(message.cause, message.reason);
  }

  /**
   * The only end of a worker, whatever it died of.
   *
   * @param {Cause} cause
   * @param {string} reason
   */
  #lose(cause, reason) {
    this.#worker?.terminate();
    this.#worker = null;
    this.cause = cause;
    this.#queue.close(reason);
    this.#become("failed");
  }

  /** @param {State} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

export const python = new PythonClient();

/** Python for the page: starts the worker once, keeps it over instant navigation, and starts it anew where it is lost. */

import { runtimeAddress } from "../shared/page-path.js";
import { QuestionQueue } from "./question-queue.js";

/**
 * @typedef {"idle" | "loading" | "ready" | "failed"} State
 * @typedef {import("./runtime-files.js").Cause} Cause
 * @typedef {import("./python-worker.js").Message} Message
 * @typedef {import("./question-queue.js").Outcome} Outcome
 */

// Milliseconds without a word from the worker after which it counts as lost. Each is many times what a slow phone takes.
const SILENT = { fetching: 30_000, starting: 90_000, answering: 20_000 };

class PythonClient extends EventTarget {
  /** @type {State} */
  state = "idle";
  /** @type {Cause | null} why there is no Python, where that failed */
  cause = null;
  /** Whether Python did not answer, and has not answered since. */
  wasSilent = false;
  loaded = 0;
  total = 0;
  /** @type {Worker | null} */
  #worker = null;
  #alarm = 0;
  #queue = new QuestionQueue();

  /** Starts Python, unless that was tried before. */
  startOnce() {
    if (this.state === "idle") this.start();
  }

  /** Starts Python, also where it did not come before: only a reader asks for that. */
  start() {
    if (this.state === "loading" || this.state === "ready") return;
    this.wasSilent = false;
    this.#start(this.cause !== null);
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

  /** @param {boolean} isAgain whether an earlier start failed */
  #start(isAgain) {
    const worker = new Worker(new URL("./python-worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => worker === this.#worker && this.#receive(worker, data);
    worker.onerror = (event) => worker === this.#worker && this.#lose("download", event.message);
    worker.postMessage({ root: runtimeAddress, isAgain });
    this.#worker = worker;
    this.cause = null;
    this.loaded = 0;
    this.total = 0;
    this.#expect(SILENT.fetching);
    this.#become("loading");
  }

  /** @param {Worker} worker @param {Message} message */
  #receive(worker, message) {
    clearTimeout(this.#alarm);
    if (message.kind === "progress") {
      this.loaded = message.loaded;
      this.total = message.total;
      this.#expect(this.#isFetching ? SILENT.fetching : SILENT.starting);
      this.#become("loading");
    } else if (message.kind === "ready") {
      this.#become("ready");
      this.#queue.open((id, request) => {
        this.#expect(SILENT.answering);
        worker.postMessage({ id, request });
      });
    } else if (message.kind === "failed") this.#lose(message.cause, message.reason);
    else {
      this.wasSilent = false;
      if (message.kind === "answered") this.#queue.answer(message.id, message.response);
      else this.#queue.reject(message.id, message.reason);
    }
  }

  get #isFetching() {
    return this.loaded < this.total || this.total === 0;
  }

  /** @param {number} silence milliseconds within which the worker is going to say something */
  #expect(silence) {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => this.#missed(), silence);
  }

  /** The worker died or does not come to an end. What it was asked is asked once more, of another one. */
  #missed() {
    if (this.state === "loading") this.#lose(this.#isFetching ? "download" : "start", "no sign of life");
    else if (this.wasSilent) this.#lose("silent", "no answer");
    else {
      this.wasSilent = true;
      this.#worker?.terminate();
      this.#queue.takeBack();
      this.#start(false);
    }
  }

  /**
   * The end of a worker that no other one follows by itself.
   *
   * @param {Cause} cause
   * @param {string} reason
   */
  #lose(cause, reason) {
    clearTimeout(this.#alarm);
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

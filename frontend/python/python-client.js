/** Python for the page: starts the worker once, keeps it over instant navigation, and starts it anew where it is lost. */

import { workerAddress } from "../shared/page-path.js";
import { KeptFiles } from "./kept-files.js";
import { QuestionQueue } from "./question-queue.js";
import { noteKept, workerName } from "./worker-names.js";

/**
 * @typedef {"idle" | "loading" | "ready" | "failed"} State
 * @typedef {import("./runtime-files.js").Cause} Cause
 * @typedef {import("./python-worker.js").Message} Message
 * @typedef {import("./question-queue.js").Outcome} Outcome
 * @typedef {import("./question-queue.js").Request} Request
 */

// Milliseconds without a word from the worker after which it counts as lost. Each is many times what a slow phone takes.
const SILENT = { fetching: 30_000, starting: 90_000, answering: 20_000 };

// Milliseconds that an answer to a question about a file may be on its way before a later question ends it.
const PATIENCE = 1_000;

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
  #files = new KeptFiles();
  #sentAt = 0;
  /** Whether the quick Python could not do what it was asked: for the rest of the visit the complete one answers. */
  #isComplete = false;
  /** Whether the worker's script was fetched anew since somebody asked for Python. */
  #isScriptNew = false;
  /** Whether the question at work waits for a part of Python. */
  #isPartComing = false;

  constructor() {
    super();
    if (globalThis.earlyPython) this.start();
  }

  /** Starts Python, unless that was tried before. */
  startOnce() {
    if (this.state === "idle") this.start();
  }

  /** Starts Python, also where it did not come before: only a reader asks for that. */
  start() {
    if (this.state === "loading" || this.state === "ready") return;
    this.wasSilent = false;
    this.#isScriptNew = false;
    this.#start(this.cause !== null);
  }

  /**
   * @param {object} asker whose earlier questions this one takes the place of
   * @param {Record<string, any>} question with `parts`, the parts of Python that it needs, where it needs one
   * @param {Pick<Request, "progress">} [options] `progress` is told how far a long answer is
   * @returns {Promise<Outcome>} it waits as long as Python is not there, also over a Retry
   */
  ask(asker, { parts = [], ...question }, { progress } = {}) {
    this.startOnce();
    const request = { text: JSON.stringify(question), parts, files: filesNamed(question), progress };
    const outcome = this.#queue.ask(asker, request);
    this.#endStale();
    return outcome;
  }

  /** Drops what somebody asked. @param {object} asker */
  withdraw(asker) {
    this.#queue.withdraw(asker);
    this.#endStale();
  }

  /** Drops what somebody asked, and ends the work on it at once. @param {object} asker */
  cancel(asker) {
    const isAtWork = this.#queue.wanted?.asker === asker;
    this.#queue.withdraw(asker);
    if (isAtWork && this.state === "ready") this.#renew();
  }

  /**
   * Keeps a file that questions name, as `{ file: id }` in place of a value.
   *
   * @param {string} id another file of the same name goes
   * @param {Blob | ArrayBuffer} content
   */
  keepFile(id, content) {
    this.#files.keep(id, content);
  }

  /** @param {string} id */
  dropFile(id) {
    this.#files.drop(id);
  }

  /** @param {boolean} isAgain whether an earlier start failed */
  #start(isAgain) {
    const name = workerName(workerAddress, { isComplete: this.#isComplete, isAgain });
    const { worker, missed } = takenEarly() ?? {
      worker: new Worker(workerAddress, { type: "module", name }),
      missed: [],
    };
    worker.onmessage = ({ data }) => worker === this.#worker && this.#receive(worker, data);
    worker.onerror = () => worker === this.#worker && this.#loseScript();
    this.#worker = worker;
    this.#files.handAllAgain();
    this.cause = null;
    this.loaded = 0;
    this.total = 0;
    this.#expect(SILENT.fetching);
    this.#become("loading");
    for (const event of missed) worker.dispatchEvent(event);
  }

  /** The worker's own script did not come, or does not run. */
  async #loseScript() {
    this.#expect(SILENT.fetching);
    const worker = this.#worker;
    // The browser keeps the script for a year, sound or not: this exchanges it, and the next worker starts from that.
    const status = await fetch(workerAddress, { cache: "reload" }).then(
      (response) => response.status,
      () => 0,
    );
    if (worker !== this.#worker) return;
    clearTimeout(this.#alarm);
    if (status === 200 && !this.#isScriptNew) {
      this.#isScriptNew = true;
      this.#renew();
    } else this.#lose(status === 404 ? "renewed" : "download", "no worker"); // a release takes the one before away
  }

  /** @param {Worker} worker @param {Message} message */
  #receive(worker, message) {
    if (message.kind === "kept") return noteKept(workerAddress);
    clearTimeout(this.#alarm);
    if (message.kind === "progress") {
      this.loaded = message.loaded;
      this.total = message.total;
      this.#expect(this.#isFetching ? SILENT.fetching : SILENT.starting);
      this.#become("loading");
    } else if (message.kind === "ready") {
      this.#become("ready");
      this.#queue.open((id, request) => this.#send(worker, id, request));
    } else if (message.kind === "failed") this.#fail(message.cause, message.reason);
    else if (message.kind === "answered" || message.kind === "rejected") this.#settle(message);
    else this.#tell(message);
  }

  /** @param {Worker} worker @param {number} id @param {Request} request */
  #send(worker, id, { text, parts, files }) {
    this.#sentAt = performance.now();
    this.#isPartComing = false;
    this.#expect(SILENT.answering);
    worker.postMessage({ id, request: text, parts, ...this.#files.toHand(files) });
  }

  /** An answer is on its way. @param {Extract<Message, {kind: "fetching" | "working"}>} message */
  #tell({ kind, id, done, total }) {
    this.#isPartComing = kind === "fetching" && done < total;
    this.#expect(this.#isPartComing ? SILENT.fetching : SILENT.answering);
    const { wanted } = this.#queue;
    if (wanted?.id === id) wanted.request.progress?.({ doing: kind, done, total });
  }

  /** @param {Extract<Message, {kind: "answered" | "rejected"}>} message */
  #settle(message) {
    this.wasSilent = false;
    if (message.kind === "answered") this.#queue.answer(message.id, message.response);
    else if (message.fault === "unknown" && !this.#isComplete) return this.#complete(message.reason);
    else {
      this.#files.handAgain(this.#queue.working?.request.files ?? []);
      this.#queue.reject(message.id, message.fault, message.reason);
    }
    if (message.isSpent) this.#renew();
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
    if (this.state === "loading") this.#fail(this.#isFetching ? "download" : "start", "no sign of life");
    else if (this.#isPartComing) {
      const id = this.#queue.working?.id ?? 0;
      this.#settle({ kind: "rejected", id, fault: "download", reason: "no sign of life", isSpent: true });
    } else if (this.wasSilent) this.#lose("silent", "no answer");
    else {
      this.wasSilent = true;
      this.#renew();
    }
  }

  /** @param {Cause} cause @param {string} reason */
  #fail(cause, reason) {
    if (cause === "start" && !this.#isComplete) this.#complete(reason);
    else this.#lose(cause, reason);
  }

  /** Lets the complete Python take the place of the quick one. @param {string} reason for whoever looks into it */
  #complete(reason) {
    console.debug(`The complete Python takes over: ${reason}`);
    this.#isComplete = true;
    this.#renew();
  }

  /** Lets another worker take the place of this one. What it was asked and somebody waits for is asked of that one. */
  #renew() {
    clearTimeout(this.#alarm);
    this.#worker?.terminate();
    this.#queue.takeBack();
    this.#start(false);
  }

  /** Ends long work that nobody waits for, where others wait for its end. */
  #endStale() {
    const { stale } = this.#queue;
    if (!stale?.request.files.length) return;
    const left = this.#sentAt + PATIENCE - performance.now();
    if (left > 0) setTimeout(() => this.#endStale(), left);
    else this.#renew();
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

/**
 * The worker that the page started before this script was there, and what it said meanwhile: see early-start.js.
 *
 * @returns {{worker: Worker, missed: Event[]} | undefined}
 */
function takenEarly() {
  const early = globalThis.earlyPython;
  globalThis.earlyPython = undefined;
  return early;
}

/** @param {Record<string, any>} question @returns {string[]} the files that it names */
function filesNamed({ values = {}, inspect = null }) {
  return [inspect, ...Object.values(values)].map((value) => value?.file).filter((file) => typeof file === "string");
}

export const python = new PythonClient();

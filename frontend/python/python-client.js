/** Python for the page: starts the worker once, keeps it over instant navigation, and starts it anew on Retry. */

/**
 * @typedef {"idle" | "loading" | "ready" | "failed"} State
 * @typedef {import("./python-worker.js").Message} Message
 */

const runtime = document.querySelector('meta[name="python-runtime"]')?.getAttribute("content") ?? "";
// Resolved at once: after an instant navigation the page has another address.
const root = new URL(runtime, location.href).href;

class PythonClient extends EventTarget {
  /** @type {State} */
  state = "idle";
  loaded = 0;
  total = 0;
  /** @type {Worker | undefined} */
  #worker;
  #lastId = 0;
  /** @type {Map<number, {request: string, resolve: (response: string) => void}>} */
  #open = new Map();

  /** Starts Python, unless that happened before. */
  start() {
    if (this.state !== "idle" && this.state !== "failed") return;
    this.#worker = new Worker(new URL("./python-worker.js", import.meta.url), { type: "module" });
    this.#worker.onmessage = (event) => this.#receive(event.data);
    this.#worker.onerror = () => this.#fail();
    this.#worker.postMessage({ root });
    this.#become("loading");
  }

  /**
   * @param {object} question
   * @returns {Promise<any>} the response; it waits as long as Python is not there, also over a Retry
   */
  async ask(question) {
    this.#lastId += 1;
    const id = this.#lastId;
    const request = JSON.stringify(question);
    const response = new Promise((resolve) => this.#open.set(id, { request, resolve }));
    if (this.state === "ready") this.#worker?.postMessage({ id, request });
    else if (this.state === "idle") this.start();
    return JSON.parse(await response);
  }

  /** @param {Message} message */
  #receive(message) {
    if (message.kind === "progress") {
      this.loaded = message.loaded;
      this.total = message.total;
      this.#become("loading");
    } else if (message.kind === "ready") {
      this.#become("ready");
      for (const [id, { request }] of this.#open) this.#worker?.postMessage({ id, request });
    } else if (message.kind === "answer") {
      this.#open.get(message.id)?.resolve(message.response);
      this.#open.delete(message.id);
    } else {
      this.#fail();
    }
  }

  #fail() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#become("failed");
  }

  /** @param {State} state */
  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

export const python = new PythonClient();

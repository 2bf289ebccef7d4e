/**
 * The questions to Python: one at work, and of each asker only the latest waits behind it.
 *
 * @typedef {{kind: "answered", response: string}
 *   | {kind: "superseded"}
 *   | {kind: "rejected", fault: Fault, reason: string}} Outcome `superseded`: the asker has a later question, or has
 *   left
 * @typedef {"download" | "memory" | "file" | "unknown"} Fault why there is no answer: a part of Python did not come, it
 *   takes more memory than there is, a file that the question names cannot be read any more, or a fault of ours
 * @typedef {object} Request
 * @property {string} text the question as JSON
 * @property {string[]} parts of Python that it needs
 * @property {string[]} files that it names
 * @property {(stage: {doing: "fetching" | "working", done: number, total: number}) => void} [progress]
 * @typedef {{id: number, asker: object, request: Request, settle: (outcome: Outcome) => void}} Question
 */

export class QuestionQueue {
  #lastId = 0;
  /** @type {((id: number, request: Request) => void) | null} */
  #send = null;
  /** @type {Question | null} */
  #working = null;
  #isWorkWanted = false;
  /** @type {Map<object, Question>} in the order in which their askers came */
  #waiting = new Map();

  /**
   * @param {object} asker
   * @param {Request} request
   * @returns {Promise<Outcome>} it waits as long as there is nobody to send to
   */
  ask(asker, request) {
    this.withdraw(asker);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((settle) => {
      this.#waiting.set(asker, { id, asker, request, settle });
      this.#next();
    });
  }

  /** Drops what somebody asked. @param {object} asker */
  withdraw(asker) {
    this.#waiting.get(asker)?.settle({ kind: "superseded" });
    this.#waiting.delete(asker);
    if (this.#working?.asker !== asker) return;
    this.#working.settle({ kind: "superseded" });
    this.#isWorkWanted = false;
  }

  /** The question at work. */
  get working() {
    return this.#working;
  }

  /** The question at work, where somebody waits for its answer. */
  get wanted() {
    return this.#isWorkWanted ? this.#working : null;
  }

  /** The question at work, where nobody waits for it and others wait for it to end. */
  get stale() {
    return this.#isWorkWanted || !this.#waiting.size ? null : this.#working;
  }

  /** There is somebody to send to. @param {(id: number, request: Request) => void} send */
  open(send) {
    this.#send = send;
    this.#next();
  }

  /** There is nobody to send to for a while: a question at work is the first that is sent afterwards. */
  takeBack() {
    this.#send = null;
    const question = this.#working;
    this.#working = null;
    if (question && this.#isWorkWanted) this.#waiting = new Map([[question.asker, question], ...this.#waiting]);
  }

  /**
   * There is nobody to send to any more. A question at work is rejected: it may be what broke the worker, so that
   * nobody asks it again but a person.
   *
   * @param {string} reason
   */
  close(reason) {
    this.#send = null;
    this.#working?.settle({ kind: "rejected", fault: "unknown", reason });
    this.#working = null;
  }

  /** @param {number} id @param {string} response */
  answer(id, response) {
    this.#settle(id, { kind: "answered", response });
  }

  /** Says that Python could not answer. @param {number} id @param {Fault} fault @param {string} reason */
  reject(id, fault, reason) {
    this.#settle(id, { kind: "rejected", fault, reason });
  }

  /** @param {number} id @param {Outcome} outcome */
  #settle(id, outcome) {
    if (this.#working?.id !== id) return;
    this.#working.settle(outcome);
    this.#working = null;
    this.#next();
  }

  #next() {
    if (!this.#send || this.#working) return;
    const [question] = this.#waiting.values();
    if (!question) return;
    this.#waiting.delete(question.asker);
    this.#working = question;
    this.#isWorkWanted = true;
    this.#send(question.id, question.request);
  }
}

/** Everything of lists on a calculator: where they are opened, what a question holds of them, and tables of the answer. */

import { python } from "../python/python-client.js";
import { word } from "../shared/words.js";
import { ListField } from "./list-field.js";
import { ListProgress, answerWords } from "./list-progress.js";
import { ListTables } from "./list-tables.js";

/**
 * @typedef {import("./figures.js").Written & {parts?: string[]} & Record<string, any>} Asked
 * @typedef {object} Listed the calculator
 * @property {string} calculator
 * @property {string} lang
 * @property {() => import("./figures.js").Written} written what stands in its form
 * @property {() => Asked} question what is asked about what stands there
 * @property {() => void} changed called when another list counts, or none
 * @property {() => void} stop called when the reader wants no answer any more
 */

export class Lists {
  /** @type {Record<string, any> | null} the question whose answer is on the page; null for the example */
  #answered = null;

  /** @param {HTMLElement} element @param {Listed} listed */
  constructor(element, listed) {
    this.element = element;
    const places = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-list-field]"));
    const changed = () => {
      this.tables.forget();
      listed.changed();
    };
    this.fields = [...places].map((place) => new ListField(place, { ...listed, changed }));
    this.listed = listed;
    this.tables = new ListTables(element, { ...listed, asked: async () => this.#answered ?? this.question() });
    const progress = document.createElement("div");
    progress.className = "list-progress";
    progress.hidden = true;
    element.querySelector(".calculator-state")?.append(progress);
    this.progress = new ListProgress(progress, answerWords, listed.stop);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.tables.listen(signal);
    for (const field of this.fields) field.enable(signal);
    if (this.fields.length) this.#showCovered();
  }

  /** Nothing is wanted any more. */
  leave() {
    for (const field of this.fields) field.leave();
    this.progress.hide();
  }

  /** @returns {boolean} whether a list of the reader counts, in place of the example */
  get isOpen() {
    return this.fields.some((field) => field.open);
  }

  /** @returns {boolean} whether the list of the example is not here yet */
  get isMissing() {
    return this.fields.some((field) => field.isMissing);
  }

  /** @returns {Promise<boolean>} whether every list that a question needs is there */
  async fetched() {
    const found = await Promise.all(this.fields.map((field) => field.fetched()));
    return found.every(Boolean);
  }

  /** @returns {Promise<Record<string, any> | null>} what stands in the form, with its lists; null where one did not come */
  async question() {
    return (await this.fetched()) ? this.current : null;
  }

  /** @returns {Asked} what stands in the form, with the lists that are here */
  get current() {
    return this.into(this.listed.question());
  }

  /**
   * @param {Asked} question
   * @returns {Asked} the same with the lists in the place of their fields
   */
  into(question) {
    const values = /** @type {Record<string, any>} */ ({ ...question.values });
    const parts = [...(question.parts ?? [])];
    for (const field of this.fields) {
      const asked = field.asked;
      if (asked) values[field.name] = asked.value;
      parts.push(...(asked?.parts ?? []));
    }
    return { ...question, values, parts };
  }

  /** @param {object} asker @param {Record<string, any>} question */
  async ask(asker, question) {
    const progress = (/** @type {import("./list-progress.js").Stage} */ stage) => this.progress.show(stage);
    const outcome = await python.ask(asker, question, this.fields.length ? { progress } : {});
    if (outcome.kind !== "superseded") this.progress.hide();
    return outcome;
  }

  /** The answer to a question is on the page. @param {Record<string, any> | null} question null for the example */
  settled(question) {
    this.#answered = question;
    for (const field of this.fields) field.settled();
    this.#showCovered();
    this.tables.settled();
  }

  /** The reader stopped an answer. @returns {boolean} whether the one on the page is to what stands in the form again */
  stopped() {
    this.progress.hide();
    for (const field of this.fields) field.stopped();
    return JSON.stringify(this.current) === JSON.stringify(this.#answered);
  }

  /** Says which fields of the form a list has. */
  #showCovered() {
    const covered = new Set(this.fields.flatMap((field) => field.covered));
    for (const field of this.element.querySelectorAll("[data-field]")) {
      if (!(field instanceof HTMLElement)) continue;
      const name = field.dataset.field ?? "";
      field.querySelector(".field-listed")?.remove();
      if (covered.has(name)) field.querySelector(".field-hint")?.append(remark());
    }
  }
}

/** @returns {HTMLElement} */
function remark() {
  const said = document.createElement("strong");
  said.className = "field-listed";
  said.textContent = ` ${word("lists.in_list")}`;
  return said;
}

/** Two reviews beside each other: Python computes both now, from their texts. */

import { printAnswer } from "../calculator/print-answer.js";
import { python } from "../python/python-client.js";
import { word } from "../shared/words.js";
import { latestFirst } from "./review.js";

/**
 * @typedef {import("../calculator/figures.js").Written} Written
 * @typedef {import("./review.js").Review} Review
 * @typedef {{name: string, written: Written}} Compared
 * @typedef {{calculator: string, lang: string, today: string}} Asked what every question holds
 */

/** In the lists to choose from: what stands in the form now. */
const FORM = "";

export class ReviewComparison {
  /** @type {Review[]} */
  #reviews = [];
  /** @type {string[]} the ids of the two */
  #compared = [];

  /**
   * @param {HTMLElement} place with the two lists to choose from
   * @param {HTMLElement} result
   * @param {AbortSignal} signal
   * @param {{form: () => Written, say: (said: string) => void}} around what stands in the form now, and the status line
   */
  constructor(place, result, signal, { form, say }) {
    const found = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (result.querySelector(selector));
    this.place = place;
    this.result = result;
    this.form = form;
    this.say = say;
    this.choices = /** @type {HTMLSelectElement[]} */ ([...place.querySelectorAll("select")]);
    for (const choice of this.choices) choice.addEventListener("change", () => (choice.dataset.chosen = choice.value), { signal });
    this.body = found("[data-part=compared]");
    this.title = found("h3");
    found("[data-part=print]").addEventListener("click", () => printAnswer(result, this.title.textContent ?? ""), { signal });
    found("[data-part=close]").addEventListener("click", () => this.#close(), { signal });
  }

  /** @param {Review[]} reviews @param {Review | undefined} current the one that stands in the form */
  show(reviews, current) {
    this.#reviews = latestFirst(reviews);
    this.place.hidden = reviews.length === 0;
    // Until the reader chooses, the form stands on the right, and on the left what was kept last of the others.
    const before = this.#reviews.find((review) => review !== current) ?? current;
    for (const [index, choice] of this.choices.entries()) {
      const { chosen = index === 0 ? before?.id : FORM } = choice.dataset;
      const options = [new Option(word("reviews.form"), FORM), ...this.#reviews.map(({ id, name }) => new Option(name, id))];
      choice.replaceChildren(...options);
      choice.value = options.some(({ value }) => value === chosen) ? (chosen ?? FORM) : FORM;
    }
  }

  /** Shows what was chosen. @param {Asked} asked */
  async compare(asked) {
    const [first, second] = this.choices.map(({ value }) => value);
    if (first === second) return this.say(word("reviews.same_chosen"));
    this.#compared = [first, second];
    if (python.state !== "ready") this.say(python.cause ? word("reviews.no_python") : word("reviews.waits"));
    const { html, fault } = await this.#found(asked);
    if (fault) this.say(fault);
    if (!html) return;
    this.say("");
    this.#write(html);
    this.result.hidden = false;
    this.title.focus();
  }

  /** What is shown belongs to the form and the reviews as they are now. @param {Asked} asked */
  async renew(asked) {
    if (this.result.hidden) return;
    const isThere = (/** @type {string} */ id) => id === FORM || this.#reviews.some((review) => review.id === id);
    if (!this.#compared.every(isThere)) {
      this.result.hidden = true;
      return;
    }
    const { html, fault } = await this.#found(asked);
    if (html) this.#write(html);
    else if (fault) this.body.textContent = fault;
  }

  /** @param {string} html */
  #write(html) {
    const [first, second] = this.#chosen.map(({ name }) => name);
    this.title.textContent = word("reviews.compared", { first, second });
    this.body.innerHTML = html;
  }

  /** @param {Asked} asked @returns {Promise<{html?: string, fault?: string}>} neither where something else was asked since */
  async #found(asked) {
    const compare = this.#chosen.map(({ name, written: { lang, values, written_in } }) => ({ name, lang, values, written_in }));
    const outcome = await python.ask(this, { ...asked, compare });
    if (outcome.kind === "rejected") return { fault: word("reviews.failed") };
    const { comparison, refused } = outcome.kind === "answered" ? JSON.parse(outcome.response) : {};
    if (!refused) return { html: comparison };
    const names = refused.map((/** @type {string} */ name) => word("reviews.quoted", { name })).join(", ");
    return { fault: word("reviews.no_answer", { names }) };
  }

  /** @returns {Compared[]} the two that are compared, as they are now */
  get #chosen() {
    const form = { name: word("reviews.form"), written: this.form() };
    return this.#compared.map((id) => this.#reviews.find((review) => review.id === id) ?? form);
  }

  #close() {
    this.result.hidden = true;
    this.place.querySelector("button")?.focus();
  }
}

/** Two reviews beside each other: Python computes both now, from their texts. */

import { printAnswer } from "../calculator/print-answer.js";
import { python } from "../python/python-client.js";
import { word } from "../shared/words.js";
import { latestFirst } from "./review.js";

/**
 * @typedef {import("../calculator/figures.js").Written} Written
 * @typedef {import("./review.js").Review} Review
 * @typedef {{name: string, written: Written}} Compared
 */

/** In the lists to choose from: what stands in the form now. */
const FORM = "";

export class ReviewComparison {
  /** @type {Review[]} */
  #reviews = [];

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

  /** @param {{calculator: string, lang: string, today: string}} asked */
  async compare(asked) {
    const [first, second] = this.choices.map(({ value }) => this.#chosen(value));
    if (this.choices[0].value === this.choices[1].value) return this.say(word("reviews.same_chosen"));
    if (python.state !== "ready") this.say(word("reviews.waits"));
    const compare = [first, second].map(({ name, written: { lang, values, written_in } }) => ({ name, lang, values, written_in }));
    const outcome = await python.ask(this, { ...asked, compare });
    if (outcome.kind !== "answered") return outcome.kind === "rejected" && this.say(word("reviews.failed"));
    const { comparison, refused } = JSON.parse(outcome.response);
    if (refused) return this.say(word("reviews.no_answer", { names: refused.map(quoted).join(", ") }));
    this.say("");
    this.title.textContent = word("reviews.compared", { first: first.name, second: second.name });
    this.body.innerHTML = comparison;
    this.result.hidden = false;
    this.title.focus();
  }

  /** @param {string} id @returns {Compared} */
  #chosen(id) {
    return this.#reviews.find((review) => review.id === id) ?? { name: word("reviews.form"), written: this.form() };
  }

  #close() {
    this.result.hidden = true;
    this.place.querySelector("button")?.focus();
  }
}

/** @param {string} name */
const quoted = (name) => word("reviews.quoted", { name });

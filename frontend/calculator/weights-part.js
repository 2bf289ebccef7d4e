/** Which figures move the answer most: worked out only where a reader looks, and anew with every answer. */

import { python } from "../python/python-client.js";
import { word } from "../shared/words.js";
import { faultSentence } from "./fault-sentence.js";

export class WeightsPart {
  /** @param {HTMLElement} calculator where it has no place for this, nothing happens @param {import("./lists.js").Lists} lists */
  constructor(calculator, lists) {
    this.lists = lists;
    this.place = /** @type {HTMLDetailsElement | null} */ (calculator.querySelector("details[data-part=weights]"));
    this.content = /** @type {HTMLElement | null} */ (calculator.querySelector("[data-part=weights-content]"));
    this.place?.addEventListener("toggle", () => this.follow());
    this.calculator = calculator;
  }

  /** There is another answer, or a reader looks. */
  async follow() {
    const { content } = this;
    if (!content || !this.place?.open) return;
    if (!["example", "answered"].includes(this.calculator.dataset.answer ?? "")) return this.#say(word("calculator.no_answer"));
    if (!content.firstChild) this.#say(word("calculator.computing"));
    this.wait();
    const question = await this.lists.question();
    if (!question) return this.#say(faultSentence("download"));
    const outcome = await python.ask(this, { ...question, writers: ["weights"] });
    if (outcome.kind === "rejected") this.#say(faultSentence(outcome.fault));
    if (outcome.kind !== "answered") return;
    content.innerHTML = JSON.parse(outcome.response).weights;
    content.removeAttribute("aria-busy");
  }

  /** What is shown is marked: it belongs to figures that no longer stand in the form. */
  wait() {
    python.withdraw(this);
    this.content?.setAttribute("aria-busy", "true");
  }

  /** There is no answer to wait for. */
  clear() {
    python.withdraw(this);
    this.#say("");
  }

  /** @param {string} text */
  #say(text) {
    if (this.content) this.content.textContent = text;
    this.content?.removeAttribute("aria-busy");
  }
}

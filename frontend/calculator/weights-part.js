/** Which figures move the answer most: worked out only where a reader looks, and anew with every answer. */

import { python } from "../python/python-client.js";
import { word } from "../shared/words.js";
import { localDay } from "./local-day.js";

export class WeightsPart {
  /**
   * @param {HTMLDetailsElement | null} place
   * @param {string} calculator
   * @param {import("./figures.js").Figures} figures
   * @param {import("./lists.js").Lists} lists
   */
  constructor(place, calculator, figures, lists) {
    this.lists = lists;
    this.place = place;
    this.calculator = calculator;
    this.figures = figures;
    place?.addEventListener("toggle", () => this.follow());
  }

  /** There is another answer, or a reader looks. */
  async follow() {
    if (!this.place?.open) return;
    this.wait();
    const question = { calculator: this.calculator, today: localDay(new Date()), ...this.figures.counting() };
    const outcome = await python.ask(this, this.lists.into({ ...question, writers: ["weights"] }));
    if (outcome.kind === "superseded") return;
    this.#show(outcome.kind === "answered" ? JSON.parse(outcome.response).weights : "");
  }

  /** Other figures stand in the form: what is shown belongs to those before. */
  wait() {
    this.#show("");
    python.withdraw(this);
    if (this.place?.open) this.#content.textContent = word("calculator.computing");
  }

  /** @returns {HTMLElement} */
  get #content() {
    return /** @type {HTMLElement} */ (this.place?.querySelector("[data-part=weights-content]"));
  }

  /** @param {string} html */
  #show(html) {
    if (this.place) this.#content.innerHTML = html || "";
  }
}

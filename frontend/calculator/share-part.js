/** What a reader takes along from a calculator: a link with its figures, or its answer on paper with the customer's name. */

import { word } from "../shared/words.js";
import { printAnswer } from "./print-answer.js";
import { shareLink } from "./share-link.js";

export class SharePart {
  /**
   * @param {HTMLElement} calculator
   * @param {import("./figures.js").Figures} figures
   * @param {import("./kept-figures.js").KeptFigures} kept
   */
  constructor(calculator, figures, kept) {
    const found = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (calculator.querySelector(selector));
    this.calculator = calculator;
    this.figures = figures;
    this.kept = kept;
    this.customer = /** @type {HTMLInputElement} */ (found("[data-part=customer]"));
    this.said = found("[data-part=copied]");
    const [print, copyLink] = [found("[data-action=print]"), found("[data-action=copy-link]")];
    for (const control of [this.customer, print, copyLink]) control.removeAttribute("disabled");
    this.customer.addEventListener("input", () => this.#name());
    print.addEventListener("click", () => this.#print());
    copyLink.addEventListener("click", () => this.#copyLink());
  }

  /** Shows whose figures they are. */
  show() {
    this.customer.value = this.figures.customer;
  }

  #name() {
    this.figures.customer = this.customer.value.trim();
    this.kept.keepAgain(this.figures.toKeep());
  }

  /** Prints the answer, if there is one to the figures in the form. */
  #print() {
    const isThere = ["example", "answered"].includes(this.calculator.dataset.answer ?? "");
    this.said.textContent = isThere ? "" : word("calculator.no_print");
    if (isThere) printAnswer(this.calculator, this.figures.customer);
  }

  #copyLink() {
    shareLink(this.calculator.dataset.calculator ?? "", this.figures.counting(), this.said);
  }
}

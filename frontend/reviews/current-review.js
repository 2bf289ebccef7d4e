/** The kept review that stands in the form: whether it is still as it was kept, and what to do where it is not. */

import { python } from "../python/python-client.js";
import { button } from "../shared/button.js";
import { word } from "../shared/words.js";
import { writtenDay } from "../shared/written-day.js";
import { askedIn, isSameText } from "./review.js";

/**
 * @typedef {import("./review.js").Review} Review
 * @typedef {import("../calculator/figures.js").Written} Written
 * @typedef {object} Around
 * @property {string} calculator
 * @property {import("../calculator/figures.js").Figures} figures
 * @property {(review: Review) => void} keepAgain
 * @property {(review: Review) => void} keepNew
 */

export class CurrentReview {
  #id = "";
  /** @type {Review[]} */
  #reviews = [];
  #drawn = "";

  /** @param {HTMLElement} place @param {Around} around */
  constructor(place, around) {
    this.place = place;
    this.around = around;
    this.key = `playbook:review:${around.calculator}`;
    this.#id = attempt(() => sessionStorage.getItem(this.key)) ?? "";
  }

  /** @returns {Review | undefined} */
  get review() {
    return this.#reviews.find(({ id }) => id === this.#id);
  }

  /** @param {string} id of the review that stands in the form from now on; empty for none of them */
  be(id) {
    this.#id = id;
    attempt(() => (id ? sessionStorage.setItem(this.key, id) : sessionStorage.removeItem(this.key)));
    this.check();
  }

  /** @param {Review[]} reviews */
  show(reviews) {
    this.#reviews = reviews;
    this.check();
  }

  /** Looks whether the form still holds the review. */
  async check() {
    const { review } = this;
    const form = this.around.figures.whole();
    const isSame = review !== undefined && isSameText(review.written, form);
    if (!review) return this.#draw(review, false);
    // The example came back: nobody wants that in the place of their review.
    if (this.around.figures.isExample && !isSame) return this.be("");
    const isChanged = !isSame && (isOneLanguage(review.written, form) || (await this.#hasOtherFigures(review.written, form)));
    // A later look sees what stands there by now.
    if (review === this.review && isSameText(form, this.around.figures.whole())) this.#draw(review, isChanged);
  }

  /**
   * Two notations of one figure are the same: only Python can tell, and where it cannot they count as others.
   *
   * @param {Written} one @param {Written} other
   */
  async #hasOtherFigures(one, other) {
    if ((one.customer ?? "") !== (other.customer ?? "")) return true;
    const lang = document.documentElement.lang;
    const found = [];
    for (const written of [one, other]) {
      const question = { calculator: this.around.calculator, ...askedIn(written, lang), writers: ["contract"] };
      const outcome = await python.ask(this, question);
      const inputs = outcome.kind === "answered" ? JSON.parse(outcome.response).contract.inputs : undefined;
      if (inputs === undefined) return true;
      found.push(JSON.stringify(inputs));
    }
    return found[0] !== found[1];
  }

  /** @param {Review | undefined} review @param {boolean} isChanged */
  #draw(review, isChanged) {
    const drawn = review ? [review.id, review.name, review.kept, isChanged].join() : "";
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.place.hidden = !review;
    if (!review) return;
    const parts = { name: review.name, day: writtenDay(new Date(review.kept)) };
    const said = document.createElement("p");
    said.textContent = isChanged ? word("reviews.current_changed", parts) : word("reviews.current_same", parts);
    const { keepAgain, keepNew } = this.around;
    const again = button(word("reviews.keep_again"), () => keepAgain(review), { kind: "loud" });
    const acts = isChanged ? [again, button(word("reviews.keep_new"), () => keepNew(review))] : [];
    this.place.replaceChildren(said, ...acts);
  }
}

/** @param {Written} one @param {Written} other @returns {boolean} whether other texts are other figures */
function isOneLanguage(one, other) {
  const languages = [one, other].flatMap(({ lang, written_in }) => [lang, ...Object.values(written_in)]);
  return new Set(languages).size === 1;
}

/** @template Value @param {() => Value} act @returns {Value | undefined} nothing where the browser keeps nothing */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

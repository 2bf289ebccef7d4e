/** <kept-reviews>: the reviews that this browser keeps, beside the calculator that they come from. */

import { python } from "../python/python-client.js";
import { localDay } from "../shared/local-day.js";
import { word } from "../shared/words.js";
import { CurrentReview } from "./current-review.js";
import { toldAnswers } from "./review-answer.js";
import { ReviewComparison } from "./review-comparison.js";
import { ReviewFiles } from "./review-files.js";
import { ReviewList } from "./review-list.js";
import { ReviewShelf } from "./review-shelf.js";

/**
 * @typedef {import("./review.js").Review} Review
 * @typedef {import("../calculator/figures.js").Written} Written
 * @typedef {{origin: import("../calculator/origin.js").Origin} & HTMLElement} Calculator
 * @typedef {ReturnType<KeptReviews["parts"]>} Parts
 */

class KeptReviews extends HTMLElement {
  #listening = new AbortController();
  #isNamed = false;
  /** @type {Parts | undefined} */
  #made;

  async connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    await customElements.whenDefined("sales-calculator");
    const name = CSS.escape(this.dataset.calculator ?? "");
    const calculator = /** @type {Calculator | null} */ (document.querySelector(`sales-calculator[data-calculator="${name}"]`));
    if (signal.aborted || !calculator) return;
    this.#made = this.parts(calculator, signal);
    this.#listen(calculator, signal);
    new ReviewFiles(this.#made.part("files"), signal, {
      asked: () => this.#asked,
      form: () => this.#parts.figures.counting(),
      name: () => this.#parts.figures.owner || (this.#parts.current.review?.name ?? this.#title),
      say: (said) => this.#say(said),
      bring: (written, said) => this.#bring("", { written, refused: [] }, said),
    });
    await this.#made.shelf.read();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#made?.shelf.store.close();
    python.withdraw(this);
  }

  get #parts() {
    return /** @type {Parts} */ (this.#made);
  }

  get #asked() {
    const { calculator = "" } = this.dataset;
    return { calculator, lang: document.documentElement.lang, today: localDay(new Date()) };
  }

  /** @param {Calculator} calculator @param {AbortSignal} signal */
  parts(calculator, signal) {
    const { figures, kept } = calculator.origin.filled;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (this.querySelector(`[data-part=${name}]`));
    return {
      calculator,
      figures,
      part,
      name: /** @type {HTMLInputElement} */ (part("name")),
      shelf: new ReviewShelf(kept.calculator, kept.shape),
      list: new ReviewList(part("list"), signal, {
        act: (act, review) => this.#act(act, review),
        rename: (review, called) => this.#rename(review, called),
      }),
      comparison: new ReviewComparison(part("compare"), part("comparison"), signal, {
        form: () => figures.whole(),
        say: (said) => this.#say(said),
      }),
      current: new CurrentReview(part("current"), {
        calculator: kept.calculator,
        figures,
        keepAgain: (review) => this.#keepAgain(review),
        keepNew: (review) => this.#keepNew(review),
      }),
    };
  }

  /** @param {Calculator} calculator @param {AbortSignal} signal */
  #listen(calculator, signal) {
    const { part, shelf, comparison, name } = this.#parts;
    for (const control of this.querySelectorAll("[disabled]")) control.removeAttribute("disabled");
    /** @param {HTMLElement} place @param {string} kind @param {() => void} act */
    const on = (place, kind, act) => {
      const listener = (/** @type {Event} */ event) => {
        if (kind === "submit") event.preventDefault();
        act();
      };
      place.addEventListener(kind, listener, { signal });
    };
    on(part("save"), "submit", () => this.#keep());
    // A double click is one review.
    part("keep").addEventListener("click", (event) => event.detail > 1 && event.preventDefault(), { signal });
    on(part("compare"), "submit", () => comparison.compare(this.#asked));
    on(part("delete-all"), "click", () => this.#ask(true));
    on(part("sure"), "submit", () => this.#deleteAll());
    on(part("stay"), "click", () => this.#ask(false));
    on(part("undo"), "click", () => this.#undo());
    on(part("delete-broken"), "click", () => this.#deleteBroken());
    on(name, "input", () => (this.#isNamed = name.value.trim() !== ""));
    shelf.addEventListener("change", () => this.#show(), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && shelf.read(), { signal });
    this.#follow(calculator, signal);
  }

  /** Hears of all that changes in the form: typing, and, of all figures together, the answer. @param {Calculator} calculator @param {AbortSignal} signal */
  #follow(calculator, signal) {
    const changed = () => {
      const { current, comparison } = this.#parts;
      this.#propose();
      current.check();
      comparison.renew(this.#asked);
    };
    for (const kind of ["input", "written"]) calculator.addEventListener(kind, changed, { signal });
    const answers = new MutationObserver(changed);
    answers.observe(calculator, { attributeFilter: ["data-answer"] });
    signal.addEventListener("abort", () => answers.disconnect());
  }

  #show() {
    const { part, shelf, list, comparison, current } = this.#parts;
    const { reviews, broken, isThere } = shelf;
    list.show(reviews);
    current.show(reviews);
    comparison.show(reviews, current.review);
    comparison.renew(this.#asked);
    part("loading").hidden = true;
    part("trouble").hidden = isThere;
    part("none").hidden = reviews.length > 0 || !isThere;
    part("list").hidden = reviews.length === 0;
    part("broken").hidden = broken.length === 0;
    part("broken-count").textContent = word("reviews.broken", { count: broken.length });
    part("count").textContent = reviews.length ? word("reviews.count", { count: reviews.length }) : "";
    part("delete-all").hidden = reviews.length === 0;
    part("sure-count").textContent = word("reviews.sure", { count: reviews.length });
    part("undo").hidden = !shelf.canUndo;
    if (!reviews.length) part("sure").hidden = true;
    this.#propose();
  }

  /** @param {string} said */
  #say(said) {
    this.#parts.part("said").textContent = said;
  }

  /** @returns {string} what the calculator is called */
  get #title() {
    return this.#parts.calculator.querySelector("form")?.getAttribute("aria-label") ?? "";
  }

  /** Proposes a name, as long as the reader typed none. */
  #propose() {
    const { name, shelf } = this.#parts;
    if (this.#isNamed) return;
    name.value = shelf.free(`${this.#parts.figures.owner || this.#title} ${new Date().getFullYear()}`);
  }

  async #keep() {
    const { name, shelf, current, figures } = this.#parts;
    if (!name.value.trim()) this.#isNamed = false;
    this.#propose();
    const review = await shelf.keep(name.value, figures.whole());
    if (!review) return this.#say(word("reviews.not_kept"));
    this.#isNamed = false;
    this.#propose();
    current.be(review.id);
    this.#say(word("reviews.kept", { name: review.name }));
    this.#learn(review);
  }

  /** @param {Review} before */
  async #keepAgain(before) {
    const { shelf, current, figures, part } = this.#parts;
    const review = await shelf.keepAgain(before, figures.whole());
    if (!review) return this.#say(word("reviews.not_kept"));
    current.be(review.id);
    this.#say(word("reviews.kept_again", { name: review.name }));
    part("undo").focus();
    this.#learn(review);
  }

  /** @param {Review} review */
  #keepNew(review) {
    const { part, name, shelf } = this.#parts;
    // A name that the reader typed already is the one that is meant.
    if (this.#isNamed && name.value.trim() !== review.name) return this.#keep();
    part("fold").setAttribute("open", "");
    name.value = shelf.free(review.name);
    this.#isNamed = true;
    name.select();
  }

  /** Writes what comes of it beside its name, once Python is there. @param {Review} review */
  async #learn(review) {
    await this.#parts.shelf.learn(review, await toldAnswers(this.#asked, review.written));
  }

  /** @param {import("./review-list.js").Act} act @param {Review} review */
  #act(act, review) {
    if (act === "open") this.#open(review);
    else if (act === "duplicate") this.#duplicate(review);
    else this.#delete(review);
  }

  /** @param {Review} review */
  #open({ id, name, written, refused = [] }) {
    this.#bring(id, { written, refused }, word("reviews.opened", { name }));
  }

  /** @param {string} id of the review, if it is one @param {{written: Written, refused: string[]}} found @param {string} said */
  #bring(id, found, said) {
    const { calculator, current } = this.#parts;
    this.#say("");
    this.#isNamed = false;
    calculator.origin.bring(found, said);
    current.be(id);
    /** @type {HTMLElement | null} */ (calculator.querySelector("[data-part=head]"))?.focus({ preventScroll: true });
  }

  /** @param {Review} review @param {string} name */
  async #rename(review, name) {
    const { shelf, list } = this.#parts;
    const renamed = await shelf.rename(review, name);
    list.focus(review.id, "rename");
    this.#say(renamed ? word("reviews.renamed", { name: renamed.name }) : word("reviews.not_kept"));
  }

  /** @param {Review} review */
  async #duplicate(review) {
    const copy = await this.#parts.shelf.duplicate(review);
    this.#say(copy ? word("reviews.duplicated", { name: copy.name }) : word("reviews.not_kept"));
  }

  /** @param {Review} review */
  async #delete(review) {
    const { shelf, list, name } = this.#parts;
    const beside = list.beside(review.id);
    if (!(await shelf.delete([review]))) return this.#say(word("reviews.not_kept"));
    this.#say(word("reviews.deleted", { name: review.name }));
    if (beside) list.focus(beside, "delete");
    else name.focus();
  }

  /** Asks once whether all may go, or takes that back. @param {boolean} isAsked */
  #ask(isAsked) {
    const { part } = this.#parts;
    part("sure").hidden = !isAsked;
    (isAsked ? part("stay") : part("delete-all")).focus();
  }

  async #deleteAll() {
    const { shelf, part } = this.#parts;
    const count = shelf.reviews.length;
    if (!(await shelf.delete(shelf.reviews))) return this.#say(word("reviews.not_kept"));
    this.#say(word("reviews.deleted_all", { count }));
    part("undo").focus();
  }

  async #deleteBroken() {
    const { shelf, name } = this.#parts;
    await shelf.deleteBroken();
    name.focus();
  }

  async #undo() {
    const { shelf, list, current } = this.#parts;
    const back = await shelf.undo();
    if (!back) return this.#say(word("reviews.not_kept"));
    this.#say(word("reviews.undone", { names: back.map(({ name }) => name).join(", ") }));
    list.focus(back[0].id);
    current.check();
  }
}

customElements.define("kept-reviews", KeptReviews);

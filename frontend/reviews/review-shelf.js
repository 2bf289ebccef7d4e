/** What can be done with the reviews that are kept, each thing with its way back. */

import { ReviewStore } from "./review-store.js";
import { checkedReview, freeName } from "./review.js";

/**
 * @typedef {import("./review.js").Review} Review
 * @typedef {import("../calculator/figures.js").Written} Written
 */

export class ReviewShelf extends EventTarget {
  /** @type {Review[]} */
  reviews = [];
  /** @type {string[]} the ids of what cannot be read */
  broken = [];
  /** Whether this browser keeps anything. */
  isThere = true;
  /** @type {Review[][]} what was there before each of the last changes, as far as they can be undone */
  #before = [];

  /**
   * @param {string} calculator
   * @param {import("./review.js").Shape} shape
   */
  constructor(calculator, shape) {
    super();
    this.calculator = calculator;
    this.shape = shape;
    this.store = new ReviewStore(() => this.read());
  }

  get canUndo() {
    return this.#before.length > 0;
  }

  /** Reads what is kept, also by other tabs; a `change` follows. */
  async read() {
    const found = await this.store.all();
    this.isThere = found !== null;
    this.reviews = [];
    this.broken = [];
    for (const [id, value] of found ?? []) {
      const review = checkedReview(this.shape, id, value);
      if (!review) this.broken.push(id);
      else if (review.calculator === this.calculator) this.reviews.push(review);
    }
    this.dispatchEvent(new Event("change"));
  }

  /** @param {string} name @returns {string} the name, or one like it that no other review has */
  free(name) {
    return freeName(name, this.reviews.map((review) => review.name));
  }

  /** @param {string} name @param {Written} written @returns {Promise<Review | null>} null where it is not kept */
  async keep(name, written) {
    const [calculator, kept] = [this.calculator, Date.now()];
    /** @type {Review} */
    const review = { id: crypto.randomUUID(), calculator, name: this.free(name), kept, answer: {}, written };
    return (await this.#change([review])) ? review : null;
  }

  /** Keeps other figures in the place of those of a review. @param {Review} before @param {Written} written */
  async keepAgain(before, written) {
    const review = { ...before, kept: Date.now(), answer: {}, written };
    return (await this.#change([review], [], [before])) ? review : null;
  }

  /** Adds what came of a review, unless it changed since. @param {Review} review @param {Record<string, string>} answer */
  async learn(review, answer) {
    const same = this.reviews.find(({ id, kept }) => id === review.id && kept === review.kept);
    if (same && (await this.store.keep([{ ...same, answer }]))) await this.read();
  }

  /** @param {Review} review @param {string} name @returns {Promise<Review | null>} under its new name */
  async rename(review, name) {
    const renamed = { ...review, name: this.free(name) };
    return (await this.#change([renamed])) ? renamed : null;
  }

  /** @param {Review} review @returns {Promise<Review | null>} the copy */
  async duplicate(review) {
    const copy = { ...review, id: crypto.randomUUID(), name: this.free(review.name) };
    return (await this.#change([copy])) ? copy : null;
  }

  /** @param {Review[]} reviews @returns {Promise<boolean>} */
  async delete(reviews) {
    return this.#change([], reviews.map(({ id }) => id), reviews);
  }

  /** @returns {Promise<boolean>} whether what cannot be read is gone */
  async deleteBroken() {
    return this.#change([], this.broken);
  }

  /** Takes the last change back. @returns {Promise<Review[] | null>} what is there again */
  async undo() {
    const back = this.#before.at(-1) ?? [];
    const isBack = await this.store.keep(back);
    if (isBack) this.#before.pop();
    await this.read();
    return isBack ? back : null;
  }

  /**
   * @param {Review[]} kept
   * @param {string[]} [gone] ids
   * @param {Review[]} [before] what an undo brings back; a change without that ends what can be undone
   */
  async #change(kept, gone = [], before = []) {
    const isDone = (!kept.length || (await this.store.keep(kept))) && (!gone.length || (await this.store.forget(gone)));
    if (isDone) this.#before = before.length ? [...this.#before, before] : [];
    await this.read();
    return isDone;
  }
}

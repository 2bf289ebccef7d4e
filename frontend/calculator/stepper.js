/**
 * The steps that a reader tries in a field, by slider, buttons and arrow keys. The build wrote every step as it is typed;
 * what is one step away from any other figure comes from Python, with the answer.
 */

import { python } from "../python/python-client.js";
import { write } from "./written-text.js";

/** @typedef {{typed: string, nearest: number, below: string | null, above: string | null, written: string}} Tried */

// Milliseconds after which a slider no longer waits for the answer to where it was.
const LONGEST_WAIT = 400;

export class Stepper {
  #input;
  #slider;
  #buttons;
  #texts;
  #written;
  /** @type {{less?: string | null, more?: string | null}} what a step brings; null at a bound, not there if unknown */
  #next = {};
  #shown = "";
  /** The alarm that ends the wait for the answer to the last step; 0 where none is awaited. */
  #wait = 0;

  /** @param {HTMLElement} field one with a slider */
  constructor(field) {
    this.#input = /** @type {HTMLInputElement} */ (field.querySelector("input[type=text]"));
    this.#slider = /** @type {HTMLInputElement} */ (field.querySelector("input[type=range]"));
    this.#buttons = /** @type {HTMLButtonElement[]} */ ([...field.querySelectorAll("[data-step]")]);
    this.#texts = (this.#slider.dataset.texts ?? "").split("|");
    this.#written = (this.#slider.dataset.written ?? "").split("|");
    this.show(this.#input.defaultValue, false);
  }

  /** Takes what stands in the field. @param {string} text @param {boolean} isForeign whether in another notation */
  show(text, isForeign) {
    if (text === this.#shown) return;
    this.stop();
    this.#shown = text;
    const place = isForeign ? -1 : this.#texts.indexOf(text);
    const next = { less: this.#texts[place - 1], more: this.#texts[place + 1] };
    if (place === -1) this.#stand(this.#slider.value, text, {});
    else this.#stand(`${place}`, this.#written[place], next);
  }

  /** Takes what Python says of the figure in the field. @param {Tried} tried */
  learn({ typed, nearest, below, above, written }) {
    const isAhead = this.#wait !== 0 && this.#slidText !== this.#shown;
    this.stop();
    if (isAhead) this.slide();
    else this.#stand(`${nearest}`, written, { less: below, more: above });
    // A blank field with steps takes another figure, and says which.
    if (this.#shown === "") this.#input.placeholder = typed;
  }

  /**
   * Lets the field hold the step where the slider stands: at once, or where Python is at work on the last one, as soon as
   * its answer came. A reader who slides sees each answer that Python has time for.
   */
  slide() {
    this.#slider.setAttribute("aria-valuetext", this.#written[this.#slider.valueAsNumber]);
    if (this.#wait || this.#slidText === this.#shown) return;
    write(this.#input, this.#slidText);
    if (python.state === "ready") this.#wait = setTimeout(() => this.#goOn(), LONGEST_WAIT);
  }

  /** Lets the field hold the next step. @param {"less" | "more"} direction */
  step(direction) {
    const text = this.#next[direction];
    if (text !== undefined && text !== null) write(this.#input, text);
  }

  /** No longer waits for the answer to the last step. */
  stop() {
    clearTimeout(this.#wait);
    this.#wait = 0;
  }

  get #slidText() {
    return this.#texts[this.#slider.valueAsNumber];
  }

  #goOn() {
    this.stop();
    this.slide();
  }

  /** @param {string} place @param {string} written @param {{less?: string | null, more?: string | null}} next */
  #stand(place, written, next) {
    this.#slider.value = place;
    this.#slider.setAttribute("aria-valuetext", written);
    this.#next = next;
    for (const button of this.#buttons) {
      button.disabled = next[/** @type {"less" | "more"} */ (button.dataset.step)] === null;
    }
  }
}

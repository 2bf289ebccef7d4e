/** How far a long answer is, with a way to stop it; it comes only where an answer is long. */

import { button } from "../shared/button.js";
import { word } from "../shared/words.js";

/** @typedef {{doing: "fetching" | "working", done: number, total: number}} Stage */

export class ListProgress {
  #bar = document.createElement("progress");
  #told = document.createElement("span");

  /**
   * @param {HTMLElement} place
   * @param {(stage: Stage) => string} words
   * @param {() => void} cancel
   */
  constructor(place, words, cancel) {
    this.place = place;
    this.words = words;
    this.cancel = cancel;
  }

  /** @param {Stage} stage */
  show(stage) {
    const said = this.words(stage);
    this.#bar.max = stage.total || 1;
    this.#bar.value = stage.done;
    this.#bar.setAttribute("aria-label", said);
    this.#told.textContent = said;
    if (!this.#bar.isConnected) {
      this.place.replaceChildren(this.#bar, this.#told, button(word("lists.cancel"), this.cancel, { kind: "small" }));
    }
    this.place.hidden = false;
  }

  hide() {
    this.place.hidden = true;
    this.place.replaceChildren();
  }
}

/** @param {Stage} stage of reading a file @returns {string} */
export function fileWords(stage) {
  return stage.doing === "fetching" ? fetchingWords(stage) : word("lists.working_file", { percent: percentOf(stage) });
}

/** @param {Stage} stage of an answer to a list @returns {string} */
export function answerWords(stage) {
  const { doing, done, total } = stage;
  return doing === "fetching" ? fetchingWords(stage) : word("lists.working", { done, all: total });
}

/** @param {Stage} stage @returns {string} */
function fetchingWords(stage) {
  return word("lists.fetching", { percent: percentOf(stage) });
}

/** @param {Stage} stage @returns {string} */
function percentOf({ done, total }) {
  return String(Math.min(Math.floor((100 * done) / (total || 1)), 100));
}

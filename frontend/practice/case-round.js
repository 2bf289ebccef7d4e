/**
 * A round of cases, one in sight at a time: its questions one after the other, the way on, and at the end the result.
 *
 * What an answer says of its case is kept on the device, for the mixed round.
 */

import { button } from "../shared/button.js";
import { word } from "../shared/words.js";
import { CheckQuestion } from "./check-question.js";
import { rememberCase } from "./kept-cases.js";

export class CaseRound extends HTMLElement {
  /** @type {HTMLElement[]} the cases of the round */
  cases = [];
  /** The place of the case in sight, or the number of cases where the result is. */
  #number = 0;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    this.addEventListener("answered", (event) => this.#answered(event), { signal: this.#listening.signal });
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** @returns {AbortSignal | undefined} ends what this element listens to and waits for, when it is taken out */
  get signal() {
    return this.#listening?.signal;
  }

  /** @returns {HTMLElement[]} all cases that stand in the page */
  get all() {
    return [...this.querySelectorAll(".drill-case")].map((found) => /** @type {HTMLElement} */ (found));
  }

  /** @param {HTMLElement[]} cases to be played from the first one that is open @returns {HTMLElement} the heading in sight */
  play(cases) {
    this.cases = cases;
    const open = cases.findIndex(isOpen);
    return this.show(open === -1 ? cases.length : open);
  }

  /** @param {number} number of the case, or the number of cases for the result @returns {HTMLElement} its heading */
  show(number) {
    this.#number = number;
    this.querySelector(".drill-result")?.remove();
    for (const found of this.all) found.hidden = found !== this.cases[number];
    const shown = this.cases[number] ?? this.#end();
    const heading = /** @type {HTMLElement} */ (shown.querySelector("h2"));
    if (number < this.cases.length) heading.replaceChildren(...this.titleOf(number, heading));
    this.#showNext();
    return heading;
  }

  /** @param {number} number @param {HTMLElement} _heading @returns {(string | Node)[]} what the heading of a case says */
  titleOf(number, _heading) {
    return [word("drill.place", { number: number + 1, all: this.cases.length })];
  }

  /** @param {HTMLElement} shown the case in sight @returns {HTMLElement | undefined} the way on from it, where there is one */
  wayOn(shown) {
    if (isOpen(shown)) return undefined;
    // With all cases answered it is the last one, or one that the reader looks at again from the result.
    const isPlayed = !this.cases.some(isOpen);
    const text = isPlayed ? word("drill.last") : word("drill.next");
    const to = isPlayed ? this.cases.length : this.#number + 1;
    return button(text, () => this.show(to).focus(), { kind: "loud", name: "drill-next" });
  }

  /** @param {boolean} _isMissed whether a case was missed @returns {{title: string, advice: string, ways: HTMLElement[]}} */
  resultParts(_isMissed) {
    throw new Error("a round says what its result is called");
  }

  /** @param {Event} event of a question that was answered */
  #answered(event) {
    const question = /** @type {CheckQuestion} */ (event.target);
    const found = /** @type {HTMLElement} */ (question.closest(".drill-case"));
    const drill = /** @type {HTMLElement} */ (question.closest("[data-drill]")).dataset.drill;
    const isAllRight = verdicts(found).every((verdict) => verdict === "right");
    if (isAllRight || question.verdict === "wrong") rememberCase(`${drill}/${found.dataset.case}`, isAllRight);
    this.#showNext();
  }

  /** Bring what comes back after the last answer, and offer the way on where there is one. */
  #showNext() {
    this.querySelector(".drill-next")?.remove();
    const shown = this.cases[this.#number];
    if (!shown) return;
    let isItsTurn = true;
    for (const question of questionsIn(shown)) {
      question.hidden = !isItsTurn;
      isItsTurn &&= question.verdict !== "open";
    }
    const next = this.wayOn(shown);
    if (next) shown.append(next);
  }

  /** @returns {HTMLElement} the score, the cases to look at again, and the ways to go on */
  #end() {
    const missed = this.cases.filter((found) => verdicts(found).includes("wrong"));
    const { title, advice, ways } = this.resultParts(missed.length > 0);
    const result = document.createElement("section");
    result.className = "drill-result";
    const heading = document.createElement("h2");
    heading.tabIndex = -1;
    heading.textContent = title;
    const list = document.createElement("ul");
    list.append(...missed.map((found) => this.#missedEntry(found)));
    const bar = document.createElement("p");
    bar.className = "drill-ways";
    bar.append(...ways);
    result.append(heading, paragraph("drill-score", this.#score()), paragraph("drill-advice", advice), list, bar);
    this.all.at(-1)?.after(result);
    return result;
  }

  #score() {
    const all = this.cases.flatMap(verdicts);
    return word("drill.score", { right: all.filter((verdict) => verdict === "right").length, all: all.length });
  }

  /** @param {HTMLElement} found @returns {HTMLElement} */
  #missedEntry(found) {
    const number = this.cases.indexOf(found);
    const title = word("drill.place", { number: number + 1, all: this.cases.length });
    const entry = document.createElement("li");
    const look = button(title, () => this.show(number).focus());
    entry.append(look, " ", found.querySelector(".drill-situation")?.textContent ?? "");
    return entry;
  }
}

/** @param {Element} place @returns {CheckQuestion[]} */
export function questionsIn(place) {
  return [...place.querySelectorAll("check-question")].filter((found) => found instanceof CheckQuestion);
}

/** @param {string} name of its class @param {string} text @returns {HTMLElement} */
export function paragraph(name, text) {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = text;
  return made;
}

/** @param {Element} place @returns {string[]} what each question in it has come to */
function verdicts(place) {
  return questionsIn(place).map((question) => question.verdict);
}

/** @param {Element} place @returns {boolean} whether a question in it is still to be answered */
function isOpen(place) {
  return verdicts(place).includes("open");
}

/** The answer of a calculator on the page, its state in attributes, and what is said about it. */

import { word } from "../shared/words.js";
import { EXAMPLE, answered, failed, refused, waiting } from "./answer-state.js";
import { faultSentence } from "./fault-sentence.js";

/**
 * @typedef {import("../python/runtime-files.js").Cause} Cause
 * @typedef {Record<typeof PARTS[number], string>} Written
 * @typedef {Written & {status: string, main: {name: string, text: string}}} Answered
 */

const ANNOUNCE_AFTER = 700; // milliseconds without typing, so that a screen reader is not flooded
const STANDS_UNMARKED = 100; // milliseconds in which a live Python mostly answers, so that the page does not flicker

/** The parts of the page that belong to the answer. */
const PARTS = /** @type {const} */ (["head", "line", "pictures", "figures", "details"]);

export class AnswerView {
  #state = EXAMPLE;
  /** Whether other figures stand in the form than those of the state. */
  #isChanged = false;
  #mark = 0;
  #announcement = 0;
  #isUnavailable = false;
  #isSilenceSaid = false;
  /** @type {string[]} what is to be said at the end of what happens now, in one go */
  #toSay = [];

  /** @param {HTMLElement} calculator */
  constructor(calculator) {
    this.calculator = calculator;
    this.example = /** @type {Written} */ (Object.fromEntries(PARTS.map((name) => [name, this.part(name).innerHTML])));
    this.#say(word("calculator.example"));
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    return /** @type {HTMLElement} */ (this.calculator.querySelector(`[data-part="${name}"]`));
  }

  get #isWaiting() {
    return this.#isChanged || this.#state.answer === "waiting";
  }

  /** Whether the figures in the form have an answer, be it a refusal. */
  get isSettled() {
    return !this.#isWaiting && this.#state.answer !== "failed";
  }

  /** Puts the answer to the example back. */
  reset() {
    this.#write(this.example);
    this.#become(EXAMPLE, word("calculator.example"));
  }

  /** Other figures stand in the form. @param {{isLive: boolean, isWhole: boolean}} change */
  changed(change) {
    const mark = () => {
      const wasSaid = this.#state.answer === "waiting";
      this.#become(waiting(this.#state, change), word("calculator.computing"));
      if (this.#state.shown === "none" && !wasSaid) this.announce(word("calculator.computing"));
    };
    this.#isChanged = true;
    if (!change.isLive || change.isWhole) mark();
    else this.#mark ||= setTimeout(mark, STANDS_UNMARKED);
  }

  /** @param {Answered} page @param {boolean} isExample whether it is the answer to the figures of the example */
  answered(page, isExample) {
    this.#write(page);
    this.#become(answered(isExample), isExample ? word("calculator.example") : "");
    this.#announceLater(page.status);
  }

  /** The figures were refused by sentences beside the fields. */
  refused() {
    const state = refused(this.#state);
    const said = state.shown === "own" ? word("calculator.stale") : word("calculator.no_answer");
    this.#become(state, said);
    this.#announceLater(said);
  }

  /**
   * Python could not answer, and nobody asks again but the reader.
   *
   * @param {import("../python/question-queue.js").Fault} fault
   * @returns {null} no answer
   */
  notComputed(fault) {
    this.#isUnavailable = false;
    this.#fail(faultSentence(fault));
    this.announce(faultSentence(fault));
    return null;
  }

  /** The reader stopped an answer. @param {boolean} isAnswered whether that which stands there counts again */
  stopped(isAnswered) {
    if (isAnswered) this.#become(answered(false), "");
    else this.#fail(word("lists.stopped"));
    this.announce(word("lists.stopped"));
  }

  /** There is no Python. @param {Cause} cause @param {boolean} [isChanged] whether other figures stand in the form */
  unavailable(cause, isChanged = false) {
    const said = {
      download: word("calculator.failed_download"),
      start: word("calculator.failed_start"),
      unsupported: word("calculator.unsupported"),
      renewed: word("calculator.renewed"),
      silent: word("calculator.silent"),
    }[cause];
    if (this.#isWaiting || isChanged) this.#fail(said);
    else this.#say(said);
    if (!this.#isUnavailable) this.announce(said);
    this.#isUnavailable = true;
  }

  /** Python is being fetched, once more where it did not come before. @param {boolean} wasSilent */
  fetching(wasSilent) {
    if (wasSilent && !this.#isSilenceSaid) this.announce(word("calculator.starting_again"));
    this.#isSilenceSaid = wasSilent;
    if (!this.#isUnavailable) return;
    this.#isUnavailable = false;
    if (this.#state.answer === "failed") this.changed({ isLive: false, isWhole: false });
    else this.#say(this.#state.answer === "example" ? word("calculator.example") : "");
  }

  /** Says at once to a screen reader what happened. @param {string} text */
  announce(text) {
    clearTimeout(this.#announcement);
    this.#toSay.push(text);
    queueMicrotask(() => {
      if (this.#toSay.length) this.part("status").textContent = this.#toSay.splice(0).join(" ");
    });
  }

  /** Nothing is to be marked or said any more. */
  leave() {
    clearTimeout(this.#mark);
    clearTimeout(this.#announcement);
    this.#mark = 0;
  }

  /** @param {string} said */
  #fail(said) {
    const state = failed(this.#state);
    this.#become(state, state.shown === "own" ? `${said} ${word("calculator.earlier")}` : said);
  }

  /** @param {Written} answer */
  #write(answer) {
    const folds = PARTS.flatMap((name) => [...this.part(name).querySelectorAll("details[open]")]);
    const open = folds.map((fold) => fold.id);
    for (const name of PARTS) this.part(name).innerHTML = answer[name];
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  }

  /** @param {import("./answer-state.js").AnswerState} state @param {string} said */
  #become(state, said) {
    clearTimeout(this.#mark);
    this.#mark = 0;
    this.#isChanged = false;
    this.#state = state;
    this.calculator.dataset.answer = state.answer;
    this.calculator.dataset.shown = state.shown;
    this.part("example").hidden = state.shown !== "example";
    for (const name of PARTS) {
      this.part(name).hidden = state.shown === "none" && name !== "line";
      this.part(name).setAttribute("aria-busy", String(state.answer === "waiting"));
    }
    if (state.shown === "none") this.part("line").textContent = word("calculator.no_line");
    this.#say(said);
    // On a phone that is said at the foot of the screen, where the field may be that somebody is in.
    const field = document.activeElement;
    if (["refused", "failed"].includes(state.answer) && this.calculator.contains(field)) {
      field?.scrollIntoView({ block: "nearest" });
    }
  }

  /** @param {string} text */
  #say(text) {
    this.part("message").textContent = text;
    this.part("message").hidden = text === "";
  }

  /** @param {string} text */
  #announceLater(text) {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => this.announce(text), ANNOUNCE_AFTER);
  }
}

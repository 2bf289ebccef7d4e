/** A review as a file, the same that the command line prints with `--json`; Python reads it back. */

import { python } from "../python/python-client.js";
import { localDay } from "../shared/local-day.js";
import { fileNameOf, saveFile } from "../shared/save-file.js";
import { word } from "../shared/words.js";

/**
 * @typedef {import("../calculator/figures.js").Written} Written
 * @typedef {object} Around
 * @property {() => {calculator: string, lang: string, today: string}} asked what every question holds
 * @property {() => Written} form the figures that count
 * @property {() => string} name of the customer or the review
 * @property {(said: string) => void} say
 * @property {(written: Written, said: string) => void} bring puts figures into the form
 */

/** Bytes: Python says what is too large, and for that it need not be read any further. */
const MOST_READ = 1_000_001;

export class ReviewFiles {
  /** @param {HTMLElement} place with a button to save, one to open, and the input of files @param {AbortSignal} signal @param {Around} around */
  constructor(place, signal, around) {
    const found = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-part=${name}]`));
    this.around = around;
    const input = /** @type {HTMLInputElement} */ (found("file"));
    found("save-file").addEventListener("click", () => this.#save(), { signal });
    found("open-file").addEventListener("click", () => input.click(), { signal });
    input.addEventListener("change", () => this.#chosen(input), { signal });
    signal.addEventListener("abort", () => python.withdraw(this));
  }

  async #save() {
    const { asked, form, name, say } = this.around;
    const file = fileNameOf(name(), asked().calculator, localDay(new Date()), "json");
    const response = await this.#response({ ...asked(), ...form(), writers: ["contract"] });
    if (!response) return;
    if (response.contract.errors) return say(word("reviews.no_file_yet"));
    saveFile(file, JSON.stringify(response.contract, null, 1), "application/json");
    say(word("reviews.saved_file", { file }));
  }

  /** @param {HTMLInputElement} input */
  async #chosen(input) {
    const file = input.files?.[0];
    // The same file can be chosen again.
    input.value = "";
    if (file) await this.#open(file);
  }

  /** @param {File} file */
  async #open(file) {
    const { asked, say, bring } = this.around;
    const document = await file.slice(0, MOST_READ).text().catch(() => "");
    const { lang } = asked();
    const response = await this.#response({ ...asked(), document });
    if (!response) return;
    const { texts, fault } = response;
    if (texts) bring({ lang, values: texts, written_in: {} }, word("reviews.opened_file", { file: file.name }));
    else say(word("reviews.not_opened", { file: file.name, fault }));
  }

  /** @param {object} question @returns {Promise<any>} null where there is none; what there is to say is said */
  async #response(question) {
    const { say } = this.around;
    if (python.state !== "ready") say(python.cause ? word("reviews.no_python") : word("reviews.waits"));
    const outcome = await python.ask(this, question);
    if (outcome.kind === "rejected") say(word("reviews.failed"));
    return outcome.kind === "answered" ? JSON.parse(outcome.response) : null;
  }
}

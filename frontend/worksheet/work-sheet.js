/** <work-sheet>: keeps what was filled in on this device, clears it, and takes it out to a file and back in. */

import { button } from "../shared/button.js";
import { forgetText, keepText, keptText } from "../shared/device-storage.js";
import { saveFile } from "../shared/save-file.js";
import { showWhole } from "../shared/whole-text.js";
import { word } from "../shared/words.js";
import { fileOf, placedValues, valuesIn } from "./worksheet-file.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/** @typedef {import("./worksheet-file.js").Values} Values */

class WorkSheet extends HTMLElement {
  /** @type {Values} what was kept and has no place in the sheet any more: it is kept all the same */
  #left = {};
  /** What was last shown or kept, as text: a field that is left is only news where it was changed. */
  #last = "";
  /** @type {Values | null} what the button brings back */
  #before = null;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    if (!this.querySelector(".worksheet-bar")) this.prepend(this.#bar());
    // What a reader filled in before this script came goes first.
    const typed = this.#values();
    this.#fillFromKept(typed);
    if (Object.keys(typed).length) this.#keep(word("worksheet.kept"));
    this.addEventListener("input", () => this.#typed(), { signal });
    this.addEventListener("change", () => this.#typed(), { signal });
    // The same sheet, filled in in another window of this browser.
    addEventListener("storage", (event) => event.key === this.#key && this.#fillFromKept(), { signal });
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #name() {
    return this.dataset.worksheet ?? "";
  }

  get #key() {
    return `worksheet:${this.#name}`;
  }

  /** @returns {Control[]} */
  get #controls() {
    return [...this.querySelectorAll(".worksheet-part :is(input, textarea, select)")].map(
      (control) => /** @type {Control} */ (control),
    );
  }

  /** @returns {Map<string, string[] | null>} */
  get #places() {
    return new Map(this.#controls.map((control) => [control.name, choicesOf(control)]));
  }

  /** @returns {Values} what is filled in, and what has no place any more */
  #values() {
    /** @type {Values} */
    const values = { ...this.#left };
    for (const control of this.#controls) {
      const value = isBox(control) ? (control.checked ? "1" : "") : control.value;
      if (value) values[control.name] = value;
    }
    return values;
  }

  /** @returns {string} */
  #text() {
    return fileOf(this.#name, this.#values());
  }

  /** @param {Values} values that have a place here */
  #fill(values) {
    for (const control of this.#controls) {
      const value = values[control.name] ?? "";
      if (isBox(control)) control.checked = value === "1";
      else control.value = value;
      showWhole(control);
    }
  }

  /** @param {Values} [typed] what stays in any case; a kept text that is no sheet counts as nothing */
  #fillFromKept(typed = {}) {
    let kept = {};
    try {
      kept = valuesIn(keptText(this.#key) ?? "").values;
    } catch {
      // As nothing.
    }
    const { placed, left } = placedValues(kept, this.#places);
    this.#left = left;
    this.#fill({ ...placed, ...typed });
    this.#last = this.#text();
  }

  #typed() {
    if (this.#text() === this.#last) return;
    this.#offerBefore(null);
    this.#keep(word("worksheet.kept"));
  }

  /** @param {string} said when what is filled in now is kept; else that it is not */
  #keep(said) {
    this.#controls.forEach(showWhole);
    this.#last = this.#text();
    const isBlank = Object.keys(this.#values()).length === 0;
    const isKept = isBlank ? forgetText(this.#key) : keepText(this.#key, this.#last);
    this.#say(isKept ? said : word("worksheet.not_kept"));
  }

  /** @param {Values | null} before what to offer to bring back, where there is anything */
  #offerBefore(before) {
    this.#before = before && Object.keys(before).length ? before : null;
    const undo = /** @type {HTMLElement | null} */ (this.querySelector(".worksheet-undo"));
    if (undo) undo.hidden = this.#before === null;
  }

  #bringBack() {
    const { placed, left } = placedValues(this.#before ?? {}, this.#places);
    this.#left = left;
    this.#fill(placed);
    this.#offerBefore(null);
    this.#keep(word("worksheet.restored"));
  }

  /** @param {string} said */
  #say(said) {
    const status = this.querySelector(".worksheet-bar [role=status]");
    if (status && status.textContent !== said) status.textContent = said;
  }

  /** @returns {HTMLElement} the buttons, and a place that says what they did */
  #bar() {
    const bar = document.createElement("div");
    bar.className = "worksheet-bar";
    const file = document.createElement("input");
    file.type = "file";
    file.accept = ".json,application/json";
    file.hidden = true;
    file.addEventListener("change", () => this.#open(file));
    const undo = button(word("worksheet.undo"), () => this.#bringBack(), { name: "worksheet-undo" });
    undo.hidden = true;
    const paper = document.createElement("p");
    paper.textContent = word("worksheet.paper");
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    status.textContent = word("worksheet.kept");
    bar.append(
      button(word("worksheet.print"), () => print()),
      button(word("worksheet.save"), () => this.#save()),
      button(word("worksheet.open"), () => file.click()),
      button(word("worksheet.clear"), () => this.#clear()),
      undo,
      file,
      paper,
      status,
    );
    return bar;
  }

  #clear() {
    this.#replace({}, word("worksheet.cleared"));
  }

  /** @param {Values} values that have a place here @param {string} said */
  #replace(values, said) {
    const before = this.#values();
    this.#left = {};
    this.#fill(values);
    this.#keep(said);
    this.#offerBefore(before);
  }

  #save() {
    const day = new Date().toISOString().slice(0, 10);
    const file = `${this.#name}-${day}.json`;
    saveFile(file, this.#text(), "application/json");
    this.#say(word("worksheet.saved", { file }));
  }

  /** @param {HTMLInputElement} input */
  async #open(input) {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    try {
      const found = valuesIn(await file.text());
      if (found.worksheet !== this.#name) {
        this.#say(word("worksheet.other_sheet", { file: file.name, sheet: found.worksheet }));
        return;
      }
      const { placed, left } = placedValues(found.values, this.#places);
      const isPartly = Object.keys(left).length + found.broken > 0;
      if (!Object.keys(placed).length) this.#say(word("worksheet.nothing", { file: file.name }));
      else if (isPartly) this.#replace(placed, word("worksheet.opened_partly", { file: file.name }));
      else this.#replace(placed, word("worksheet.opened", { file: file.name }));
    } catch {
      this.#say(word("worksheet.no_sheet", { file: file.name }));
    }
  }
}

customElements.define("work-sheet", WorkSheet);

/** @param {Control} control @returns {control is HTMLInputElement} */
function isBox(control) {
  return control instanceof HTMLInputElement && control.type === "checkbox";
}

/** @param {Control} control @returns {string[] | null} the values that it can have, or null for any */
function choicesOf(control) {
  if (isBox(control)) return ["1"];
  return control instanceof HTMLSelectElement ? [...control.options].map((option) => option.value) : null;
}

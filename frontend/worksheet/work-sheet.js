/** <work-sheet>: keeps what was filled in on this device, clears it, and takes it out to a file and back in. */

import { button } from "./button.js";
import { forgetText, keepText, keptText } from "./device-storage.js";
import { fileOf, valuesIn } from "./worksheet-file.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/** @typedef {Record<string, string>} Values */

class WorkSheet extends HTMLElement {
  #name = "";
  /** @type {Record<string, string>} */
  #words = {};
  /** @type {HTMLElement | null} */
  #status = null;
  /** @type {HTMLButtonElement | null} */
  #undo = null;
  #signal = new AbortController();

  connectedCallback() {
    this.#name = this.dataset.worksheet ?? "";
    this.#words = JSON.parse(this.dataset.words ?? "{}");
    if (!this.querySelector(".worksheet-bar")) this.prepend(this.#bar());
    this.#fill(this.#kept());
    this.addEventListener("input", () => this.#keep());
    this.addEventListener("change", () => this.#keep());
    // The same sheet, filled in in another window of this browser.
    addEventListener("storage", (event) => event.key === this.#key && this.#fill(this.#kept()), {
      signal: this.#signal.signal,
    });
  }

  disconnectedCallback() {
    this.#signal.abort();
    this.#signal = new AbortController();
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

  /** @returns {Values} what is filled in, by name of the place */
  #values() {
    /** @type {Values} */
    const values = {};
    for (const control of this.#controls) {
      const value = isBox(control) ? (control.checked ? "1" : "") : control.value;
      if (value) values[control.name] = value;
    }
    return values;
  }

  /** @param {Values} values */
  #fill(values) {
    for (const control of this.#controls) {
      const value = values[control.name] ?? "";
      if (isBox(control)) control.checked = value === "1";
      else control.value = value;
      grow(control);
    }
  }

  /** @returns {Values} what was kept; a text that is no sheet counts as nothing */
  #kept() {
    try {
      return valuesIn(keptText(this.#key) ?? "").values;
    } catch {
      return {};
    }
  }

  #keep() {
    this.#controls.forEach(grow);
    const values = this.#values();
    const isKept = Object.keys(values).length ? keepText(this.#key, fileOf(this.#name, values)) : forgetText(this.#key);
    if (this.#undo) this.#undo.hidden = true;
    this.#say(isKept ? "kept" : "notKept");
  }

  /** @param {string} word @param {Record<string, string>} [parts] */
  #say(word, parts = {}) {
    if (!this.#status) return;
    const said = Object.entries(parts).reduce((text, [name, part]) => text.replace(`{${name}}`, part), this.#words[word]);
    if (this.#status.textContent !== said) this.#status.textContent = said;
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
    this.#undo = button(this.#words.undo, () => {});
    this.#undo.hidden = true;
    this.#status = document.createElement("p");
    this.#status.setAttribute("role", "status");
    bar.append(
      button(this.#words.print, () => print()),
      button(this.#words.save, () => this.#save()),
      button(this.#words.open, () => file.click()),
      button(this.#words.clear, () => this.#clear()),
      this.#undo,
      file,
      this.#status,
    );
    this.#say("kept");
    return bar;
  }

  #clear() {
    const before = this.#values();
    this.#fill({});
    this.#keep();
    this.#say("cleared");
    if (this.#undo && Object.keys(before).length) {
      this.#undo.hidden = false;
      this.#undo.onclick = () => {
        this.#fill(before);
        this.#keep();
        this.#say("restored");
      };
    }
  }

  #save() {
    const day = new Date().toISOString().slice(0, 10);
    const link = document.createElement("a");
    link.download = `${this.#name}-${day}.json`;
    link.href = URL.createObjectURL(new Blob([fileOf(this.#name, this.#values())], { type: "application/json" }));
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say("saved", { file: link.download });
  }

  /** @param {HTMLInputElement} input */
  async #open(input) {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    try {
      const found = valuesIn(await file.text());
      if (found.worksheet !== this.#name) {
        this.#say("otherSheet", { file: file.name, sheet: found.worksheet });
        return;
      }
      this.#fill(found.values);
      this.#keep();
      this.#say("opened", { file: file.name });
    } catch {
      this.#say("noSheet", { file: file.name });
    }
  }
}

customElements.define("work-sheet", WorkSheet);

/** @param {Control} control @returns {control is HTMLInputElement} */
function isBox(control) {
  return control instanceof HTMLInputElement && control.type === "checkbox";
}

/** @param {Control} control what is typed stays in sight, on paper too */
function grow(control) {
  if (control instanceof HTMLTextAreaElement) {
    control.dataset.rows ??= String(control.rows);
    control.rows = Number(control.dataset.rows);
    while (control.scrollHeight > control.clientHeight + 2 && control.rows < 30) control.rows += 1;
  }
}

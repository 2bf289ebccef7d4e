/** <observer-form>: keeps on this device what an observer counted and heard, in both languages, with a way to clear it. */

import { button } from "../shared/button.js";
import { forgetText, keepText, keptText } from "../shared/device-storage.js";
import { pagePath } from "../shared/page-path.js";
import { showWhole } from "../shared/whole-text.js";
import { word } from "../shared/words.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

class ObserverForm extends HTMLElement {
  #clearButton = button(word("observer.clear"), () => this.#clear(), { kind: "small" });
  #status = document.createElement("span");
  /** The start of the keys: an element that is taken out may see the address of the next page. */
  #start = `observer:${pagePath()}:`;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#status.setAttribute("role", "status");
    const bar = document.createElement("p");
    bar.className = "observer-bar";
    bar.append(this.#clearButton, this.#status);
    this.append(bar);
    // What an observer filled in before this script came stays.
    for (const control of this.#controls) control.value ||= keptText(this.#start + control.name) ?? "";
    this.#keep(this.#controls, word("observer.kept"));
    const typed = (/** @type {Event} */ event) => {
      const control = this.#controls.filter((found) => found === event.target);
      this.#keep(control, word("observer.kept"));
    };
    this.addEventListener("input", typed, { signal });
    // A card that is not open has no height to measure.
    addEventListener("hashchange", () => this.#controls.forEach(showWhole), { signal });
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.querySelector(".observer-bar")?.remove();
  }

  /** @returns {Control[]} */
  get #controls() {
    return [...this.querySelectorAll("input, textarea")].map((control) => /** @type {Control} */ (control));
  }

  /** @param {Control[]} controls whose contents are kept from now on @param {string} said where they are; else that not */
  #keep(controls, said) {
    const kept = controls.map(({ name, value }) =>
      value ? keepText(this.#start + name, value) : forgetText(this.#start + name),
    );
    controls.forEach(showWhole);
    this.#say(kept.every(Boolean) ? said : word("observer.not_kept"));
  }

  #clear() {
    const before = this.#controls.map(({ value }) => value);
    // Pressed twice, there is nothing to clear the second time.
    if (!before.some(Boolean)) return;
    this.#fill([], word("observer.cleared"));
    const restore = () => {
      this.#fill(before, word("observer.restored"));
      this.#clearButton.focus();
    };
    this.#status.append(" ", button(word("observer.undo"), restore, { kind: "small" }));
  }

  /** @param {string[]} values of the places in their order; the others become blank @param {string} said */
  #fill(values, said) {
    this.#controls.forEach((control, place) => {
      control.value = values[place] ?? "";
    });
    this.#keep(this.#controls, said);
  }

  /** @param {string} said once: again, it would be read out at each key */
  #say(said) {
    if (this.#status.textContent !== said) this.#status.textContent = said;
  }
}

customElements.define("observer-form", ObserverForm);

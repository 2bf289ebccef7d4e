/** The search field of the home page: what is typed goes on in Material's own search, which opens with it. */

import { word } from "../shared/words.js";

// A letter of ours or a digit: a phone composes every word, a keyboard the accent before its letter.
const WRITTEN = /[\p{Lu}\p{Ll}\p{N}]/u;

/** @param {HTMLInputElement} field */
function handOver(field) {
  const search = document.querySelector("[data-md-component=search-query]");
  if (!(search instanceof HTMLInputElement) || !field.value) return;
  search.value = field.value;
  field.value = "";
  // Material opens on focus, and reads what stands there.
  search.focus();
  search.setSelectionRange(search.value.length, search.value.length);
}

class SearchField extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    const field = document.createElement("input");
    field.type = "search";
    field.autocomplete = "off";
    field.placeholder = word("search.example");
    field.addEventListener("input", (event) => {
      const { isComposing } = /** @type {InputEvent} */ (event);
      if (!isComposing || WRITTEN.test(field.value)) handOver(field);
    });
    field.addEventListener("compositionend", () => handOver(field));
    const label = document.createElement("label");
    label.append(word("search.title"), field);
    this.append(label);
  }
}

customElements.define("search-field", SearchField);

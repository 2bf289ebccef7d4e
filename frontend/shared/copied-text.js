/** <copied-text>: a text that the build or Python wrote, with a button that copies it. Without a script it is read. */

import { button } from "./button.js";
import { copyText } from "./clipboard.js";
import { word } from "./words.js";

class CopiedText extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const text = this.textContent ?? "";
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    const copy = button(word("copied_text.copy"), async () => {
      status.textContent = (await copyText(text)) ? word("copied_text.copied") : word("copied_text.not_copied");
    });
    this.append(copy, " ", status);
  }
}

customElements.define("copied-text", CopiedText);

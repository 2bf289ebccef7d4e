/** <copied-text>: a text that Python wrote, with a button that copies it. Without a script it is a text to select. */

import { copyText } from "./clipboard.js";
import { word } from "./words.js";

class CopiedText extends HTMLElement {
  connectedCallback() {
    const text = this.firstElementChild;
    const button = this.querySelector("button");
    const status = this.querySelector("[role=status]");
    if (!text || !button || !status) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const isCopied = await copyText(text.textContent ?? "");
      status.textContent = isCopied ? word("copied_text.copied") : word("copied_text.not_copied");
    });
  }
}

customElements.define("copied-text", CopiedText);

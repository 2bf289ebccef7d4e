/** The line under a page that says how to cite it: it names the section that the address points at, and can be copied. */

import { button } from "../shared/button.js";
import { copyText } from "../shared/clipboard.js";
import { word } from "../shared/words.js";

/** @returns {HTMLElement | null} the heading that the address points at */
function citedHeading() {
  const id = location.hash.slice(1);
  const found = id && document.getElementById(id);
  return found && found.matches(".md-content :is(h2, h3)") ? found : null;
}

function showSection() {
  const section = document.querySelector("[data-cite=section]");
  const address = document.querySelector("[data-cite=address]");
  if (!section || !address) return;
  const heading = citedHeading();
  const title = [...(heading?.childNodes ?? [])].find((part) => part instanceof Text)?.textContent?.trim();
  const page = (address.textContent ?? "").split("#")[0];
  section.textContent = title ? `, ${title}` : "";
  address.textContent = heading ? `${page}#${heading.id}` : page;
}

/** Put a copy button beside the line of the page that is shown, and keep its section right. */
export function startCitation() {
  const text = document.querySelector(".cite-text");
  if (!text || document.querySelector(".cite button")) return;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const copy = button(word("cite.copy"), async () => {
    const isCopied = await copyText(text.textContent ?? "");
    status.textContent = isCopied ? word("cite.copied") : word("cite.not_copied");
  });
  text.after(copy, " ", status);
  showSection();
}

addEventListener("hashchange", showSection);

/** The line under a page that says how to cite it: it names the section that the address points at, and can be copied. */

import { button } from "./button.js";

const WORDS = {
  nl: { copy: "Kopieer verwijzing", copied: "Gekopieerd.", notCopied: "Kopiëren lukt hier niet: selecteer de tekst." },
  en: { copy: "Copy citation", copied: "Copied.", notCopied: "Copying does not work here: select the text." },
};

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
  const words = document.documentElement.lang === "nl" ? WORDS.nl : WORDS.en;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const copy = button(words.copy, async () => {
    try {
      await navigator.clipboard.writeText(text.textContent ?? "");
      status.textContent = words.copied;
    } catch {
      status.textContent = words.notCopied;
    }
  });
  text.after(copy, " ", status);
  showSection();
}

addEventListener("hashchange", showSection);

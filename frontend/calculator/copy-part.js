/** A button of an answer that copies a text of it. */

import { copyText } from "../shared/clipboard.js";
import { word } from "../shared/words.js";

/** @param {HTMLElement} button it names the text, and what came of it is said beside it */
export async function copyPart(button) {
  const paragraphs = [...(document.getElementById(button.dataset.text ?? "")?.children ?? [])];
  const isCopied = await copyText(paragraphs.map((paragraph) => paragraph.textContent?.trim()).join("\n\n"));
  const said = button.nextElementSibling;
  if (said) said.textContent = word(isCopied ? "calculator.text_copied" : "calculator.text_not_copied");
}

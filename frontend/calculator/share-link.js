/** The link with the figures of a calculator: into the address bar, and onto the clipboard. */

import { copyText } from "../shared/clipboard.js";
import { word } from "../shared/words.js";
import { figuresFragment } from "./figures-link.js";

/** @param {string} calculator @param {import("./figures.js").Written} written @param {HTMLElement} said what came of it */
export async function shareLink(calculator, written, said) {
  const fragment = figuresFragment(calculator, written);
  if (fragment === null) {
    said.textContent = word("calculator.link_too_long");
    return;
  }
  const address = new URL(location.href);
  address.hash = fragment;
  history.replaceState(history.state, "", address);
  said.textContent = (await copyText(address.href)) ? word("calculator.copied") : word("calculator.not_copied");
}

/** What happened before the reader did anything, with what can be done about it; it stays until they do something. */

import { button } from "../shared/button.js";

/** @typedef {{text: string, act: () => void}} Choice */

/** @param {HTMLElement} place @param {string} text nothing takes the notice away @param {Choice[]} [choices] */
export function showNotice(place, text, choices = []) {
  const said = document.createElement("p");
  said.textContent = text;
  place.replaceChildren(...(text ? [said] : []), ...choices.map((choice) => button(choice.text, choice.act)));
  place.hidden = place.childElementCount === 0;
}

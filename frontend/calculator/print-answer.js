/** Prints one calculator by itself: for whom, what it is, of which day and from where, its figures and its answer. */

import { writtenDay } from "../shared/written-day.js";
import { inputs } from "./form-fields.js";

const ALONE = "prints-answer";

/** @param {HTMLElement} calculator the rest of its page is hidden by print-answer.css @param {string} customer may be empty */
export function printAnswer(calculator, customer) {
  const origin = originOf(calculator, customer);
  calculator.prepend(origin);
  calculator.dataset.printed = "";
  document.documentElement.classList.add(ALONE);
  const blank = blankPlaces(calculator);
  for (const place of blank) place.dataset.blank = "";
  const restore = () => {
    origin.remove();
    for (const place of blank) delete place.dataset.blank;
    delete calculator.dataset.printed;
    document.documentElement.classList.remove(ALONE);
  };
  addEventListener("afterprint", restore, { once: true });
  print();
}

/**
 * @param {HTMLElement} calculator
 * @param {string} customer
 * @returns {HTMLElement} for whom it is, its title, today, and the address of its page
 */
function originOf(calculator, customer) {
  const origin = document.createElement("header");
  origin.className = "answer-origin";
  const title = calculator.querySelector("form")?.getAttribute("aria-label") ?? document.title;
  const titles = customer ? [line("b", title)] : [];
  origin.append(line("strong", customer || title), line("time", writtenDay(new Date())), ...titles, line("span", location.origin + location.pathname));
  return origin;
}

/** @param {string} kind @param {string} text @returns {HTMLElement} */
function line(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}

/** @param {HTMLElement} calculator @returns {HTMLElement[]} the fields, and the rows of tables, in which nothing stands */
function blankPlaces(calculator) {
  const places = /** @type {NodeListOf<HTMLElement>} */ (calculator.querySelectorAll(".field, .field tr:has(input)"));
  return [...places].filter((place) => inputs(place).every(({ value }) => value.trim() === ""));
}

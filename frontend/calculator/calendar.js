/** The browser's own calendar beside a day that is typed; Python reads and writes the day. */

import { python } from "../python/python-client.js";
import { write } from "./written-text.js";

/** @typedef {{calculator: string, lang: string}} Place */

/** Whether this browser can open its calendar for a page. */
export const hasCalendar = "showPicker" in HTMLInputElement.prototype;

/**
 * Opens the calendar at the day that was typed, and types the day that is chosen.
 *
 * @param {HTMLElement} button with the first and the last day
 * @param {HTMLInputElement} input
 * @param {Place} place
 */
export async function openCalendar(button, input, place) {
  if (input.readOnly) return;
  const calendar = calendarBeside(button);
  // A calendar that is asked for while Python starts opens at today.
  if (python.state === "ready") calendar.value = (await known(calendar, input.value, place))?.iso ?? "";
  const choose = async (/** @type {Event} */ event) => {
    event.stopPropagation();
    const chosen = calendar.value;
    if (!chosen) return;
    write(input, chosen);
    input.focus();
    const day = await known(calendar, chosen, place);
    if (day?.typed && input.value === chosen) write(input, day.typed);
  };
  calendar.oninput = (event) => event.stopPropagation();
  calendar.onchange = choose;
  try {
    calendar.showPicker();
  } catch {
    // Some browsers open it only in the very moment of a press, or not for days: the reader types.
    input.focus();
  }
}

/** @param {HTMLElement} button @returns {HTMLInputElement} made once; never seen itself, it says where its window opens */
function calendarBeside(button) {
  const box = /** @type {HTMLElement} */ (button.parentElement);
  const standing = box.querySelector("input[type=date]");
  if (standing) return /** @type {HTMLInputElement} */ (standing);
  const calendar = document.createElement("input");
  calendar.type = "date";
  calendar.className = "field-picker";
  calendar.tabIndex = -1;
  calendar.setAttribute("aria-hidden", "true");
  calendar.min = button.dataset.first ?? "";
  calendar.max = button.dataset.last ?? "";
  box.append(calendar);
  return calendar;
}

/**
 * @param {HTMLInputElement} calendar
 * @param {string} day
 * @param {Place} place
 * @returns {Promise<{iso: string | null, typed: string | null} | null>} null where Python has no answer
 */
async function known(calendar, day, place) {
  const outcome = await python.ask(calendar, { ...place, day });
  return outcome.kind === "answered" ? JSON.parse(outcome.response) : null;
}

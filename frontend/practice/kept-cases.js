/** What this device keeps of the cases of drills: the one store of all drills, in both languages. */

import { forgetText, keepText, keptText } from "../shared/device-storage.js";
import { localDay } from "../shared/local-day.js";
import { afterAnswer, casesIn, textOf } from "./returning-cases.js";

const KEY = "drill-cases";
/** @type {string | undefined} what a browser that does not keep it holds until the page is left */
let held;

/** @returns {string} */
export function today() {
  return localDay(new Date());
}

/** @returns {string} all that is kept, as text */
export function keptCasesText() {
  return held ?? keptText(KEY) ?? "";
}

/** @returns {Map<string, import("./returning-cases.js").Answered>} by drill and name */
export function keptCases() {
  return casesIn(keptCasesText());
}

/** @param {string} text as of `keptCasesText` @returns {boolean} whether this browser keeps it */
export function keepCases(text) {
  const isKept = keepText(KEY, text);
  held = isKept ? undefined : text;
  return isKept;
}

/** @param {string} name of a case, with its drill @param {boolean} isRight */
export function rememberCase(name, isRight) {
  const cases = keptCases();
  cases.set(name, afterAnswer(cases.get(name), isRight, today()));
  keepCases(textOf(cases));
}

export function forgetCases() {
  held = forgetText(KEY) ? undefined : "";
}

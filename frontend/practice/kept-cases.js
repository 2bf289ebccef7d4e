/** What this device keeps of the cases of drills: the one store of all drills, in both languages. */

import { forgetText, keepText, keptText } from "../shared/device-storage.js";
import { localDay } from "../shared/local-day.js";
import { afterAnswer, broughtBack, casesIn, textOf } from "./returning-cases.js";

const KEY = "drill-cases";
/** @type {string | undefined} what a browser that does not keep it holds until the page is left */
let held;

/** @returns {string} */
export function today() {
  return localDay(new Date());
}

/** @returns {Map<string, import("./returning-cases.js").Answered>} by drill and name */
export function keptCases() {
  return casesIn(held ?? keptText(KEY) ?? "");
}

/** @param {ReturnType<typeof keptCases>} cases */
function keep(cases) {
  const text = textOf(cases);
  held = keepText(KEY, text) ? undefined : text;
}

/** @returns {boolean} whether this browser keeps what is answered */
export function areCasesKept() {
  keep(keptCases());
  return held === undefined;
}

/** @param {string} name of a case, with its drill @param {boolean} isRight */
export function rememberCase(name, isRight) {
  const cases = keptCases();
  cases.set(name, afterAnswer(cases.get(name), isRight, today()));
  keep(cases);
}

/** @returns {ReturnType<typeof keptCases>} what was kept until now */
export function forgetCases() {
  const before = keptCases();
  held = forgetText(KEY) ? undefined : "";
  return before;
}

/** @param {ReturnType<typeof keptCases>} before what was forgotten: it comes back beside what was answered since */
export function bringBackCases(before) {
  keep(broughtBack(before, keptCases()));
}

/** How a file is read as a list: what a reader corrects, and what is remembered of it for the next file with its headings. */

import { button } from "../shared/button.js";
import { forgetText, keepText, keptText } from "../shared/device-storage.js";
import { word } from "../shared/words.js";

/**
 * @typedef {{sheet: string, heading: number, columns: Record<string, number>, notation: string, day_order: string,
 *   shares: Record<string, string>}} Layout as `calculators/lists/layout.py` has it
 */

const KEY = "playbook:list-layouts";
const MOST_KEPT = 50;

/**
 * @param {Layout} layout
 * @param {HTMLSelectElement | HTMLButtonElement} control that the reader used
 * @returns {Layout} the layout as they want it; each place of the file serves one column
 */
export function corrected(layout, control) {
  const { list = "", place = "", column = "" } = control.dataset;
  const value = control instanceof HTMLSelectElement ? control.value : (control.dataset.value ?? "");
  if (list === "column") return withColumn(layout, Number(place), value);
  if (list === "share") return { ...layout, shares: { ...layout.shares, [column]: value } };
  return { ...layout, [list]: value };
}

/** @param {Layout} layout @param {number} place @param {string} name empty for none @returns {Layout} */
function withColumn(layout, place, name) {
  const others = Object.entries(layout.columns).filter(([other, at]) => at !== place && other !== name);
  const columns = Object.fromEntries(name ? [...others, [name, place]] : others);
  const shares = Object.fromEntries(Object.entries(layout.shares).filter(([column]) => column in columns));
  return { ...layout, columns, shares };
}

/** @returns {[string, Layout][]} by field and shape, the latest last */
function kept() {
  try {
    const found = JSON.parse(keptText(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => Array.isArray(one) && typeof one[0] === "string") : [];
  } catch {
    return [];
  }
}

/** @param {string} shape @param {Layout} proposed @returns {Layout | null} as the reader wanted a file of this shape before */
export function rememberedLayout(shape, proposed) {
  const found = kept().find(([key]) => key === shape)?.[1];
  return found ? { ...found, sheet: proposed.sheet, heading: proposed.heading } : null;
}

/** @param {string} shape @param {Layout} layout @returns {boolean} whether this browser keeps it */
export function rememberLayout(shape, layout) {
  const others = kept().filter(([key]) => key !== shape);
  return keepText(KEY, JSON.stringify([...others, [shape, { ...layout, sheet: "" }]].slice(-MOST_KEPT)));
}

/** @param {string} shape */
export function forgetLayout(shape) {
  const others = kept().filter(([key]) => key !== shape);
  if (others.length) keepText(KEY, JSON.stringify(others));
  else forgetText(KEY);
}

/** @returns {HTMLButtonElement} with which a reader forgets how a file was read; its field listens to it */
export function forgetButton() {
  const made = button(word("lists.forget"), () => {}, { kind: "small" });
  made.dataset.list = "forget";
  return made;
}

/** The steps that led to the page that is shown, kept for this tab alone. */

const KEY = "playbook:way-back";
const TEXTS = ["from", "to", "section", "title", "lang"];

/**
 * @typedef {object} Step
 * @property {string} from the page with the link
 * @property {string} to the page that it leads to
 * @property {number} place which link of that page to the other it was
 * @property {string} section id of the section with the link
 * @property {string} title of that section, in the language of then
 * @property {string} lang
 * @property {boolean} [returning] whether the reader is on the way back
 */

/** @returns {Step[]} the first one first; none where what was kept are no steps */
export function keptSteps() {
  try {
    const steps = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(steps) && steps.every(isStep) ? steps : [];
  } catch {
    return [];
  }
}

/** @param {any} step @returns {boolean} */
function isStep(step) {
  return TEXTS.every((name) => typeof step?.[name] === "string") && Number.isInteger(step.place);
}

/** @param {Step[]} steps keep them; a browser that keeps nothing shows no way back */
export function keepSteps(steps) {
  try {
    if (steps.length) sessionStorage.setItem(KEY, JSON.stringify(steps));
    else sessionStorage.removeItem(KEY);
  } catch {}
}

/** A kept review: the figures of a form under a name. What comes out of the browser's storage is checked here. */

import { checkedFigures } from "../calculator/checked-figures.js";

/**
 * @typedef {import("../calculator/figures.js").FieldText} FieldText
 * @typedef {import("../calculator/figures.js").Shape} Shape
 * @typedef {import("../calculator/figures.js").Written} Written
 * @typedef {object} Review
 * @property {string} id
 * @property {string} calculator
 * @property {string} name
 * @property {number} kept the moment, in milliseconds
 * @property {Record<string, string>} answer the main answer as it was written then, by language; none where there was none
 * @property {Written} written
 * @property {string[]} [refused] the names of fields that cannot be read any more
 */

export const LONGEST_NAME = 100;

/**
 * @param {Shape} shape of the calculator as it is now
 * @param {string} id
 * @param {unknown} found any value at all
 * @returns {Review | null} null where it is none
 */
export function checkedReview(shape, id, found) {
  if (typeof found !== "object" || found === null) return null;
  const { calculator, name, kept, answer, written } = /** @type {Record<string, unknown>} */ (found);
  const checked = checkedFigures(shape, written);
  const isReview = typeof calculator === "string" && typeof name === "string" && name.trim() && Number.isFinite(kept);
  if (!isReview || !checked) return null;
  const texts = Object.entries(answer ?? {}).filter(([, text]) => typeof text === "string");
  return {
    id,
    calculator,
    name: name.slice(0, LONGEST_NAME),
    kept: /** @type {number} */ (kept),
    answer: Object.fromEntries(texts),
    written: completed(shape, checked.written),
    refused: checked.refused,
  };
}

/**
 * What an earlier edition did not ask stays blank: the example of the page is nobody's figure.
 *
 * @param {Shape} shape
 * @param {Written} written
 * @returns {Written}
 */
function completed(shape, written) {
  /** @type {[string, FieldText][]} */
  const blank = [...shape].filter(([, { kind }]) => kind !== "choice").map(([name, { columns }]) => [name, columns ? [] : ""]);
  return { ...written, values: { ...Object.fromEntries(blank), ...written.values } };
}

/** @param {Review[]} reviews @returns {Review[]} the one that was kept last first */
export function latestFirst(reviews) {
  return [...reviews].sort((one, other) => other.kept - one.kept || one.name.localeCompare(other.name));
}

/** @param {string} name @param {string[]} taken @returns {string} the name, with a number where it is taken */
export function freeName(name, taken) {
  const short = name.trim().slice(0, LONGEST_NAME - 6);
  const names = [short, ...taken.map((_, index) => `${short} (${index + 2})`)];
  return names.find((free) => !taken.includes(free)) ?? short;
}

/** @param {Written} written @param {string} lang @returns {Written} the same texts in a question that is answered in `lang` */
export function askedIn(written, lang) {
  const own = Object.keys(written.values).map((name) => [name, written.written_in[name] ?? written.lang]);
  return { lang, values: written.values, written_in: Object.fromEntries(own) };
}

/** @param {Written} one @param {Written} other @returns {boolean} whether both hold the same, as it was typed */
export function isSameText(one, other) {
  const [first, second] = [one, other].map(({ lang, values, written_in, customer }) =>
    JSON.stringify([lang, inOrder(values), inOrder(written_in), customer ?? ""]),
  );
  return first === second;
}

/** @param {object} entries @returns {[string, unknown][]} */
function inOrder(entries) {
  return Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1));
}

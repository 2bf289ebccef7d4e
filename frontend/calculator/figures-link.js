/**
 * Figures behind the # of a link, where no server sees them:
 *
 *     #~calculator=visit_cost&lang=nl&revenue=60.000&visits.en=1,000&ladder=0:0;10.000:5
 *
 * No heading has a ~ in its id, so that a contents link is never taken for figures. A language after the name of a
 * field is that field's own. Rows end with ; and cells with : and whatever a cell holds of these is escaped.
 */

import { MOST_CHARACTERS, checkedFigures } from "./checked-figures.js";

/**
 * @typedef {import("./figures.js").Shape} Shape
 * @typedef {import("./figures.js").Written} Written
 * @typedef {{kind: "figures", written: Written, refused: string[]}
 *   | {kind: "unreadable"}
 *   | {kind: "none"}} Linked what a link holds for a calculator
 * @typedef {{lang: string, values: Record<string, unknown>, written_in?: Record<string, string>}} Found
 */

const KEY = "~calculator";
/** Links of the first edition. */
const FIRST_KEY = "calculator";
/** Escapes make a link longer than what it says. */
const LONGEST = 3 * MOST_CHARACTERS;

/**
 * @param {string} calculator
 * @param {Written} written
 * @returns {string | null} the part of a link behind the #; null where it would be too long to share
 */
export function figuresFragment(calculator, written) {
  const parts = [`${KEY}=${encodeURIComponent(calculator)}`, `lang=${written.lang}`];
  for (const [name, text] of Object.entries(written.values)) {
    const own = written.written_in[name];
    const value = typeof text === "string" ? encodeURIComponent(text) : text.map(row).join(";");
    parts.push(`${own ? `${name}.${own}` : name}=${value}`);
  }
  const fragment = parts.join("&");
  return fragment.length > MOST_CHARACTERS ? null : fragment;
}

/** @param {string[]} cells @returns {string} */
function row(cells) {
  return cells.map(encodeURIComponent).join(":");
}

/**
 * @param {string} hash of the address, with its #
 * @returns {string | null} the calculator whose figures the link holds; null for any other link
 */
export function linkedCalculator(hash) {
  const match = /^#(?:(?:~|%7E)calculator|calculator)=([^&]*)/i.exec(hash);
  return match && decoded(match[1]);
}

/**
 * @param {string} hash of the address, with its #
 * @param {string} calculator
 * @param {Shape} shape
 * @returns {Linked}
 */
export function linkedFigures(hash, calculator, shape) {
  if (linkedCalculator(hash) !== calculator) return { kind: "none" };
  if (hash.length > LONGEST) return { kind: "unreadable" };
  const isFirst = hash.startsWith(`#${FIRST_KEY}=`);
  const found = isFirst ? figuresOfFirstEdition(hash.slice(1), shape) : figuresOf(hash.slice(1), shape);
  const isAbsurd = JSON.stringify(found.values).length > MOST_CHARACTERS;
  const checked = isAbsurd ? null : checkedFigures(shape, found);
  return checked ? { kind: "figures", ...checked } : { kind: "unreadable" };
}

/**
 * @param {string} fragment
 * @param {Shape} shape
 * @returns {Found}
 */
function figuresOf(fragment, shape) {
  /** @type {[string, unknown][]} */
  const values = [];
  /** @type {[string, string][]} */
  const languages = [];
  let lang = "";
  for (const part of fragment.split("&").slice(1)) {
    const [key, text] = halves(part, "=");
    const [name, own] = halves(decoded(key) ?? key, ".");
    if (name === "lang") lang = text;
    else if (part) values.push([name, shape.get(name)?.columns ? rows(text) : decoded(text)]);
    if (own) languages.push([name, own]);
  }
  return { lang, values: Object.fromEntries(values), written_in: Object.fromEntries(languages) };
}

/**
 * A link of the first edition was written as a form is sent: rows and cells were escaped first, and then the whole.
 *
 * @param {string} fragment
 * @param {Shape} shape
 * @returns {Found}
 */
function figuresOfFirstEdition(fragment, shape) {
  const { [FIRST_KEY]: _, lang, ...texts } = Object.fromEntries(new URLSearchParams(fragment));
  const values = Object.entries(texts).map(([name, text]) => [name, shape.get(name)?.columns ? rows(text) : text]);
  return { lang, values: Object.fromEntries(values) };
}

/** @param {string} text @returns {(string | null)[][]} its rows of cells; none for an empty text */
function rows(text) {
  return text === "" ? [] : text.split(";").map((cells) => cells.split(":").map(decoded));
}

/** @param {string} text @param {string} mark @returns {[string, string]} what stands before and after the first mark */
function halves(text, mark) {
  const place = text.indexOf(mark);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}

/** @param {string} text @returns {string | null} null where the escapes are broken */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

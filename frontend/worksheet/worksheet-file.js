/** A filled-in worksheet as text: the same on this device and in a file. */

const FORMAT = "sales-playbook-worksheet";
const VERSION = 1;

/** @typedef {Record<string, string>} Values what is filled in, by name of the place */

/** @param {string} worksheet @param {Values} values @returns {string} */
export function fileOf(worksheet, values) {
  return JSON.stringify({ format: FORMAT, version: VERSION, worksheet, values }, null, 2);
}

/**
 * @param {string} text
 * @returns {{ worksheet: string, values: Values, broken: number }} the name of the sheet, its texts, and how many of its
 *   values are no text
 * @throws {Error} where it is no worksheet of this playbook
 */
export function valuesIn(text) {
  const found = JSON.parse(text);
  const isSheet = found?.format === FORMAT && found.version === VERSION && typeof found.worksheet === "string";
  const given = isSheet ? found.values : null;
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw new Error("no worksheet");
  const entries = Object.entries(given);
  const texts = entries.filter(([, value]) => typeof value === "string");
  return { worksheet: found.worksheet, values: Object.fromEntries(texts), broken: entries.length - texts.length };
}

/**
 * Tell what a sheet has a place for from what it has not (any more).
 *
 * @param {Values} values
 * @param {Map<string, readonly string[] | null>} places the places of the sheet, with the values of those that are a choice
 * @returns {{ placed: Values, left: Values }}
 */
export function placedValues(values, places) {
  /** @param {[string, string]} entry */
  const fits = ([name, value]) => {
    const choices = places.get(name);
    return choices !== undefined && (choices === null || choices.includes(value));
  };
  const entries = Object.entries(values);
  return {
    placed: Object.fromEntries(entries.filter(fits)),
    left: Object.fromEntries(entries.filter((entry) => !fits(entry))),
  };
}

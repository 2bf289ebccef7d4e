/** Figures that come from outside, a link or the browser's storage: what of them a form can take. */

/**
 * @typedef {import("./figures.js").FieldShape} FieldShape
 * @typedef {import("./figures.js").FieldText} FieldText
 * @typedef {import("./figures.js").Shape} Shape
 * @typedef {import("./figures.js").Written} Written
 */

const LANGUAGES = ["nl", "en"];
/** Characters in all; whatever is longer was not typed. */
export const MOST_CHARACTERS = 100_000;
const LONGEST_CUSTOMER = 200;

/**
 * @param {Shape} shape
 * @param {unknown} found any value at all
 * @returns {{written: Written, refused: string[]} | null} what the fields can hold, and the names of what they cannot;
 *   null where nothing can be used
 */
export function checkedFigures(shape, found) {
  if (!isRecord(found) || !isRecord(found.values) || !LANGUAGES.includes(/** @type {string} */ (found.lang))) return null;
  const lang = /** @type {string} */ (found.lang);
  const languages = isRecord(found.written_in) ? found.written_in : {};
  /** @type {Written} */
  const written = { lang, values: {}, written_in: {} };
  if (isText(found.customer)) written.customer = found.customer.slice(0, LONGEST_CUSTOMER);
  const refused = [];
  for (const [name, value] of Object.entries(found.values)) {
    const field = shape.get(name);
    const text = field && taken(field, value);
    const own = Object.hasOwn(languages, name) ? languages[name] : lang;
    if (text === undefined || !LANGUAGES.includes(/** @type {string} */ (own))) refused.push(name);
    else {
      written.values[name] = text;
      if (own !== lang) written.written_in[name] = /** @type {string} */ (own);
    }
  }
  return { written, refused };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} text @returns {text is string} */
const isText = (text) => typeof text === "string";

/**
 * @param {FieldShape} field
 * @param {unknown} value
 * @returns {FieldText | undefined} the value as the field holds it; undefined where it cannot
 */
function taken(field, value) {
  if (field.columns === 0) {
    const fits = isText(value) && (field.kind !== "choice" || field.choices.includes(value));
    return fits ? value : undefined;
  }
  const isRow = (/** @type {unknown} */ row) => Array.isArray(row) && row.length <= field.columns && row.every(isText);
  if (!Array.isArray(value) || !value.every(isRow)) return undefined;
  return value.map((row) => Array.from({ length: field.columns }, (_, column) => row[column] ?? ""));
}

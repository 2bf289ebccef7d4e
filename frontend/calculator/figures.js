/**
 * What a person typed, as it is kept in this tab and as it stands behind the # of a link.
 *
 * @typedef {Record<string, string | string[][]>} Texts what stands in each field; rows of cells for a table
 * @typedef {{lang: string, values: Texts}} Typed texts with the language that they were typed in
 * @typedef {Map<string, {columns: number, rows: number} | null>} Shape the fields; the size of those that are tables
 */

const LONGEST = 200;

/** @param {string} calculator */
const key = (calculator) => `playbook:calculator:${calculator}`;

/**
 * @param {string} calculator
 * @param {Typed} typed
 */
export function keep(calculator, typed) {
  try {
    sessionStorage.setItem(key(calculator), JSON.stringify(typed));
  } catch {
    // A browser that keeps nothing still calculates.
  }
}

/** @param {string} calculator */
export function forget(calculator) {
  try {
    sessionStorage.removeItem(key(calculator));
  } catch {
    // As above.
  }
}

/**
 * @param {string} calculator
 * @param {Shape} shape
 * @returns {Typed | "broken" | null} what was kept in this tab; null for nothing
 */
export function kept(calculator, shape) {
  try {
    const text = sessionStorage.getItem(key(calculator));
    return text === null ? null : checked(JSON.parse(text), shape);
  } catch {
    return "broken";
  }
}

/**
 * @param {string} calculator
 * @param {Typed} typed
 * @returns {string} the part of a link behind the #
 */
export function fragment(calculator, typed) {
  const parts = new URLSearchParams({ calculator, lang: typed.lang });
  for (const [name, value] of Object.entries(typed.values)) {
    const rows = typeof value === "string" ? value : value.map((row) => row.map(encodeURIComponent).join(":")).join(";");
    parts.set(name, rows);
  }
  return parts.toString();
}

/**
 * @param {string} hash of the address, with its #
 * @param {string} calculator
 * @param {string} lang language of the page, for a link that does not say
 * @param {Shape} shape
 * @returns {Typed | "broken" | null} what the link holds for this calculator; null for nothing
 */
export function linked(hash, calculator, lang, shape) {
  const parts = new URLSearchParams(hash.slice(1));
  const named = parts.get("calculator");
  if (named === null ? ![...parts.keys()].some((name) => shape.has(name)) : named !== calculator) return null;
  /** @type {Texts} */
  const values = {};
  try {
    for (const [name, text] of parts) {
      if (name === "calculator" || name === "lang") continue;
      const rows = text === "" ? [] : text.split(";").map((row) => row.split(":").map(decodeURIComponent));
      values[name] = shape.get(name) ? rows : text;
    }
  } catch {
    return "broken";
  }
  return checked({ lang: parts.get("lang") ?? lang, values }, shape);
}

/**
 * @param {any} typed
 * @param {Shape} shape
 * @returns {Typed | "broken"}
 */
function checked(typed, shape) {
  const isText = (/** @type {unknown} */ text) => typeof text === "string" && text.length <= LONGEST;
  /** @param {[string, any]} entry */
  const fits = ([name, value]) => {
    const table = shape.get(name);
    if (table === undefined) return false;
    if (table === null) return isText(value);
    const isRow = (/** @type {any} */ row) => Array.isArray(row) && row.length === table.columns && row.every(isText);
    return Array.isArray(value) && value.length <= table.rows && value.every(isRow);
  };
  const isTyped = ["nl", "en"].includes(typed?.lang) && typeof typed?.values === "object" && typed.values !== null;
  return isTyped && Object.entries(typed.values).every(fits) ? typed : "broken";
}

/**
 * The way to another calculator and back: to one that builds up a figure, or that looks closer at some figures.
 *
 * @typedef {import("./figures.js").Written} Written
 * @typedef {import("./kept-figures.js").Store} Store
 * @typedef {Record<string, {text: import("./figures.js").FieldText, lang: string}>} Taken texts by the field they go into
 * @typedef {{builder: string, page: string, calculator: string, target: string, written: Written,
 *   takes: Record<string, string>, given?: Written, isBack: boolean}} ReturnToForm
 *   from the builder to the field of a calculator on a page, with everything that stood there; `takes` names the field
 *   that each figure of the builder goes into, its main answer by an empty name; `given` is what the builder is to hold
 */

const KEY = "playbook:return-to-form";
/** The name in `takes` of the main answer. */
export const MAIN = "";

/** @param {() => Store} store @param {ReturnToForm} way */
export function keepReturn(store, way) {
  try {
    store().setItem(KEY, JSON.stringify(way));
  } catch {
    // A browser that keeps nothing leaves the reader to copy the figure.
  }
}

/** @param {() => Store} store */
export function forgetReturn(store) {
  try {
    store().removeItem(KEY);
  } catch {
    // As above.
  }
}

/** @param {() => Store} store @returns {ReturnToForm | null} */
export function keptReturn(store) {
  try {
    const way = JSON.parse(store().getItem(KEY) ?? "null");
    const isWay = ["builder", "page", "calculator", "target"].every((name) => typeof way?.[name] === "string");
    return isWay && isRecord(way.written?.values) && isRecord(way.takes) ? way : null;
  } catch {
    return null;
  }
}

/** @param {unknown} found @returns {boolean} */
function isRecord(found) {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

/**
 * @param {Written} written what stood in the calculator
 * @param {Taken} taken
 * @returns {Written} the same with what was taken in its fields
 */
export function withTaken(written, taken) {
  const written_in = Object.fromEntries(Object.entries(written.written_in ?? {}).filter(([name]) => !(name in taken)));
  const values = { ...written.values };
  for (const [name, { text, lang }] of Object.entries(taken)) {
    values[name] = text;
    if (lang !== written.lang) written_in[name] = lang;
  }
  return { ...written, values, written_in };
}

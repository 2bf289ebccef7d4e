/**
 * A figure that another calculator builds up: the reader goes there, computes, and brings the answer back.
 *
 * @typedef {import("./figures.js").Written} Written
 * @typedef {import("./kept-figures.js").Store} Store
 * @typedef {{builder: string, page: string, calculator: string, field: string, target: string,
 *   written: Written, isBack: boolean}} ReturnToForm
 *   from the builder to the field of a calculator on a page, with everything that stood there
 */

const KEY = "playbook:return-to-form";

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
    const isWay = ["builder", "page", "calculator", "field", "target"].every((name) => typeof way?.[name] === "string");
    return isWay && typeof way.written?.values === "object" && way.written.values !== null ? way : null;
  } catch {
    return null;
  }
}

/**
 * @param {Written} written what stood in the calculator
 * @param {string} field
 * @param {string} text the answer of the builder
 * @param {string} lang in which it is written
 * @returns {Written} the same with the answer in its field
 */
export function withBuilt(written, field, text, lang) {
  const { [field]: _, ...others } = written.written_in ?? {};
  return {
    ...written,
    values: { ...written.values, [field]: text },
    written_in: lang === written.lang ? others : { ...others, [field]: lang },
  };
}

/** The words of scripts, from the block that the build writes into each page out of `frontend/words/`. */

/** @type {Record<string, string>} by key, of each page that was shown; a switch of language loads a new page */
const known = {};

/** Learns the words of the page that is shown, which stay known when the reader goes on to another one. */
export function learnWords() {
  const block = /** @type {HTMLTemplateElement | null} */ (document.querySelector("template[data-words]"));
  Object.assign(known, JSON.parse(block?.content.textContent ?? "{}"));
}

/**
 * @param {string} key such as `drill.place`, written out: a test compares the keys in scripts with those in the files
 * @param {Record<string, string | number>} [parts] what stands in the places of `{name}`
 * @returns {string} the words, filled
 * @throws {Error} where there are none of that key
 */
export function word(key, parts = {}) {
  if (!Object.hasOwn(known, key)) learnWords();
  if (!Object.hasOwn(known, key)) throw new Error(`no words for ${key}`);
  return filled(known[key], parts);
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} parts
 * @returns {string} the text with each `{name}` that has a part replaced by it, once: a part is not filled again
 */
export function filled(text, parts) {
  return text.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(parts, name) ? String(parts[name]) : place));
}

/** The words of scripts, from the data block that the page's template writes out of `frontend/words/`. */

/** @typedef {{[name: string]: string | Words}} Words */

/** @type {Words | null} those of the language of this site; a switch of language loads a new page */
let read = null;

/** @returns {Words} */
function words() {
  read ??= /** @type {Words} */ (JSON.parse(document.getElementById("playbook-words")?.textContent ?? "{}"));
  return read;
}

/**
 * @param {string} key such as `drill.place`, written out: a test compares the keys in scripts with those in the files
 * @param {Record<string, string | number>} [parts] what stands in the places of `{name}`
 * @returns {string} the words, filled
 * @throws {Error} where there are none of that key
 */
export function word(key, parts = {}) {
  const found = key.split(".").reduce((/** @type {any} */ part, name) => part?.[name], words());
  if (typeof found !== "string") throw new Error(`no words for ${key}`);
  return filled(found, parts);
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} parts
 * @returns {string} the text with each `{name}` that has a part replaced by it, once: a part is not filled again
 */
export function filled(text, parts) {
  return text.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(parts, name) ? String(parts[name]) : place));
}

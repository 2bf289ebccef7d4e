/** A file that a reader takes home: made in the browser, and never sent. */

const ACCENTS = /\p{Mark}/gu;
const LONGEST_FILE_NAME = 60;

/**
 * @param {string} name
 * @param {string} otherwise what a file is called whose name has no letter or digit
 * @param {string} day such as `2026-11-25`
 * @param {string} kind such as `json`
 * @returns {string} a name that every system takes
 */
export function fileNameOf(name, otherwise, day, kind) {
  const plain = name.normalize("NFKD").replace(ACCENTS, "");
  const safe = plain.replace(/[^A-Za-z0-9]+/g, "-").slice(0, LONGEST_FILE_NAME).replace(/^-|-$/g, "");
  return `${safe || otherwise}-${day}.${kind}`;
}

/**
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function saveFile(name, content, type) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.click();
  URL.revokeObjectURL(link.href);
}

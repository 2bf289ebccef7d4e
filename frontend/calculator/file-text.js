/** The text of a file that somebody opens. */

const LARGEST_FILE = 2_000_000; // bytes

/** @typedef {{text: string, isWindows1252: boolean}} FileText */

/** @param {Blob} file @returns {Promise<FileText | null>} null for what is too large, or no text */
export async function textIn(file) {
  const read = file.size > LARGEST_FILE ? null : decoded(await file.arrayBuffer());
  return read?.text.includes("\0") ? null : read;
}

/** @param {ArrayBuffer} bytes @returns {FileText} UTF-8, else what Windows makes of them */
function decoded(bytes) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isWindows1252: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), isWindows1252: true };
  }
}

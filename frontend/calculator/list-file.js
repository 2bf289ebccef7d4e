/** The file of a list: how it is handed to Python, and which part of Python it needs. */

import { python } from "../python/python-client.js";

/** @typedef {{id: string, name: string, parts: string[]}} ListFile */

/** How a workbook begins: it is an archive. */
const WORKBOOK = [0x50, 0x4b, 0x03, 0x04];
let files = 0;

/**
 * @param {Blob} content
 * @param {string} name as the reader knows it
 * @returns {Promise<ListFile>} the file, kept for questions that name it
 */
export async function keptFile(content, name) {
  files += 1;
  const id = `list-${files}`;
  python.keepFile(id, content);
  return { id, name, parts: (await isWorkbook(content)) ? ["workbook_reader"] : [] };
}

/** @param {Blob} content @returns {Promise<boolean>} a file that cannot be read any more is told of later */
async function isWorkbook(content) {
  const read = await content.slice(0, WORKBOOK.length).arrayBuffer().catch(() => new ArrayBuffer(0));
  const start = new Uint8Array(read);
  return WORKBOOK.every((byte, place) => start[place] === byte);
}

/** @param {DataTransfer | null} data @returns {{content: Blob, name: string} | null} the file or the text in it */
export function transferred(data, pastedName = "") {
  const file = data?.files[0];
  if (file) return { content: file, name: file.name };
  const text = data?.getData("text/plain") ?? "";
  return text.trim() ? { content: new Blob([text]), name: pastedName } : null;
}

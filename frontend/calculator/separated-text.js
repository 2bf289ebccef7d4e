/** Cells that were copied from a spreadsheet, as text. Nothing in a cell is interpreted. */

/** @typedef {{rows: string[][], leftOut: number}} Fitted `leftOut`: how many columns had no place */

/** A cell, and the tab or line end behind it; one in quotes may hold both, and doubled quotes. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;

/** @param {string} text from the clipboard @returns {string[][] | null} its rows; null for the text of a single cell */
export function rowsOfClipboard(text) {
  return /[\t\r\n]/.test(text.replace(/\r?\n$/, "")) ? separatedRows(text) : null;
}

/**
 * @param {string[][]} rows
 * @param {{row: number, column: number}} place where the first cell goes
 * @param {string[][]} pasted
 * @param {number} columns of the table
 * @returns {Fitted}
 */
export function withPasted(rows, place, pasted, columns) {
  const filled = rows.map((cells) => [...cells]);
  pasted.forEach((cells, index) => {
    const row = (filled[place.row + index] ??= Array(columns).fill(""));
    cells.slice(0, columns - place.column).forEach((cell, offset) => (row[place.column + offset] = cell));
  });
  const widest = pasted.reduce((most, cells) => Math.max(most, cells.length), 0);
  return { rows: filled, leftOut: Math.max(0, place.column + widest - columns) };
}

/** @param {string} text @returns {string[][]} rows of cells */
function separatedRows(text) {
  /** @type {string[][]} */
  const rows = [];
  let isNewRow = true;
  for (const [whole, quoted, bare, end] of text.matchAll(CELL)) {
    if (isNewRow && whole === "") break;
    if (isNewRow) rows.push([]);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    isNewRow = end !== "\t";
    if (end === "") break;
  }
  return rows;
}

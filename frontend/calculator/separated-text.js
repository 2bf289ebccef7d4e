/** Cells of a spreadsheet as text: copied (tabs) or in a CSV file. Nothing in a cell is interpreted. */

/** @typedef {{rows: string[][], leftOut: number}} Fitted `leftOut`: how many columns had no place */

const SEPARATORS = [";", "\t"];

/**
 * @param {string} text of a file
 * @returns {string[][]} its rows; semicolons, tabs or else commas stand between cells
 */
export function rowsOfFile(text) {
  const separator = SEPARATORS.find((mark) => text.includes(mark)) ?? ",";
  return separatedRows(text.replace(/^\uFEFF/, ""), separator).filter((cells) => cells.some((cell) => cell.trim()));
}

/** @param {string} text from the clipboard @returns {string[][] | null} its rows; null for the text of a single cell */
export function rowsOfClipboard(text) {
  return /[\t\r\n]/.test(text.replace(/\r?\n$/, "")) ? separatedRows(text, "\t") : null;
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
  const widest = Math.max(0, ...pasted.map((cells) => cells.length));
  return { rows: filled, leftOut: Math.max(0, place.column + widest - columns) };
}

/**
 * @param {string} text
 * @param {string} separator
 * @returns {string[][]} rows of cells; one in quotes may hold separators, line breaks and doubled quotes
 */
function separatedRows(text, separator) {
  const mark = separator === "\t" ? "\\t" : separator;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${mark}\\r\\n]*))(${mark}|\\r\\n|\\r|\\n|$)`, "gy");
  /** @type {string[][]} */
  const rows = [];
  let isNewRow = true;
  for (const [whole, quoted, bare, end] of text.matchAll(cell)) {
    if (isNewRow && whole === "") break;
    if (isNewRow) rows.push([]);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    isNewRow = end !== separator;
    if (end === "") break;
  }
  return rows;
}

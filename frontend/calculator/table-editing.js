/** What a reader does to a table field but typing: rows, a paste from a spreadsheet, a file, a fresh start. */

import { word } from "../shared/words.js";
import { rowsOfClipboard, withPasted } from "./separated-text.js";
import { MOST_ROWS, columnsIn, focusRow, placeIn, rowsIn, say } from "./table-field.js";
import { chooseFile, rowsFilled } from "./table-file.js";

/**
 * @typedef {object} Table
 * @property {HTMLElement} field
 * @property {string} calculator
 * @property {string} lang
 * @property {(rows: string[][]) => void} edit lets the rows take the place of those in the field
 */

/**
 * @param {string} action
 * @param {HTMLElement} control that was pressed
 * @param {Table} table
 */
export function actOnTable(action, control, table) {
  const { field, edit } = table;
  say(field, "");
  if (action === "add-row") addRow(table);
  else if (action === "remove-row") {
    const { row } = placeIn(field, control);
    edit(rowsIn(field).filter((_, index) => index !== row));
    focusRow(field, row);
  } else if (action === "clear-table") {
    edit([]);
    focusRow(field, 0);
  } else if (action === "open-file") chooseFile(table);
}

/** @param {Table} table */
function addRow({ field, edit }) {
  const rows = rowsIn(field);
  if (rows.length === MOST_ROWS) return say(field, word("calculator.most_rows", { rows: MOST_ROWS }));
  edit([...rows, Array(columnsIn(field)).fill("")]);
  focusRow(field, rows.length);
}

/**
 * Spreads cells that were copied from a spreadsheet over the table, from the cell where they are pasted.
 *
 * @param {ClipboardEvent} event
 * @param {Table} table
 */
export function pasteIntoTable(event, { field, edit }) {
  const cell = event.target;
  const pasted = rowsOfClipboard(event.clipboardData?.getData("text/plain") ?? "");
  if (!pasted || !(cell instanceof HTMLInputElement) || cell.readOnly) return;
  event.preventDefault();
  const { rows, leftOut } = withPasted(rowsIn(field), placeIn(field, cell), pasted, columnsIn(field));
  edit(rows);
  say(field, rowsFilled(pasted.length, leftOut));
  if (!cell.isConnected) focusRow(field, 0);
}

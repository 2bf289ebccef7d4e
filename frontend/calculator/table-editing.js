/** What a reader does to a table field but typing: rows, a paste from a spreadsheet, a file, a fresh start. */

import { word } from "../shared/words.js";
import { rowsOfClipboard, rowsOfFile, withPasted } from "./separated-text.js";
import { columnsIn, focusRow, placeIn, rowsIn } from "./table-field.js";

const LARGEST_FILE = 2_000_000; // bytes

/** @typedef {(field: HTMLElement, rows: string[][]) => void} Edit lets the rows take the place of those in the field */

/**
 * @param {string} action
 * @param {HTMLElement} field
 * @param {HTMLElement} control that was pressed
 * @param {Edit} edit
 */
export function actOnTable(action, field, control, edit) {
  const rows = rowsIn(field);
  say(field, "");
  if (action === "add-row") {
    edit(field, [...rows, Array(columnsIn(field)).fill("")]);
    focusRow(field, rows.length);
  } else if (action === "remove-row") {
    const { row } = placeIn(field, control);
    edit(
      field,
      rows.filter((_, index) => index !== row),
    );
    focusRow(field, row);
  } else if (action === "clear-table") {
    edit(field, []);
    focusRow(field, 0);
  } else if (action === "open-file") chooseFile(field, edit);
}

/**
 * Spreads cells that were copied from a spreadsheet over the table, from the cell where they are pasted.
 *
 * @param {ClipboardEvent} event
 * @param {HTMLElement} field
 * @param {Edit} edit
 */
export function pasteIntoTable(event, field, edit) {
  const cell = event.target;
  const pasted = rowsOfClipboard(event.clipboardData?.getData("text/plain") ?? "");
  if (!pasted || !(cell instanceof HTMLInputElement) || cell.readOnly) return;
  event.preventDefault();
  const { rows, leftOut } = withPasted(rowsIn(field), placeIn(field, cell), pasted, columnsIn(field));
  edit(field, rows);
  sayRows(field, pasted.length, leftOut);
}

/** @param {HTMLElement} field @param {Edit} edit */
function chooseFile(field, edit) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".csv,.tsv,.txt,text/csv,text/plain";
  input.addEventListener("change", () => input.files?.[0] && openFile(input.files[0], field, edit));
  input.click();
}

/** @param {File} file @param {HTMLElement} field @param {Edit} edit */
async function openFile(file, field, edit) {
  const text = file.size > LARGEST_FILE ? null : decoded(await file.arrayBuffer());
  if (text === null || text.includes("\0")) {
    say(field, word("calculator.no_table_file", { file: file.name }));
    return;
  }
  const columns = columnsIn(field);
  const found = rowsOfFile(text);
  const { rows, leftOut } = withPasted([], { row: 0, column: 0 }, found, columns);
  edit(field, rows);
  sayRows(field, found.length, leftOut);
}

/** @param {ArrayBuffer} bytes @returns {string} UTF-8, else what Windows makes of them */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** @param {HTMLElement} field @param {number} rows @param {number} leftOut */
function sayRows(field, rows, leftOut) {
  const filled = word("calculator.rows_filled", { rows });
  say(field, leftOut ? `${filled} ${word("calculator.columns_left_out", { columns: leftOut })}` : filled);
}

/** @param {HTMLElement} field @param {string} text */
function say(field, text) {
  const place = field.querySelector(".field-said");
  if (place) place.textContent = text;
}

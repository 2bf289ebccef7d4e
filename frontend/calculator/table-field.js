/** The rows of a table field: reading and filling them, and what is said below them. */

import { word } from "../shared/words.js";

/** More rows are not laid out as inputs: they come from a file, and stand in the figures alone. */
export const MOST_ROWS = 200;
const ROWS_SHOWN = 50;
const CELLS = "input[type=text]";

/** @param {string[][]} rows @returns {boolean} whether they are too many to change in the form */
export function isTooLarge(rows) {
  return rows.length > MOST_ROWS;
}

/** @param {HTMLElement} field @returns {string[][]} what stands in the cells */
export function rowsIn(field) {
  return rowsOf(field).map((row) => cellsOf(row).map((cell) => cell.value));
}

/** @param {HTMLElement} field @returns {string[][]} what the build wrote in the cells */
export function builtRows(field) {
  return rowsOf(field).map((row) => cellsOf(row).map((cell) => cell.defaultValue));
}

/** @param {HTMLElement} field @returns {number} how many cells a row has */
export function columnsIn(field) {
  return field.querySelector("template")?.content.querySelectorAll(CELLS).length ?? 0;
}

/**
 * @param {HTMLElement} field
 * @param {Element} cell
 * @returns {{row: number, column: number}} where the cell, or something else in a row, stands
 */
export function placeIn(field, cell) {
  const row = /** @type {HTMLElement} */ (cell.closest("tr"));
  return { row: rowsOf(field).indexOf(row), column: cellsOf(row).indexOf(/** @type {HTMLInputElement} */ (cell)) };
}

/**
 * @param {HTMLElement} field
 * @param {string[][]} rows at least one row stays to type in; of very many, only the first are laid out, to be read
 * @param {boolean} isForeign whether they are written in another language than the page's
 */
export function fillRows(field, rows, isForeign) {
  const isLarge = isTooLarge(rows);
  layOut(field, isLarge ? rows.slice(0, ROWS_SHOWN) : rows.length ? rows : [[]]);
  for (const cell of cellsOf(field)) cell.readOnly = isForeign || isLarge;
  for (const aid of field.querySelectorAll(".field-button")) aid.toggleAttribute("disabled", isForeign || isLarge);
  for (const control of field.querySelectorAll(".row-remove, [data-action=add-row]")) control.toggleAttribute("hidden", isLarge);
  for (const control of field.querySelectorAll(".row-remove, [data-action=add-row], [data-action=open-file]")) {
    control.toggleAttribute("disabled", isForeign);
  }
  part(field, "[data-action=clear-table]").hidden = !isForeign && !isLarge;
  const extent = part(field, ".field-extent");
  extent.hidden = !isLarge;
  extent.textContent = isLarge ? word("calculator.first_rows", { shown: ROWS_SHOWN, rows: rows.length }) : "";
}

/** @param {HTMLElement} field @param {string[][]} rows */
function layOut(field, rows) {
  const standing = rowsOf(field);
  for (const row of standing.slice(rows.length)) row.remove();
  const added = rows.slice(standing.length).map((_, index) => newRow(field, standing.length + index));
  field.querySelector("tbody")?.append(...added);
  rowsOf(field).forEach((row, index) => {
    cellsOf(row).forEach((cell, column) => {
      const text = rows[index][column] ?? "";
      if (cell.value !== text) cell.value = text;
    });
  });
}

/** @param {HTMLElement} field @param {number} row the last row stands for one beyond it */
export function focusRow(field, row) {
  const rows = rowsOf(field);
  rows[Math.min(row, rows.length - 1)]?.querySelector("input")?.focus();
}

/** @param {HTMLElement} field @param {string} text on the rows that were filled in */
export function say(field, text) {
  part(field, ".field-said").textContent = text;
}

/** @param {HTMLElement} field @returns {string} what was said last */
export function said(field) {
  return part(field, ".field-said").textContent ?? "";
}

/** @param {HTMLElement} field @param {string} selector @returns {HTMLElement} */
function part(field, selector) {
  return /** @type {HTMLElement} */ (field.querySelector(selector));
}

/** @param {HTMLElement} field @returns {HTMLElement[]} */
function rowsOf(field) {
  return [...field.querySelectorAll("tbody tr")].map((row) => /** @type {HTMLElement} */ (row));
}

/** @param {HTMLElement} row or all rows of a field @returns {HTMLInputElement[]} */
function cellsOf(row) {
  return /** @type {HTMLInputElement[]} */ ([...row.querySelectorAll(CELLS)]);
}

/** @param {HTMLElement} field @param {number} index @returns {HTMLElement} a copy of the row that the build wrote */
function newRow(field, index) {
  const template = /** @type {HTMLTemplateElement} */ (field.querySelector("template"));
  const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  for (const part of row.querySelectorAll("[id], [aria-label]")) {
    for (const name of ["id", "aria-label"]) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, value.replace("{row}", `${index}`).replace("{number}", `${index + 1}`));
    }
  }
  return row;
}

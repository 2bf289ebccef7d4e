/** The rows of a table field: reading and filling them, and what a paste makes of them. */

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
  return field.querySelector("template")?.content.querySelectorAll("input").length ?? 0;
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
 * @param {string[][]} rows at least one row stays to type in
 * @param {boolean} isReadOnly
 */
export function fillRows(field, rows, isReadOnly) {
  const wanted = rows.length ? rows : [[]];
  const standing = rowsOf(field);
  for (const row of standing.slice(wanted.length)) row.remove();
  const added = wanted.slice(standing.length).map((_, index) => newRow(field, standing.length + index));
  field.querySelector("tbody")?.append(...added);
  rowsOf(field).forEach((row, index) => {
    cellsOf(row).forEach((cell, column) => {
      const text = wanted[index][column] ?? "";
      if (cell.value !== text) cell.value = text;
      cell.readOnly = isReadOnly;
    });
  });
}

/** @param {HTMLElement} field @param {number} row the last row stands for one beyond it */
export function focusRow(field, row) {
  const rows = rowsOf(field);
  rows[Math.min(row, rows.length - 1)]?.querySelector("input")?.focus();
}

/** @param {HTMLElement} field @returns {HTMLElement[]} */
function rowsOf(field) {
  return [...field.querySelectorAll("tbody tr")].map((row) => /** @type {HTMLElement} */ (row));
}

/** @param {HTMLElement} row @returns {HTMLInputElement[]} */
function cellsOf(row) {
  return [...row.querySelectorAll("input")];
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

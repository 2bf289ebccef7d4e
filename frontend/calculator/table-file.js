/** A CSV file that fills a table field: Python finds the rows in it. */

import { python } from "../python/python-client.js";
import { word } from "../shared/words.js";
import { textIn } from "./file-text.js";
import { withPasted } from "./separated-text.js";
import { columnsIn, say, said } from "./table-field.js";

/** @typedef {import("./table-editing.js").Table} Table */

/** Lets a person choose a file, and fills the table with it. @param {Table} table */
export function chooseFile(table) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".csv,.tsv,.txt,text/csv,text/plain";
  input.addEventListener("change", () => input.files?.[0] && openFile(input.files[0], table));
  input.click();
}

/** Drops a file that is not read yet: other rows take its place. @param {HTMLElement} field */
export function dropFile(field) {
  python.withdraw(field);
}

/** @param {File} file @param {Table} table */
async function openFile(file, table) {
  const { field, calculator, lang } = table;
  dropFile(field);
  const parts = { file: file.name };
  const read = await textIn(file);
  if (!read) return say(field, word("calculator.no_table_file", parts));
  const waiting = word("calculator.file_waits", parts);
  say(field, waiting);
  const csv = { field: field.dataset.field, text: read.text };
  const outcome = await python.ask(field, { calculator, lang, csv });
  if (outcome.kind === "answered") {
    const remark = read.isWindows1252 ? word("calculator.windows_1252") : "";
    say(field, [fill(table, file, JSON.parse(outcome.response)), remark].join(" ").trim());
  } else if (outcome.kind === "rejected") say(field, word("calculator.file_not_read", parts));
  else if (said(field) === waiting) say(field, "");
}

/**
 * @param {Table} table
 * @param {File} file
 * @param {{rows?: string[][], note?: string, fault?: string}} response
 * @returns {string} what is to be said about it
 */
function fill({ field, edit }, file, { rows = [], note = "", fault }) {
  if (fault) return fault;
  if (!rows.length) return word("calculator.no_table_file", { file: file.name });
  const fitted = withPasted([], { row: 0, column: 0 }, rows, columnsIn(field));
  edit(fitted.rows);
  return [rowsFilled(rows.length, fitted.leftOut), note].join(" ").trim();
}

/** @param {number} rows @param {number} leftOut columns without a place @returns {string} what is said of new rows */
export function rowsFilled(rows, leftOut) {
  const filled = word("calculator.rows_filled", { rows });
  return leftOut ? `${filled} ${word("calculator.columns_left_out", { columns: leftOut })}` : filled;
}

/** Cells from a spreadsheet: every cell stays as it was typed. */

import assert from "node:assert/strict";
import test from "node:test";

import { rowsOfClipboard, withPasted } from "../../frontend/calculator/separated-text.js";

test("a copied block is rows of cells, and a single cell is no block", () => {
  assert.deepEqual(rowsOfClipboard("1.000\t5,5%\r\n2.000\t\r\n"), [["1.000", "5,5%"], ["2.000", ""]]);
  assert.deepEqual(rowsOfClipboard("\t5"), [["", "5"]]);
  assert.equal(rowsOfClipboard("1.234,5"), null);
  assert.equal(rowsOfClipboard("1.234,5\r\n"), null);
  assert.equal(rowsOfClipboard(""), null);
});

test("quotes hold tabs, line breaks and doubled quotes", () => {
  assert.deepEqual(rowsOfClipboard('"a\tb"\tc'), [["a\tb", "c"]]);
  assert.deepEqual(rowsOfClipboard('"2\n3"\t"say ""yes"""\n4\t5'), [["2\n3", 'say "yes"'], ["4", "5"]]);
});

test("a quote that does not close is a sign like any other", () => {
  assert.deepEqual(rowsOfClipboard('5" pipe\t2\n"x\t3'), [['5" pipe', "2"], ['"x', "3"]]);
});

test("a paste fills cells from where it lands and adds rows; columns without a place are counted", () => {
  const before = [["a", "b"], ["c", "d"]];
  const { rows, leftOut } = withPasted(before, { row: 1, column: 1 }, [["1", "2"], ["3"]], 2);
  assert.deepEqual(rows, [["a", "b"], ["c", "1"], ["", "3"]]);
  assert.equal(leftOut, 1);
  assert.deepEqual(before, [["a", "b"], ["c", "d"]]);
  assert.deepEqual(withPasted([], { row: 0, column: 0 }, [["1"]], 2), { rows: [["1", ""]], leftOut: 0 });
});

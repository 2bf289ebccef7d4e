/** The bytes of a file become text, or nothing. */

import assert from "node:assert/strict";
import test from "node:test";

import { textIn } from "../../frontend/calculator/file-text.js";

test("a file is UTF-8, else what Windows writes", async () => {
  assert.deepEqual(await textIn(new Blob(["Café;€ 1"])), { text: "Café;€ 1", isWindows1252: false });
  const windows = Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x3b, 0x31);
  assert.deepEqual(await textIn(new Blob([windows])), { text: "Café;1", isWindows1252: true });
  assert.deepEqual(await textIn(new Blob([])), { text: "", isWindows1252: false });
});

test("a workbook and a file of more than 2 MB are no text", async () => {
  assert.equal(await textIn(new Blob(["PK\0"])), null);
  assert.notEqual(await textIn(new Blob(["x".repeat(2_000_000)])), null);
  assert.equal(await textIn(new Blob(["x".repeat(2_000_001)])), null);
});

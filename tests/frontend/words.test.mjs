/** The words of scripts, from the block that a page carries. */

import assert from "node:assert/strict";
import test from "node:test";

import { filled, word } from "../../frontend/shared/words.js";

const BLOCK = { drill: { place: "Situation {number} of {all}" }, plain: "Plain" };
Reflect.set(globalThis, "document", {
  getElementById: (/** @type {string} */ id) => (id === "playbook-words" ? { textContent: JSON.stringify(BLOCK) } : null),
});

test("words are found by their key and filled", () => {
  assert.equal(word("drill.place", { number: 3, all: 8 }), "Situation 3 of 8");
  assert.equal(word("plain"), "Plain");
});

test("an unknown key is a fault, also one that names a section", () => {
  for (const key of ["", "drill", "drill.gone", "gone.place", "plain.place"]) {
    assert.throws(() => word(key), /no words for/, key);
  }
});

test("what is filled in is not filled again, and a place without a part stays", () => {
  assert.equal(filled("{a} and {b}, {c}", { a: "{b}", b: "$&" }), "{b} and $&, {c}");
  assert.equal(filled("{toString}", {}), "{toString}");
});

/** The words of scripts, from the block that a page carries. */

import assert from "node:assert/strict";
import test from "node:test";

import { filled, learnWords, word } from "../../frontend/shared/words.js";

/** @type {Record<string, string>} the words in the page that is shown */
let block = { "drill.place": "Situation {number} of {all}", menu: "Menu" };
Reflect.set(globalThis, "document", {
  querySelector: (/** @type {string} */ selector) =>
    selector === "template[data-words]" ? { content: { textContent: JSON.stringify(block) } } : null,
});

test("words are found by their key and filled", () => {
  assert.equal(word("drill.place", { number: 3, all: 8 }), "Situation 3 of 8");
  assert.equal(word("menu"), "Menu");
});

test("an unknown key is a fault, also one that names a section", () => {
  for (const key of ["", "drill", "drill.gone", "gone.place", "menu.place", "toString"]) {
    assert.throws(() => word(key), /no words for/, key);
  }
});

test("words of a page that was shown stay known on the next one, also those that nobody asked for there", () => {
  block = { "worksheet.open": "Open" };
  learnWords();
  block = { "page.load_again": "Try again" };
  assert.equal(word("page.load_again"), "Try again");
  assert.equal(word("worksheet.open"), "Open");
  assert.equal(word("menu"), "Menu");
});

test("what is filled in is not filled again, and a place without a part stays", () => {
  assert.equal(filled("{a} and {b}, {c}", { a: "{b}", b: "$&" }), "{b} and $&, {c}");
  assert.equal(filled("{toString}", {}), "{toString}");
});

/** What search asks for when a reader types, letter by letter. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { askedWords } from "../../frontend/page/asked-words.js";

const COMMON = new Set(["te", "een", "wij", "de", "you"]);
const SAYINGS = ["te duur", "te laat betaald", "Wij betalen pas na 60 dagen"];

/** @param {string} typed */
const asked = (typed) => askedWords(typed, (word) => COMMON.has(word), SAYINGS);

test("a common word does not count beside one that says something", () => {
  assert.equal(asked("een klant"), "klant");
  assert.equal(asked("te duur"), "duur");
  assert.equal(asked("you're angry"), "angry angr");
});

test("a word that has only been begun counts where nothing else was typed", () => {
  assert.equal(asked("duur b"), "duur");
  assert.equal(asked("een k"), "k");
  assert.equal(asked("k"), "k");
});

test("common words that begin what customers say ask for that", () => {
  assert.equal(asked("te"), "duur laat betaald");
  assert.equal(asked("Te D"), "duur");
  assert.equal(asked("wij "), "betalen pas dagen");
});

test("common words alone are asked for as they are", () => {
  assert.equal(asked("de een"), "de een");
  assert.equal(asked("  "), "");
});

test("a word is asked for in its other forms", () => {
  assert.deepEqual(asked("bezwaren").split(" ").slice(0, 2), ["bezwaren", "bezwar"]);
  assert.ok(asked("bezwaren").split(" ").includes("bezwaar"));
  assert.ok(asked("companies").split(" ").includes("compan"));
});

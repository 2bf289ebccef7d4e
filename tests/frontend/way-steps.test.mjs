/** The steps that led to a page, kept in the tab: never trusted. */

import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

import { keepSteps, keptSteps } from "../../frontend/page/way-steps.js";

const STEP = { from: "a/", to: "calculators/b/", place: 0, section: "s", title: "Section", lang: "en" };

/** @param {string | null} text what the browser kept */
function browserThatKept(text) {
  const texts = new Map(text === null ? [] : [["playbook:way-back", text]]);
  Reflect.set(globalThis, "sessionStorage", {
    getItem: (/** @type {string} */ key) => texts.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ kept) => texts.set(key, kept),
    removeItem: (/** @type {string} */ key) => texts.delete(key),
  });
  return texts;
}

afterEach(() => Reflect.deleteProperty(globalThis, "sessionStorage"));

test("steps are kept until there are none", () => {
  const texts = browserThatKept(null);
  assert.deepEqual(keptSteps(), []);
  keepSteps([STEP, { ...STEP, returning: true }]);
  assert.deepEqual(keptSteps(), [STEP, { ...STEP, returning: true }]);
  keepSteps([]);
  assert.equal(texts.size, 0);
});

test("rubbish is no step, and no fault", () => {
  const { from: _, ...withoutFrom } = STEP;
  const rubbish = [null, 1, "x", {}, [null], [1], [[]], [withoutFrom], [{ ...STEP, place: "0" }], [STEP, null]];
  for (const text of ["", "{", ...rubbish.map((found) => JSON.stringify(found))]) {
    browserThatKept(text);
    assert.deepEqual(keptSteps(), [], text);
  }
});

test("a browser that keeps nothing is no fault", () => {
  keepSteps([STEP]);
  assert.deepEqual(keptSteps(), []);
});

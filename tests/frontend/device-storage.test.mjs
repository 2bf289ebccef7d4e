/** Texts kept on the device, in a browser that keeps them and in one that does not. */

import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

import { forgetText, forgetTexts, keepText, keptText } from "../../frontend/shared/device-storage.js";

/** @param {number} room how many signs fit */
function storage(room) {
  const texts = new Map();
  return {
    getItem: (/** @type {string} */ key) => texts.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => {
      if (text.length > room) throw new DOMException("full", "QuotaExceededError");
      texts.set(key, text);
    },
    removeItem: (/** @type {string} */ key) => void texts.delete(key),
  };
}

afterEach(() => Reflect.deleteProperty(globalThis, "localStorage"));

test("a text that is said to be kept comes back, until it is forgotten", () => {
  Reflect.set(globalThis, "localStorage", storage(100));
  assert.equal(keepText("a", "x"), true);
  assert.equal(keptText("a"), "x");
  assert.equal(forgetText("a"), true);
  assert.equal(keptText("a"), null);
});

test("a text that does not fit is not said to be kept, and what was kept before stays", () => {
  Reflect.set(globalThis, "localStorage", storage(3));
  assert.equal(keepText("a", "abc"), true);
  assert.equal(keepText("a", "abcd"), false);
  assert.equal(keptText("a"), "abc");
});

test("a browser that refuses storage is no fault", () => {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get: () => {
      throw new DOMException("refused", "SecurityError");
    },
  });
  assert.equal(keptText("a"), null);
  assert.equal(keepText("a", "x"), false);
  assert.equal(forgetText("a"), false);
  forgetTexts("a");
});

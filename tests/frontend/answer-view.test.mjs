/** What is known of the answer while its calculator is moved in the page. */

import assert from "node:assert/strict";
import test from "node:test";

import { AnswerView } from "../../frontend/calculator/answer-view.js";

const words = { "calculator.example": "Example", "calculator.computing": "Computing", "calculator.no_line": "-" };
const block = { content: { textContent: JSON.stringify(words) } };
Reflect.set(globalThis, "document", { activeElement: null, querySelector: () => block });

/** @returns {any} a calculator's element, as far as a view touches it */
function element() {
  const parts = new Map();
  const part = () => ({ innerHTML: "", textContent: "", hidden: false, setAttribute: () => {}, querySelectorAll: () => [] });
  const querySelector = (/** @type {string} */ selector) => {
    if (!parts.has(selector)) parts.set(selector, part());
    return parts.get(selector);
  };
  return { dataset: {}, querySelector, contains: () => false };
}

test("a figure typed just before the element is moved is still to be answered", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const view = new AnswerView(element());
  assert.equal(view.isSettled, true);
  view.changed({ isLive: true, isWhole: false });
  view.leave();
  assert.equal(view.isSettled, false);
  view.changed({ isLive: true, isWhole: false });
  context.mock.timers.tick(1000);
  assert.equal(view.calculator.dataset.answer, "waiting");
  view.reset();
  assert.equal(view.isSettled, true);
});

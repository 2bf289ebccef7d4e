/** What the answer on the page is worth: no state leaves a verdict unmarked beside other figures. */

import assert from "node:assert/strict";
import test from "node:test";

import { EXAMPLE, answered, failed, refused, waiting } from "../../frontend/calculator/answer-state.js";

const OWN = answered(false);

test("the example's answer is hidden as soon as it cannot follow the figures at once", () => {
  assert.deepEqual(waiting(EXAMPLE, { isLive: false, isWhole: false }), { answer: "waiting", shown: "none" });
  assert.deepEqual(waiting(EXAMPLE, { isLive: true, isWhole: true }), { answer: "waiting", shown: "none" });
  assert.deepEqual(waiting(EXAMPLE, { isLive: true, isWhole: false }), { answer: "waiting", shown: "example" });
});

test("an answer of the reader's stands marked while the next one comes, unless all figures were replaced", () => {
  assert.deepEqual(waiting(OWN, { isLive: false, isWhole: false }), { answer: "waiting", shown: "own" });
  assert.equal(waiting(OWN, { isLive: true, isWhole: true }).shown, "none");
});

test("a refusal or a failure never leaves the example's answer standing", () => {
  for (const end of [refused, failed]) {
    for (const shown of ["example", "none"]) assert.equal(end({ answer: "waiting", shown }).shown, "none");
    assert.equal(end({ answer: "waiting", shown: "own" }).shown, "own");
  }
});

test("an answer to the example's figures is the example's", () => {
  assert.deepEqual(answered(true), EXAMPLE);
  assert.deepEqual(answered(false), { answer: "answered", shown: "own" });
});

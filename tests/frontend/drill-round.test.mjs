/** The code of a round, and the fragment that names it. */

import assert from "node:assert/strict";
import test from "node:test";

import { codeFrom, codeIn, isRound, newCode, roundFragment } from "../../frontend/practice/drill-round.js";

test("a code is 1 to 12 letters and digits, whatever their case, and nothing else", () => {
  assert.equal(codeFrom(" Les4 "), "les4");
  assert.equal(codeFrom("één2"), "één2");
  assert.equal(codeFrom("a".repeat(12)), "a".repeat(12));
  for (const text of ["", " ", "a".repeat(13), "les 4", "<b>", "les-4"]) assert.equal(codeFrom(text), "");
});

test("a fragment gives back the code that it was made of", () => {
  for (const code of ["les4", "één2", "团队7"]) assert.equal(codeIn(roundFragment(code)), code);
});

test("a fragment that is no round is never taken for one", () => {
  for (const hash of ["", "#case-asks-price", "#round", "#rounds=les4", "#calculator=x"]) {
    assert.equal(isRound(hash), false, hash);
    assert.equal(codeIn(hash), "");
  }
});

test("a broken round is a round without a code", () => {
  for (const hash of ["#round=", "#round=%E0%A4%A", "#round=%3Cscript%3E", `#round=${"a".repeat(1e5)}`]) {
    assert.equal(isRound(hash), true);
    assert.equal(codeIn(hash), "");
  }
});

test("a new code is a code, and holds no signs that look alike", () => {
  for (let count = 0; count < 200; count += 1) {
    const code = newCode();
    assert.equal(codeFrom(code), code);
    assert.doesNotMatch(code, /[01ilo]/);
  }
});

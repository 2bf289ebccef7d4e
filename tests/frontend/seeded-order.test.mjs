/** An order that follows from a code, the same for a whole class. */

import assert from "node:assert/strict";
import test from "node:test";

import { seededOrder } from "../../frontend/practice/seeded-order.js";

const CASES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

test("a code gives the order that it always gave", () => {
  // A trainer's slides hold codes of years ago: this order may never change.
  assert.equal(seededOrder("les4", CASES).join(""), "jbcfdhiaeg");
  assert.equal(seededOrder("abc1", CASES).join(""), "cidafebjhg");
});

test("every entry stays in it once, and what was given is left alone", () => {
  for (const code of ["", "x", "les4", "é".repeat(12)]) {
    assert.deepEqual([...seededOrder(code, CASES)].sort(), CASES);
  }
  assert.equal(CASES.join(""), "abcdefghij");
});

test("codes give different orders, and each entry comes first with some of them", () => {
  const codes = Array.from({ length: 400 }, (_, number) => `c${number}`);
  const orders = codes.map((code) => seededOrder(code, CASES));
  assert.ok(new Set(orders.map((order) => order.join(""))).size > 390);
  assert.deepEqual([...new Set(orders.map((order) => order[0]))].sort(), CASES);
});

test("nothing and one entry are no special cases", () => {
  assert.deepEqual(seededOrder("les4", []), []);
  assert.deepEqual(seededOrder("les4", ["a"]), ["a"]);
});

/** The way to a calculator that builds up a figure, and back with its answer. */

import assert from "node:assert/strict";
import test from "node:test";

import { forgetReturn, keepReturn, keptReturn, withTaken } from "../../frontend/calculator/build-up.js";
import { localDay } from "../../frontend/shared/local-day.js";

const WRITTEN = { lang: "nl", values: { revenue: "1.000", cost: "500,50" }, written_in: { cost: "en" } };
const WAY = { builder: "b", page: "p/", calculator: "c", target: "c--cost", written: WRITTEN, takes: { "": "cost" }, isBack: false };

/** @param {Map<string, string>} texts */
const storeOf = (texts) => () => ({
  getItem: (name) => texts.get(name) ?? null,
  setItem: (name, text) => texts.set(name, text),
  removeItem: (name) => texts.delete(name),
});

test("the answer takes its field, in its language, and everything else stays", () => {
  assert.deepEqual(withTaken(WRITTEN, { cost: { text: "282,61", lang: "nl" } }), {
    lang: "nl",
    values: { revenue: "1.000", cost: "282,61" },
    written_in: {},
  });
  assert.deepEqual(withTaken(WRITTEN, { cost: { text: "282.61", lang: "en" } }).written_in, { cost: "en" });
  assert.equal(WRITTEN.values.cost, "500,50");
});

test("the return is kept until it was made", () => {
  const store = storeOf(new Map());
  assert.equal(keptReturn(store), null);
  keepReturn(store, WAY);
  assert.deepEqual(keptReturn(store), WAY);
  forgetReturn(store);
  assert.equal(keptReturn(store), null);
});

test("a way that cannot be read is no way", () => {
  for (const text of ["", "{", "[]", "{}", '{"builder":1}', JSON.stringify({ ...WAY, written: null }), JSON.stringify({ ...WAY, takes: [] })]) {
    assert.equal(keptReturn(storeOf(new Map([["playbook:return-to-form", text]]))), null, text);
  }
  const refusing = () => {
    throw new Error("SecurityError");
  };
  keepReturn(refusing, WAY);
  forgetReturn(refusing);
  assert.equal(keptReturn(refusing), null);
});

test("today is the day of the reader's calendar", () => {
  assert.equal(localDay(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
  assert.equal(localDay(new Date(2026, 10, 25, 0, 0)), "2026-11-25");
});

/** Figures behind the # of a link: what goes out comes back, and nothing else is taken for figures. */

import assert from "node:assert/strict";
import test from "node:test";

import { figuresFragment, linkedCalculator, linkedFigures } from "../../frontend/calculator/figures-link.js";

const field = (kind, more = {}) => ({ kind, choices: [], columns: 0, onlyWhen: null, ...more });
const SHAPE = new Map([
  ["revenue", field("money")],
  ["method", field("choice", { choices: ["days", "hours"] })],
  ["name", field("text")],
  ["segments", field("table", { columns: 3 })],
]);
const linked = (hash) => linkedFigures(hash, "plan", SHAPE);

test("every text goes out and comes back as it was, with its language", () => {
  const odd = ["27,5%", "a;b:c&d=e#f", "één “x”\n\ty\r\n", "100 % + 1", "%25", "", "~", "'", "<b>", "👍"];
  const written = {
    lang: "nl",
    values: { revenue: "60.000", name: odd.join("|"), method: "days", segments: [odd.slice(0, 3), odd.slice(3, 6), odd.slice(6, 9)] },
    written_in: { revenue: "en" },
  };
  const fragment = figuresFragment("plan", written);
  // As the address bar gives it back.
  const hash = new URL(`https://playbook.test/#${fragment}`).hash;
  assert.deepEqual(linked(hash), { kind: "figures", written, refused: [] });
});

test("a link reads as figures to a person", () => {
  const written = { lang: "nl", values: { revenue: "60.000", segments: [["A", "20", "1"]] }, written_in: { segments: "en" } };
  assert.equal(figuresFragment("plan", written), "~calculator=plan&lang=nl&revenue=60.000&segments.en=A:20:1");
});

test("a contents link never holds figures, whatever its heading is called", () => {
  for (const hash of ["", "#", "#method", "#revenue", "#revenue=1", "#calculator", "#~calculator", "#method&lang=nl", "#round=les4"]) {
    assert.deepEqual(linked(hash), { kind: "none" }, hash);
    assert.equal(linkedCalculator(hash), null, hash);
  }
});

test("the figures of another calculator are not ours", () => {
  assert.deepEqual(linked("#~calculator=other&lang=nl&revenue=1"), { kind: "none" });
  assert.equal(linkedCalculator("#~calculator=other&lang=nl"), "other");
});

test("a mark that a chat program escaped is still the mark", () => {
  assert.equal(linked("#%7Ecalculator=plan&lang=nl&revenue=1").kind, "figures");
});

test("links of the first edition still open", () => {
  const rows = "Key%2520accounts%3A20%3A1%252C5%3BB%3A3%3A2";
  const found = linked(`#calculator=plan&lang=en&revenue=60%2C000&name=a+b%25&segments=${rows}`);
  const values = { revenue: "60,000", name: "a b%", segments: [["Key accounts", "20", "1,5"], ["B", "3", "2"]] };
  assert.deepEqual(found, { kind: "figures", written: { lang: "en", values, written_in: {} }, refused: [] });
});

test("what is not understood is named, and the rest is used", () => {
  const found = linked("#~calculator=plan&lang=nl&revenue=5&method=weeks&colour=red&segments=a:b:c:d&name=%E0%A4%A&name.xx=1");
  assert.equal(found.kind, "figures");
  assert.deepEqual(found.written.values, { revenue: "5" });
  assert.deepEqual(found.refused.sort(), ["colour", "method", "name", "segments"]);
});

test("long texts, too many rows and short rows are kept, for Python to say what is wrong", () => {
  const rows = Array.from({ length: 500 }, (_, number) => `r${number}:1`).join(";");
  const found = linked(`#~calculator=plan&lang=nl&name=${"x".repeat(5000)}&segments=${rows}`);
  assert.equal(found.written.values.name.length, 5000);
  assert.equal(found.written.values.segments.length, 500);
  assert.deepEqual(found.written.values.segments[7], ["r7", "1", ""]);
});

test("a link without a language, or of an absurd size, cannot be read", () => {
  for (const hash of ["#~calculator=plan&revenue=1.000", "#~calculator=plan&lang=xx&revenue=1", "#calculator=plan&revenue=1"]) {
    assert.deepEqual(linked(hash), { kind: "unreadable" }, hash);
  }
  for (const size of [100_001, 400_000]) {
    assert.deepEqual(linked(`#~calculator=plan&lang=nl&name=${"x".repeat(size)}`), { kind: "unreadable" });
  }
  assert.equal(figuresFragment("plan", { lang: "nl", values: { name: "é".repeat(50_000) }, written_in: {} }), null);
});

test("no fragment throws or reaches beyond the fields", () => {
  const hostile = ["__proto__=1", "constructor=x", "__proto__.en=1", "toString=1", "%=1", "%E0%A4%A=1", "=", "&&&", "lang", "revenue.constructor=1", "revenue.=1", "segments=;;::;", "revenue=%00"];
  for (const text of hostile) {
    for (const key of ["~calculator", "calculator"]) {
      const found = linked(`#${key}=plan&lang=nl&${text}`);
      assert.notEqual(found.kind, "none");
      if (found.kind === "figures") assert.ok(Object.keys(found.written.values).every((name) => SHAPE.has(name)), text);
    }
  }
  assert.equal({}.en, undefined);
});

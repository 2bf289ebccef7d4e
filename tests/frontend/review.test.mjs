/** Kept reviews: what comes out of the browser's storage, names, and whether two texts are the same. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { askedIn, checkedReview, freeName, isSameText, latestFirst } from "../../frontend/reviews/review.js";
import { fileNameOf } from "../../frontend/shared/save-file.js";

const shape = new Map([
  ["revenue", { kind: "money", choices: [], columns: 0, onlyWhen: null }],
  ["visits", { kind: "whole", choices: [], columns: 0, onlyWhen: null }],
  ["basis", { kind: "choice", choices: ["all", "each"], columns: 0, onlyWhen: null }],
  ["ladder", { kind: "table", choices: [], columns: 2, onlyWhen: null }],
]);
const written = { lang: "nl", values: { revenue: "1.000", visits: "6", basis: "each", ladder: [["0", "5"]] }, written_in: {} };
const kept = { id: "x", calculator: "review", name: "Vos 2025", kept: 1, answer: { nl: "€ 1", en: 2 }, written };

test("what is kept comes back as it was", () => {
  const review = checkedReview(shape, "a", kept);
  assert.deepEqual(review?.written, written);
  assert.deepEqual([review?.id, review?.name, review?.answer, review?.refused], ["a", "Vos 2025", { nl: "€ 1" }, []]);
});

test("what is no review is none, whatever it holds", () => {
  const broken = [
    null, 3, "text", [], {}, { ...kept, name: " " }, { ...kept, name: 3 }, { ...kept, kept: "1" }, { ...kept, kept: NaN },
    { ...kept, calculator: undefined }, { ...kept, written: null }, { ...kept, written: { ...written, lang: "de" } },
  ];
  for (const found of broken) assert.equal(checkedReview(shape, "a", found), null, JSON.stringify(found));
});

test("a field that was not asked then stays blank, and one that is gone is named", () => {
  const earlier = { ...kept, written: { lang: "en", values: { revenue: "1", gone: "2", visits: 3 }, written_in: {} } };
  const review = checkedReview(shape, "a", earlier);
  assert.deepEqual(review?.written.values, { revenue: "1", visits: "", ladder: [] });
  assert.deepEqual(review?.refused, ["gone", "visits"]);
});

test("a name that is taken gets a number", () => {
  assert.equal(freeName(" Vos ", []), "Vos");
  assert.equal(freeName("Vos", ["Vos", "Vos (2)"]), "Vos (3)");
  assert.equal(freeName("Vos", ["Vos (2)"]), "Vos");
  assert.ok(freeName("x".repeat(500), [freeName("x".repeat(500), [])]).length <= 100);
});

test("a file has a name that every system takes", () => {
  const names = [
    ["Café Zoë & Zn.", "Cafe-Zoe-Zn"], ["../../etc/passwd", "etc-passwd"], ["CON", "CON"], ['a<b>:"|?*\\', "a-b"],
    ["客户", "account_review"], ["", "account_review"], ["x".repeat(500), "x".repeat(60)], ["‮Vos", "Vos"],
  ];
  for (const [name, expected] of names) assert.equal(fileNameOf(name, "account_review", "2026-11-26", "json"), `${expected}-2026-11-26.json`);
});

test("a question in another language says what each text is written in", () => {
  const asked = askedIn({ ...written, written_in: { revenue: "en" } }, "en");
  assert.equal(asked.lang, "en");
  assert.deepEqual(asked.written_in, { revenue: "en", visits: "nl", basis: "nl", ladder: "nl" });
});

test("the same texts are the same in any order, and not under another customer or language", () => {
  const { ladder, ...others } = written.values;
  assert.ok(isSameText(written, { ...written, values: { ladder, ...others } }));
  assert.ok(!isSameText(written, { ...written, customer: "Vos" }));
  assert.ok(!isSameText(written, { ...written, lang: "en" }));
  assert.ok(!isSameText(written, { ...written, values: { ...written.values, visits: "7" } }));
});

test("what was kept last stands first, and what was kept together by name", () => {
  const names = (/** @type {[string, number][]} */ pairs) =>
    latestFirst(pairs.map(([name, moment]) => ({ ...kept, answer: {}, name, kept: moment }))).map(({ name }) => name);
  assert.deepEqual(names([["b", 1], ["c", 2], ["a", 1]]), ["c", "a", "b"]);
});

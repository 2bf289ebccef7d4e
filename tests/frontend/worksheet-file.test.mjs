/** A worksheet as text: what goes in comes back, and a broken part takes nothing else with it. */

import assert from "node:assert/strict";
import test from "node:test";

import { fileOf, placedValues, valuesIn } from "../../frontend/worksheet/worksheet-file.js";

const HEAD = { format: "sales-playbook-worksheet", version: 1, worksheet: "contact-map" };

test("what was filled in comes back, whatever it is and however long", () => {
  const values = {
    customer: "Terpstra & Zn <b>",
    long: "x".repeat(20001),
    longer: "é\n".repeat(500000),
    half: "\ud83d",
    ["__proto__"]: "a name like any other",
  };
  assert.deepEqual(valuesIn(fileOf("contact-map", values)), { worksheet: "contact-map", values, broken: 0 });
});

test("a value that is no text is left out and counted, and the rest stays", () => {
  const text = JSON.stringify({ ...HEAD, values: { customer: "Vos", a: 1, b: null, c: ["x"], d: { e: "f" } } });
  assert.deepEqual(valuesIn(text), { worksheet: "contact-map", values: { customer: "Vos" }, broken: 4 });
});

test("what is no worksheet is refused", () => {
  const others = [
    "",
    "not a sheet",
    "null",
    "[]",
    "3",
    JSON.stringify({ ...HEAD, values: null }),
    JSON.stringify({ ...HEAD, values: ["x"] }),
    JSON.stringify({ ...HEAD, version: 2, values: {} }),
    JSON.stringify({ ...HEAD, worksheet: 3, values: {} }),
    JSON.stringify({ ...HEAD, format: "other", values: {} }),
    "[".repeat(200000),
  ];
  for (const text of others) assert.throws(() => valuesIn(text), Error, text.slice(0, 40));
});

test("texts without a place in the sheet are told from those with one", () => {
  const places = new Map([
    ["customer", null],
    ["board", ["", "cold", "warm"]],
  ]);
  const values = { customer: "Vos", board: "hot", gone: "x", ["__proto__"]: "y" };
  const { placed, left } = placedValues(values, places);
  assert.deepEqual(placed, { customer: "Vos" });
  assert.deepEqual(Object.entries(left), [["board", "hot"], ["gone", "x"], ["__proto__", "y"]]);
  assert.deepEqual(placedValues({ board: "cold" }, places), { placed: { board: "cold" }, left: {} });
});

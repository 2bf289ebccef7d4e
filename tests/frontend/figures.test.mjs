/** The figures of a calculator: a text never leaves the language it was written in. */

import assert from "node:assert/strict";
import test from "node:test";

import { Figures } from "../../frontend/calculator/figures.js";

const field = (kind, more = {}) => ({ kind, choices: [], columns: 0, onlyWhen: null, ...more });
const SHAPE = new Map([
  ["revenue", field("money")],
  ["visits", field("whole")],
  ["method", field("choice", { choices: ["days", "hours"] })],
  ["hours", field("number", { onlyWhen: ["method", "hours"] })],
  ["ladder", field("table", { columns: 2 })],
]);
const EXAMPLE = { revenue: "60,000", visits: "24", method: "days", hours: "1.5", ladder: [["0", "2.5"]] };

/** An English page whose reader typed before in Dutch. */
function restored(values) {
  const figures = new Figures(SHAPE, "en", EXAMPLE);
  figures.restore({ lang: "nl", values, written_in: {} });
  return figures;
}

test("what the build wrote is the example, in the language of the page", () => {
  const figures = new Figures(SHAPE, "en", EXAMPLE);
  assert.equal(figures.isExample, true);
  assert.deepEqual(figures.whole(), { lang: "en", values: EXAMPLE, written_in: {} });
  assert.deepEqual(figures.toKeep(), { lang: "en", values: {}, written_in: {} });
  figures.edit("visits", "25");
  assert.equal(figures.isExample, false);
  assert.deepEqual(figures.toKeep(), { lang: "en", values: { ...EXAMPLE, visits: "25" }, written_in: {} });
  figures.reset();
  assert.equal(figures.isExample, true);
});

test("a text that was written for the reader is in the language of the page, and ours", () => {
  const figures = restored({ revenue: "98.765" });
  figures.write("revenue", "60,500");
  assert.equal(figures.isForeign("revenue"), false);
  assert.equal(figures.isOurs("revenue"), true);
  figures.edit("revenue", "−60,500");
  assert.equal(figures.isOurs("revenue"), true);
  figures.edit("revenue", "60,501");
  assert.equal(figures.isOurs("revenue"), false);
});

test("editing one field leaves the language of another alone", () => {
  const figures = restored({ revenue: "98.765" });
  figures.edit("visits", "30");
  assert.equal(figures.counting().values.revenue, "98.765");
  assert.deepEqual(figures.counting().written_in, { revenue: "nl" });
});

test("marks that are left of a text stay in its language, until it is emptied or holds digits only", () => {
  const figures = restored({ revenue: "98.765" });
  figures.edit("revenue", "98.76");
  assert.equal(figures.isForeign("revenue"), true);
  figures.edit("revenue", "98");
  figures.edit("revenue", "98.5");
  assert.equal(figures.isForeign("revenue"), false);
  const emptied = restored({ revenue: "98.765" });
  emptied.edit("revenue", "");
  emptied.edit("revenue", "1,234.50");
  assert.equal(emptied.isForeign("revenue"), false);
});

test("digits, choices and words are the same in every language", () => {
  const figures = restored({ visits: "12", method: "hours", revenue: "veel" });
  assert.deepEqual(figures.whole().written_in, {});
});

test("a table is one unit: one foreign cell makes it foreign, an emptied one is the page's", () => {
  const figures = restored({ ladder: [["0", "0"], ["10.000", "5"]] });
  assert.equal(figures.isForeign("ladder"), true);
  figures.edit("ladder", [["10.000", "5"]]);
  assert.equal(figures.isForeign("ladder"), true);
  figures.edit("ladder", []);
  assert.equal(figures.isForeign("ladder"), false);
});

test("what Python wrote anew is in the language of the page, and is not asked back", () => {
  const figures = restored({ revenue: "98.765", ladder: [["1.000", "5"]] });
  figures.retype({ revenue: "98,765", ladder: [["1,000", "5"]] }, figures.counting());
  assert.deepEqual(figures.counting().written_in, {});
  assert.equal(figures.text("revenue"), "98,765");
  assert.equal(figures.isOurs("revenue"), true);
  assert.equal(figures.isOurs("ladder", 0, 0), true);
  figures.edit("revenue", "98,766");
  assert.equal(figures.isOurs("revenue"), false);
});

test("what was typed since the question is never overwritten by its answer", () => {
  const figures = restored({ revenue: "98.765" });
  const asked = figures.counting();
  figures.edit("revenue", "98.7654");
  figures.retype({ revenue: "98,765" }, asked);
  assert.equal(figures.text("revenue"), "98.7654");
  assert.equal(figures.isForeign("revenue"), true);
});

test("a field that does not count is kept, but neither asked nor linked", () => {
  const figures = new Figures(SHAPE, "en", EXAMPLE);
  figures.edit("hours", "2.25");
  assert.equal("hours" in figures.counting().values, false);
  assert.equal(figures.whole().values.hours, "2.25");
  figures.edit("method", "hours");
  assert.equal(figures.counting().values.hours, "2.25");
});

test("restoring starts from the example, and a field may have a language of its own", () => {
  const figures = restored({ revenue: "1.000", visits: "3" });
  figures.restore({ lang: "en", values: { revenue: "7.000" }, written_in: { revenue: "nl" } });
  assert.equal(figures.text("visits"), "24");
  assert.equal(figures.isForeign("revenue"), true);
});

test("the example in another language is not the example", () => {
  const figures = restored({ revenue: "60,000" });
  assert.equal(figures.isExample, false);
});

test("the customer's name goes along with all figures, and into no question and no link", () => {
  const figures = new Figures(SHAPE, "en", EXAMPLE);
  figures.customer = "Terpstra";
  assert.equal(figures.whole().customer, "Terpstra");
  assert.equal(figures.toKeep().customer, "Terpstra");
  assert.equal("customer" in figures.counting(), false);
  const own = figures.whole();
  figures.reset();
  assert.equal(figures.customer, "");
  figures.restore(own);
  assert.equal(figures.customer, "Terpstra");
  figures.restore({ lang: "en", values: EXAMPLE, written_in: {} });
  assert.equal(figures.customer, "");
});

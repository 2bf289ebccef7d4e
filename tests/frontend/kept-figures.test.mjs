/** What is kept in the tab: by page and calculator, and never trusted. */

import assert from "node:assert/strict";
import test from "node:test";

import { KeptFigures, keyOf } from "../../frontend/calculator/kept-figures.js";

const SHAPE = new Map([["revenue", { kind: "money", choices: [], columns: 0, onlyWhen: null }]]);
const written = (revenue) => ({ lang: "nl", values: { revenue }, written_in: {} });

/** A browser's storage, as Node 20 has none. */
class Memory extends Map {
  getItem = (name) => this.get(name) ?? null;
  setItem = (name, text) => this.set(name, text);
  removeItem = (name) => this.delete(name);
  key = (index) => [...this.keys()][index] ?? null;
  get length() {
    return this.size;
  }
}

const kept = (store, page = "accounts/a/", calculator = "visit_cost") => new KeptFigures(() => store, page, calculator, SHAPE);

test("figures are kept for one calculator on one page", () => {
  const store = new Memory();
  kept(store).keep(written("1"));
  assert.deepEqual(kept(store).kept()?.written, written("1"));
  assert.equal(kept(store, "accounts/b/").kept(), null);
  assert.equal(kept(store, "accounts/a/", "visit_plan").kept(), null);
  kept(store).forget();
  assert.equal(kept(store).found(), null);
});

test("figures typed last on another page can be offered", () => {
  const store = new Memory();
  assert.equal(kept(store).elsewhere(), null);
  kept(store, "b/").keep(written("2"));
  kept(store, "c/").keep(written("3"));
  store.set(keyOf("c/", "visit_cost"), JSON.stringify({ ...written("3"), kept: Date.now() + 1000 }));
  kept(store, "d/", "visit_plan").keep(written("4"));
  kept(store).keep(written("1"));
  const found = kept(store).elsewhere();
  assert.equal(found?.page, "c/");
  assert.deepEqual(found?.written, written("3"));
});

test("a link keeps the reader's own figures behind it, also when it is opened twice and written anew", () => {
  const store = new Memory();
  kept(store).keep(written("1"));
  kept(store).keepLinked(written("9"), "#link");
  kept(store).keepAgain(written("9,0"));
  kept(store).keepLinked(written("9"), "#link");
  assert.deepEqual(kept(store).kept()?.before, written("1"));
  assert.equal(kept(store).kept()?.link, "#link");
  kept(store).keep(written("10"));
  assert.equal(kept(store).kept()?.before, null);
  assert.equal(kept(store).kept()?.link, "");
});

test("the reader's own figures outlive a second link, and figures of a link are never taken for theirs", () => {
  const store = new Memory();
  kept(store).keepLinked(written("8"), "#first");
  kept(store).keepLinked(written("9"), "#second");
  assert.equal(kept(store).kept()?.before, null);
  kept(store).keep(written("1"));
  kept(store).keepLinked(written("8"), "#first");
  kept(store).keepLinked(written("9"), "#second");
  assert.deepEqual(kept(store).kept()?.before, written("1"));
});

test("hostile or broken texts are unreadable, never a fault", () => {
  const texts = ["", "{", "null", "[]", "1", '{"lang":"nl"}', '{"lang":"xx","values":{}}', '{"lang":"nl","values":[]}'];
  for (const text of texts) {
    const store = new Memory([[keyOf("accounts/a/", "visit_cost"), text]]);
    assert.equal(kept(store).found(), "unreadable", text);
    assert.equal(kept(store).kept(), null);
    assert.equal(kept(store, "b/").elsewhere(), null);
  }
  const store = new Memory([[keyOf("accounts/a/", "visit_cost"), '{"lang":"nl","values":{"__proto__":"1","revenue":5,"x":"1"}}']]);
  assert.deepEqual(kept(store).kept()?.written.values, {});
});

test("a browser without storage, or without room, is no fault", () => {
  const refusing = () => {
    throw new Error("SecurityError");
  };
  const none = new KeptFigures(refusing, "a/", "visit_cost", SHAPE);
  none.keep(written("1"));
  none.keepLinked(written("1"), "#x");
  none.forget();
  assert.equal(none.found(), null);
  assert.equal(none.elsewhere(), null);
});

test("the customer's name is kept with its figures, and given to no others", () => {
  const store = new Memory();
  kept(store).keep(written("1"));
  kept(store).keepAgain({ ...written("1"), customer: "Terpstra" });
  assert.equal(kept(store).customerOf(written("1")), "Terpstra");
  assert.equal(kept(store).customerOf(written("2")), "");
  kept(store).keepLinked(written("9"), "#link");
  assert.equal(kept(store).customerOf(written("9")), "");
  assert.equal(kept(store).kept()?.before?.customer, "Terpstra");
});

test("a name that was given to the example is kept alone, and is nobody's figures", () => {
  const store = new Memory();
  const named = { lang: "nl", values: {}, written_in: {}, customer: "Terpstra" };
  kept(store).keepAgain(named);
  assert.deepEqual(kept(store).kept()?.written, named);
  assert.equal(kept(store, "b/").elsewhere(), null);
  kept(store).keepLinked(written("9"), "#link");
  assert.equal(kept(store).kept()?.before, null);
  kept(store).keep(named);
  kept(store).keepAgain({ ...named, customer: "" });
  assert.equal(kept(store).found(), null);
});

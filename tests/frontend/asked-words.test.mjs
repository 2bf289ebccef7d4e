/** What search asks for when a reader types, letter by letter. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { askedWords, seenTerms } from "../../frontend/page/asked-words.js";

const COMMON = new Set(["te", "een", "de", "you", "is", "the"]);
const PLACES = [
  ["=te_duur", "=jullie_zijn_te_duur"],
  ["=te_laat_betaald", "=betaaltermijn"],
  ["=grote_klanten"],
  ["=another_price_increase"],
  ["=is_the_prijs"],
];

/** @param {string} typed @returns {string[]} */
const asked = (typed) => askedWords(typed, (word) => COMMON.has(word), PLACES).split(" ");
/** @param {string} typed @returns {string[]} the phrases among it */
const leads = (typed) => asked(typed).filter((part) => part.startsWith("="));
/** @param {string} typed @returns {string[]} the words among it */
const words = (typed) => asked(typed).filter((part) => !part.startsWith("="));

test("a common word does not count beside one that says something", () => {
  assert.deepEqual(words("een brug"), ["brug^4", "brug"]);
  assert.deepEqual(words("you're angry"), ["angry^4", "angry", "angr"]);
});

test("a short word that is finished is not the beginning of another one", () => {
  assert.deepEqual(words("wij kopen"), ["wij^4", "kopen^4", "kopen", "kop", "koop"]);
  assert.deepEqual(words("wij "), ["wij^4"]);
  assert.deepEqual(words("wij"), ["wij^4", "wij"]);
});

test("common words find nothing inside other words", () => {
  assert.deepEqual(asked("de een"), ["de^1", "een^1"]);
});

test("a word that has only been begun counts where nothing else was typed", () => {
  assert.deepEqual(words("brug b"), ["brug^4"]);
  assert.deepEqual(asked("een k"), ["k"]);
});

test("common words that begin phrases ask for those", () => {
  assert.deepEqual(asked("te"), ["=te_duur^10", "=te_laat_betaald^10"]);
  assert.deepEqual(asked("Te D"), ["=te_duur^10"]);
});

test("a whole phrase counts most, in small letters and without signs", () => {
  assert.deepEqual(leads("Te duur!"), ["=te_duur^10"]);
  assert.deepEqual(leads("“Jullie zijn te duur.”"), ["=jullie_zijn_te_duur^10"]);
});

test("a phrase leads where its words are among those typed, or the other way round", () => {
  assert.deepEqual(leads("dit is mij veel te duur"), ["=te_duur^1"]);
  assert.deepEqual(leads("klant"), ["=grote_klanten^3"]);
  assert.deepEqual(leads("kleine klanten"), []);
});

test("common words of a phrase count for little, and yet for something", () => {
  assert.deepEqual(leads("prijs"), ["=is_the_prijs^4"]);
  assert.deepEqual(leads("the prijs"), ["=is_the_prijs^7"]);
  assert.deepEqual(leads("is the prijs"), ["=is_the_prijs^10"]);
});

test("a word that is being typed leads by its beginning, but only while it says no more than the phrase", () => {
  assert.deepEqual(leads("betaalterm"), ["=betaaltermijn^6"]);
  assert.deepEqual(leads("korte betaalterm"), []);
});

test("each place has one phrase at most", () => {
  assert.equal(leads("duur").length, 1);
});

test("a word is asked for in its other forms", () => {
  assert.deepEqual(words("bezwaren"), ["bezwaren^4", "bezwaren", "bezwar", "bezwaar"]);
  assert.ok(words("companies").includes("compan"));
  assert.ok(words("prijzen").includes("prijs"));
  assert.ok(words("brieven").includes("brief"));
});

test("signs that mean something to the engine are no part of a word", () => {
  assert.deepEqual(words("key-account +tag:x~2 bank*"), ["key^4", "account^4", "account", "tag^4", "bank^4", "bank"]);
  assert.deepEqual(asked("=te_duur"), ["te_duur^4", "te_duur"]);
  assert.deepEqual(asked("  "), [""]);
});

test("the address of a result names no phrase", () => {
  assert.deepEqual(seenTerms({ "=te_duur": true, duur: true }), { duur: true });
});

/** Cases that were missed come back after a day, a week and a month. */

import assert from "node:assert/strict";
import test from "node:test";

import { afterAnswer, broughtBack, casesIn, plan, returnDay, roundOf, textOf } from "../../frontend/practice/returning-cases.js";

const CASE = "price-objection/crane-later";

/** @param {[string, boolean][]} answers day and whether right, one after the other */
function known(...answers) {
  const cases = new Map();
  for (const [day, isRight] of answers) cases.set(CASE, afterAnswer(cases.get(CASE), isRight, day));
  return cases;
}

/** @param {Map<string, import("../../frontend/practice/returning-cases.js").Answered>} cases @param {string} today */
function isDue(cases, today) {
  return plan([CASE], cases, today).due.length === 1;
}

test("what was missed comes back the next day, not on the day itself, and waits for a reader who stays away", () => {
  const missed = known(["2026-11-26", false]);
  assert.equal(isDue(missed, "2026-11-26"), false);
  for (const day of ["2026-11-27", "2026-11-28", "2027-06-01"]) assert.equal(isDue(missed, day), true, day);
});

test("right each time: after a day, after a week, after a month, and then no more", () => {
  const twice = known(["2026-11-26", false], ["2026-11-27", true]);
  assert.equal(isDue(twice, "2026-12-03"), false);
  assert.equal(isDue(twice, "2026-12-04"), true);
  const thrice = known(["2026-11-26", false], ["2026-11-27", true], ["2026-12-04", true]);
  assert.equal(isDue(thrice, "2027-01-03"), false);
  assert.equal(isDue(thrice, "2027-01-04"), true);
  const done = known(["2026-11-26", false], ["2026-11-27", true], ["2026-12-04", true], ["2027-01-04", true]);
  assert.deepEqual(plan([CASE], done, "2099-01-01"), { due: [], unseen: [], next: "" });
});

test("wrong at a return, or after the last one, starts over at a day", () => {
  const month = [["2026-11-26", false], ["2026-11-27", true], ["2026-12-04", true]];
  const again = known(...month, ["2027-01-04", false]);
  assert.equal(returnDay(again.get(CASE)), "2027-01-05");
  const anew = known(...month, ["2027-01-04", true], ["2027-03-01", false]);
  assert.equal(returnDay(anew.get(CASE)), "2027-03-02");
});

test("right before the day changes nothing: neither the day of the mistake, nor a week before its end", () => {
  assert.deepEqual(known(["2026-11-26", false], ["2026-11-26", true]), known(["2026-11-26", false]));
  const week = [["2026-11-26", false], ["2026-11-27", true]];
  assert.deepEqual(known(...week, ["2026-12-03", true]), known(...week));
});

test("right at first sight never comes back, and is no longer new", () => {
  assert.deepEqual(plan([CASE], known(["2026-11-26", true]), "2030-01-01"), { due: [], unseen: [], next: "" });
});

test("days are those of a calendar: ends of months and years, leap years, and a change of the clock", () => {
  assert.equal(returnDay({ box: 1, day: "2026-12-31" }), "2027-01-01");
  assert.equal(returnDay({ box: 1, day: "2028-02-28" }), "2028-02-29");
  assert.equal(returnDay({ box: 1, day: "2027-03-27" }), "2027-03-28");
  assert.equal(returnDay({ box: 2, day: "2026-12-28" }), "2027-01-04");
  assert.equal(returnDay({ box: 3, day: "2027-01-31" }), "2027-02-28");
  assert.equal(returnDay({ box: 3, day: "2028-01-31" }), "2028-02-29");
  assert.equal(returnDay({ box: 3, day: "2026-12-31" }), "2027-01-31");
  assert.equal(returnDay({ box: 3, day: "2027-03-31" }), "2027-04-30");
});

test("a day that is still to come, from a clock that was wrong, hides nothing", () => {
  assert.equal(isDue(known(["2099-01-01", false]), "2026-11-26"), true);
});

test("a plan knows what is due, the longest waiting first, what is new, and the first day after", () => {
  const cases = casesIn(
    JSON.stringify({ "a/1": "2 2026-11-18", "a/2": "1 2026-11-20", "b/1": "1 2026-11-26", "b/2": "3 2026-11-26", "b/3": "0 2026-11-01", "b/gone": "1 2026-11-01" }),
  );
  assert.deepEqual(plan(["a/1", "a/2", "a/3", "b/1", "b/2", "b/3", "b/4"], cases, "2026-11-26"), {
    due: ["a/2", "a/1"],
    unseen: ["a/3", "b/4"],
    next: "2026-11-27",
  });
});

test("a round starts with what is due and fills up with what is new, the drills in turn", () => {
  const unseen = ["a/3", "a/4", "a/5", "b/3", "b/4", "c/3"];
  assert.deepEqual(roundOf({ due: ["a/1", "a/2", "b/1"], unseen }, 10), [
    "a/1", "b/1", "a/2",
    "a/3", "b/3", "c/3", "a/4", "b/4", "a/5",
  ]);
  assert.deepEqual(roundOf({ due: ["a/1"], unseen }, 3), ["a/1", "a/3", "b/3"]);
  assert.deepEqual(roundOf({ due: ["a/1", "a/2", "a/6", "b/1"], unseen }, 3), ["a/1", "a/2", "a/6"]);
  assert.deepEqual(roundOf({ due: [], unseen: [] }, 10), []);
});

test("what was forgotten is brought back beside what was answered since, as if nothing had been forgotten", () => {
  const before = casesIn('{"a/1": "2 2026-11-18", "a/2": "3 2026-11-20", "a/3": "0 2026-11-01", "a/4": "1 2026-11-25"}');
  const since = casesIn('{"a/1": "0 2026-11-26", "a/2": "0 2026-11-26", "a/3": "1 2026-11-26", "b/1": "0 2026-11-26"}');
  assert.deepEqual(JSON.parse(textOf(broughtBack(before, since))), {
    "a/1": "3 2026-11-26",
    "a/2": "3 2026-11-20",
    "a/3": "1 2026-11-26",
    "a/4": "1 2026-11-25",
    "b/1": "0 2026-11-26",
  });
});

test("what is kept comes back as it was, and what cannot be read is left out", () => {
  const cases = known(["2026-11-26", false]);
  assert.deepEqual(casesIn(textOf(cases)), cases);
  for (const text of ["", "null", "7", "[", '"x"', '{"a/1": null}', '{"a/1": "4 2026-11-26"}', '{"a/1": "1 26-11-2026"}']) {
    assert.equal(casesIn(text).size, 0, text);
  }
  assert.equal(casesIn('{"a/1": "9", "a/2": "1 2026-11-26"}').size, 1);
});

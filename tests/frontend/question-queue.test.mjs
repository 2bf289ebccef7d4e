/** The questions to Python: one at work, the latest of each asker behind it, and a fault stays with its question. */

import assert from "node:assert/strict";
import test from "node:test";

import { QuestionQueue } from "../../frontend/python/question-queue.js";

/** A queue, with what it sent. */
function queueWithSent() {
  const queue = new QuestionQueue();
  const sent = [];
  const open = () => queue.open((id, request) => sent.push({ id, request }));
  return { queue, sent, open };
}

test("of thirteen edits while Python loads one is sent, and the others are told so", async () => {
  const { queue, sent, open } = queueWithSent();
  const asker = {};
  const asked = Array.from({ length: 13 }, (_, number) => queue.ask(asker, `q${number}`));
  open();
  assert.deepEqual(sent.map(({ request }) => request), ["q12"]);
  queue.answer(sent[0].id, "a12");
  const outcomes = await Promise.all(asked);
  assert.ok(outcomes.slice(0, 12).every(({ kind }) => kind === "superseded"));
  assert.deepEqual(outcomes[12], { kind: "answered", response: "a12" });
});

test("one question is at work, and of each asker the latest waits, in the order of the askers", async () => {
  const { queue, sent, open } = queueWithSent();
  const [one, other] = [{}, {}];
  open();
  const first = queue.ask(one, "1");
  queue.ask(one, "2");
  queue.ask(other, "x");
  const latest = queue.ask(one, "3");
  assert.deepEqual(sent.map(({ request }) => request), ["1"]);
  queue.answer(sent[0].id, "late");
  assert.deepEqual(await first, { kind: "superseded" });
  queue.answer(sent[1].id, "ax");
  queue.answer(sent[2].id, "a3");
  assert.deepEqual(sent.map(({ request }) => request), ["1", "x", "3"]);
  assert.deepEqual(await latest, { kind: "answered", response: "a3" });
});

test("a question that makes Python fail is rejected alone, and never asked again", async () => {
  const { queue, sent, open } = queueWithSent();
  const [bad, good] = [{}, {}];
  open();
  const poison = queue.ask(bad, "poison");
  const fine = queue.ask(good, "fine");
  queue.reject(sent[0].id, "unknown", "ZeroDivisionError");
  assert.deepEqual(await poison, { kind: "rejected", fault: "unknown", reason: "ZeroDivisionError" });
  queue.answer(sent[1].id, "a");
  assert.deepEqual(await fine, { kind: "answered", response: "a" });
  open();
  assert.equal(sent.length, 2);
});

test("after a failed download only the latest question of each asker is sent", async () => {
  const { queue, sent, open } = queueWithSent();
  const [one, other] = [{}, {}];
  queue.ask(one, "1");
  queue.ask(other, "x");
  queue.close("404");
  queue.ask(one, "2");
  open();
  queue.answer(sent[0].id, "");
  assert.deepEqual(sent.map(({ request }) => request), ["x", "2"]);
});

test("a worker that is lost takes its question with it, and leaves those that wait", async () => {
  const { queue, sent, open } = queueWithSent();
  open();
  const atWork = queue.ask({}, "endless");
  queue.ask({}, "next");
  queue.close("silent");
  assert.deepEqual(await atWork, { kind: "rejected", fault: "unknown", reason: "silent" });
  open();
  assert.deepEqual(sent.map(({ request }) => request), ["endless", "next"]);
});

test("a question that is taken back is sent again before those that wait, and is answered once", async () => {
  const { queue, sent, open } = queueWithSent();
  open();
  const atWork = queue.ask({}, "unanswered");
  queue.ask({}, "next");
  queue.takeBack();
  queue.ask({}, "later");
  assert.equal(sent.length, 1);
  open();
  queue.answer(sent[1].id, "a");
  assert.deepEqual(await atWork, { kind: "answered", response: "a" });
  queue.answer(sent[2].id, "");
  assert.deepEqual(sent.map(({ request }) => request), ["unanswered", "unanswered", "next", "later"]);
});

test("a question that nobody waits for is not taken back", async () => {
  const { queue, sent, open } = queueWithSent();
  const asker = {};
  open();
  queue.ask(asker, "1");
  const latest = queue.ask(asker, "2");
  queue.takeBack();
  open();
  queue.answer(sent[1].id, "a2");
  assert.deepEqual(await latest, { kind: "answered", response: "a2" });
  assert.deepEqual(sent.map(({ request }) => request), ["1", "2"]);
});

test("an asker that leaves hears no answer, and its answer frees the way", async () => {
  const { queue, sent, open } = queueWithSent();
  const [leaving, staying] = [{}, {}];
  open();
  const left = queue.ask(leaving, "1");
  queue.ask(staying, "2");
  queue.withdraw(leaving);
  assert.deepEqual(await left, { kind: "superseded" });
  queue.answer(sent[0].id, "late");
  assert.equal(sent[1].request, "2");
});

test("an answer to an unknown question changes nothing", () => {
  const { queue, sent, open } = queueWithSent();
  open();
  queue.ask({}, "1");
  queue.answer(99, "stray");
  queue.reject(99, "unknown", "stray");
  queue.ask({}, "2");
  assert.equal(sent.length, 1);
});

test("work is stale where nobody waits for it and somebody waits for its end", () => {
  const { queue, open } = queueWithSent();
  const [one, other] = [{}, {}];
  open();
  queue.ask(one, "1");
  assert.equal(queue.wanted.request, "1");
  queue.ask(other, "x");
  assert.equal(queue.stale, null);
  queue.withdraw(one);
  assert.equal(queue.wanted, null);
  assert.equal(queue.stale.request, "1");
  queue.withdraw(other);
  assert.equal(queue.stale, null);
  assert.equal(queue.working.request, "1");
});

/** The files that questions name: each worker gets each of them once, and hears which ones went. */

import assert from "node:assert/strict";
import test from "node:test";

import { KeptFiles } from "../../frontend/python/kept-files.js";

/** @param {{files: [string, Blob][]}} handed @returns {Promise<string[][]>} */
const texts = ({ files }) => Promise.all(files.map(async ([id, content]) => [id, await content.text()]));

test("a file is handed over with the first question that names it, and only then", async () => {
  const kept = new KeptFiles();
  kept.keep("a", new Blob(["one"]));
  kept.keep("b", new TextEncoder().encode("two").buffer);
  assert.deepEqual(await texts(kept.toHand(["b"])), [["b", "two"]]);
  assert.deepEqual(await texts(kept.toHand(["a", "b"])), [["a", "one"]]);
  assert.deepEqual(await texts(kept.toHand(["a", "b", "unknown"])), []);
});

test("another file of the same name is handed over again", async () => {
  const kept = new KeptFiles();
  kept.keep("a", new Blob(["one"]));
  kept.toHand(["a"]);
  kept.keep("a", new Blob(["two"]));
  assert.deepEqual(await texts(kept.toHand(["a"])), [["a", "two"]]);
});

test("a file that goes is told once, and only where the worker has it", () => {
  const kept = new KeptFiles();
  kept.keep("a", new Blob(["one"]));
  kept.keep("b", new Blob(["two"]));
  kept.toHand(["a"]);
  kept.drop("a");
  kept.drop("b");
  assert.deepEqual(kept.toHand(["a", "b"]), { files: [], dropped: ["a"] });
  assert.deepEqual(kept.toHand([]), { files: [], dropped: [] });
});

test("a file that went and came back is handed over, and not told as gone afterwards", async () => {
  const kept = new KeptFiles();
  kept.keep("a", new Blob(["one"]));
  kept.toHand(["a"]);
  kept.drop("a");
  kept.keep("a", new Blob(["two"]));
  const handed = kept.toHand(["a"]);
  assert.deepEqual(await texts(handed), [["a", "two"]]);
  // Whoever hears both lets the first go, and then takes the second.
  assert.deepEqual(handed.dropped, ["a"]);
  assert.deepEqual(kept.toHand(["a"]), { files: [], dropped: [] });
});

test("another worker gets what its questions name, and hears of nothing that it never had", async () => {
  const kept = new KeptFiles();
  kept.keep("a", new Blob(["one"]));
  kept.keep("b", new Blob(["two"]));
  kept.toHand(["a", "b"]);
  kept.drop("b");
  kept.handAllAgain();
  const handed = kept.toHand(["a"]);
  assert.deepEqual(await texts(handed), [["a", "one"]]);
  assert.deepEqual(handed.dropped, []);
});

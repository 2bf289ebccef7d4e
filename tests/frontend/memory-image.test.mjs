/** Images of Python's memory: what was taken is what is put back. */

import assert from "node:assert/strict";
import test from "node:test";

import { imageOf, putBack } from "../../frontend/python/memory-image.js";

const PAGE = 4096;
const LARGEST = 31_457_280;
const REFERENCES = { hiwireKeys: [["a", "b"], null], immortalKeys: ["stackTraceLimit"] };

/** @param {number} length of a memory in which nothing stands @param {object} [references] */
const interpreter = (length, references = REFERENCES) => ({
  HEAPU8: new Uint8Array(length),
  API: { serializeHiwireState: () => references },
});

/** @param {Uint8Array<ArrayBuffer>[] | null} image */
const bytesOf = async (image) => new Uint8Array(await new Blob(image ?? []).arrayBuffer());

/** @param {number} length @param {Record<number, number>} bytes by place */
function filled(length, bytes) {
  const python = interpreter(length);
  for (const [at, byte] of Object.entries(bytes)) python.HEAPU8[Number(at)] = byte;
  return python;
}

/** @param {object} description @param {[number, number[]][]} runs how many blocks behind the run before, and bytes */
function written(description, runs) {
  const told = new TextEncoder().encode(JSON.stringify({ ...description, runs: runs.length }).padEnd(120));
  const image = new Uint8Array(4 + told.length + runs.length * 8 + runs.reduce((sum, [, run]) => sum + run.length, 0));
  const view = new DataView(image.buffer);
  view.setUint32(0, told.length, true);
  image.set(told, 4);
  let table = 4 + told.length;
  let content = table + runs.length * 8;
  for (const [behind, run] of runs) {
    view.setUint32(table, behind, true);
    view.setUint32(table + 4, run.length / 16, true);
    image.set(run, content);
    table += 8;
    content += run.length;
  }
  return image;
}

for (const [name, bytes] of Object.entries({
  "nothing at all": {},
  "the first and the last byte": { 0: 1, [PAGE * 9 - 1]: 2 },
  "pages beside each other": { [PAGE * 2 - 1]: 3, [PAGE * 2]: 4, [PAGE * 4 - 1]: 5 },
  "pages apart": { [PAGE * 3 + 7]: 6, [PAGE * 7]: 7 },
})) {
  test(`an image brings back ${name}, whatever stood there`, async () => {
    const taken = filled(PAGE * 9, bytes);
    const restored = interpreter(PAGE * 9);
    restored.HEAPU8.fill(255);
    assert.deepEqual(putBack(await bytesOf(imageOf(taken)), restored), REFERENCES);
    assert.deepEqual(restored.HEAPU8, taken.HEAPU8);
  });
}

test("an image fits into a memory that has grown, and leaves nothing behind it", async () => {
  const restored = interpreter(PAGE * 4);
  restored.HEAPU8.fill(255);
  putBack(await bytesOf(imageOf(filled(PAGE * 2, { 5: 5 }))), restored);
  assert.deepEqual(restored.HEAPU8, filled(PAGE * 4, { 5: 5 }).HEAPU8);
});

test("an image holds what was there when it was taken, and no empty page", async () => {
  const python = filled(PAGE * 1000, { 5: 5, [PAGE * 900]: 6 });
  const image = imageOf(python);
  python.HEAPU8.fill(77);
  const bytes = await bytesOf(image);
  assert.ok(bytes.length < 2 * PAGE + 500, String(bytes.length));
  const restored = interpreter(PAGE * 1000);
  putBack(bytes, restored);
  assert.deepEqual(restored.HEAPU8, filled(PAGE * 1000, { 5: 5, [PAGE * 900]: 6 }).HEAPU8);
});

test("a memory that an interpreter cannot start with gives no image", () => {
  assert.ok(imageOf(filled(LARGEST, { 5: 5 })));
  assert.equal(imageOf(interpreter(LARGEST + PAGE * 16)), null);
});

test("constants of an interpreter stay where the image has nothing else", () => {
  const python = interpreter(160);
  python.HEAPU8.fill(9);
  const run = (/** @type {number} */ byte) => Array(16).fill(byte);
  const image = written({ constants: 48, references: REFERENCES }, [
    [1, run(1)],
    [2, [...run(2), ...run(3)]],
    [2, run(4)],
  ]);
  assert.deepEqual(putBack(image, python), REFERENCES);
  const blocks = [9, 1, 9, 0, 2, 3, 0, 0, 4, 0];
  assert.deepEqual([...python.HEAPU8], blocks.flatMap(run));
});

/**
 * The memory of Python as it was at one moment: where Python is put back into it, it goes on from there.
 *
 * An image starts with the length of its description (32 bits, little end first) and the description as JSON. A table
 * follows, with two numbers of 32 bits for each run of memory: how far behind the run before it starts, and how long it
 * is, both in blocks. Then come the runs. What no run holds was empty.
 *
 * @typedef {object} Description
 * @property {number} constants the bytes at the start of memory that an interpreter brings itself: what no run holds
 *   there stays as it is
 * @property {object} references what in memory stands for objects of JavaScript, as Pyodide keeps it
 * @property {number} runs how many runs there are
 * @typedef {import("./start-python.js").Interpreter} Interpreter
 */

const BLOCK = 16; // bytes
const PAGE = 4096; // bytes: what an image that is taken here holds whole, or not at all
// Pyodide's interpreter starts with this many bytes of memory, and an image of more does not fit into it.
const MOST = 31_457_280;

/**
 * Puts an image into the memory of an interpreter that has just been made.
 *
 * @param {Uint8Array<ArrayBuffer>} image
 * @param {Interpreter} interpreter
 * @returns {object} the references
 */
export function putBack(image, { HEAPU8: memory }) {
  const length = new DataView(image.buffer).getUint32(0, true);
  /** @type {Description} */
  const { constants, references, runs } = JSON.parse(new TextDecoder().decode(image.subarray(4, 4 + length)));
  const table = new Uint32Array(image.buffer, 4 + length, runs * 2);
  memory.fill(0, constants);
  let from = 4 + length + table.byteLength;
  let at = 0;
  for (let n = 0; n < table.length; n += 2) {
    at += table[n] * BLOCK;
    const size = table[n + 1] * BLOCK;
    memory.set(image.subarray(from, from + size), at);
    from += size;
    at += size;
  }
  return references;
}

/**
 * Takes an image of a memory, quickly: a question may be waiting.
 *
 * @param {Interpreter} interpreter
 * @returns {Uint8Array<ArrayBuffer>[] | null} the pieces of the image; none where the memory has grown too large for an
 *   interpreter to start in
 */
export function imageOf({ HEAPU8: memory, API }) {
  if (memory.length > MOST) return null;
  const words = new Int32Array(memory.buffer);
  const step = PAGE / words.BYTES_PER_ELEMENT;
  /** @type {[number, number][]} the runs, in pages */
  const runs = [];
  for (let page = 0; page * PAGE < memory.length; page += 1) {
    let word = page * step;
    const end = word + step;
    while (word < end && !words[word]) word += 1;
    if (word === end) continue;
    const last = runs.at(-1);
    if (last?.[1] === page) last[1] += 1;
    else runs.push([page, page + 1]);
  }
  const table = new Uint32Array(runs.length * 2);
  let before = 0;
  runs.forEach(([start, end], n) => {
    table.set([((start - before) * PAGE) / BLOCK, ((end - start) * PAGE) / BLOCK], n * 2);
    before = end;
  });
  const description = JSON.stringify({ constants: 0, references: API.serializeHiwireState(), runs: runs.length });
  const bytes = new TextEncoder().encode(description);
  // With spaces, so that the table starts where numbers of 32 bits may.
  const told = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(0x20);
  told.set(bytes);
  const blocks = runs.map(([start, end]) => memory.slice(start * PAGE, end * PAGE));
  return [new Uint8Array(Uint32Array.of(told.length).buffer), told, new Uint8Array(table.buffer), ...blocks];
}

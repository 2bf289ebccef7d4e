// Makes the memory that a browser starts Python from, with the very Python that will run in it:
// `node make_image.mjs PYTHON LOCK LIBRARY TARGET`.
//
// PYTHON   a folder with Pyodide's scripts and the interpreter whose memory it is
// LOCK     the lock file of the npm package
// LIBRARY  the standard library as compile_modules.mjs writes it, bare
// TARGET   the image, as frontend/python/memory-image.js reads it
import nodeCrypto from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const BLOCK = 16; // bytes: the smallest piece of memory that an image holds
const MOST = 31_457_280; // bytes that an interpreter of Pyodide's starts with
const LARGEST = 65_536; // bytes of free memory that is looked for in one piece
// Pyodide's scripts are one line of a megabyte, which Node would print with an error.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
});
// Taken out: the path of this script would stand in Python's memory.
const [, folder, lockFile, library, target] = process.argv.splice(1);

// The same bytes whenever and wherever they are made: what a start takes from the clock, from chance and from whoever
// makes it is fixed.
process.env.TZ = "UTC";
const NOW = Date.UTC(2026, 0, 1);
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [NOW]));
  }
  static now() {
    return NOW;
  }
};
performance.now = () => 0;
// Python keeps the name of what it runs in, which would be that of this Node.
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "The browser that starts from this" } });
nodeCrypto.randomFillSync = (bytes) => bytes.fill(1);
globalThis.crypto.getRandomValues = (bytes) => bytes.fill(1);

/** Loads Pyodide; `module` is told of the Emscripten module and of its memory as it was before any code ran. */
async function load(options, module = () => {}) {
  const plain = WebAssembly.instantiate;
  let pure;
  WebAssembly.instantiate = async (...given) => {
    const made = await plain(...given);
    if (made.instance?.exports.memory) pure = new Uint8Array(made.instance.exports.memory.buffer).slice();
    return made;
  };
  const [{ loadPyodide }, { default: create }] = await Promise.all(
    ["pyodide.mjs", "pyodide.asm.mjs"].map((name) => import(pathToFileURL(join(folder, name)).href)),
  );
  const lock = JSON.parse(readFileSync(lockFile, "utf8"));
  const python = await loadPyodide({
    indexURL: folder,
    stdLibURL: library,
    lockFileContents: { ...lock, packages: {} },
    packageBaseUrl: "/",
    env: { LANG: "C.UTF-8", PYTHONHASHSEED: "0", PYTHONOPTIMIZE: "1" },
    _makeSnapshot: true,
    createPyodideModule: async (settings) => {
      const made = await create(settings);
      module(made, pure);
      return made;
    },
    ...options,
  });
  WebAssembly.instantiate = plain;
  return python;
}

// Python keeps pieces of up to 512 bytes apart by size: each size is asked for more often than it was let go of.
const SMALL = `
for size in range(32, 513, 16):
    [bytes(size - 17) for _ in range(3_000_000 // size)]
del size
`;

/** What was freed still holds what it held: found by asking for all of it, and emptied. */
function emptyFreeMemory(python) {
  python.runPython(SMALL);
  const module = python._module;
  const pieces = [];
  for (let size = LARGEST; size >= BLOCK; size /= 2) {
    for (const top = module._sbrk(0); module._sbrk(0) === top; ) pieces.push([module._malloc(size) >>> 0, size]);
  }
  for (const [at, size] of pieces) module.HEAPU8.fill(0, at, at + size);
  for (const [at] of pieces.reverse()) module._free(at);
}

/** Where a block of memory is not what it was in one of the earlier memories, as [start, end) in blocks. */
function differences(memory, ...earlier) {
  const words = (bytes) => new Uint32Array(bytes.slice().buffer);
  const now = words(memory);
  const before = earlier.map(words);
  const isChanged = (block) => {
    for (let at = block * 4; at < block * 4 + 4; at += 1) {
      if (before.some((other) => (other[at] ?? 0) !== now[at])) return true;
    }
    return false;
  };
  const runs = [];
  for (let block = 0; block < memory.length / BLOCK; block += 1) {
    if (!isChanged(block)) continue;
    const last = runs.at(-1);
    // A short stretch that stayed the same costs less than where it starts and ends.
    if (last && block - last[1] <= 1) last[1] = block + 1;
    else runs.push([block, block + 1]);
  }
  return runs;
}

/** @returns the image: its description, where each run of blocks starts and how long it is, and the blocks */
function image(memory, runs, description) {
  const table = new Uint32Array(runs.length * 2);
  let before = 0;
  runs.forEach(([start, end], n) => {
    table.set([start - before, end - start], n * 2);
    before = end;
  });
  const told = Buffer.from(JSON.stringify({ ...description, runs: runs.length }));
  const padding = Buffer.alloc((4 - (told.length % 4)) % 4, " ");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(told.length + padding.length);
  const blocks = runs.map(([start, end]) => memory.subarray(start * BLOCK, end * BLOCK));
  return Buffer.concat([length, told, padding, new Uint8Array(table.buffer), ...blocks]);
}

const python = await load({});
python.runPython(readFileSync(new URL("image_of_python.py", import.meta.url), "utf8"));
emptyFreeMemory(python);
const taken = python.makeMemorySnapshot();
const memory = python._module.HEAPU8.slice();
const references = python._module.API.serializeHiwireState();
// A start from it tells what stands in memory before it is restored.
let pure, started;
await load({ _loadSnapshot: taken }, (module, before) => {
  pure = before;
  started = module.HEAPU8.slice();
});
// Everything above is empty but for what the image brings; below stand the constants that the interpreter brings itself.
if (memory.length > MOST) throw new Error(`${memory.length} bytes of memory are more than an interpreter starts with`);
const constants = pure.findLastIndex((byte) => byte !== 0) + 1;
writeFileSync(target, image(memory, differences(memory, pure, started), { constants, references }));

/**
 * Starts Python with the calculators. The only place that knows how: a start from a snapshot can take its place.
 *
 * @typedef {(done: number, total: number) => void} Tick is told how far an answer is, in what Python counts by
 * @typedef {object} Python
 * @property {(request: string, tick: Tick) => string} respond answers a question about a calculator, both as JSON text
 * @property {(id: string, content: Uint8Array) => void} takeFile keeps a file that questions name
 * @property {(id: string) => void} dropFile
 * @property {PythonParts} parts
 * @property {PythonMemory} memory
 * @typedef {import("./runtime-files.js").Progress} Progress
 */

import { PythonMemory } from "./python-memory.js";
import { PythonParts } from "./python-parts.js";
import { PythonStartError, RuntimeFiles, manifestOf } from "./runtime-files.js";

const FETCHED = ["pyodide-lock.json", "pyodide.asm.wasm", "python_stdlib.zip", "calculators.zip"];
const IMPORTED = ["pyodide.mjs", "pyodide.asm.mjs"];
const FOLDER = "/calculators-bundle";
// Files are copied into Python's own memory, where a browser cannot change them.
const DOOR = `
import sys
sys.path.insert(0, "${FOLDER}")
from calculators import door
{
    "respond": door.respond,
    "takeFile": lambda id, content: door.take_file(id, content.to_bytes()),
    "dropFile": lambda id: door.drop_file(id),
}
`;

/**
 * Fetches the runtime and imports the calculators.
 *
 * @param {string} root address of the runtime's folder, with a slash at the end
 * @param {boolean} isAgain whether an earlier start failed, so that nothing that was kept of it may be believed
 * @param {Progress} progress
 * @returns {Promise<Python>}
 * @throws {PythonStartError} where a file does not come whole, or the browser cannot run it
 */
export async function startPython(root, isAgain, progress) {
  if (typeof WebAssembly !== "object") throw new PythonStartError("unsupported", "no WebAssembly");
  const cache = isAgain ? "reload" : "default";
  const names = isAgain ? [...IMPORTED, ...FETCHED] : FETCHED;
  const manifest = await manifestOf(root, cache);
  const files = new RuntimeFiles({ root, manifest, names, cache, progress });
  if (isAgain) await renewModules(files);
  const { failed, stop } = listen(files);
  try {
    const python = await Promise.race([failed, importedCalculators(root, manifest)]);
    await files.whole();
    return python;
  } finally {
    stop();
  }
}

/** An import takes what the browser kept, sound or not: this exchanges it. @param {RuntimeFiles} files */
async function renewModules(files) {
  await Promise.all(IMPORTED.map((name) => files.fetch(files.root + name)));
  await files.whole();
}

/**
 * Pyodide fetches and compiles by itself, and where one of these fails it waits for ever: this hears of it.
 *
 * @param {RuntimeFiles} files
 * @returns {{failed: Promise<never>, stop: () => void}}
 */
function listen(files) {
  const plainFetch = globalThis.fetch;
  const plainInstantiate = WebAssembly.instantiateStreaming;
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    globalThis.fetch = async (input, init) => {
      try {
        const response = await files.fetch(input, init);
        files.whole().catch(reject);
        return response;
      } catch (error) {
        reject(error);
        throw error;
      }
    };
    WebAssembly.instantiateStreaming = (...given) =>
      plainInstantiate(...given).catch(async (error) => {
        // Where the file did not come whole, that is the reason.
        await files.whole().catch(reject);
        reject(error);
        throw error;
      });
  });
  const stop = () => {
    globalThis.fetch = plainFetch;
    WebAssembly.instantiateStreaming = plainInstantiate;
  };
  return { failed, stop };
}

/** @param {string} root @param {import("./runtime-files.js").Manifest} manifest @returns {Promise<Python>} */
async function importedCalculators(root, manifest) {
  const interpreter = imported(`${root}pyodide.asm.mjs`);
  const bundle = fetch(`${root}calculators.zip`).then((response) => response.arrayBuffer());
  /** @param {object} settings */
  const createPyodideModule = async (settings) => (await interpreter).default(settings);
  const loading = imported(`${root}pyodide.mjs`).then((pyodide) =>
    pyodide.loadPyodide({ indexURL: root, createPyodideModule }),
  );
  const [pyodide, archive] = await Promise.all([loading, bundle, interpreter]);
  /** @param {ArrayBuffer} content */
  const unpack = (content) => pyodide.unpackArchive(content, "zip", { extractDir: FOLDER });
  unpack(archive);
  const door = pyodide.runPython(DOOR);
  return {
    respond: door.get("respond"),
    takeFile: door.get("takeFile"),
    dropFile: door.get("dropFile"),
    parts: new PythonParts(root, manifest, unpack),
    memory: new PythonMemory(pyodide._module.memory),
  };
}

/** @param {string} module @returns {Promise<any>} */
async function imported(module) {
  return import(module).catch((error) => {
    throw new PythonStartError("download", String(error));
  });
}

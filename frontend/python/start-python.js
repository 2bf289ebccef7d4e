/**
 * Starts Python with the calculators. The only place that knows how.
 *
 * The quick way puts a smaller interpreter back into a memory in which Python stands ready: one that this device kept,
 * or the build's. The complete way starts Pyodide as it is, for what the quick one does not have (decision 0023).
 *
 * @typedef {object} Way
 * @property {boolean} isComplete
 * @property {boolean} isAgain whether an earlier start failed, so that nothing that was kept of it may be believed
 * @property {boolean} isKept whether an earlier visit kept an image of memory, as far as the page knows
 * @typedef {any} Interpreter the Emscripten module of Pyodide
 * @typedef {object} Room what stands around the door
 * @property {PythonParts} parts
 * @property {PythonMemory} memory
 * @property {() => Promise<boolean>} keep leaves on the device what the next visit starts from, for when there is time:
 *   whether it did
 * @typedef {Omit<import("./python-door.js").Door, "unpack"> & Room} Python
 * @typedef {import("./runtime-files.js").Progress} Progress
 * @typedef {import("./runtime-files.js").Runtime} Runtime
 */

import { forgetImages, keepImage, keptImage } from "./kept-image.js";
import { imageOf, putBack } from "./memory-image.js";
import { importCalculators, openedDoor } from "./python-door.js";
import { PythonMemory } from "./python-memory.js";
import { PythonParts } from "./python-parts.js";
import { PythonStartError, RuntimeFiles, addressOf } from "./runtime-files.js";

const SCRIPTS = ["pyodide.mjs", "pyodide.asm.mjs"];
const INTERPRETER = "pyodide.asm.wasm";
const LIBRARY = "python_stdlib.zip";
const IMAGE = "python.image";
const BUNDLE = "calculators.zip";

/**
 * Fetches the runtime and imports the calculators.
 *
 * @param {Runtime} runtime
 * @param {Way} way
 * @param {Progress} progress
 * @returns {Promise<Python>}
 * @throws {PythonStartError} where a file does not come whole, or the browser cannot run it
 */
export async function startPython(runtime, { isComplete, isAgain, isKept }, progress) {
  if (typeof WebAssembly !== "object") throw new PythonStartError("unsupported", "no WebAssembly");
  const files = new RuntimeFiles(runtime.files, isAgain ? "reload" : "default", progress);
  const { python, complete, calculators } = runtime.folders;
  if (isAgain || isComplete) await forgetImages(); // which may be why the quick way failed
  if (isAgain) await renewScripts(files, python);
  const build = `${python}-${calculators}`;
  const kept = isKept && !isComplete ? keptImage(build) : Promise.resolve(null);
  const parts = {
    image: isComplete ? null : kept.then((image) => image ?? files.content(`${python}/${IMAGE}`)),
    interpreter: compiled(files, `${isComplete ? complete : python}/${INTERPRETER}`),
    library: isComplete ? files.fetch(`${complete}/${LIBRARY}`) : null,
    bundle: files.content(`${calculators}/${BUNDLE}`),
  };
  const [pyodide, bundle] = await started(files, [loaded(runtime, parts), parts.bundle, ...Object.values(parts)]);
  const interpreter = pyodide._module;
  performance.mark("Python stands");
  importCalculators(pyodide, bundle);
  performance.mark("calculators imported");
  let image = isComplete || (await kept) ? null : imageOf(interpreter);
  const { unpack, ...door } = openedDoor(pyodide);
  return {
    ...door,
    parts: new PythonParts(runtime, unpack),
    memory: new PythonMemory(interpreter.memory),
    keep: async () => {
      const taken = image && new Blob(image);
      image = null; // its megabytes are of no more use here
      return taken !== null && keepImage(build, taken);
    },
  };
}

/** An import takes what the browser kept, sound or not: this exchanges it. @param {RuntimeFiles} files @param {string} folder */
async function renewScripts(files, folder) {
  await Promise.all(SCRIPTS.map((name) => files.content(`${folder}/${name}`)));
}

/**
 * What all of these give, in whole files alone: where one did not come whole, that is the reason of all that follows.
 *
 * @param {RuntimeFiles} files
 * @param {any[]} promises
 * @returns {Promise<any[]>}
 * @throws {PythonStartError} where a file did not come whole
 */
async function started(files, promises) {
  const found = new AbortController();
  const { signal } = found;
  // An interpreter that traps while it starts leaves whoever waits for it waiting: this hears of it.
  const trapped = new Promise((_, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason), { signal });
    addEventListener("error", ({ message }) => reject(new Error(message)), { signal });
  });
  try {
    return await Promise.race([trapped, Promise.all(promises)]);
  } finally {
    found.abort();
    await files.whole();
  }
}

/**
 * Compiles an interpreter while it comes.
 *
 * @param {RuntimeFiles} files
 * @param {string} name
 */
async function compiled(files, name) {
  return WebAssembly.compileStreaming(await files.fetch(name));
}

/**
 * Pyodide, which gets what was fetched here: by itself it fetches one after the other, and waits for ever where one
 * fails.
 *
 * @param {Runtime} runtime
 * @param {{interpreter: Promise<WebAssembly.Module>, library: Promise<Response> | null, image: Promise<Uint8Array<ArrayBuffer>> | null}} parts
 * @returns {Promise<any>}
 */
async function loaded({ folders, lock }, { interpreter, library, image }) {
  const plainFetch = globalThis.fetch;
  const plainInstantiate = WebAssembly.instantiateStreaming;
  globalThis.fetch = async (input) => (String(input).endsWith(LIBRARY) && library) || new Response();
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await interpreter;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  const indexURL = addressOf(`${folders.python}/`);
  try {
    const [{ loadPyodide }, { default: create }] = await Promise.all(SCRIPTS.map((name) => imported(indexURL + name)));
    /** @param {object} settings */
    const createPyodideModule = async (settings) => {
      const module = await create(settings);
      const content = await image;
      performance.mark("interpreter and memory here");
      if (content) module.API.restoreSnapshot = () => putBack(content, module);
      return module;
    };
    const _loadSnapshot = image ? new Uint8Array() : undefined;
    const pyodide = await loadPyodide({ indexURL, lockFileContents: lock, createPyodideModule, _loadSnapshot });
    delete pyodide._module.API.restoreSnapshot; // and with it the image
    return pyodide;
  } finally {
    globalThis.fetch = plainFetch;
    WebAssembly.instantiateStreaming = plainInstantiate;
  }
}

/** @param {string} module @returns {Promise<any>} */
async function imported(module) {
  return import(module).catch((error) => {
    throw new PythonStartError("download", String(error));
  });
}

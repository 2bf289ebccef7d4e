/**
 * Starts Python with the calculators. The only place that knows how: a start from a snapshot can take its place.
 *
 * @typedef {(request: string) => string} Respond answers a question about a calculator, both as JSON text
 * @typedef {import("./runtime-files.js").Progress} Progress
 */

import { PythonStartError, RuntimeFiles, manifestOf } from "./runtime-files.js";

const FETCHED = ["pyodide-lock.json", "pyodide.asm.wasm", "python_stdlib.zip", "calculators.zip"];
const IMPORTED = ["pyodide.mjs", "pyodide.asm.mjs"];
const FOLDER = "/calculators-bundle";

/**
 * Fetches the runtime and imports the calculators.
 *
 * @param {string} root address of the runtime's folder, with a slash at the end
 * @param {boolean} isAgain whether an earlier start failed, so that nothing that was kept of it may be believed
 * @param {Progress} progress
 * @returns {Promise<Respond>}
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
    const respond = await Promise.race([failed, importedCalculators(root)]);
    await files.whole();
    return respond;
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

/** @param {string} root @returns {Promise<Respond>} */
async function importedCalculators(root) {
  const interpreter = imported(`${root}pyodide.asm.mjs`);
  const bundle = fetch(`${root}calculators.zip`).then((response) => response.arrayBuffer());
  /** @param {object} settings */
  const createPyodideModule = async (settings) => (await interpreter).default(settings);
  const loading = imported(`${root}pyodide.mjs`).then((pyodide) =>
    pyodide.loadPyodide({ indexURL: root, createPyodideModule }),
  );
  const [python, archive] = await Promise.all([loading, bundle, interpreter]);
  python.unpackArchive(archive, "zip", { extractDir: FOLDER });
  return python.runPython(`import sys; sys.path.insert(0, "${FOLDER}")\nfrom calculators.door import respond\nrespond`);
}

/** @param {string} module @returns {Promise<any>} */
async function imported(module) {
  return import(module).catch((error) => {
    throw new PythonStartError("download", String(error));
  });
}

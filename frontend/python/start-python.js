/**
 * Starts Python with the calculators. The only place that knows how: a start from a snapshot can take its place.
 *
 * @typedef {(request: string) => string} Respond answers a question about a calculator, both as JSON text
 * @typedef {(loaded: number, total: number) => void} Progress is told bytes fetched and bytes in all
 * @typedef {"download" | "start" | "unsupported"} Cause why there is no Python: a file did not come, what came does not
 *   run, or this browser has no WebAssembly
 */

const FETCHED = ["pyodide.asm.wasm", "python_stdlib.zip", "calculators.zip"];
const FOLDER = "/calculators-bundle";

export class PythonStartError extends Error {
  /** @param {Cause} failure @param {string} message */
  constructor(failure, message) {
    super(message);
    this.failure = failure;
  }
}

/**
 * Fetches the runtime and imports the calculators.
 *
 * @param {string} root address of the runtime's folder, with a slash at the end
 * @param {Progress} progress
 * @returns {Promise<Respond>}
 * @throws {PythonStartError} where a file does not come, or the browser cannot run it
 */
export async function startPython(root, progress) {
  if (typeof WebAssembly !== "object") throw new PythonStartError("unsupported", "no WebAssembly");
  const plainFetch = globalThis.fetch;
  /** @type {(error: unknown) => void} */
  let fail = () => {};
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => (fail = reject));
  const total = await bytesInAll(root);
  let loaded = 0;
  /** @param {Response} copy */
  const count = async (copy) => {
    const reader = copy.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      loaded += part.value.length;
      progress(loaded, total);
    }
  };
  // Pyodide fetches by itself, and waits for ever where a file does not come; a copy of each response tells how far it is.
  globalThis.fetch = async (input, init) => {
    try {
      const response = await download(() => plainFetch(input, init));
      count(response.clone()).catch((error) => fail(new PythonStartError("download", String(error))));
      return response;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  progress(0, total);
  try {
    return await Promise.race([failed, importedCalculators(root)]);
  } finally {
    globalThis.fetch = plainFetch;
  }
}

/** @param {string} root @returns {Promise<number>} how many bytes are going to be fetched */
async function bytesInAll(root) {
  const response = await download(() => fetch(`${root}manifest.json`));
  const { files } = await response.json();
  return FETCHED.reduce((sum, name) => sum + files[name].bytes, 0);
}

/** @param {string} root @returns {Promise<Respond>} */
async function importedCalculators(root) {
  const module = `${root}pyodide.mjs`;
  const { loadPyodide } = await import(module).catch((error) => {
    throw new PythonStartError("download", String(error));
  });
  const bundle = fetch(`${root}calculators.zip`).then((response) => response.arrayBuffer());
  const [python, archive] = await Promise.all([loadPyodide({ indexURL: root }), bundle]);
  python.unpackArchive(archive, "zip", { extractDir: FOLDER });
  return python.runPython(`import sys; sys.path.insert(0, "${FOLDER}")\nfrom calculators.door import respond\nrespond`);
}

/**
 * @param {() => Promise<Response>} fetched
 * @returns {Promise<Response>} a response with something in it
 * @throws {PythonStartError} where there is none
 */
async function download(fetched) {
  const response = await fetched().catch((error) => {
    throw new PythonStartError("download", String(error));
  });
  if (!response.ok) throw new PythonStartError("download", `${response.status} for ${response.url}`);
  return response;
}

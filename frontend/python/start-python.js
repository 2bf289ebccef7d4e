/**
 * Starts Python with the calculators. The only place that knows how: a start from a snapshot can take its place.
 *
 * @typedef {(request: string) => string} Respond answers a question about a calculator, both as JSON text
 * @typedef {(loaded: number, total: number) => void} Progress is told bytes fetched and bytes in all
 */

const FETCHED = ["pyodide.asm.wasm", "python_stdlib.zip", "calculators.zip"];
const FOLDER = "/calculators-bundle";

/**
 * Fetches the runtime and imports the calculators.
 *
 * @param {string} root address of the runtime's folder, with a slash at the end
 * @param {Progress} progress
 * @returns {Promise<Respond>}
 */
export async function startPython(root, progress) {
  const plainFetch = globalThis.fetch;
  const manifest = await (await found(await plainFetch(`${root}manifest.json`))).json();
  const total = FETCHED.reduce((sum, name) => sum + manifest.files[name].bytes, 0);
  let loaded = 0;
  /** @param {Response} copy */
  const count = async (copy) => {
    const reader = copy.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      loaded += part.value.length;
      progress(loaded, total);
    }
  };
  /** @type {(error: unknown) => void} */
  let fail = () => {};
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => (fail = reject));
  // Pyodide fetches by itself, and waits for ever where a file does not come; a copy of each response tells how far it is.
  globalThis.fetch = async (input, init) => {
    try {
      const response = found(await plainFetch(input, init));
      count(response.clone()).catch(fail);
      return response;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  progress(0, total);
  try {
    const { loadPyodide } = await import(`${root}pyodide.mjs`);
    const bundle = fetch(`${root}calculators.zip`).then(found).then((response) => response.arrayBuffer());
    const [python, archive] = await Promise.race([failed, Promise.all([loadPyodide({ indexURL: root }), bundle])]);
    python.unpackArchive(archive, "zip", { extractDir: FOLDER });
    return python.runPython(
      `import sys; sys.path.insert(0, "${FOLDER}")\nfrom calculators.html.live import respond\nrespond`,
    );
  } finally {
    globalThis.fetch = plainFetch;
  }
}

/**
 * @param {Response} response
 * @returns {Response} the same response, when there is something in it
 */
function found(response) {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
}

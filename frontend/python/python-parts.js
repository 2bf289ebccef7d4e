/**
 * The parts of Python that only some questions need: fetched the first time that one asks for them, and checked like
 * the rest. One that did not come is fetched anew for the next question, past what the browser kept of it.
 *
 * @typedef {import("./runtime-files.js").Runtime} Runtime
 * @typedef {import("./runtime-files.js").Progress} Progress
 */

import { RuntimeFiles } from "./runtime-files.js";

export class PythonParts {
  /** @type {Set<string>} */
  #added = new Set();
  /** @type {Set<string>} */
  #failed = new Set();

  /**
   * @param {Runtime} runtime
   * @param {(archive: Uint8Array) => void} unpack puts an archive where Python finds its modules
   */
  constructor(runtime, unpack) {
    this.runtime = runtime;
    this.unpack = unpack;
  }

  /**
   * Has these parts there.
   *
   * @param {string[]} names
   * @param {Progress} progress
   * @throws {import("./runtime-files.js").PythonStartError} where one does not come whole
   */
  async add(names, progress) {
    const missing = names.filter((name) => !this.#added.has(name));
    if (!missing.length) return;
    const cache = missing.some((name) => this.#failed.has(name)) ? "reload" : "default";
    for (const name of missing) this.#failed.add(name);
    const { folders, files } = this.runtime;
    const fetched = new RuntimeFiles(files, cache, progress);
    const archives = await Promise.all(missing.map((name) => fetched.content(`${folders.parts}/${name}.zip`)));
    for (const archive of archives) this.unpack(archive);
    for (const name of missing) {
      this.#failed.delete(name);
      this.#added.add(name);
    }
  }
}

/**
 * The parts of Python that only some questions need: fetched the first time that one asks for them, and checked like
 * the rest. One that did not come is fetched anew for the next question, past what the browser kept of it.
 *
 * @typedef {import("./runtime-files.js").Manifest} Manifest
 * @typedef {import("./runtime-files.js").Progress} Progress
 */

import { RuntimeFiles } from "./runtime-files.js";

export class PythonParts {
  /** @type {Set<string>} */
  #added = new Set();
  /** @type {Set<string>} */
  #failed = new Set();

  /**
   * @param {string} root address of the runtime's folder, with a slash at the end
   * @param {Manifest} manifest
   * @param {(archive: ArrayBuffer) => void} unpack puts an archive where Python finds its modules
   */
  constructor(root, manifest, unpack) {
    this.root = root;
    this.manifest = manifest;
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
    const files = missing.map((name) => `${name}.zip`);
    for (const name of missing) this.#failed.add(name);
    const { root, manifest } = this;
    const fetched = new RuntimeFiles({ root, manifest, names: files, cache, progress });
    const archives = await Promise.all(files.map((file) => fetched.content(file)));
    for (const archive of archives) this.unpack(archive);
    for (const name of missing) {
      this.#failed.delete(name);
      this.#added.add(name);
    }
  }
}

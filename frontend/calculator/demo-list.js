/** The list of a worked example: it is fetched, from this site, where a reader tries figures on it or asks for it. */

import { keptFile } from "./list-file.js";

/**
 * @typedef {object} Demo as the build wrote it
 * @property {string} address
 * @property {string} name
 * @property {import("./list-layouts.js").Layout} layout
 * @property {number} rows
 * @property {string[]} covered the fields of the form that it has a column for
 */

export class DemoList {
  /** @type {import("./list-file.js").ListFile | null} */
  #file = null;
  /** @type {Promise<boolean> | null} while it comes */
  #coming = null;

  /** @param {Demo} demo */
  constructor(demo) {
    this.demo = demo;
  }

  /** @returns {boolean} whether it is here for questions */
  get isHere() {
    return this.#file !== null;
  }

  /** @returns {Promise<Blob | null>} null where it does not come */
  async content() {
    const response = await fetch(this.demo.address).catch(() => null);
    return response?.ok ? response.blob() : null;
  }

  /** @returns {Promise<boolean>} whether it came; two that ask at once wait for one copy */
  fetched() {
    this.#coming ??= this.#come();
    return this.#coming;
  }

  async #come() {
    const content = this.isHere ? null : await this.content();
    if (content) this.#file = await keptFile(content, this.demo.name);
    this.#coming = null;
    return this.isHere;
  }

  /** What a question names. */
  get asked() {
    const { layout, rows } = this.demo;
    return this.#file && { value: { file: this.#file.id, layout, rows }, parts: [] };
  }
}

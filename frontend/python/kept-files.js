/** The files that questions name: kept for the page, and handed to each worker once, when a question needs them. */

export class KeptFiles {
  /** @type {Map<string, Blob>} */
  #contents = new Map();
  /** @type {Set<string>} those that the worker has */
  #handed = new Set();
  /** @type {Set<string>} those that the worker has and nobody wants any more */
  #dropped = new Set();

  /** @param {string} id a second file of the same name takes the place of the first @param {Blob | ArrayBuffer} content */
  keep(id, content) {
    this.#contents.set(id, content instanceof Blob ? content : new Blob([content]));
    this.#handed.delete(id);
  }

  /** @param {string} id */
  drop(id) {
    this.#contents.delete(id);
    if (this.#handed.delete(id)) this.#dropped.add(id);
  }

  /**
   * @param {string[]} ids the files that a question names
   * @returns {{files: [string, Blob][], dropped: string[]}} what the worker has to hear with it
   */
  toHand(ids) {
    const dropped = [...this.#dropped];
    this.#dropped.clear();
    /** @type {[string, Blob][]} */
    const files = [];
    for (const id of ids) {
      const content = this.#contents.get(id);
      if (!content || this.#handed.has(id)) continue;
      files.push([id, content]);
      this.#handed.add(id);
    }
    return { files, dropped };
  }

  /** The worker may not have got them. @param {string[]} ids */
  handAgain(ids) {
    for (const id of ids) this.#handed.delete(id);
  }

  /** There is another worker, which has none. */
  handAllAgain() {
    this.#handed.clear();
    this.#dropped.clear();
  }
}

/**
 * The files that Python is made of: counted while they come, and compared with what the build wrote.
 *
 * @typedef {(loaded: number, total: number) => void} Progress is told bytes fetched and bytes in all
 * @typedef {"python" | "complete" | "calculators" | "parts"} Folder see site_build/runtime/folders.py
 * @typedef {object} Runtime what the build tells the worker of these files
 * @property {Record<Folder, string>} folders the name of each folder
 * @property {Record<string, {bytes: number, sha256: string}>} files by folder and name, `folder/name`
 * @property {object} lock what Pyodide asks of its lock file
 * @typedef {"download" | "start" | "unsupported" | "renewed" | "silent"} Cause why there is no Python: a file did not
 *   come whole, what came does not run, this browser has no WebAssembly, the site has another Python than this page
 *   asks for, or Python stopped answering
 */

// While Python starts, its own fetches go by way of these files.
const plainFetch = fetch.bind(globalThis);
const root = new URL("../../runtime/", import.meta.url).href;

export class PythonStartError extends Error {
  /** @param {Cause} failure @param {string} message */
  constructor(failure, message) {
    super(message);
    this.failure = failure;
  }
}

export class RuntimeFiles {
  #loaded = 0;
  /** @type {Promise<void>[]} */
  #checks = [];

  #total = 0;

  /**
   * @param {Runtime["files"]} told of all files
   * @param {RequestCache} cache
   * @param {Progress} progress
   */
  constructor(told, cache, progress) {
    this.told = told;
    this.cache = cache;
    this.progress = progress;
  }

  /**
   * The response, while a copy of it is counted and checked: WebAssembly is compiled as it comes.
   *
   * @param {string} name
   * @returns {Promise<Response>}
   * @throws {PythonStartError} where there is none
   */
  async fetch(name) {
    const response = await this.#download(name);
    const check = this.#checked(name, response.clone()).then(() => {}); // the content is not kept
    check.catch(() => {}); // whoever waits for `whole` hears of it
    this.#checks.push(check);
    return response;
  }

  /**
   * @param {string} name
   * @returns {Promise<Uint8Array<ArrayBuffer>>} what the file holds, once it came whole
   * @throws {PythonStartError} where it does not
   */
  async content(name) {
    return this.#checked(name, await this.#download(name));
  }

  /**
   * What was fetched as a response has come, and is what the build wrote.
   *
   * @throws {PythonStartError} as soon as one file is not
   */
  async whole() {
    await Promise.all(this.#checks);
  }

  /**
   * @param {string} name
   * @returns {Promise<Response>} with something in it
   * @throws {PythonStartError} where there is none
   */
  async #download(name) {
    this.#total += this.told[name].bytes;
    this.progress(this.#loaded, this.#total);
    const response = await plainFetch(addressOf(name), { cache: this.cache }).catch((error) => {
      throw new PythonStartError("download", String(error));
    });
    if (response.ok) return response;
    throw new PythonStartError("download", `${response.status} for ${response.url}`);
  }

  /** @param {string} name @param {Response} response @returns {Promise<Uint8Array<ArrayBuffer>>} its content */
  async #checked(name, response) {
    const { bytes, sha256 } = this.told[name];
    const content = new Uint8Array(bytes);
    const reader = response.body?.getReader();
    let came = 0;
    for (let part = await read(reader); part; part = await read(reader)) {
      if (came + part.length <= bytes) content.set(part, came);
      came += part.length;
      this.#loaded += part.length;
      this.progress(this.#loaded, this.#total);
    }
    // Over plain HTTP browsers compute no hashes: the length has to do.
    const isSound = came === bytes && (!crypto.subtle || (await hash(content)) === sha256);
    if (!isSound) throw new PythonStartError("download", `${name} is not what the build wrote`);
    return content;
  }
}

/** @param {string} name `folder/name`, or a folder with a slash at the end @returns {string} its address */
export const addressOf = (name) => root + name;

/**
 * @param {ReadableStreamDefaultReader<Uint8Array> | undefined} reader
 * @returns {Promise<Uint8Array | undefined>} the next part, where there is one
 * @throws {PythonStartError} where the connection breaks
 */
async function read(reader) {
  const part = await reader?.read().catch((error) => {
    throw new PythonStartError("download", String(error));
  });
  return part?.value;
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} SHA-256 in hexadecimal digits */
export async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

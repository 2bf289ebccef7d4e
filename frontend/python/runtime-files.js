/**
 * The files that Python is made of: counted while they come, and compared with what the build wrote.
 *
 * @typedef {(loaded: number, total: number) => void} Progress is told bytes fetched and bytes in all
 * @typedef {Record<string, {bytes: number, sha256: string}>} Manifest by the name of the file
 * @typedef {"download" | "start" | "unsupported" | "renewed" | "silent"} Cause why there is no Python: a file did not
 *   come whole, what came does not run, this browser has no WebAssembly, the site has another Python than this page
 *   asks for, or Python stopped answering
 */

// While Python starts, its own fetches go by way of these files.
const plainFetch = fetch.bind(globalThis);

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

  /**
   * @param {object} runtime
   * @param {string} runtime.root address of its folder, with a slash at the end
   * @param {Manifest} runtime.manifest
   * @param {string[]} runtime.names the files that are going to be fetched
   * @param {RequestCache} runtime.cache
   * @param {Progress} runtime.progress
   */
  constructor({ root, manifest, names, cache, progress }) {
    this.root = root;
    this.manifest = manifest;
    this.cache = cache;
    this.progress = progress;
    this.total = names.reduce((sum, name) => sum + manifest[name].bytes, 0);
    progress(0, this.total);
  }

  /**
   * The response, while a copy of it is counted and checked: WebAssembly is compiled as it comes.
   *
   * @param {RequestInfo | URL} input
   * @param {RequestInit} [init]
   * @returns {Promise<Response>}
   * @throws {PythonStartError} where there is none
   */
  async fetch(input, init) {
    const response = await download(() => plainFetch(input, { ...init, cache: this.cache }));
    const check = this.#check(String(input).slice(this.root.length), response.clone());
    check.catch(() => {}); // whoever waits for `whole` hears of it
    this.#checks.push(check);
    return response;
  }

  /**
   * @param {string} name
   * @returns {Promise<ArrayBuffer>} what the file holds, once it came whole
   * @throws {PythonStartError} where it does not
   */
  async content(name) {
    const response = await this.fetch(this.root + name);
    await this.whole();
    return response.arrayBuffer();
  }

  /**
   * What was asked for so far has come, and is what the build wrote.
   *
   * @throws {PythonStartError} as soon as one file is not
   */
  async whole() {
    await Promise.all(this.#checks);
  }

  /** @param {string} name @param {Response} copy */
  async #check(name, copy) {
    const { bytes, sha256 } = this.manifest[name];
    const content = new Uint8Array(bytes);
    const reader = copy.body?.getReader();
    let came = 0;
    for (let part = await read(reader); part; part = await read(reader)) {
      if (came + part.length <= bytes) content.set(part, came);
      came += part.length;
      this.#loaded += part.length;
      this.progress(this.#loaded, this.total);
    }
    // Over plain HTTP browsers compute no hashes: the length has to do.
    const isSound = came === bytes && (!crypto.subtle || (await hash(content)) === sha256);
    if (!isSound) throw new PythonStartError("download", `${name} is not what the build wrote`);
  }
}

/**
 * @param {string} root @param {RequestCache} cache
 * @returns {Promise<Manifest>}
 * @throws {PythonStartError} where it does not come, or is that of another folder
 */
export async function manifestOf(root, cache) {
  const response = await download(() => plainFetch(`${root}manifest.json`, { cache })).catch((error) => {
    // A release takes the folder of the one before away.
    throw error.status === 404 ? new PythonStartError("renewed", error.message) : error;
  });
  const { runtime, files } = await response.json().catch(() => ({}));
  if (!root.endsWith(`/${runtime}/`)) throw new PythonStartError("renewed", `the manifest is that of ${runtime}`);
  return files;
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
  if (response.ok) return response;
  const error = new PythonStartError("download", `${response.status} for ${response.url}`);
  throw Object.assign(error, { status: response.status });
}

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

/** @param {BufferSource} bytes @returns {Promise<string>} SHA-256 in hexadecimal digits */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

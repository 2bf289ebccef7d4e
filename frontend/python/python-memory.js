/**
 * The memory of Python, held to what a browser tab on a phone can give: what does not fit fails in Python and is said
 * in words, before the browser ends the whole tab.
 */

const MOST = 1024 ** 3; // bytes; a list of 100,000 rows takes a sixth
const MOST_OF_A_FILE = 256 * 1024 ** 2; // bytes, which Python holds beside what it reads in them
const PAGE = 65_536; // bytes in a page of WebAssembly's memory

class MemoryError extends Error {}

export class PythonMemory {
  /** Whether Python asked for more than it may have. It gives nothing back, so that another one has to follow. */
  isFull = false;

  /** @param {WebAssembly.Memory} memory */
  constructor(memory) {
    const grow = memory.grow.bind(memory);
    memory.grow = (pages) => {
      try {
        if (memory.buffer.byteLength + pages * PAGE > MOST) throw new RangeError("Python's memory is full");
        return grow(pages);
      } catch (error) {
        this.isFull = true;
        throw error;
      }
    };
  }

  /**
   * @param {Blob} content of a file
   * @returns {Promise<Uint8Array>}
   * @throws {MemoryError} it is larger than Python can hold, and was not read
   * @throws {DOMException} it changed on the disk, or is gone
   */
  async bytesOf(content) {
    if (content.size > MOST_OF_A_FILE) throw new MemoryError(`${content.size} bytes`);
    return new Uint8Array(await content.arrayBuffer());
  }

  /** @param {unknown} error @returns {boolean} whether an answer did not fit */
  isCauseOf(error) {
    return this.isFull || error instanceof MemoryError;
  }
}

/**
 * The memory of Python, held to what a browser tab on a phone can give: what does not fit fails in Python and is said
 * in words, before the browser ends the whole tab.
 */

const MOST = 1024 ** 3; // bytes; a list of 100,000 rows takes a sixth
const PAGE = 65_536; // bytes in a page of WebAssembly's memory

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
}

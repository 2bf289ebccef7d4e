/** An order that follows from a code: the same code gives the same order in every browser. */

/** @param {string} code @returns {() => number} numbers of 32 bits that follow from the code (xmur3 into mulberry32) */
function numbersFrom(code) {
  let state = 1779033703 ^ code.length;
  for (const sign of code) {
    state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/**
 * @template T
 * @param {string} code
 * @param {readonly T[]} entries
 * @returns {T[]} the entries in the order of the code
 */
export function seededOrder(code, entries) {
  const next = numbersFrom(code);
  const ordered = [...entries];
  for (let last = ordered.length - 1; last > 0; last -= 1) {
    const other = next() % (last + 1);
    [ordered[last], ordered[other]] = [ordered[other], ordered[last]];
  }
  return ordered;
}

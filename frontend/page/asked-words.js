/** The words that search asks for: those that say something, each with its other forms. */

const SHORTEST = 4;

/** @param {string} word @returns {string[]} the word, its stem, and the stem with its other spelling */
function forms(word) {
  const plain = word.toLowerCase();
  if (plain.length <= SHORTEST || !/^[\p{L}]+$/u.test(plain)) return [word];
  const found = [word];
  // company - companies: what both begin with.
  const stem = plain.replace(/(?:ies|y|en|s|es|e)$/, "");
  if (stem.length >= SHORTEST - 1) {
    found.push(stem);
    // bezwaar - bezwaren, afspraak - afspraken: a long vowel is written once before an ending.
    found.push(stem.replace(/([aeou])\1([^aeiou])$/, "$1$2"));
    found.push(stem.replace(/([^aeiou])([aeou])([^aeiouwx])$/, "$1$2$2$3"));
  }
  return [...new Set(found)];
}

/**
 * Material looks for words that start with what was typed, so that "te" alone finds "telefoon". A common word, or one
 * that has only been begun, counts where nothing else was typed; and then a saying that begins so says what is meant.
 *
 * @param {string} typed
 * @param {(word: string) => boolean} isCommon whether a word in small letters is common in the language
 * @param {string[]} sayings what customers say
 * @returns {string} what to ask for
 */
export function askedWords(typed, isCommon, sayings) {
  const words = typed.split(/\s+/).filter(Boolean);
  const uncommon = (/** @type {string} */ word) => !isCommon(word.toLowerCase().split(/['’]/)[0]);
  const says = (/** @type {string} */ word) => word.length > 2 && uncommon(word);
  const meant = words.filter(says);
  if (meant.length) return meant.flatMap(forms).join(" ");
  const begun = words.join(" ").toLowerCase();
  const said = sayings.filter((saying) => begun && saying.toLowerCase().startsWith(begun));
  const others = said.length ? said.flatMap((saying) => saying.split(/\s+/)).filter(says) : words.filter(uncommon);
  return (others.length ? [...new Set(others)] : words).join(" ");
}

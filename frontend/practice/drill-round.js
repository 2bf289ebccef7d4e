/** A round of a drill: its code, and the fragment that names it. Nothing here needs a page. */

const CODE = /^[\p{L}\p{N}]{1,12}$/u;
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const FRAGMENT = "#round=";

/** @param {string} text @returns {string} the code that was typed, in lower case, or nothing where it is none */
export function codeFrom(text) {
  const code = text.trim().toLowerCase();
  return CODE.test(code) ? code : "";
}

/** @returns {string} a code of four signs that are easy to say and to type */
export function newCode() {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((part) => LETTERS[part % LETTERS.length]).join("");
}

/** @param {string} code @returns {string} */
export function roundFragment(code) {
  return `${FRAGMENT}${encodeURIComponent(code)}`;
}

/** @param {string} hash @returns {boolean} whether a fragment is meant for a round; any other is an address that lasts */
export function isRound(hash) {
  return hash.startsWith(FRAGMENT);
}

/** @param {string} hash @returns {string} the code in a fragment, or nothing where it holds none */
export function codeIn(hash) {
  if (!isRound(hash)) return "";
  try {
    return codeFrom(decodeURIComponent(hash.slice(FRAGMENT.length)));
  } catch {
    return "";
  }
}

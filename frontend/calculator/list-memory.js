/** The lists of this tab: they stay over instant navigation, and of a reload nothing is left but that one was open. */

/** @type {Map<string, import("./list-field.js").OpenList>} by calculator and field */
const open = new Map();
const MARK = "playbook:list-was-open:";

/** @param {string} key @returns {import("./list-field.js").OpenList | null} */
export function openList(key) {
  return open.get(key) ?? null;
}

/** @param {string} key @param {import("./list-field.js").OpenList | null} list null closes it */
export function setOpenList(key, list) {
  if (list) open.set(key, list);
  else open.delete(key);
  try {
    if (list) sessionStorage.setItem(MARK + key, "1");
    else sessionStorage.removeItem(MARK + key);
  } catch {
    // A browser that keeps nothing says nothing after a reload either.
  }
}

/** @param {string} key @returns {boolean} whether a list was open before the page was loaded again */
export function isLost(key) {
  try {
    return !open.has(key) && sessionStorage.getItem(MARK + key) !== null;
  } catch {
    return false;
  }
}

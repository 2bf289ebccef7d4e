/** Texts kept on this device. A browser that keeps nothing, or has no room left, is no fault: it says so by `false`. */

/** @param {string} key @returns {string | null} what was kept, or nothing */
export function keptText(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} text @returns {boolean} whether it is kept */
export function keepText(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} key @returns {boolean} whether this browser keeps texts at all */
export function forgetText(key) {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} start of the keys of the texts to forget */
export function forgetTexts(start) {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key);
  } catch {
    // Nothing is kept here.
  }
}

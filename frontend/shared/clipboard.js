/** The clipboard. A browser that refuses it is no fault: it says so by `false`. */

/** @param {string} text @returns {Promise<boolean>} whether the text is copied */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

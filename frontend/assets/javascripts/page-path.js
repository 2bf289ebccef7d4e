/** The path of the page that is shown, the same in both languages. */

// Read once, on the page that was loaded: after an instant navigation a relative address means something else.
const link = /** @type {HTMLElement | null} */ (document.querySelector("a.language-switch"));
const root = new URL(link?.dataset.thisSite ?? ".", location.href).pathname;

/** @returns {string} such as `accounts/late-payment/`, without the folder of the language */
export function pagePath() {
  return location.pathname.startsWith(root) ? location.pathname.slice(root.length) : location.pathname;
}

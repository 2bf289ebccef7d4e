/**
 * Where the page that is shown stands, and the folders of the site.
 *
 * Read once, on the page that was loaded (site.js imports this module): after an instant navigation a relative address
 * means something else.
 */

const link = /** @type {HTMLElement | null} */ (document.querySelector("a.language-switch"));
const root = new URL(link?.dataset.thisSite ?? ".", location.href).pathname;
const python = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="python-worker"]'));

/** The address of the script that Python's worker runs. */
export const workerAddress = new URL(python?.content ?? "", location.href).href;

/** What Python takes at a first visit, in megabytes, as text. */
export const pythonMegabytes = python?.dataset.megabytes ?? "";

/**
 * @param {string} pathname of the page that is shown, unless told otherwise
 * @returns {string} such as `accounts/late-payment/`, the same in both languages
 */
export function pagePath(pathname = location.pathname) {
  return pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
}

/** @param {string} path as of `pagePath` @returns {string} the address of that page in the language that is shown */
export function pageAddress(path) {
  return new URL(root + path, location.href).href;
}

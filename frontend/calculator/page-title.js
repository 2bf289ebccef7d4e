/** Pages of this site, by the path that they have in both languages. */

import { pagePath } from "../shared/page-path.js";

/** @param {string} path @returns {string} the address of a page in the language of this one */
export function addressOf(path) {
  const root = location.pathname.slice(0, location.pathname.length - pagePath().length);
  return root + path;
}

/**
 * @param {string} path
 * @returns {string} the title of a page as the navigation beside it has it (a tab has that of its part), else its path
 */
export function titleOf(path) {
  const address = addressOf(path);
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("nav.md-nav a[href]"));
  const link = [...links].find((found) => found.pathname === address && found.textContent?.trim());
  return link?.textContent?.trim() ?? path;
}

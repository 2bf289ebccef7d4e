/**
 * Links to a part of the page that is shown: the browser follows them, not instant navigation.
 *
 * Material fetches the page anew for the first of them and puts it in the place of the one that is shown, with whatever
 * the reader has open in it; without a network it leaves the page. This script runs before Material's, so that it hears
 * of each step of the history first.
 */

import "./colour-change.js";
import "./refused-storage.js";

/** The page of which the content is shown or on its way. */
let path = location.pathname;

/** Whether a link leads to a part of the page at the address of the browser. @param {HTMLAnchorElement} link */
const leadsToThisPage = (link) =>
  link.hash !== "" && link.origin + link.pathname + link.search === location.origin + path + location.search;

document.addEventListener(
  "click",
  ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link || !leadsToThisPage(link)) return;
    // Material leaves a link with a target to the browser.
    link.target = "_self";
    // Material closes its drawer only where the address changes.
    if (link.hash === location.hash) /** @type {HTMLElement | null} */ (document.querySelector("#__drawer:checked"))?.click();
  },
  { capture: true },
);

// By now Material has followed the link, if it led to another page.
addEventListener("click", () => {
  path = location.pathname;
});

addEventListener("popstate", (event) => {
  const samePage = location.pathname === path;
  path = location.pathname;
  if (!samePage) return;
  event.stopImmediatePropagation();
  // Material notes the place in each step of the history, and keeps the browser from restoring it.
  const place = /** @type {{ x: number, y: number } | null} */ (history.state);
  if (place) scrollTo(place.x, place.y);
});

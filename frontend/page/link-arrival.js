/**
 * A page that was reached by a link is shown from its top, or from the part that the link names.
 *
 * Material notes the place in the step of the history a moment after scrolling ends. Where the link was followed within
 * that moment, the note of the page before lands in the step of the page that comes, and that opens somewhere halfway.
 */

/** The page that is shown. */
let shown = location.pathname;
let byLink = false;

export function startLinkArrivals() {
  addEventListener("click", () => {
    byLink = location.pathname !== shown;
  });
  addEventListener("popstate", () => {
    byLink = false;
  });
}

/** Mend the place of the page that has just been shown; safe to call again. */
export function arrive() {
  shown = location.pathname;
  const part = namedPart();
  // A role card shows where the address names it; the browser has not looked for it in what came back with a step.
  if (part?.checkVisibility() === false) location.replace(location.hash);
  if (!byLink) return;
  byLink = false;
  if (history.state === null) return;
  history.replaceState(null, "");
  (part ?? document.documentElement).scrollIntoView({ behavior: "instant" });
}

/** @returns {HTMLElement | null} the part of the page that the address names */
function namedPart() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // Signs that stand for none, such as a lone %.
    return null;
  }
}

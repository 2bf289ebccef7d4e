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
  if (!byLink) return;
  byLink = false;
  if (history.state === null) return;
  history.replaceState(null, "");
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  (part ?? document.documentElement).scrollIntoView({ behavior: "instant" });
}

/** What only some pages need, fetched; where that fails it is said beside what needs it, with a way to try again. */

import { button } from "../shared/button.js";
import { word } from "../shared/words.js";

/** @typedef {{for: string, load: () => Promise<{start?: () => void}>}} Feature what a page has to hold, and what then comes */

/** @param {Feature} feature nothing happens where the page does not hold it */
export async function loadFeature(feature) {
  const place = document.querySelector(feature.for);
  if (!place) return;
  const loaded = await feature.load().catch(() => null);
  if (loaded) loaded.start?.();
  else place.before(failure());
}

/** @returns {HTMLElement} */
function failure() {
  const failed = document.createElement("div");
  failed.className = "feature-failed";
  failed.setAttribute("role", "alert");
  const said = document.createElement("p");
  said.textContent = word("page.not_loaded");
  // Firefox asks no second time for a module that did not come. A page that cannot be reached is not left either.
  const again = async () => {
    if (await isReached()) location.reload();
    else failed.replaceWith(failure());
  };
  failed.append(said, button(word("page.load_again"), again));
  return failed;
}

/** @returns {Promise<boolean>} whether the page is there */
async function isReached() {
  const response = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
  return response?.ok ?? false;
}

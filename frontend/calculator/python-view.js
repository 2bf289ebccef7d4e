/** Python as a calculator shows it: fetched when somebody sees the calculator, with a bar, and Retry where that failed. */

import { python } from "../python/python-client.js";
import { button } from "../shared/button.js";
import { isSparing } from "../shared/connection.js";
import { pythonMegabytes } from "../shared/page-path.js";
import { word } from "../shared/words.js";

/** @param {HTMLElement} calculator @param {AbortSignal} signal */
export function startWhenSeen(calculator, signal) {
  if (isSparing()) return sayWhatItTakes(calculator, signal);
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    (globalThis.requestIdleCallback ?? setTimeout)(() => python.startOnce());
  });
  observer.observe(calculator);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * Says it before the first field, which fetches Python when it is touched. It stays true and stays there: nothing moves
 * under the finger.
 *
 * @param {HTMLElement} calculator @param {AbortSignal} signal
 */
function sayWhatItTakes(calculator, signal) {
  if (python.state !== "idle") return;
  const note = document.createElement("p");
  note.className = "calculator-sparing";
  note.textContent = word("calculator.sparing", { megabytes: pythonMegabytes });
  calculator.querySelector("form")?.prepend(note);
  signal.addEventListener("abort", () => note.remove());
}

/** @param {HTMLElement} place @param {() => void} retry */
export function showPython(place, retry) {
  if (python.state === "loading") showProgress(place);
  else if (python.state === "failed") {
    const isHopeless = python.cause === "unsupported";
    place.replaceChildren(...(isHopeless ? [] : [button(word("calculator.retry"), retry, { name: "calculator-retry" })]));
  } else place.replaceChildren();
}

/** @param {HTMLElement} place */
function showProgress(place) {
  // A share, and no megabytes: what comes is packed, and half as much or less goes over the wire.
  const percent = String(Math.floor((100 * python.loaded) / (python.total || 1)));
  const isFetching = python.total > 0 && python.loaded < python.total;
  const bar = place.querySelector("progress") ?? document.createElement("progress");
  const told = place.querySelector("span") ?? document.createElement("span");
  bar.max = python.total || 1;
  bar.value = python.loaded;
  bar.setAttribute("aria-label", word("calculator.starting"));
  if (python.wasSilent) told.textContent = word("calculator.starting_again");
  else told.textContent = isFetching ? word("calculator.loading", { percent }) : word("calculator.starting");
  if (!bar.isConnected) place.replaceChildren(bar, told);
}

/** The ways in of a list: a file that is chosen or dropped, a paste, and the demo list. */

import { word } from "../shared/words.js";
import { transferred } from "./list-file.js";

/**
 * @typedef {object} Intake
 * @property {AbortSignal} signal
 * @property {(content: Blob, name: string) => Promise<void>} read
 * @property {() => void} demo
 */

/** @param {HTMLElement} place @param {Intake} intake */
export function listenToIntake(place, intake) {
  const { signal } = intake;
  const input = /** @type {HTMLInputElement} */ (place.querySelector("input[type=file]"));
  place.addEventListener("click", ({ target }) => {
    const action = target instanceof HTMLElement ? target.dataset.list : "";
    if (action === "choose") input.click();
    else if (action === "demo") intake.demo();
  }, { signal });
  place.addEventListener("change", ({ target }) => chosen(target, intake), { signal });
  place.addEventListener("paste", (event) => brought(event, event.clipboardData, place, intake), { signal });
  place.addEventListener("drop", (event) => brought(event, event.dataTransfer, place, intake), { signal });
  place.addEventListener("dragleave", () => place.removeAttribute("data-over"), { signal });
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.setAttribute("data-over", "");
  }, { signal });
  // A file that falls beside the place would take the page away, and all that was typed with it.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault(), { signal });
}

/** @param {EventTarget | null} control @param {Intake} intake */
async function chosen(control, { read }) {
  if (control instanceof HTMLTextAreaElement && control.value.trim()) read(new Blob([control.value]), word("lists.pasted"));
  if (!(control instanceof HTMLInputElement) || !control.files?.[0]) return;
  const [file] = control.files;
  // The same file, chosen once more after it was changed, is to be read again.
  control.value = "";
  read(file, file.name);
}

/** @param {Event} event @param {DataTransfer | null} data @param {HTMLElement} place @param {Intake} intake */
function brought(event, data, place, { read }) {
  place.removeAttribute("data-over");
  const found = transferred(data, word("lists.pasted"));
  if (found) event.preventDefault();
  if (found) read(found.content, found.name);
}

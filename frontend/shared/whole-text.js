/** Texts that are typed stay in sight: their control grows, and on paper the text takes its place. */

const MOST_ROWS = 30;

/** @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control nothing happens to a box to tick */
export function showWhole(control) {
  if (control instanceof HTMLInputElement && control.type === "checkbox") return;
  const printed = printedText(control);
  printed.textContent = control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.text ?? "") : control.value;
  if (!(control instanceof HTMLTextAreaElement)) return;
  control.dataset.rows ??= String(control.rows);
  control.rows = Number(control.dataset.rows);
  while (control.scrollHeight > control.clientHeight + 2 && control.rows < MOST_ROWS) control.rows += 1;
}

/** @param {Element} control @returns {Element} what stands on paper instead: a control is cut at the end of a page */
function printedText(control) {
  const next = control.nextElementSibling;
  if (next?.className === "printed-text") return next;
  const made = document.createElement("span");
  made.className = "printed-text";
  control.after(made);
  return made;
}

/** A button of the playbook: the only place where scripts make one. */

/**
 * @param {string} text
 * @param {(event: MouseEvent) => void} act what a click does
 * @param {{kind?: "quiet" | "loud" | "small", type?: "button" | "submit", name?: string}} [options] its looks (quiet
 *   unless told otherwise), whether it sends its form, and a class to find it by
 * @returns {HTMLButtonElement}
 */
export function button(text, act, { kind = "quiet", type = "button", name = "" } = {}) {
  const made = document.createElement("button");
  made.type = type;
  made.className = `button button--${kind} ${name}`.trim();
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** A button of the playbook. */

/** @param {string} text @param {() => void} act @returns {HTMLButtonElement} */
export function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button--quiet";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** Task lists that stay ticked on this device, in both languages, with a way to clear them. */

import { button } from "../shared/button.js";
import { forgetText, keepText, keptText } from "../shared/device-storage.js";
import { pagePath } from "../shared/page-path.js";
import { word } from "../shared/words.js";

/**
 * @param {Element} list
 * @returns {string} the name of a checklist: that of its chapter, also on a page that shows the checklists of all chapters
 */
function nameOf(list) {
  const headings = [...document.querySelectorAll(".md-content :is(h1, h2)[id]")];
  const before = headings.filter((heading) => heading.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING);
  const id = before.at(-1)?.id ?? "";
  return id === "checklist" ? (pagePath().split("/").filter(Boolean).at(-1) ?? "") : id;
}

/** @param {HTMLElement} list @param {HTMLInputElement[]} boxes */
function addClearButton(list, boxes) {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "checklist-status";
  const clear = () => {
    for (const box of boxes) {
      box.checked = false;
      box.dispatchEvent(new Event("change"));
    }
    status.textContent = word("checklist.cleared");
  };
  const bar = document.createElement("p");
  bar.className = "checklist-bar";
  bar.append(button(word("checklist.clear"), clear, { kind: "small" }), " ", status);
  list.after(bar);
}

/**
 * The first edition kept ticks by their number.
 *
 * @param {string} before key of then
 * @param {string} key key of now
 */
function moveKept(before, key) {
  const kept = keptText(before);
  if (kept !== null && keepText(key, kept)) forgetText(before);
}

/** Make the task lists of the page that is shown remember their ticks. */
export function startChecklists() {
  /** @type {NodeListOf<HTMLElement>} */
  const lists = document.querySelectorAll(".task-list:not([data-kept])");
  for (const list of lists) {
    list.dataset.kept = "";
    const name = nameOf(list);
    /** @type {HTMLInputElement[]} */
    const boxes = [...list.querySelectorAll("input")];
    boxes.forEach((box, number) => {
      const item = /** @type {HTMLElement} */ (box.closest("li"));
      const key = `checklist:${name}:${item.dataset.tick}`;
      moveKept(`checklist:${name}:${number}`, key);
      // What a reader ticked before this script came stays.
      if (box.checked) keepText(key, "1");
      else box.checked = keptText(key) === "1";
      box.addEventListener("change", () => (box.checked ? keepText(key, "1") : forgetText(key)));
    });
    addClearButton(list, boxes);
  }
}

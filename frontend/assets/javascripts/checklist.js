/** Task lists that stay ticked on this device, by page and item, with words on each box and a way to clear them. */

const WORDS = {
  nl: { clear: "Vinkjes wissen", cleared: "Alle vinkjes op deze pagina zijn gewist." },
  en: { clear: "Clear ticks", cleared: "All ticks on this page are cleared." },
};

/** @returns {{ clear: string, cleared: string }} the words in the language of the page */
function words() {
  return document.documentElement.lang === "nl" ? WORDS.nl : WORDS.en;
}

/** @param {string} item @returns {string} where this item's tick is kept; both languages have the same key */
function keyOf(item) {
  return `checklist:${location.pathname}:${item}`;
}

/** @param {string} key @returns {boolean} whether the item is ticked; no where the browser keeps nothing */
function isKept(key) {
  try {
    return localStorage.getItem(key) === "1";
  } catch {
    return false;
  }
}

/** @param {string} key @param {boolean} ticked */
function keep(key, ticked) {
  try {
    if (ticked) localStorage.setItem(key, "1");
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing still lets the reader tick.
  }
}

/** @param {HTMLInputElement} box @param {HTMLElement} item @returns {void} */
function nameBox(box, item) {
  const label = box.closest("label");
  if (!label || label.querySelector(".task-text")) return;
  const text = document.createElement("span");
  text.className = "task-text";
  while (label.nextSibling && !(label.nextSibling instanceof HTMLUListElement)) text.append(label.nextSibling);
  label.append(text);
  box.setAttribute("aria-label", (text.textContent ?? item.textContent ?? "").trim());
}

/** @param {HTMLUListElement} list @param {HTMLInputElement[]} boxes */
function addClearButton(list, boxes) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "checklist-clear";
  button.textContent = words().clear;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "checklist-status";
  button.addEventListener("click", () => {
    for (const box of boxes) {
      box.checked = false;
      box.dispatchEvent(new Event("change"));
    }
    status.textContent = words().cleared;
  });
  const bar = document.createElement("p");
  bar.className = "checklist-bar";
  bar.append(button, " ", status);
  list.after(bar);
}

/** Make the task lists of the page that is shown remember their ticks. */
export function startChecklists() {
  /** @type {NodeListOf<HTMLUListElement>} */
  const lists = document.querySelectorAll("ul.task-list:not([data-kept])");
  lists.forEach((list, listNumber) => {
    list.dataset.kept = "";
    /** @type {HTMLInputElement[]} */
    const boxes = [...list.querySelectorAll("input")];
    boxes.forEach((box, number) => {
      const key = keyOf(`${listNumber}-${number}`);
      const item = box.closest("li");
      if (item) nameBox(box, item);
      box.checked = isKept(key);
      box.addEventListener("change", () => keep(key, box.checked));
    });
    addClearButton(list, boxes);
  });
}

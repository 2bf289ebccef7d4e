/** Prints one calculator by itself: what it is, of which day and from where, its figures and its answer. */

const ALONE = "prints-answer";

/** @param {HTMLElement} calculator the rest of its page is hidden by paper.css while it is printed */
export function printAnswer(calculator) {
  const origin = originOf(calculator);
  calculator.prepend(origin);
  calculator.dataset.printed = "";
  document.documentElement.classList.add(ALONE);
  const blank = blankPlaces(calculator);
  for (const place of blank) place.dataset.blank = "";
  const restore = () => {
    origin.remove();
    for (const place of blank) delete place.dataset.blank;
    delete calculator.dataset.printed;
    document.documentElement.classList.remove(ALONE);
  };
  addEventListener("afterprint", restore, { once: true });
  print();
}

/** @param {HTMLElement} calculator @returns {HTMLElement} its title, today, and the address of its page */
function originOf(calculator) {
  const origin = document.createElement("header");
  origin.className = "answer-origin";
  const title = document.createElement("strong");
  title.textContent = calculator.querySelector("form")?.getAttribute("aria-label") ?? document.title;
  const day = document.createElement("time");
  const { lang } = document.documentElement;
  day.textContent = new Date().toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
  const address = document.createElement("span");
  address.textContent = location.origin + location.pathname;
  origin.append(title, day, address);
  return origin;
}

/** @param {HTMLElement} calculator @returns {HTMLElement[]} the fields, and the rows of tables, in which nothing stands */
function blankPlaces(calculator) {
  const places = /** @type {NodeListOf<HTMLElement>} */ (calculator.querySelectorAll(".field, .field tr:has(input)"));
  return [...places].filter((place) => [...place.querySelectorAll("input, select")].every(isBlank));
}

/** @param {Element} control @returns {boolean} */
function isBlank(control) {
  return control instanceof HTMLInputElement && control.type !== "radio" && control.value.trim() === "";
}

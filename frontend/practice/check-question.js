/**
 * <check-question>: lets a reader answer the question that the build wrote, with feedback.
 *
 * The answer is kept on this device, by the names of question and option. With `data-once` the first answer counts.
 */

import { button } from "../shared/button.js";
import { forgetText, keepText, keptText } from "../shared/device-storage.js";
import { pagePath } from "../shared/page-path.js";
import { word } from "../shared/words.js";

export class CheckQuestion extends HTMLElement {
  /** @type {"right" | "wrong" | "open"} */
  verdict = "open";

  connectedCallback() {
    if (this.querySelector("fieldset")) return;
    const kept = this.#kept();
    this.append(this.#fieldset(kept));
    for (const written of this.querySelectorAll(":scope > :is(.question-text, .question-options, .question-answer)")) {
      written.setAttribute("hidden", "");
    }
    if (kept) this.#show(kept);
  }

  get #key() {
    return `question:${pagePath()}:${this.dataset.question}`;
  }

  /** @returns {string} the name of the option that was chosen before, or nothing */
  #kept() {
    const names = [...this.querySelectorAll(".question-options > li")].map(nameOf);
    this.#moveKept(names);
    const kept = keptText(this.#key) ?? "";
    return names.includes(kept) ? kept : "";
  }

  /** @param {string[]} names of the options: the first edition kept these, and questions of pages, by their numbers */
  #moveKept(names) {
    const questions = [...document.querySelectorAll("check-question:not([data-once])")];
    const before = "once" in this.dataset ? this.#key : `question:${pagePath()}:q${questions.indexOf(this) + 1}`;
    const number = keptText(before) ?? "";
    if (!/^\d$/.test(number)) return;
    forgetText(before);
    if (names[Number(number)]) keepText(this.#key, names[Number(number)]);
  }

  /** @returns {HTMLInputElement[]} */
  #choices() {
    return [...this.querySelectorAll("input")];
  }

  /** @param {string} kept @returns {HTMLFieldSetElement} the question as a group of choices */
  #fieldset(kept) {
    const fieldset = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.className = "question-text";
    legend.append(...copies(this.querySelector(".question-text")));
    fieldset.append(legend);
    for (const option of this.querySelectorAll(".question-options > li")) {
      const label = document.createElement("label");
      const choice = document.createElement("input");
      choice.type = "radio";
      choice.name = `${this.dataset.question}-choice`;
      choice.value = nameOf(option);
      choice.checked = choice.value === kept;
      choice.addEventListener("change", () => this.#answer(choice.value));
      const text = document.createElement("span");
      text.append(...copies(option));
      label.append(choice, text);
      fieldset.append(label);
    }
    const feedback = document.createElement("div");
    feedback.className = "question-said";
    feedback.setAttribute("role", "status");
    fieldset.append(feedback);
    return fieldset;
  }

  /** @param {string} name of an option */
  #answer(name) {
    keepText(this.#key, name);
    this.#show(name);
    this.dispatchEvent(new Event("answered", { bubbles: true }));
  }

  /** @param {string} name of an option */
  #show(name) {
    const given = /** @type {HTMLElement} */ (this.querySelector(`.question-feedback[data-option="${name}"]`));
    this.verdict = given.dataset.right === "true" ? "right" : "wrong";
    this.dataset.verdict = this.verdict;
    // The given answer stays enabled, so that the keyboard does not lose its place.
    if ("once" in this.dataset) for (const choice of this.#choices()) choice.disabled = !choice.checked;
    const verdict = given.querySelector("strong")?.cloneNode(true) ?? "";
    const said = document.createElement("div");
    said.append(...copies(given));
    said.querySelector(".question-option")?.replaceWith(verdict);
    this.querySelector(".question-said")?.replaceChildren(...said.childNodes);
  }

  /** Forget the answer. */
  clear() {
    forgetText(this.#key);
    this.verdict = "open";
    delete this.dataset.verdict;
    this.querySelector(".question-said")?.replaceChildren();
    for (const choice of this.#choices()) choice.checked = choice.disabled = false;
  }
}

customElements.define("check-question", CheckQuestion);

/** @param {Element} option @returns {string} */
function nameOf(option) {
  return /** @type {HTMLElement} */ (option).dataset.option ?? "";
}

/** @param {Element | null} element @returns {Node[]} copies of what is in it */
function copies(element) {
  return [...(element?.childNodes ?? [])].map((child) => child.cloneNode(true));
}

/** Put a score and a way to start again under the questions of the page that is shown. */
export function startQuestions() {
  const questions = /** @type {CheckQuestion[]} */ ([...document.querySelectorAll("check-question:not([data-once])")]);
  const last = questions.at(-1);
  if (!last || document.querySelector(".question-bar")) return;
  const score = document.createElement("p");
  score.setAttribute("role", "status");
  const tell = () => {
    const right = questions.filter((question) => question.verdict === "right").length;
    score.textContent = word("question.score", { right, all: questions.length });
  };
  const clear = button(word("question.clear"), () => {
    for (const question of questions) question.clear();
    score.textContent = word("question.cleared");
  });
  for (const question of questions) question.addEventListener("answered", tell);
  const bar = document.createElement("div");
  bar.className = "question-bar";
  bar.append(score, clear);
  last.after(bar);
  tell();
}

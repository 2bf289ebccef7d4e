/**
 * <check-question>: lets a reader answer the question that the build wrote, with feedback.
 *
 * A wrong answer may be tried once more, or be given up; after that, or at once with `data-once`, the right answer is
 * shown with its reason, and the answer stays. It is kept on this device, by the names of question and option.
 */

import { button } from "../shared/button.js";
import { forgetText, keepText, keptText } from "../shared/device-storage.js";
import { pagePath } from "../shared/page-path.js";
import { word } from "../shared/words.js";

/** Stands behind a kept answer when the right one was shown. */
const SHOWN = " shown";

export class CheckQuestion extends HTMLElement {
  /** @type {"right" | "wrong" | "open"} */
  verdict = "open";

  connectedCallback() {
    if (this.querySelector("fieldset")) return;
    const kept = this.#kept();
    this.append(this.#fieldset(kept.name));
    for (const written of this.querySelectorAll(":scope > :not(fieldset)")) written.setAttribute("hidden", "");
    if (kept.name) this.#show(kept.name, kept.isShown);
  }

  get #key() {
    return `question:${pagePath()}:${this.dataset.question}`;
  }

  /** @returns {{ name: string, isShown: boolean }} the option that was chosen before, or nothing; whether all was told */
  #kept() {
    const names = [...this.querySelectorAll(".question-options > li")].map(nameOf);
    this.#moveKept(names);
    const kept = keptText(this.#key) ?? "";
    const isShown = kept.endsWith(SHOWN);
    const name = isShown ? kept.slice(0, -SHOWN.length) : kept;
    return { name: names.includes(name) ? name : "", isShown };
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
    // What the customer said belongs to the question: a screen reader says it on the way to the choices.
    const heard = this.querySelector(".question-heard");
    if (heard) legend.append(spanOf("question-heard", heard));
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
    // Each choice is an answer that counts: arrows only move, so that a reader can pass an option by.
    fieldset.addEventListener("keydown", (event) => this.#move(event));
    const feedback = document.createElement("div");
    feedback.className = "question-said";
    feedback.setAttribute("role", "status");
    const giveUp = button(word("question.show"), () => this.#giveUp(), { kind: "small", name: "question-give-up" });
    giveUp.hidden = true;
    fieldset.append(feedback, giveUp);
    return fieldset;
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const choices = this.#choices().filter((choice) => !choice.disabled);
    const place = choices.findIndex((choice) => choice === event.target);
    if (!step || place === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choices.at((place + step) % choices.length)?.focus();
  }

  /** @param {string} name of an option */
  #answer(name) {
    const isLastTry = "once" in this.dataset || this.verdict === "wrong";
    this.#show(name, isLastTry && !this.#given(name).isRight);
    this.dispatchEvent(new Event("answered", { bubbles: true }));
  }

  #giveUp() {
    const chosen = this.#choices().find((choice) => choice.checked);
    if (!chosen) return;
    this.#show(chosen.value, true);
    // The button is gone now.
    chosen.focus();
  }

  /** @param {string} name of an option @returns {{ isRight: boolean, written: HTMLElement }} what there is to say to it */
  #given(name) {
    const written = /** @type {HTMLElement} */ (this.querySelector(`.question-feedback[data-option="${name}"]`));
    return { isRight: written.dataset.right === "true", written };
  }

  /** @param {string} name of an option @param {boolean} isShown whether the right answer is shown with it, and all is told */
  #show(name, isShown) {
    const { isRight, written } = this.#given(name);
    const isOnce = "once" in this.dataset;
    const isTold = !isRight && (isShown || isOnce);
    keepText(this.#key, isTold && !isOnce ? name + SHOWN : name);
    this.verdict = isRight ? "right" : "wrong";
    this.dataset.verdict = this.verdict;
    // The given answer stays enabled, so that the keyboard does not lose its place.
    if (isOnce || isTold) for (const choice of this.#choices()) choice.disabled = !choice.checked;
    this.#offerToGiveUp(!isRight && !isTold);
    const verdict = written.querySelector("strong")?.cloneNode(true) ?? "";
    const said = document.createElement("div");
    said.append(...copies(written));
    said.querySelector(".question-option")?.replaceWith(verdict);
    this.querySelector(".question-said")?.replaceChildren(...said.childNodes, ...(isTold ? [this.#rightAnswer()] : []));
  }

  /** @returns {HTMLElement} the right answer with its reason */
  #rightAnswer() {
    const right = document.createElement("div");
    right.className = "question-right";
    right.append(...copies(this.querySelector('.question-feedback[data-right="true"]')));
    const verdict = right.querySelector("strong");
    if (verdict) verdict.textContent = word("question.right_answer");
    return right;
  }

  /** @param {boolean} isOffered */
  #offerToGiveUp(isOffered) {
    const giveUp = /** @type {HTMLElement | null} */ (this.querySelector(".question-give-up"));
    if (giveUp) giveUp.hidden = !isOffered;
  }

  /** Forget the answer. */
  clear() {
    forgetText(this.#key);
    this.verdict = "open";
    delete this.dataset.verdict;
    this.#offerToGiveUp(false);
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

/** @param {string} name of its class @param {Element} element @returns {HTMLElement} a copy of what is in it */
function spanOf(name, element) {
  const span = document.createElement("span");
  span.className = name;
  span.append(...copies(element));
  return span;
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

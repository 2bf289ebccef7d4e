/** <sales-drill>: rounds of a few cases, drawn by a code in the fragment, so that a whole class can play the same round. */

import { CheckQuestion } from "./check-question.js";
import { button } from "./button.js";
import { keepText, keptText } from "./device-storage.js";
import { seededOrder } from "./seeded-order.js";

const WORDS = {
  nl: {
    code: "Code van de ronde",
    hint: "Dezelfde code geeft iedereen dezelfde situaties.",
    start: "Speel deze ronde",
    fresh: "Nieuwe ronde",
    again: "Zelfde ronde opnieuw",
    copy: "Kopieer link naar deze ronde",
    copied: "De link is gekopieerd.",
    notCopied: "Kopiëren lukt hier niet. Kopieer het adres uit de adresbalk.",
    badCode: "Een code bestaat uit 1 tot 12 letters en cijfers, bijvoorbeeld les4.",
    place: "Situatie {number} van {all}",
    next: "Volgende situatie",
    last: "Naar de uitslag",
    result: "Uitslag van ronde {code}",
    score: "Je had {right} van de {all} antwoorden goed.",
    missed: "Kijk deze situaties nog eens na:",
    full: "Alles goed. Neem een nieuwe ronde, of leg iemand uit waarom.",
  },
  en: {
    code: "Code of the round",
    hint: "The same code gives everybody the same situations.",
    start: "Play this round",
    fresh: "New round",
    again: "Same round again",
    copy: "Copy link to this round",
    copied: "The link is copied.",
    notCopied: "Copying does not work here. Copy the address from the address bar.",
    badCode: "A code is 1 to 12 letters and digits, for instance class4.",
    place: "Situation {number} of {all}",
    next: "Next situation",
    last: "To the result",
    result: "Result of round {code}",
    score: "You had {right} of {all} answers right.",
    missed: "Look at these situations again:",
    full: "All correct. Take a new round, or explain to somebody why.",
  },
};
const CODE = /^[\p{L}\p{N}]{1,12}$/u;
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const FRAGMENT = "#round=";

class SalesDrill extends HTMLElement {
  #words = WORDS.en;
  #code = "";
  /** @type {HTMLElement[]} */
  #cases = [];
  #number = 0;
  /** @type {HTMLElement | null} */
  #status = null;
  #signal = new AbortController();

  connectedCallback() {
    this.#words = document.documentElement.lang === "nl" ? WORDS.nl : WORDS.en;
    if (!this.querySelector(".drill-bar")) this.prepend(this.#bar());
    this.addEventListener("answered", () => this.#showNext());
    addEventListener("hashchange", () => this.#startFromFragment(), { signal: this.#signal.signal });
    // The questions in it are made live after it.
    queueMicrotask(() => this.isConnected && this.#startFromFragment());
  }

  disconnectedCallback() {
    this.#signal.abort();
    this.#signal = new AbortController();
  }

  get #key() {
    return `drill:${this.dataset.drill}`;
  }

  /** @returns {HTMLElement[]} */
  get #all() {
    return [...this.querySelectorAll(".drill-case")].map((found) => /** @type {HTMLElement} */ (found));
  }

  #startFromFragment() {
    const asked = location.hash.startsWith(FRAGMENT) ? decoded(location.hash.slice(FRAGMENT.length)) : "";
    const code = CODE.test(asked) ? asked.toLowerCase() : keptText(this.#key) || newCode();
    if (code === this.#code) return;
    this.#start(code, keptText(this.#key) !== code);
  }

  /** @param {string} code @param {boolean} isFresh whether answers of before are forgotten */
  #start(code, isFresh) {
    this.#code = code;
    keepText(this.#key, code);
    // Not a new entry in the history: the way back leads to the page before.
    history.replaceState(history.state, "", `${FRAGMENT}${encodeURIComponent(code)}`);
    const box = this.querySelector("input[name=code]");
    if (box instanceof HTMLInputElement) box.value = code;
    if (isFresh) for (const question of questionsIn(this)) question.clear();
    const all = seededOrder(code, this.#all);
    this.#cases = all.slice(0, Number(this.dataset.cases));
    const open = this.#cases.findIndex((found) => questionsIn(found).some((question) => question.verdict === "open"));
    this.#show(open === -1 ? this.#cases.length : open, false);
  }

  /** @param {number} number of the case, or the number of cases for the result @param {boolean} isAsked whether to go there */
  #show(number, isAsked) {
    this.#number = number;
    this.querySelector(".drill-result")?.remove();
    for (const found of this.#all) found.hidden = found !== this.#cases[number];
    const shown = number < this.#cases.length ? this.#cases[number] : this.#result();
    const heading = /** @type {HTMLElement} */ (shown.querySelector("h2"));
    if (number < this.#cases.length) {
      heading.textContent = filled(this.#words.place, { number: number + 1, all: this.#cases.length });
    }
    this.#showNext();
    if (isAsked) heading.focus();
  }

  #showNext() {
    this.querySelector(".drill-next")?.remove();
    const shown = this.#cases[this.#number];
    if (!shown || questionsIn(shown).some((question) => question.verdict === "open")) return;
    const isLast = this.#number === this.#cases.length - 1;
    const next = button(isLast ? this.#words.last : this.#words.next, () => this.#show(this.#number + 1, true));
    next.classList.add("drill-next");
    next.classList.remove("button--quiet");
    shown.append(next);
  }

  /** @returns {HTMLElement} the score, and the cases to look at again */
  #result() {
    const result = document.createElement("section");
    result.className = "drill-result";
    const questions = this.#cases.flatMap(questionsIn);
    const right = questions.filter((question) => question.verdict === "right").length;
    const missed = this.#cases.filter((found) => questionsIn(found).some((question) => question.verdict === "wrong"));
    const heading = document.createElement("h2");
    heading.tabIndex = -1;
    heading.textContent = filled(this.#words.result, { code: this.#code });
    const score = document.createElement("p");
    score.className = "drill-score";
    score.textContent = filled(this.#words.score, { right, all: questions.length });
    const advice = document.createElement("p");
    advice.textContent = missed.length ? this.#words.missed : this.#words.full;
    const list = document.createElement("ul");
    for (const found of missed) {
      const entry = document.createElement("li");
      const number = this.#cases.indexOf(found);
      const look = button(filled(this.#words.place, { number: number + 1, all: this.#cases.length }), () =>
        this.#show(number, true),
      );
      entry.append(look, " ", found.querySelector(".drill-situation")?.textContent ?? "");
      list.append(entry);
    }
    const again = button(this.#words.again, () => this.#restart(this.#code));
    const fresh = button(this.#words.fresh, () => this.#restart(newCode()));
    result.append(heading, score, advice, list, again, " ", fresh);
    this.append(result);
    return result;
  }

  /** @param {string} code */
  #restart(code) {
    this.#start(code, true);
    /** @type {HTMLElement | null} */ (this.#cases[0]?.querySelector("h2"))?.focus();
  }

  /** @returns {HTMLElement} the code of the round, and what can be done with it */
  #bar() {
    const bar = document.createElement("form");
    bar.className = "drill-bar";
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.name = "code";
    box.autocomplete = "off";
    box.spellcheck = false;
    label.append(this.#words.code, " ", box);
    const hint = document.createElement("p");
    hint.className = "drill-hint";
    hint.textContent = this.#words.hint;
    this.#status = document.createElement("p");
    this.#status.setAttribute("role", "status");
    const start = button(this.#words.start, () => {});
    start.type = "submit";
    bar.append(
      label,
      start,
      button(this.#words.fresh, () => this.#restart(newCode())),
      button(this.#words.copy, () => this.#copy()),
      hint,
      this.#status,
    );
    bar.addEventListener("submit", (event) => {
      event.preventDefault();
      const code = box.value.trim().toLowerCase();
      const isCode = CODE.test(code);
      box.setAttribute("aria-invalid", String(!isCode));
      this.#say(isCode ? "" : this.#words.badCode);
      if (isCode) this.#restart(code);
      else box.focus();
    });
    return bar;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.#say(this.#words.copied);
    } catch {
      this.#say(this.#words.notCopied);
    }
  }

  /** @param {string} said */
  #say(said) {
    if (this.#status) this.#status.textContent = said;
  }
}

customElements.define("sales-drill", SalesDrill);

/** @param {Element} place @returns {CheckQuestion[]} */
function questionsIn(place) {
  return [...place.querySelectorAll("check-question")].filter((found) => found instanceof CheckQuestion);
}

/** @returns {string} a code of four signs that are easy to say and to type */
function newCode() {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((part) => LETTERS[part % LETTERS.length]).join("");
}

/** @param {string} text @returns {string} the text without its escapes, or nothing where they are broken */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** @param {string} text @param {Record<string, string | number>} parts @returns {string} */
function filled(text, parts) {
  return Object.entries(parts).reduce((written, [name, part]) => written.replace(`{${name}}`, String(part)), text);
}

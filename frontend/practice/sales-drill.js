/**
 * <sales-drill>: rounds of a few cases, drawn by a code in the fragment, so that a whole class can play the same round.
 *
 * A fragment that names a case shows that case alone; any fragment that is not a round's stays as it is.
 */

import { button } from "../shared/button.js";
import { copyText } from "../shared/clipboard.js";
import { keepText, keptText } from "../shared/device-storage.js";
import { word } from "../shared/words.js";
import { CheckQuestion } from "./check-question.js";
import { codeFrom, codeIn, isRound, newCode, roundFragment } from "./drill-round.js";
import { resultOf } from "./drill-result.js";
import { seededOrder } from "./seeded-order.js";

class SalesDrill extends HTMLElement {
  /** The code of the round; nothing while a single case is shown. */
  #code = "";
  /** @type {HTMLElement[]} the cases of the round */
  #cases = [];
  #number = 0;
  /** @type {Map<Element, Node[]>} what stands in the headings of the cases, each with the link to itself */
  #headings = new Map();
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    if (!this.querySelector(".drill-bar")) this.prepend(this.#bar(), this.#status());
    for (const heading of this.querySelectorAll(".drill-case h2")) {
      if (!this.#headings.has(heading)) this.#headings.set(heading, [...heading.childNodes]);
    }
    this.addEventListener("answered", () => this.#showNext(), { signal });
    addEventListener("hashchange", () => this.#follow(), { signal });
    // The questions in it are made live after it.
    queueMicrotask(() => this.isConnected && this.#follow());
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #key() {
    return `drill:${this.dataset.drill}`;
  }

  /** @returns {HTMLElement[]} */
  get #all() {
    return [...this.querySelectorAll(".drill-case")].map((found) => /** @type {HTMLElement} */ (found));
  }

  get #codeBox() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input[name=code]"));
  }

  /** Show what the fragment asks for. */
  #follow() {
    const alone = this.#all.find((found) => `#${found.querySelector("h2")?.id}` === location.hash);
    const isShown = this.#cases.length > 0;
    if (alone) this.#showAlone(alone);
    else if (isRound(location.hash) || !isShown || (!this.#code && !location.hash)) this.#start(codeIn(location.hash));
  }

  /** @param {HTMLElement} found the case that a link leads to, outside a round */
  #showAlone(found) {
    this.#code = "";
    this.#cases = [found];
    this.#codeBox.value ||= keptText(this.#key) ?? newCode();
    this.#show(0);
    this.#say(word("drill.alone"));
    found.querySelector("h2")?.scrollIntoView();
  }

  /** @param {string} asked code of the round to go on with; nothing for the one that was kept, or a new one */
  #start(asked) {
    const kept = codeFrom(keptText(this.#key) ?? "");
    const code = asked || kept || newCode();
    if (code === this.#code) return;
    this.#draw(code, kept !== code);
    // A code that could not be read gives way to the one that is played.
    if (isRound(location.hash)) history.replaceState(history.state, "", roundFragment(code));
    this.#say("");
  }

  /** @param {string} code of the round that the reader chose to play */
  #restart(code) {
    this.#draw(code, true);
    // A round is no new entry in the history, so that the way back leads to the page before; a link to a case is one.
    if (location.hash && !isRound(location.hash)) location.hash = roundFragment(code);
    else history.replaceState(history.state, "", roundFragment(code));
    this.#say("");
    this.#cases[0]?.querySelector("h2")?.focus();
  }

  /** @param {string} code @param {boolean} isFresh whether answers of before are forgotten */
  #draw(code, isFresh) {
    this.#code = code;
    keepText(this.#key, code);
    this.#codeBox.value = code;
    if (isFresh) for (const question of questionsIn(this)) question.clear();
    this.#cases = seededOrder(code, this.#all).slice(0, Number(this.dataset.cases));
    const open = this.#cases.findIndex((found) => verdicts(found).includes("open"));
    this.#show(open === -1 ? this.#cases.length : open);
  }

  /** @param {number} number of the case, or the number of cases for the result @returns {HTMLElement} its heading */
  #show(number) {
    this.#number = number;
    this.querySelector(".drill-result")?.remove();
    for (const found of this.#all) found.hidden = found !== this.#cases[number];
    const shown = this.#cases[number] ?? this.#result();
    const heading = /** @type {HTMLElement} */ (shown.querySelector("h2"));
    if (number < this.#cases.length) {
      heading.replaceChildren(...(this.#code ? [this.#place(number)] : (this.#headings.get(heading) ?? [])));
    }
    this.#showNext();
    return heading;
  }

  /** @param {number} number @returns {string} */
  #place(number) {
    return word("drill.place", { number: number + 1, all: this.#cases.length });
  }

  /** Offer the way on, once every question of the case is answered; from a single case always, to a round. */
  #showNext() {
    this.querySelector(".drill-next")?.remove();
    const shown = this.#cases[this.#number];
    if (!shown || (this.#code && verdicts(shown).includes("open"))) return;
    if (!this.#code) {
      shown.append(button(word("drill.begin"), () => this.#restart(newCode()), { name: "drill-next" }));
      return;
    }
    const text = this.#number === this.#cases.length - 1 ? word("drill.last") : word("drill.next");
    shown.append(button(text, () => this.#show(this.#number + 1).focus(), { kind: "loud", name: "drill-next" }));
  }

  /** @returns {HTMLElement} the score, the cases to look at again, and ways to go on */
  #result() {
    const missed = this.#cases.filter((found) => verdicts(found).includes("wrong"));
    const result = resultOf(this.#code, this.#cases.flatMap(verdicts), missed.map((found) => {
      const number = this.#cases.indexOf(found);
      const look = button(this.#place(number), () => this.#show(number).focus());
      return [look, " ", found.querySelector(".drill-situation")?.textContent ?? ""];
    }));
    result.append(
      button(word("drill.again"), () => this.#restart(this.#code)),
      " ",
      button(word("drill.fresh"), () => this.#restart(newCode())),
    );
    this.append(result);
    return result;
  }

  /** @returns {HTMLElement} the code of the round, and what can be done with it: folded, because a round needs none */
  #bar() {
    const bar = document.createElement("details");
    bar.className = "drill-bar";
    const summary = document.createElement("summary");
    summary.textContent = word("drill.together");
    const form = document.createElement("form");
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.name = "code";
    box.autocomplete = "off";
    box.spellcheck = false;
    label.append(word("drill.code"), " ", box);
    const hint = document.createElement("p");
    hint.textContent = word("drill.hint");
    form.append(
      label,
      button(word("drill.start"), () => {}, { type: "submit" }),
      button(word("drill.fresh"), () => this.#restart(newCode())),
      button(word("drill.copy"), () => this.#copy()),
      hint,
    );
    form.addEventListener("submit", (event) => this.#submitted(event));
    bar.append(summary, form);
    return bar;
  }

  /** @returns {HTMLElement} what came of what the reader did */
  #status() {
    const status = document.createElement("p");
    status.className = "drill-status";
    status.setAttribute("role", "status");
    return status;
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    event.preventDefault();
    const box = this.#codeBox;
    const code = codeFrom(box.value);
    box.setAttribute("aria-invalid", String(!code));
    if (code) {
      this.#restart(code);
    } else {
      this.#say(word("drill.bad_code"));
      box.focus();
    }
  }

  async #copy() {
    const address = new URL(roundFragment(this.#code || codeFrom(this.#codeBox.value)), location.href);
    this.#say((await copyText(address.href)) ? word("drill.copied") : word("drill.not_copied"));
  }

  /** @param {string} said */
  #say(said) {
    const status = this.querySelector(".drill-status");
    if (status) status.textContent = said;
  }
}

customElements.define("sales-drill", SalesDrill);

/** @param {Element} place @returns {CheckQuestion[]} */
function questionsIn(place) {
  return [...place.querySelectorAll("check-question")].filter((found) => found instanceof CheckQuestion);
}

/** @param {Element} place @returns {string[]} what each question in it has come to */
function verdicts(place) {
  return questionsIn(place).map((question) => question.verdict);
}

/**
 * <sales-drill>: rounds of a few cases, drawn by a code in the fragment, so that a whole class can play the same round.
 *
 * A fragment that names a case shows that case alone; any fragment that is not a round's stays as it is.
 */

import { button } from "../shared/button.js";
import { copyText } from "../shared/clipboard.js";
import { keepText, keptText } from "../shared/device-storage.js";
import { word } from "../shared/words.js";
import { CaseRound, paragraph, questionsIn } from "./case-round.js";
import { codeFrom, codeIn, isRound, newCode, roundFragment } from "./drill-round.js";
import { seededOrder } from "./seeded-order.js";

class SalesDrill extends CaseRound {
  /** The code of the round; nothing while a single case is shown. */
  #code = "";
  /** @type {Map<Element, Node[]>} what stands in the headings of the cases, each with the link to itself */
  #headings = new Map();

  connectedCallback() {
    super.connectedCallback();
    if (!this.querySelector(".drill-bar")) this.append(this.#status(), this.#bar());
    for (const heading of this.querySelectorAll(".drill-case h2")) {
      if (!this.#headings.has(heading)) this.#headings.set(heading, [...heading.childNodes]);
    }
    addEventListener("hashchange", () => this.#follow(), { signal: this.signal });
    // The questions in it are made live after it.
    queueMicrotask(() => this.isConnected && this.#follow());
  }

  get #key() {
    return `drill:${this.dataset.drill}`;
  }

  get #codeBox() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input[name=code]"));
  }

  /** Show what the fragment asks for. */
  #follow() {
    const alone = this.all.find((found) => `#${found.querySelector("h2")?.id}` === location.hash);
    const isShown = this.cases.length > 0;
    if (alone) this.#showAlone(alone);
    else if (isRound(location.hash) || !isShown || (!this.#code && !location.hash)) this.#start(codeIn(location.hash));
  }

  /** @param {HTMLElement} found the case that a link leads to, outside a round */
  #showAlone(found) {
    this.#code = "";
    this.#codeBox.value ||= keptText(this.#key) ?? newCode();
    this.cases = [found];
    this.show(0);
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
    this.cases[0]?.querySelector("h2")?.focus();
  }

  /** @param {string} code @param {boolean} isFresh whether answers of before are forgotten */
  #draw(code, isFresh) {
    this.#code = code;
    keepText(this.#key, code);
    this.#codeBox.value = code;
    if (isFresh) for (const question of questionsIn(this)) question.clear();
    this.play(seededOrder(code, this.all).slice(0, Number(this.dataset.cases)));
  }

  /** @override @type {CaseRound["titleOf"]} */
  titleOf(number, heading) {
    return this.#code ? super.titleOf(number, heading) : (this.#headings.get(heading) ?? []);
  }

  /** From a single case the way on leads to a round, whether it is answered or not. @override @type {CaseRound["wayOn"]} */
  wayOn(shown) {
    if (this.#code) return super.wayOn(shown);
    return button(word("drill.begin"), () => this.#restart(newCode()), { name: "drill-next" });
  }

  /** @override @type {CaseRound["resultParts"]} */
  resultParts(isMissed) {
    return {
      title: word("drill.result", { code: this.#code }),
      advice: isMissed ? word("drill.missed") : word("drill.full"),
      ways: [
        button(word("drill.again"), () => this.#restart(this.#code)),
        button(word("drill.fresh"), () => this.#restart(newCode())),
      ],
    };
  }

  /** @returns {HTMLElement} the code of the round, and what can be done with it: folded and last: a round needs none */
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
    const status = paragraph("drill-status", "");
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

/**
 * <mixed-round>: one round of the cases of all drills. What was missed comes back after a day, a week and a month; cases
 * that were never seen fill the round up. The cases stand on the pages of the drills, which the build linked here.
 */

import { button } from "../shared/button.js";
import { forgetTexts, keepText, keptText } from "../shared/device-storage.js";
import { pagePath } from "../shared/page-path.js";
import { word } from "../shared/words.js";
import { writtenDay } from "../shared/written-day.js";
import { CaseRound, paragraph } from "./case-round.js";
import { areCasesKept, bringBackCases, forgetCases, keptCases, today } from "./kept-cases.js";
import { plan, roundOf } from "./returning-cases.js";
import { seededOrder } from "./seeded-order.js";

/** Keeps the day and the cases of the round that is played. */
const ROUND = "mixed-round";
/** In milliseconds: a page of a drill that takes longer counts as one that does not come. */
const LONGEST_WAIT = 15_000;

class MixedRound extends CaseRound {
  /** @type {Map<string, HTMLElement>} each case of the drills as its page has it, by drill and name */
  #written = new Map();
  #status = paragraph("drill-status", "");
  #plan = paragraph("mixed-plan", "");
  #place = document.createElement("div");
  #clear = button(word("mixed.clear"), () => this.#forget(), { kind: "small" });
  /** What came of the button beside it, with the way back: in sight where the reader presses it. */
  #told = paragraph("mixed-told", "");
  /** @type {ReturnType<typeof keptCases>} what was forgotten last */
  #forgotten = new Map();

  connectedCallback() {
    super.connectedCallback();
    for (const status of [this.#status, this.#told]) status.setAttribute("role", "status");
    this.#clear.hidden = true;
    this.prepend(this.#plan, this.#status, this.#place);
    this.append(this.#clear, this.#told);
    this.addEventListener("answered", () => this.#tellWhetherKept(), { signal: this.signal });
    this.#fetch();
  }

  /**
   * Fetch the cases, and say so while they are on their way or do not come.
   *
   * @param {boolean} isAgain whether the reader asked for it, by a button that goes: the keyboard keeps its place
   */
  async #fetch(isAgain = false) {
    const { signal } = this;
    say(this.#status, word("mixed.loading"));
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = this.querySelectorAll("a[data-drill]");
    const fetched = await Promise.all([...links].map((link) => casesOf(link, signal))).catch(() => null);
    if (signal?.aborted) return;
    this.dataset.live = "";
    if (!fetched) {
      const again = button(word("page.load_again"), () => this.#fetch(true), { kind: "small" });
      say(this.#status, word("mixed.failed"), again);
      if (isAgain) again.focus();
      return;
    }
    this.#written = new Map(fetched.flat());
    this.#clear.hidden = false;
    const heading = this.#resume();
    if (isAgain) heading?.focus();
  }

  /**
   * Say whether this browser keeps what is missed, and go on with the round of today, or show what it came to.
   *
   * @returns {HTMLElement | undefined} the heading in sight
   */
  #resume() {
    this.#tellWhetherKept();
    const [day, ...names] = (keptText(ROUND) ?? "").split(" ");
    const isOfToday = day === today() && names.length > 0 && names.every((name) => this.#written.has(name));
    if (!isOfToday) return this.#draw();
    this.#bring(names);
    return this.play(this.cases);
  }

  /** Draw a round, and forget the answers of the one before. @returns {HTMLElement | undefined} the heading in sight */
  #draw() {
    forgetTexts(`question:${pagePath()}:`);
    const names = roundOf(this.#planned(), Number(this.dataset.cases));
    keepText(ROUND, [today(), ...names].join(" "));
    this.#bring(names);
    if (names.length === 0) {
      this.#tellPlan(word("mixed.nothing"));
      return undefined;
    }
    return this.play(this.cases);
  }

  /** @param {string[]} names of the cases that stand in the page from now on */
  #bring(names) {
    this.cases = names.map((name) => {
      const written = /** @type {HTMLElement} */ (this.#written.get(name));
      return /** @type {HTMLElement} */ (document.importNode(written, true));
    });
    this.#place.replaceChildren(...this.cases);
    this.#tellPlan();
  }

  /** @returns {ReturnType<typeof plan>} what is due, new and next; new cases in another order every day */
  #planned() {
    return plan(seededOrder(today(), [...this.#written.keys()]), keptCases(), today());
  }

  /** @param {string} [more] to say after what is due today, and when the next one is */
  #tellPlan(more = "") {
    const { due, next } = this.#planned();
    const [year, month, day] = next.split("-").map(Number);
    const parts = [
      due.length ? word("mixed.due", { due: due.length }) : word("mixed.none_due"),
      next ? word("mixed.next", { day: writtenDay(new Date(year, month - 1, day)) }) : word("mixed.no_next"),
      more,
    ];
    this.#plan.textContent = parts.filter(Boolean).join(" ");
  }

  #tellWhetherKept() {
    const told = areCasesKept() ? "" : word("mixed.not_kept");
    // Said again, it would be read out again after each answer.
    if (this.#status.textContent !== told) say(this.#status, told);
  }

  /** @override @type {CaseRound["resultParts"]} */
  resultParts(isMissed) {
    this.#tellPlan();
    const { due, unseen } = this.#planned();
    const missed = areCasesKept() ? word("mixed.missed") : word("drill.missed");
    const again = button(word("mixed.again"), () => this.#draw()?.focus(), { kind: "loud" });
    return {
      title: word("mixed.result"),
      advice: isMissed ? missed : word("mixed.full"),
      ways: due.length + unseen.length > 0 ? [again] : [],
    };
  }

  /** Forget all that was kept of cases, with a way back, and start over. */
  #forget() {
    const before = forgetCases();
    // Pressed twice, there is nothing to forget the second time.
    if (before.size > 0) this.#forgotten = before;
    this.#draw();
    const undo = button(word("mixed.undo"), () => this.#restore(), { kind: "small" });
    say(this.#told, word("mixed.cleared"), undo);
  }

  #restore() {
    bringBackCases(this.#forgotten);
    this.#draw();
    say(this.#told, word("mixed.restored"));
    this.#clear.focus();
  }
}

customElements.define("mixed-round", MixedRound);

/** @param {HTMLElement} status @param {...(string | Node)} said */
function say(status, ...said) {
  status.replaceChildren(...said.flatMap((part) => [part, " "]).slice(0, -1));
}

/**
 * @param {HTMLAnchorElement} link to the page of a drill
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<[string, HTMLElement][]>} its cases, by drill and name, apart from those of other drills
 * @throws where the page does not come, or is no drill's
 */
async function casesOf(link, signal) {
  const { drill } = link.dataset;
  const page = new DOMParser().parseFromString(await textOf(link.href, signal), "text/html");
  /** @type {NodeListOf<HTMLElement>} */
  const cases = page.querySelectorAll(`sales-drill[data-drill="${drill}"] .drill-case`);
  if (cases.length === 0) throw new Error("no drill");
  return [...cases].map((found) => {
    found.dataset.drill = drill;
    // A case of another drill may have the same name.
    found.querySelector("h2")?.removeAttribute("id");
    /** @type {NodeListOf<HTMLElement>} */
    const questions = found.querySelectorAll("check-question");
    for (const question of questions) question.dataset.question = `${drill}-${question.dataset.question}`;
    return [`${drill}/${found.dataset.case}`, found];
  });
}

/**
 * @param {string} address
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<string>} what stands there
 * @throws where it does not come in time
 */
async function textOf(address, signal) {
  // AbortSignal.any is younger than the browsers that the scripts are written for.
  const waiting = new AbortController();
  const stop = () => waiting.abort();
  const clock = setTimeout(stop, LONGEST_WAIT);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const response = await fetch(address, { signal: waiting.signal });
    if (!response.ok) throw new Error(`${response.status}`);
    return await response.text();
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener("abort", stop);
  }
}

/** The tables of an answer: turned, searched and ordered by Python, saved, and a row of a list opened elsewhere. */

import { python } from "../python/python-client.js";
import { saveFile } from "../shared/save-file.js";
import { word } from "../shared/words.js";
import { leaveWith } from "./builder-offer.js";
import { faultSentence } from "./fault-sentence.js";

/**
 * @typedef {{page: number, sort: string, descending: boolean, search: string, only: Record<string, string>}} View
 * @typedef {{calculator: string, lang: string, asked: () => Promise<Record<string, any> | null>,
 *   written: () => import("./figures.js").Written}} Answered `asked` is the question whose answer is on the page
 */

const TYPED_FOR = 250; // milliseconds without typing before a search starts

/** @type {Map<string, Record<string, View>>} what is looked at, by calculator and table; it stays when figures change */
const looked = new Map();
/** The row that was opened elsewhere, where a reader who comes back goes on. */
let leftFrom = "";

export class ListTables {
  #typing = 0;
  /** Counts answers, so that the rows of one never come into another. */
  #answers = 0;
  /** Who asks for rows: what is saved or opened does not make way for them. */
  #looks = {};

  /** @param {HTMLElement} calculator @param {Answered} answered */
  constructor(calculator, answered) {
    this.calculator = calculator;
    this.answered = answered;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.calculator.addEventListener("input", (event) => this.#typed(event), { signal });
    this.calculator.addEventListener("change", (event) => this.#chosen(event), { signal });
    this.calculator.addEventListener("click", (event) => this.#clicked(event), { signal });
    signal.addEventListener("abort", () => {
      clearTimeout(this.#typing);
      python.withdraw(this);
      python.withdraw(this.#looks);
    });
  }

  /** @returns {Record<string, View>} what is looked at, by table */
  get views() {
    const own = looked.get(this.answered.calculator) ?? {};
    looked.set(this.answered.calculator, own);
    return own;
  }

  /** Another list is looked at: nothing of it has been sought yet. */
  forget() {
    clearTimeout(this.#typing);
    looked.delete(this.answered.calculator);
  }

  /** Another answer is on the page: goes on where the reader left it. */
  settled() {
    this.#answers += 1;
    python.withdraw(this.#looks);
    const control = leftFrom ? document.getElementById(leftFrom) : null;
    if (!control || !this.calculator.contains(control)) return;
    leftFrom = "";
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  }

  /** @param {string} name @returns {View} */
  view(name) {
    return this.views[name] ?? { page: 1, sort: "", descending: false, search: "", only: {} };
  }

  /** @param {Event} event */
  #typed({ target }) {
    if (!(target instanceof HTMLInputElement) || target.dataset.view !== "search") return;
    clearTimeout(this.#typing);
    const { name } = tableOf(target);
    this.#typing = setTimeout(() => this.#look(name, { page: 1, search: target.value }), TYPED_FOR);
  }

  /** @param {Event} event */
  #chosen({ target }) {
    if (!(target instanceof HTMLSelectElement)) return;
    const { view, column = "" } = target.dataset;
    if (view === "only") {
      const { name } = tableOf(target);
      const { only } = this.view(name);
      this.#look(name, { page: 1, only: { ...only, [column]: target.value } });
    } else if (view === "order") {
      const [sort, direction] = target.value.split(" ");
      this.#look(tableOf(target).name, { page: 1, sort, descending: direction === "descending" });
    }
  }

  /** @param {Event} event */
  #clicked({ target }) {
    const control = target instanceof Element ? target.closest("button") : null;
    if (!control?.closest("[data-table-view]")) return;
    const { name } = tableOf(control);
    const { view, action, column = "", descending, writer = "", row } = control.dataset;
    if (view === "sort") this.#look(name, { page: 1, sort: column, descending: descending !== undefined });
    else if (action === "rows") this.#look(name, { page: Number(control.dataset.page) });
    else if (view === "save") this.#save(control, writer);
    else if (view === "open") this.#open(control, Number(row));
  }

  /** @param {string} name of the table @param {Partial<View>} change by the reader @returns {Promise<void>} */
  async #look(name, change) {
    this.views[name] = { ...this.view(name), ...change };
    const answer = this.#answers;
    this.#place(name)?.setAttribute("aria-busy", "true");
    const html = await this.#ask({ writers: ["rows"], table: name, views: this.views }, "rows", { asker: this.#looks });
    const now = this.#place(name);
    if (now && answer !== this.#answers) return this.#look(name, {});
    now?.removeAttribute("aria-busy");
    if (!html || !now) return;
    const focused = now.contains(document.activeElement) ? document.activeElement : null;
    const id = focused?.id;
    const selected = focused instanceof HTMLInputElement ? focused.selectionStart : null;
    const typed = focused instanceof HTMLInputElement ? focused.value : "";
    const isPager = focused instanceof HTMLElement && focused.dataset.action === "rows";
    const isNext = isPager && focused === [...now.querySelectorAll("[data-action=rows]")].at(-1);
    now.innerHTML = html;
    const pagers = [...(this.#place(name)?.querySelectorAll("[data-action=rows]") ?? [])];
    const wanted = isPager ? (isNext ? pagers.reverse() : pagers).find((one) => !one.hasAttribute("disabled")) : null;
    const again = wanted ?? (id ? document.getElementById(id) : null);
    if (!(again instanceof HTMLElement)) return;
    again.focus({ preventScroll: !isPager });
    if (again instanceof HTMLInputElement) {
      again.value = typed;
      again.setSelectionRange(selected, selected);
    }
  }

  /** @param {string} name @returns {HTMLElement | null} */
  #place(name) {
    return this.calculator.querySelector(`[data-table-view="${CSS.escape(name)}"]`);
  }

  /**
   * @param {Record<string, any>} question
   * @param {string} writer
   * @param {{said?: HTMLElement, asker?: object}} [more] where it is said that there is no answer, and who asks
   * @returns {Promise<any>} what it wrote; null where another question took its place, or there is no answer
   */
  async #ask(question, writer, { said, asker = this } = {}) {
    const asked = await this.answered.asked();
    if (!asked) return null;
    const parts = [...(asked.parts ?? []), ...(question.parts ?? [])];
    const outcome = await python.ask(asker, { ...asked, ...question, parts });
    if (outcome.kind === "answered") return JSON.parse(outcome.response)[writer];
    if (outcome.kind === "rejected" && said) said.textContent = faultSentence(outcome.fault);
    return null;
  }

  /** @param {HTMLElement} control @param {string} writer */
  async #save(control, writer) {
    const { place, name } = tableOf(control);
    const said = /** @type {HTMLElement} */ (place.querySelector(".list-said"));
    said.textContent = word("lists.saving");
    const parts = writer === "workbook" ? ["workbook_writer"] : [];
    const file = await this.#ask({ writers: [writer], table: name, parts }, writer, { said });
    if (!file) return;
    saveFile(file.name, Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0)), file.type);
    said.textContent = word("calculator.file_saved", { file: file.name });
  }

  /** @param {HTMLElement} control @param {number} row */
  async #open(control, row) {
    const { place, name } = tableOf(control);
    const said = /** @type {HTMLElement} */ (place.querySelector(".list-said"));
    said.textContent = word("lists.opening");
    const opening = await this.#ask({ writers: ["opening"], table: name, row }, "opening", { said });
    if (!opening) return;
    said.textContent = "";
    const { calculator, lang, written } = this.answered;
    leftFrom = control.id;
    const given = { lang, values: opening.texts, written_in: {} };
    leaveWith({ calculator, written: written(), target: "", builder: opening.calculator, given, takes: {} });
  }
}

/** @param {Element} control @returns {{place: HTMLElement, name: string}} the table that it belongs to */
function tableOf(control) {
  const place = /** @type {HTMLElement} */ (control.closest("[data-table-view]"));
  return { place, name: place.dataset.tableView ?? "" };
}
